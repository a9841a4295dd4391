import { breakEvenFrequency } from '../../price/break-even.js';
import { type Flows, internalRate, payback, presentValue } from '../../price/cash-flows.js';
import { type Cash, flowsOf } from './cash.js';

/** Expected money of a strategy and of the baseline, and how it is discounted. */
export interface Expected {
  readonly strategy: Cash;
  readonly baseline: Cash;
  readonly times: readonly number[];
  readonly factors: Float64Array;
  /** Disasters that hit the baseline, per year. */
  readonly disasters: number;
}

/** What the strategy is expected to bring in, by number of the time. */
export function expectedFlows({ strategy, baseline }: Expected): Float64Array {
  return flowsOf(strategy, baseline);
}

/** Figures of expected flows, each null where there is none (design §6). */
export const WORTH = {
  irr: (of: Expected) => {
    const rate = internalRate(expectedFlows(of), of.times);
    return typeof rate === 'number' ? rate : null;
  },
  paybackYears: (of: Expected) => payback(expectedFlows(of), of.times),
  discountedPaybackYears: (of: Expected) => {
    const flows = expectedFlows(of);
    return payback(
      flows.map((flow, i) => flow * of.factors[i]!),
      of.times,
    );
  },
  /** Averted loss over extra cost, both discounted; null where it costs no more. */
  benefitCost: (of: Expected) => {
    const cost = dearer(of, of.factors);
    return cost > 0 ? averted(of, of.factors) / cost : null;
  },
  /** (Averted loss − extra cost) / extra cost, not discounted; null where it costs no more. */
  rosi: (of: Expected) => {
    const cost = dearer(of, at1(of));
    return cost > 0 ? (averted(of, at1(of)) - cost) / cost : null;
  },
  breakEvenFrequency: ({ strategy, baseline, factors, disasters }: Expected) => {
    const worth = ({ loss, spent }: Cash) => ({
      loss: presentValue(loss, factors),
      infrastructure: presentValue(spent, factors),
    });
    return breakEvenFrequency(worth(strategy), worth(baseline), disasters);
  },
  /**
   * How many times dearer an hour of downtime must be than it is for the net present value to be 0:
   * 0 where it is not below 0 even if downtime costs nothing, null where no price would do.
   */
  breakEvenDowntime: (of: Expected) => {
    const saved = difference(of, 'downtime', of.factors);
    if (!(saved > 0)) return null;
    const other = averted(of, of.factors) - saved;
    return Math.max(0, (dearer(of, of.factors) - other) / saved);
  },
} as const satisfies Record<string, (of: Expected) => number | null>;

export type WorthName = keyof typeof WORTH;

/** Baseline minus strategy. */
function difference({ strategy, baseline }: Expected, part: keyof Cash, factors: Flows): number {
  return presentValue(baseline[part], factors) - presentValue(strategy[part], factors);
}

const averted = (of: Expected, factors: Flows) => difference(of, 'loss', factors);
const dearer = (of: Expected, factors: Flows) => -difference(of, 'spent', factors);
const at1 = ({ factors }: Expected) => factors.map(() => 1);
