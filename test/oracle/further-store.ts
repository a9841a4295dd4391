import { isThere } from './presence.js';
import type { Job, Run } from './jobs.js';
import { ship } from './shipping.js';
import { lineRate, linkOf, siteIsUp, type Slow } from './slow-state.js';
import type { Point, Store } from './store.js';

/** Sends all that is complete in one store on to a further one. */
export function sendOn(slow: Slow, from: Store, to: Store): void {
  const { every, hold } = to.plan.sent!;
  const way = wayBetween(slow, from, to);
  const send = (bytes: number, isLost: () => boolean, arrives: () => void) => {
    const shipment = { ...way, length: way.lengthOf(bytes), isVain: isLost, arrives };
    ship(slow, shipment, slow.future.now + hold);
  };
  const isFirst = every === null ? () => true : firstOfStretches(every);
  from.onPoint.push((point: Point) => {
    const { job } = point;
    if (!isFirst(job)) return;
    send(
      job.bytes,
      () => point.gone,
      () => {
        to.add(job, slow.future.now);
        if (job.base === null) to.forget();
      },
    );
  });
  if (every !== null) return;
  from.onLog.push(({ log, isGone }) => {
    send(log.bytes, isGone, () => {
      to.addLog(log);
    });
  });
}

/** What it takes to get from one store to another. */
function wayBetween(slow: Slow, from: Store, to: Store) {
  const { takes } = to.plan.sent!;
  const [a, b] = [from.plan.store, to.plan.store];
  const link = takes === null ? slow.links[linkOf(slow, a, b)] : undefined;
  const rate = Math.min(
    slow.plan.parameters.of(to.plan.throughput),
    lineRate(slow, linkOf(slow, a, b)),
  );
  return {
    canGo: () =>
      siteIsUp(slow, a) && siteIsUp(slow, b) && (!link || isThere(link, slow.future.now)),
    leavesForGood: takes !== null,
    lengthOf: (bytes: number) => takes ?? Math.ceil((bytes / rate) * 1000),
  };
}

/** Whether a full copy is the first of its stretch of the run that the store before was given. */
function firstOfStretches(every: number): (job: Job) => boolean {
  const begun = new Map<Run, Set<number>>();
  return ({ base, run, start }) => {
    if (base !== null) return false;
    const stretches = begun.get(run) ?? new Set();
    begun.set(run, stretches);
    const stretch = Math.floor((start - run.anchor) / every);
    if (stretches.has(stretch)) return false;
    stretches.add(stretch);
    return true;
  };
}
