import type { Dimension } from '../../base/quantity.js';
import { logitNormalFromInterval } from '../../random/logit-normal.js';
import { lognormalFromInterval } from '../../random/lognormal.js';
import { normalFromInterval } from '../../random/normal.js';
import { type Reading, refuse, type Spot } from '../reading.js';
import { type Bounded, drawable, parted, tailed } from './bounded.js';
import { quantityAt } from './quantity-at.js';

/** Shares of a whole, which cannot be outside 0 and 1. */
const PARTS: ReadonlySet<Dimension> = new Set(['share', 'share per day']);
/** What may be below 0: a company may shrink. */
const SIGNED: ReadonlySet<Dimension> = new Set(['share per year']);

/**
 * The law whose middle 90 % is an interval: logit-normal for shares and probabilities, normal for
 * what can be negative, lognormal for the rest (design §2).
 */
export function intervalAt(
  spot: Spot & { readonly ends: readonly [string, string] },
  dimension: Dimension,
  reading: Reading,
): Bounded | undefined {
  const [first, last] = withPer(spot.ends);
  const [low, high] = [first, last].map((value) => {
    const node = { kind: 'scalar', place: spot.node.place, value, text: value } as const;
    return quantityAt({ path: spot.path, node }, dimension, reading);
  });
  if (low === undefined || high === undefined) return undefined;
  if (!(high > low)) {
    const fix = high < low ? `write "${last} to ${first}"` : `write "${first}"`;
    const expected = 'an interval whose first end is the smaller';
    return refuse(spot, reading, { expected, fix });
  }
  if (SIGNED.has(dimension)) return drawable(normalFromInterval({ low, high }));
  const uniform = `write { uniform: [${first}, ${last}] }`;
  if (PARTS.has(dimension)) {
    if (low > 0 && high < 1 && parted(low, high)) {
      return { law: logitNormalFromInterval({ low, high }), low: 0, high: 1, open: true };
    }
    return refuse(spot, reading, {
      expected: 'an interval above 0% and below 100%, which one in ten values lie outside of',
      fix: uniform,
    });
  }
  if (!(low > 0)) {
    return refuse(spot, reading, { expected: 'an interval of values above 0', fix: uniform });
  }
  if (!parted(low, high)) {
    return refuse(spot, reading, { expected: 'an interval neither too narrow nor too wide' });
  }
  return tailed(lognormalFromInterval({ low, high }), spot, reading);
}

/** `20% to 30% / year`: the first end is per year as well. */
function withPer([first, last]: readonly [string, string]): readonly [string, string] {
  const per = last.slice(last.indexOf('%') + 1);
  return [first.endsWith('%') && last.includes('%') ? first + per : first, last];
}
