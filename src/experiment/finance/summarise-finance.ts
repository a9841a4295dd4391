import { HOUR, SECOND } from '../../base/units.js';
import { internalRate } from '../../price/cash-flows.js';
import type { Plan } from '../../simulate/plan.js';
import { jackknifeInterval } from '../../stats/group-jackknife.js';
import { type Estimate, estimateOfProportion, estimateOfRatio } from '../../stats/interval.js';
import { lowerQuantile } from '../../stats/lower-quantile.js';
import { quantileOf } from '../../stats/quantiles.js';
import type { RatioTally } from '../../stats/ratio-tally.js';
import type { Sample } from '../../stats/sample.js';
import type { Interval } from '../../stats/score-interval.js';
import type { Tally } from '../tally.js';
import type { CashDifference } from './cash-difference.js';
import type { CashPoint, ExpectedMoney, FinanceSummary, WorthSummary } from './finance-summary.js';
import { discountRateOf } from './finance-tally.js';
import { type Expected, expectedFlows, WORTH, type WorthName } from './worth.js';

const FAN = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** Years between which a loss of the size comes once on average. */
const RETURN_YEARS = [10, 25, 100] as const;
const HOUR_SECONDS = HOUR / SECOND;

/** What is known about a run beside its tally. */
interface About {
  /** Of the strategy. */
  readonly number: number;
  /** Whether neither it nor the baseline lost anything, so that nobody knows what a loss would be. */
  readonly unseen: boolean;
  /** As it is without discounting and without anything paid once. */
  readonly plainBreakEven: number | null;
}

/** What a strategy costs in all, and what it is worth against the baseline. */
export function financeSummary(plan: Plan, tally: Tally, about: About): FinanceSummary {
  const { finance, trials } = tally;
  const { number, unseen } = about;
  const ownership = amount(finance.ownership.tallies[number]!, trials);
  const own = {
    investment: amount(finance.investment.tallies[number]!, trials),
    ownership: unseen ? { ...ownership, ci95: null } : ownership,
    expected: expectedMoney(tally, number),
  };
  if (number === 0) return { breakEvenFrequency: null, ...own };
  const expected = expectedOf(tally, number);
  const plain =
    discountRateOf(plan.scenario) === null &&
    [0, number].every((one) => plan.strategies[one]!.investment.length === 0);
  return {
    breakEvenFrequency: plain ? about.plainBreakEven : breakEvenOf(expected),
    ...own,
    ...worth(tally, expected, about),
  };
}

const amount = (ratio: RatioTally, trials: number): Estimate =>
  estimateOfRatio(ratio, { trials, nonNegative: true });

function expectedMoney({ finance }: Tally, number: number): ExpectedMoney[] {
  const { loss, downtime, spent } = finance.groups[number]!.means();
  return finance.times.map((at, i) => ({
    at,
    loss: loss[i]!,
    downtime: downtime[i]!,
    spent: spent[i]!,
    factor: finance.factors[i]!,
  }));
}

/** @param without number of a group of trials that is left out */
function expectedOf(tally: Tally, number: number, without?: number): Expected {
  const { groups, times, factors } = tally.finance;
  return {
    strategy: groups[number]!.means(without),
    baseline: groups[0]!.means(without),
    times,
    factors,
    disasters: tally.baselineDisasters.tally('perYear').ratio ?? 0,
  };
}

/** Where nothing differs there is no frequency from which anything pays. */
function breakEvenOf(expected: Expected): number | null {
  return expectedFlows(expected).every((flow) => flow === 0)
    ? null
    : WORTH.breakEvenFrequency(expected);
}

function worth(tally: Tally, expected: Expected, { number, unseen }: About): WorthSummary {
  const { finance, trials } = tally;
  const difference = finance.differences[number - 1]!;
  const npv = estimateOfRatio(difference.ratios.tally('npv'), { trials });
  const rate = internalRate(expectedFlows(expected), expected.times);
  const breakEvenDowntime = WORTH.breakEvenDowntime(expected);
  const perHour = downtimePrice(tally);
  return {
    npv: unseen ? { ...npv, ci95: null } : npv,
    chanceNpvPositive: estimateOfProportion(difference.ratios.tally('gains'), { trials }),
    irr: typeof rate === 'number' ? rate : null,
    ...(typeof rate !== 'number' && { irrWhy: rate }),
    paybackYears: WORTH.paybackYears(expected),
    discountedPaybackYears: WORTH.discountedPaybackYears(expected),
    ...chances(difference, finance.times, trials),
    benefitCost: WORTH.benefitCost(expected),
    rosi: WORTH.rosi(expected),
    breakEvenDowntime,
    breakEvenDowntimeCost:
      breakEvenDowntime === null || perHour === null ? null : breakEvenDowntime * perHour,
    worthCi95: unseen ? {} : worthIntervals(tally, expected, number),
    averted: averted(tally, number),
    cash: cashPoints(difference, finance.times, trials),
  };
}

/** Intervals of what is no mean, from the figures without each group of trials in turn. */
function worthIntervals(tally: Tally, all: Expected, number: number): Record<string, Interval> {
  const without = tally.finance.groups[number]!.filled.map((group) =>
    expectedOf(tally, number, group),
  );
  return Object.fromEntries(
    (Object.keys(WORTH) as WorthName[]).flatMap((name) => {
      if (name === 'breakEvenFrequency') return [];
      const interval = jackknifeInterval(WORTH[name](all), without.map(WORTH[name]));
      return interval === null ? [] : [[name, interval] as const];
    }),
  );
}

function chances(
  { paidBack }: CashDifference,
  times: readonly number[],
  trials: number,
): Pick<WorthSummary, 'chancePaysBack' | 'neverPaysBack'> {
  const within = paidBack.tallies.map((tally) => estimateOfProportion(tally, { trials }));
  const last = within.at(-1)!;
  return {
    chancePaysBack: Object.fromEntries(within.slice(1).map((one, i) => [times[i + 1]!, one])),
    neverPaysBack: {
      ...last,
      mean: last.mean === null ? null : 1 - last.mean,
      ci95: last.ci95 && [1 - last.ci95[1], 1 - last.ci95[0]],
    },
  };
}

/** What an hour of the baseline's downtime costs, over all services; null without any downtime. */
function downtimePrice(tally: Tally): number | null {
  const { services, money } = tally.strategies[0]!;
  const seconds = services.reduce(
    (sum, { ratios }) => sum + (ratios.tally('downtimePerYear').ratio ?? 0),
    0,
  );
  const cost = money.ratios.tally('downtimeCost').ratio ?? 0;
  return seconds > 0 ? cost / (seconds / HOUR_SECONDS) : null;
}

function averted(tally: Tally, number: number): Record<string, Estimate> {
  const losses = (strategy: number) => tally.strategies[strategy]!.money.yearLoss;
  return Object.fromEntries(
    RETURN_YEARS.map((years) => [
      years,
      avertedAt(1 - 1 / years, { own: losses(number), baseline: losses(0) }, tally.trials),
    ]),
  );
}

/** Ends of both intervals, whichever is worse: never too narrow, since the luck is shared. */
function avertedAt(
  level: number,
  { own, baseline }: { own: Sample; baseline: Sample },
  trials: number,
): Estimate {
  const [from, to] = [baseline, own].map((sample) => quantileOf(sample, level, { trials }));
  if (from!.mean === null || to!.mean === null || !from!.ci95 || !to!.ci95) {
    const needs = Math.max(from!.needs ?? 0, to!.needs ?? 0);
    return { mean: null, ci95: null, ...(needs > 0 && { needs }) };
  }
  const ci95: Interval = [from!.ci95[0] - to!.ci95[1], from!.ci95[1] - to!.ci95[0]];
  return { mean: from!.mean - to!.mean, ci95 };
}

function cashPoints(
  difference: CashDifference,
  times: readonly number[],
  trials: number,
): CashPoint[] {
  return times.map((at, time) => {
    const rising = difference.rising(time);
    return {
      at,
      flow: estimateOfRatio(difference.flows.tallies[time]!, { trials }),
      cumulative: estimateOfRatio(difference.sums.tallies[time]!, { trials }),
      fan: FAN.map((share) => lowerQuantile(rising, share)),
    };
  });
}
