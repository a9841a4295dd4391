import {
  FIRST_WRITE,
  flushAt,
  GOODPUT,
  PROMOTE,
  REPLAY_RATE,
  RESTART,
  UNLIMITED,
} from './calibration.js';
import { backlogTime, baseBackup } from './copies-of.js';
import type { Drill } from './drill.js';
import { policyOf, restoreSteps } from './restoring.js';
import type { Slowed } from './slowed.js';
import { threatsOf } from './striking.js';
import { workloadOf } from './workload.js';

/** Trials of a scenario: as many moments of the disaster. */
export interface Told {
  readonly text: string;
  readonly clock: Slowed;
  /** Of the damage before the strike, in s; null where the scenario tells it. */
  readonly hidden: number | null;
}

/** In how many scenarios something is told that no law of a scenario can be asked for afterwards. */
const TELLINGS = 12;

/** Spreads a second unknown over the tellings of a first: every value of one meets those of the other. */
const STRIDE = 5;

/**
 * The scenarios of a drill, each as likely as the others. Where base backups matter, how long one was
 * flushed before it counted as complete is told in several lengths. Where people do not know when the
 * data was damaged, the copies made since are tainted, and that time is told in several lengths, too.
 *
 * @param slices moments of the disaster that are told apart
 */
export function scenariosOf(drill: Drill, slices: number): readonly Told[] {
  const searches = drill.disaster === 'corruption' && !drill.knowsTime;
  if (drill.backup === 'none') return [told(drill, { slices, hidden: null, flush: 0 })];
  return Array.from({ length: TELLINGS }, (_, i) => {
    const part = (((STRIDE * i) % TELLINGS) + 0.5) / TELLINGS;
    const hidden = searches ? part * drill.validationInterval + drill.decide : null;
    const flush = flushAt((i + 0.5) / TELLINGS);
    return told(drill, { slices: Math.ceil(slices / TELLINGS), hidden, flush });
  });
}

interface Telling {
  readonly slices: number;
  readonly hidden: number | null;
  readonly flush: number;
}

function told(drill: Drill, { slices, hidden, flush }: Telling): Told {
  const workload = workloadOf(drill);
  const { clock } = workload;
  const backedUp = drill.backup !== 'none';
  const size = backedUp ? baseBackup(drill).mb : drill.sizeMb;
  const text = `
name: Drill ${drill.id}
horizon: 1 year
currency: USD
sites: { primary: {}, replica: {}, repository: {} }
links:
  primary-replica: ${linkText(clock, backedUp ? 0 : drill.toReplica)}
  primary-repository: ${linkText(clock, drill.toRepository)}
services:
  database:
    data: { size: ${Math.round(size * 1e6)} B }
    writes: ${workload.writes}
    revenue: { mean: 1 USD/h }
    dataLoss: 1M USD/h
threats:
${threatsOf(drill, { workload, slices, hidden, flush })
  .map((threat) => `  - ${threat}`)
  .join('\n')}
strategies:
  ${drill.strategy.replaceAll('_', '-')}:
    primary: primary
${drill.replicated ? `    standby: ${standbyText(drill, clock)}\n    failover: { steps: [${[...promotion(drill, clock), ...reconnection(drill, clock)].join(', ')}] }` : ''}
${backedUp ? `    backups: ${policyOf(drill, workload)}\n    restore: { steps: [${[...restoreSteps(drill, workload), ...reconnection(drill, clock)].join(', ')}] }` : ''}
    detection: ${detectionText(drill, clock)}
    decision: ${clock.time(drill.disaster === 'corruption' ? 0 : drill.decide)}
`;
  return { text, clock, hidden };
}

/** A link as wide as it was measured to be; one without a limit as wide as any was. */
function linkText(clock: Slowed, nominal: number): string {
  const [rate, efficiency] = nominal > 0 ? [nominal, 100 * GOODPUT] : [UNLIMITED, 100];
  return `{ bandwidth: ${clock.rate(rate)}, efficiency: ${efficiency.toFixed(2)}%, latency: 0 ms }`;
}

function standbyText(drill: Drill, clock: Slowed): string {
  const { strategy, applyDelay, partition, degradeAfter } = drill;
  const base = 'site: replica, capacity: 100%';
  if (strategy === 'sync_replica') {
    const alone = partition > degradeAfter ? 'degrade' : 'halt';
    return `{ ${base}, replication: { mode: sync, onPartition: ${alone} } }`;
  }
  if (strategy !== 'delayed_replica') return `{ ${base} }`;
  // Until the target of a recovery is safe the delay counts, which the scenario moves by the margin.
  const delay = drill.disaster === 'corruption' ? applyDelay + drill.targetMargin : applyDelay;
  return `{ ${base}, replication: { mode: async, delay: ${clock.time(delay)}, replayRate: ${clock.rate(REPLAY_RATE)} } }`;
}

/** A copy that stops short of the damage is started anew with its target, once it has received that. */
function promotion(drill: Drill, clock: Slowed): readonly string[] {
  const promote = `{ step: promote, phase: promote, takes: ${clock.timeLaw(PROMOTE)} }`;
  if (drill.disaster !== 'corruption') return [promote];
  const receive = `{ step: receive, phase: replay, takes: ${clock.time(backlogTime(drill, drill.wait))} }`;
  const restart = `{ step: restart, phase: provision, takes: ${clock.timeLaw(RESTART)} }`;
  return [receive, restart, promote];
}

/**
 * Until the first client writes again: it believes its cache for a while, then comes back with its
 * next try. A try at a silent host takes as long as a connection may.
 */
function reconnection({ client, silent }: Drill, clock: Slowed): readonly string[] {
  const cached = client.discovers ? client.ttl : 0;
  const cycle = client.retry + (silent ? client.connectTimeout : 0);
  return [
    `{ step: cached, phase: redirect, takes: ${clock.uniform(0, cached)} }`,
    `{ step: retry, phase: redirect, takes: ${clock.uniform(FIRST_WRITE, FIRST_WRITE + cycle)} }`,
  ];
}

/** A killed process refuses at once, a silent host lets every check run into its timeout. */
function detectionText(drill: Drill, clock: Slowed): string {
  const { interval, timeout, failures } = drill.check;
  if (!drill.silent) return clock.uniform((failures - 1) * interval, failures * interval);
  const first = (failures - 1) * Math.max(interval, timeout) + timeout;
  // Requests under way hang until they give up: nobody is back before, however fast the failover.
  const promotes = drill.backup === 'none';
  const hung = promotes ? drill.client.opTimeout - drill.decide - PROMOTE.p50 : 0;
  const late = (hung - first) / interval;
  if (late <= 0) {
    return `{ interval: ${clock.time(interval)}, failures: ${failures}, timeout: ${clock.time(timeout)} }`;
  }
  if (late >= 1) return clock.time(hung);
  const rest = clock.uniform(hung, first + interval);
  return `{ mixture: [{ weight: ${late.toFixed(6)}, of: ${clock.time(hung)} }, { weight: ${(1 - late).toFixed(6)}, of: ${rest} }] }`;
}
