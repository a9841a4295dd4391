import { inSeconds, type Ms } from '../base/units.js';
import type { Link } from '../model/link.js';
import type { Strategy } from '../model/strategy.js';
import { slowestSynchronous } from '../model/write-latency.js';
import type { Estimate } from '../stats/interval.js';

/** Probabilities at the ends of a 95 % interval. */
const ENDS = { low: 0.025, high: 0.975 };

/**
 * How long every write waits for the slowest synchronous copy, in seconds: there and back. Its
 * interval is that of the law of the latency; null where no write waits.
 */
export function addedWriteLatency(strategy: Strategy, links: readonly Link[]): Estimate | null {
  const law = slowestSynchronous(strategy, links);
  if (law === null) return null;
  const thereAndBack = (oneWay: number) => inSeconds((2 * oneWay) as Ms);
  const ci95 = [law.quantile(ENDS.low), law.quantile(ENDS.high)] as const;
  return {
    mean: thereAndBack(law.mean),
    ci95: law.sd === 0 ? null : [thereAndBack(ci95[0]), thereAndBack(ci95[1])],
  };
}
