import { YEAR } from '../../src/base/units.js';
import { uniformOf } from '../../src/random/draw.js';
import { exponential } from '../../src/random/exponential.js';
import type { Whose } from './job-lengths.js';
import type { Point } from './store.js';

/** Whether a fault that nobody sees lay over any instant from the full copy's capture to the point's. */
export function isSpoilt({ slow, service, policy }: Whose, point: Point): boolean {
  const { captured: to } = point;
  const { captured: from } = point.full;
  const rate = slow.plan.parameters.of(policy.silentFaults);
  if (rate === 0) return false;
  const gap = exponential(YEAR / rate);
  const wait = (stretch: number) =>
    gap.quantile(uniformOf(policy.faults[service.number]!, slow.trial, stretch));
  const { verify } = policy;
  if (verify === null) return wait(0) <= to;
  for (let stretch = Math.floor(from / verify); stretch * verify <= to; stretch++) {
    const begins = wait(stretch);
    if (begins < verify && stretch * verify + begins <= to) return true;
  }
  return false;
}
