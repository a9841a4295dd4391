import { HOUR } from '../../../src/base/units.js';
import type { Incident } from '../../../src/measure/outcome.js';
import { run, scenarioFrom } from '../../running.js';

/** A technique of Keeton & Merchant: a copy every `accW`, held back and on its way for a while. */
export interface Level {
  readonly accW_h: number;
  readonly propW_h: number;
  readonly holdW_h: number;
  readonly retCnt: number;
}

/** How the newest copy that is left comes back. */
export interface Recovery {
  /** GiB that are restored: they count a GB as 1,024 MB. */
  readonly gib: number;
  /** MiB per second that are read, and then written. */
  readonly read: number;
  readonly write: number;
  /** Hours until a tape is in the drive, a spare stands, and a new site does. */
  readonly load: number;
  readonly spare: number;
  readonly provisioning: number;
}

const AT_ONCE: Recovery = { gib: 1, read: 1e9, write: 1e9, load: 0, spare: 0, provisioning: 0 };

/** Levels of copies, each made from the one before, of which a disaster takes the first ones. */
export interface Protection {
  readonly levels: readonly Level[];
  /** How many levels are lost, with the live data. */
  readonly lost: number;
  readonly recovery?: Recovery;
}

interface Sweep {
  /** Hours after the start, of the strikes of all trials. */
  readonly from: number;
  readonly to: number;
  readonly slices: number;
}

/** Each level keeps its copies at a place of its own; the first is beside the live data. */
function scenarioOf({ levels, lost, recovery = AT_ONCE }: Protection, sweep: Sweep) {
  const places = ['here', ...levels.slice(1).map((_, i) => `place${i + 1}`)];
  const site = (name: string, i: number) => `${name}: { ${i < lost ? 'campus: lost' : ''} }`;
  const links = places.flatMap((a, i) => places.slice(i + 1).map((b) => `${a}-${b}`));
  const [first, second, ...further] = levels;
  const delay = first!.holdW_h + first!.propW_h + second!.holdW_h + second!.propW_h;
  const terms = `readRate: ${recovery.read} MiB/s, serial: true, retrieve: ${recovery.load} h`;
  const sent = further.map(
    (level, i) =>
      `{ store: place${i + 2}, every: ${level.accW_h} h, hold: ${level.holdW_h} h, takes: ${level.propW_h} h, keep: { last: ${level.retCnt} }, ${terms} }`,
  );
  return scenarioFrom(`
name: Keeton and Merchant
start: 2026-01-05
horizon: 10 years
currency: USD
sites: { ${places.map(site).join(', ')} }
links: { ${links.map((link) => `${link}: { bandwidth: 1 Tbit/s, latency: 0 ms }`).join(', ')} }
services: { array: { data: { size: ${recovery.gib} GiB }, writes: { mean: 1 kB/s } } }
threats:
  - name: disaster
    scope: campus
    strikes: { from: '${dateOf(sweep.from)}', to: '${dateOf(sweep.to)}', slices: ${sweep.slices} }
    effects: { destroys: { rebuild: 300 days } }
strategies:
  only:
    primary: here
    backups:
      - { name: mirror, store: here, snapshot: true, full: ${first!.accW_h} h, keep: { last: ${first!.retCnt} }, ${JOBS} }
      - { name: levels, store: place1, full: ${second!.accW_h} h, keep: { last: ${second!.retCnt} }, copies: [${sent.join(', ')}], ${terms}, ${JOBS.replace('overhead: 0 s', `overhead: ${delay} h`)}, restoreRate: ${recovery.write} MiB/s }
    restore:
      steps:
        - { step: provision, takes: ${recovery.provisioning} h }
        - { step: restore, moves: backup }
        - { step: spare, phase: provision, takes: ${recovery.spare} h }
`);
}

const JOBS = 'overhead: 0 s, throughput: 1 TB/s, reduction: 1, jobFailure: 0%';
const dateOf = (hours: number) => new Date(Date.UTC(2026, 0, 5) + hours * HOUR).toISOString();

function incidentsOf(protection: Protection, sweep: Sweep): Incident[] {
  const all: Incident[] = [];
  run(scenarioOf(protection, sweep), { trials: sweep.slices, seed: '1' }, ({ strategies }) => {
    all.push(strategies[0]!.outcome.services[0]!.incidents[0]!);
  });
  return all;
}

const SLICES = 60;

/** The longest loss of recent writes that a disaster can bring, in hours, wherever it falls. */
export function worstLoss(protection: Protection): number {
  const { levels, lost } = protection;
  const period = levels[lost]!.accW_h;
  // Once everything is in steady state: first roughly, then about the worst moment.
  let sweep = { from: 20_000, to: 20_000 + 2 * period, slices: SLICES };
  for (;;) {
    const losses = incidentsOf(protection, sweep).map(({ rpa }) => rpa!);
    const worst = Math.max(...losses);
    const width = (sweep.to - sweep.from) / SLICES;
    if (width < 0.01) return worst / HOUR;
    const at = sweep.from + losses.indexOf(worst) * width;
    sweep = { from: at - width, to: at + 2 * width, slices: SLICES };
  }
}

/** How long a recovery takes, in hours: the same at any moment, for the copies are full ones. */
export function recoveryTime(protection: Protection): number {
  const sweep = { from: 20_000, to: 20_001, slices: 1 };
  return incidentsOf(protection, sweep)[0]!.rta / HOUR;
}
