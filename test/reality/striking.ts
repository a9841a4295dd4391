import { standstills } from './calibration.js';
import type { Drill } from './drill.js';
import { logFiles } from './log-of.js';
import type { Slowed } from './slowed.js';
import type { Workload } from './workload.js';

interface Telling {
  readonly workload: Workload;
  readonly slices: number;
  readonly hidden: number | null;
  readonly flush: number;
}

/** When something strikes: evenly over a stretch. */
interface Moments {
  readonly from: number;
  readonly to: number;
}

/** The disasters of a drill, as threats of its scenario. */
export function threatsOf(drill: Drill, telling: Telling): readonly string[] {
  const { clock } = telling.workload;
  const moments = momentsOf(drill, telling.flush);
  const at = (shift: number) =>
    strikesText(telling.workload, moments, { shift, slices: telling.slices });
  if (drill.disaster === 'corruption')
    return [corruption(drill, { clock, at, hidden: telling.hidden })];
  const gone = drill.partition + (drill.healBefore ?? 0);
  const loss = `{ name: loss, scope: site, only: [primary], ${at(gone)}, effects: { destroys: { rebuild: 100 years } } }`;
  // What a primary that waits for its replica does not write cannot be lost.
  const waits = drill.strategy === 'sync_replica' && drill.partition <= drill.degradeAfter;
  if (drill.disaster !== 'partition_then_loss' || waits) return [loss];
  const stands =
    drill.healBefore === null
      ? clock.time(10 * drill.partition)
      : clock.oneOf(standstills(drill.partition));
  return [
    `{ name: cut, scope: link, only: [primary-replica], ${at(0)}, effects: { partitions: ${stands} } }`,
    loss,
  ];
}

interface Corrupting {
  readonly clock: Slowed;
  readonly at: (shift: number) => string;
  readonly hidden: number | null;
}

/**
 * The service goes on until a check has found the damage and people have decided. Who restores to a
 * point in time takes the damage to have begun the margin earlier. Who does not know when it began
 * takes the newest backup; those made since are of no use.
 */
function corruption(drill: Drill, { clock, at, hidden }: Corrupting): string {
  if (hidden !== null) {
    const dwell = clock.time(hidden);
    return `{ name: damage, scope: service, ${at(hidden)}, effects: { encrypts: { dwell: ${dwell}, clean: 0 s, reinfection: 100% } , detect: 0 s } }`;
  }
  const margin = marginOf(drill);
  const found = clock.uniform(
    margin + drill.decide,
    margin + drill.decide + drill.validationInterval,
  );
  return `{ name: damage, scope: service, ${at(-margin)}, effects: { corrupts: { impact: 0% }, detect: ${found} } }`;
}

/** How long before the damage the state is that is recovered to. */
export function marginOf({ archive, targetMargin }: Drill): number {
  return archive === 'none' ? 0 : targetMargin;
}

/**
 * When a drill's disaster, or the cut before it, may strike, in s since the waiting began.
 *
 * @param flush from the state that a base backup gives back until it is complete
 */
function momentsOf(drill: Drill, flush: number): Moments {
  const { backup, archive, wait } = drill;
  // The workload had been running for about two seconds when the waiting began.
  if (backup === 'none') return { from: wait - 0.5, to: wait + 0.5 };
  // The end of a backup closes a file of the log. Once others have been closed, the disaster falls
  // anywhere into the one being written.
  const { period } = logFiles(drill);
  if (archive !== 'none' && archive !== 'receivewal' && wait > period) {
    const from = Math.max(period, wait - period / 2);
    return { from, to: from + period };
  }
  return { from: wait + flush, to: wait + flush + MOMENT };
}

/** A moment without a length, in s. */
const MOMENT = 0.001;

function strikesText(
  { clock, waits }: Workload,
  { from, to }: Moments,
  { shift, slices }: { shift: number; slices: number },
): string {
  const [first, last] = [from, to].map((at) => clock.instant(waits, at + shift));
  return `strikes: { from: '${first}', to: '${last}', slices: ${slices} }`;
}
