import { ms, SECOND } from '../../../src/base/units.js';
import type { Distribution } from '../../../src/random/distribution.js';
import { exponential } from '../../../src/random/exponential.js';
import { Purposes } from '../../../src/random/purpose.js';
import { Stream } from '../../../src/random/stream.js';
import { Transfers } from '../../../src/simulate/transfers.js';

const LINK = 0;

/** Something to be sent: from when on in seconds, and how much. */
export interface Order {
  readonly from: number;
  readonly bytes: number;
}

/** Seconds at which each of some transfers over one link is complete. */
export function finishes(orders: readonly Order[], rate: number): readonly number[] {
  const transfers = new Transfers<number>(() => rate);
  const ends: number[] = [];
  const waiting = orders.map((order, done) => ({ ...order, done }));
  waiting.sort((a, b) => a.from - b.from);
  for (;;) {
    const first = transfers.first();
    const [next] = waiting;
    if (next && (!first || next.from * SECOND < first.at)) {
      waiting.shift();
      const { bytes, done } = next;
      transfers.start(ms(next.from * SECOND), { bytes, link: LINK, limit: Infinity, done });
    } else if (first) {
      transfers.end(first.at, first.transfer);
      ends[first.transfer.done] = first.at / SECOND;
    } else {
      return ends;
    }
  }
}

/**
 * Jobs over one link that share it max-min fairly, none faster than one server: how many are under
 * way is what it is in a queue with as many servers as the link carries. With exponential sizes any
 * order of service gives the same chain, and of the limited link the rate is min(n, c) servers.
 */
export interface Shop {
  readonly servers: number;
  /** Mean seconds that one server needs for a job. */
  readonly service: number;
  /** Mean seconds until the next arrival while n jobs are under way. */
  readonly gap: (under: number) => number;
}

/** Jobs after which nothing is left of the empty beginning. */
const WARM_UP = 500;

/** Seconds in which so many jobs were under way, one entry for each count, in one history. */
export function occupation(
  { servers, service, gap }: Shop,
  { jobs, trial }: { jobs: number; trial: number },
): readonly number[] {
  const purposes = new Purposes('shop');
  const draws = (what: string) => new Stream(purposes.of(what), trial);
  const [sizes, gaps] = [draws('sizes'), draws('gaps')];
  const one: Distribution = exponential(service * SECOND);
  const transfers = new Transfers<null>(() => servers * SECOND);
  let seconds: number[] = [];
  let [now, under, done] = [0, 0, 0];
  const passTo = (at: number) => {
    seconds[under] = (seconds[under] ?? 0) + (at - now) / SECOND;
    now = at;
  };
  // Where the next arrival depends on who is under way, it is drawn anew whenever that changes.
  const next = () => now + exponential(gap(under) * SECOND).quantile(gaps.next());
  let arrival = next();
  while (done < WARM_UP + jobs) {
    const first = transfers.first();
    if (!first || arrival < first.at) {
      passTo(Math.ceil(arrival));
      const bytes = one.quantile(sizes.next());
      transfers.start(ms(now), { bytes, link: LINK, limit: SECOND, done: null });
      under++;
    } else {
      passTo(first.at);
      transfers.end(first.at, first.transfer);
      under--;
      done++;
      if (done === WARM_UP) seconds = [];
    }
    arrival = gap(under) === Infinity ? Infinity : next();
  }
  return Array.from(seconds, (time) => time ?? 0);
}

/** Mean over time of a function of the jobs under way. */
export function meanOver(seconds: readonly number[], of: (under: number) => number): number {
  const total = seconds.reduce((a, b) => a + b, 0);
  return seconds.reduce((sum, time, under) => sum + (of(under) * time) / total, 0);
}
