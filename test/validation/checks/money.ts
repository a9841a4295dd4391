import { exceedanceCurve, valueAtRisk } from '../../../src/stats/exceedance.js';
import { check } from '../check.js';
import {
  deviationOf,
  type Figure,
  meanOf,
  relative,
  shareOf,
  sigma,
  varianceOf,
} from '../figure.js';
import { discrete, exponential, lognormalAround } from '../families/laws.js';
import {
  type Frequency,
  lossesByDisasters,
  lossScenario,
  yearlyLosses,
} from '../families/yearly-losses.js';

const downtime = check<
  { incidents_per_year: number; outage_h: string; cost_per_h: number },
  { mean_cost: number; sd_cost: number; P_zero_cost: number }
>(({ incidents_per_year, outage_h, cost_per_h }, expected) => {
  const [, median, deviation] = /median ([\d.]+), sigma ([\d.]+)/.exec(outage_h)!;
  const outage = lognormalAround({ median: Number(median), sigma: Number(deviation) }, 'h');
  const one = {
    arrivals: `rate: ${incidents_per_year} / year`,
    outage,
    perMinute: cost_per_h / 60,
  };
  const { losses } = yearlyLosses([one], { years: 20, trials: 1500 });
  const n = losses.length;
  const none = losses.filter((loss) => loss === 0).length;
  return [
    sigma('mean cost of a year', expected.mean_cost, meanOf(losses)),
    sigma('sd of the cost of a year', expected.sd_cost, deviationOf(losses)),
    sigma(
      'chance of a year without',
      expected.P_zero_cost,
      shareOf(none, { n, p: expected.P_zero_cost }),
    ),
  ];
});

/** What is once in every year, and then a second time in some of them. */
function oneOrTwo(
  chances: Readonly<Record<string, number>>,
  sizes: Readonly<Record<string, number>>,
): readonly Frequency[] {
  const second = chances['2'] ?? 0;
  const sometimes = Object.fromEntries(
    Object.entries(sizes).map(([size, chance]) => [
      size,
      size === '0' ? 1 - second + second * chance : second * chance,
    ]),
  );
  const on = (day: string, of: Readonly<Record<string, number>>): Frequency => ({
    arrivals: `strikes: { at: ['2027-${day}'] }`,
    outage: discrete(of, 'min'),
    perMinute: 1,
  });
  return [on('02-01', sizes), on('08-01', sometimes)];
}

const individual = check<
  { N: Record<string, number>; X: Record<string, number> },
  { E_S: number; Var_S: number; E_plus_sd: number }
>(({ N, X }, expected) => {
  const { losses } = yearlyLosses(oneOrTwo(N, X), { years: 1, trials: 8000 });
  const [mean, sd] = [meanOf(losses), deviationOf(losses)];
  const se = Math.sqrt(mean.se ** 2 + sd.se ** 2);
  return [
    sigma('mean of the sum', expected.E_S, mean),
    sigma('variance of the sum', expected.Var_S, varianceOf(losses)),
    sigma('mean and one sd', expected.E_plus_sd, { mean: mean.mean + sd.mean, se }),
  ];
});

/** A count that varies more than a Poisson one: its rate is not known, but the same in a year. */
function overdispersed({ mean, variance }: { mean: number; variance: number }): string {
  return `rate: { gamma: { mean: ${mean} / year, sd: ${Math.sqrt(variance - mean)} / year } }`;
}

const normalised = check<
  { N: { mean: number; sd: number }; X: { mean: number; sd: number } },
  { sd_S: number }
>(({ N, X }, { sd_S }) => {
  // In thousandths of a minute, so that no two incidents of a year overlap.
  const scale = 1e-3;
  const { mean, sd } = X;
  const median = mean / Math.sqrt(1 + (sd / mean) ** 2);
  const one = {
    arrivals: overdispersed({ mean: N.mean, variance: N.sd ** 2 }),
    outage: `{ lognormal: { p50: ${scale * median} min, mean: ${scale * mean} min } }`,
    perMinute: 1 / scale,
  };
  const { losses } = yearlyLosses([one], { years: 1, trials: 8000 });
  return [sigma('sd of the sum', sd_S, deviationOf(pairless(losses)))];
});

/** Two years that share what is not known are not independent: every other one is. */
const pairless = (losses: readonly number[]) => losses.filter((_, i) => i % 2 === 0);

const deductible = check<
  { N: { mean: number; var: number }; X: string },
  { E_S: number; Var_S: number }
>(({ N, X }, expected) => {
  const [factor, , deducted] = /([\d.]+) x uniform\{(.*)\}, deductible ([\d.]+)/.exec(X)!.slice(1);
  const sizes = /\{(.*)\}/.exec(X)![1]!.split(',').map(Number);
  const paid = sizes.map((size) => Math.max(0, Number(factor) * size - Number(deducted)));
  const chances: Record<string, number> = {};
  for (const amount of paid) chances[amount] = (chances[amount] ?? 0) + 1 / paid.length;
  const one = {
    arrivals: overdispersed({ mean: N.mean, variance: N.var }),
    outage: discrete(chances, 's'),
    perMinute: 60,
  };
  const { losses } = yearlyLosses([one], { years: 1, trials: 1000 });
  const years = pairless(losses);
  return [
    sigma('mean of the sum', expected.E_S, meanOf(years)),
    sigma('variance of the sum', expected.Var_S, varianceOf(years)),
  ];
});

const aggregate = check<
  { N: string; X: Record<string, number> },
  { f_S_0_to_11: readonly number[]; mean: number; var: number }
>(({ N, X }, expected) => {
  const rate = /Poisson\(([\d.]+)\)/.exec(N)![1]!;
  const one = { arrivals: `rate: ${rate} / year`, outage: discrete(X, 's'), perMinute: 60 };
  const { losses, summary } = yearlyLosses([one], { years: 20, trials: 1000 });
  const n = losses.length;
  // What the product prints is the chance to lose more than each amount.
  const { aep } = summary.strategies['waiting']!.exceedance;
  let beyond = 1;
  const chances = expected.f_S_0_to_11.map((p, amount): Figure => {
    const point = aep.findLast(([loss]) => loss < amount + 0.5);
    const more = point?.[1] ?? 1;
    const seen = beyond - more;
    beyond = more;
    return sigma(`chance of a sum of ${amount}`, p, shareOf(seen * n, { n, p }));
  });
  return [
    ...chances,
    sigma('mean of the sum', expected.mean, meanOf(losses)),
    sigma('variance of the sum', expected.var, varianceOf(losses)),
  ];
});

const quantiles = check<{ N: string }, { mean: number; var: number; q99: number; q999: number }>(
  ({ N }, expected) => {
    const rate = /Poisson\(([\d.]+)\)/.exec(N)![1]!;
    const one = { arrivals: `rate: ${rate} / year`, outage: exponential(1, 's'), perMinute: 60 };
    const { summary } = yearlyLosses([one], { years: 20, trials: 100 });
    const rising = lossesByDisasters(one, { years: 100, trials: 400 }).toSorted();
    const sample = [...rising];
    return [
      sigma('mean of a year', expected.mean, meanOf(sample)),
      sigma('variance of a year', expected.var, varianceOf(sample)),
      relative(
        'VaR 99 %, as summarised from 2,000 years',
        [expected.q99, summary.strategies['waiting']!.exceedance.var['99']!],
        0.025,
      ),
      relative('VaR 99 %, of 40,000 years', [expected.q99, valueAtRisk(rising, 0.99)!], 0.01),
      relative('VaR 99.9 %, of 40,000 years', [expected.q999, valueAtRisk(rising, 0.999)!], 0.01),
    ];
  },
);

const eventSet = check<
  { event_frequency_per_y_each: number; event_losses: readonly number[] },
  { return_period_y_desc: readonly number[]; loss_desc: readonly number[] }
>(({ event_frequency_per_y_each, event_losses }, expected) => {
  // As many years as it takes each event to happen once, no two in one year.
  const years = Math.round(1 / event_frequency_per_y_each);
  const losses = new Float64Array(years);
  event_losses.forEach((loss, i) => {
    losses[i] = loss;
  });
  // The chance to lose so much or more is that to lose more than the next smaller amount.
  const curve = exceedanceCurve(losses, event_losses.length + 1);
  const ranked = expected.loss_desc.filter((loss) => loss > 0);
  return ranked.map((loss, i) => {
    const place = curve.findIndex(([amount]) => amount === loss);
    const chance = place < 1 ? NaN : curve[place - 1]![1];
    return relative(
      `return period of ${Math.round(loss).toLocaleString('en')}, years`,
      [expected.return_period_y_desc[i]!, 1 / chance],
      1e-12,
    );
  });
});

interface Interval {
  readonly freq: number;
  readonly low: number;
  readonly high: number;
}

const intervals = check<
  { cases: readonly Interval[] },
  { annual_expected_loss: readonly number[] }
>(({ cases }, { annual_expected_loss }) =>
  cases.flatMap(({ freq, low, high }, i): Figure[] => {
    // An hour costs what makes the greater end ten of them.
    const perHour = high / 10;
    const one = {
      arrivals: `rate: ${freq} / year`,
      outage: `${low / perHour} h to ${high / perHour} h`,
      perMinute: perHour / 60,
    };
    const published = annual_expected_loss[i]!;
    const [threat] = lossScenario([one], 1).threats;
    const law = (threat!.effects.outage!.law.mean / 3_600_000) * perHour * freq;
    const { losses } = yearlyLosses([one], { years: 50, trials: Math.ceil(100 / freq) });
    const what = `${freq} a year of ${low} to ${high}`;
    return [
      relative(`yearly loss by the law, ${what}`, [published, law], 1e-7),
      sigma(`yearly loss simulated, ${what}`, published, meanOf(losses)),
    ];
  }),
);

/** Checks of the areas of money, by case. */
export const MONEY = {
  'downtime-cost-compound-poisson': downtime,
  'riskquant-lognormal-ale': intervals,
  'lda-5.3.2': individual,
  'lda-5.3.4': normalised,
  'lda-5.5.5': deductible,
  'panjer-bahnemann-4.4': aggregate,
  'climada-exceedance': eventSet,
  'compound-poisson-exp-quantile': quantiles,
};
