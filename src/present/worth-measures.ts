import { SECOND, YEAR } from '../base/units.js';
import type { FinanceSummary } from '../experiment/finance/finance-summary.js';
import type { Estimate } from '../stats/interval.js';
import type { Figure, Measure, PricedStrategy } from './measures.js';

const YEAR_SECONDS = YEAR / SECOND;

type WorthNumber =
  'irr' | 'paybackYears' | 'discountedPaybackYears' | 'benefitCost' | 'rosi' | 'breakEvenDowntime';

/** A plain number with its interval; `missing` where there is none. */
function numberOf(
  finance: FinanceSummary,
  name: WorthNumber,
  { missing, scale = 1 }: { missing: 'never' | 'doesNotApply'; scale?: number },
): Figure {
  const value = finance[name];
  if (value === undefined) return 'doesNotApply';
  if (value === null) return missing;
  const ci95 = finance.worthCi95?.[name];
  return { mean: value * scale, ci95: ci95 ? [ci95[0] * scale, ci95[1] * scale] : null };
}

const payback =
  (name: 'paybackYears' | 'discountedPaybackYears') =>
  ({ strategy: { finance } }: PricedStrategy): Figure =>
    numberOf(finance, name, { missing: 'never', scale: YEAR_SECONDS });

const estimate = (figure: Estimate | undefined): Figure => figure ?? 'doesNotApply';

const avertedAt = (years: string): Measure<PricedStrategy> => ({
  name: `averted loss 1 in ${years} years`,
  label: () => `Averted loss, 1 in ${years} years`,
  unit: 'money',
  pick: ({ strategy }) => estimate(strategy.finance.averted?.[years]),
  whereItApplies: true,
  fullTablesOnly: true,
});

/** What a strategy is worth over the horizon, against the baseline. */
export const WORTH_MEASURES: ReadonlyArray<Measure<PricedStrategy>> = [
  {
    name: 'paid once',
    label: () => 'Paid once',
    unit: 'money',
    pick: ({ strategy: { finance }, someInvest }) =>
      someInvest ? finance.investment : 'doesNotApply',
    whereItApplies: true,
  },
  {
    name: 'net present value',
    label: () => 'Net present value',
    unit: 'money',
    pick: ({ strategy }) => estimate(strategy.finance.npv),
    whereItApplies: true,
  },
  {
    name: 'chance of a net present value above 0',
    label: () => 'Chance of being above 0',
    unit: 'share',
    pick: ({ strategy }) => estimate(strategy.finance.chanceNpvPositive),
    whereItApplies: true,
  },
  {
    name: 'internal rate of return',
    label: () => 'Internal rate of return',
    unit: 'share',
    pick: ({ strategy }) => numberOf(strategy.finance, 'irr', { missing: 'doesNotApply' }),
    whereItApplies: true,
    fullTablesOnly: true,
  },
  {
    name: 'payback',
    label: () => 'Payback of expected cash',
    unit: 'seconds',
    pick: payback('paybackYears'),
    whereItApplies: true,
  },
  {
    name: 'discounted payback',
    label: () => 'Payback, discounted',
    unit: 'seconds',
    pick: payback('discountedPaybackYears'),
    whereItApplies: true,
    fullTablesOnly: true,
  },
  {
    name: 'chance of no payback within the horizon',
    label: () => 'Chance of no payback',
    unit: 'share',
    pick: ({ strategy }) => estimate(strategy.finance.neverPaysBack),
    whereItApplies: true,
    fullTablesOnly: true,
  },
  {
    name: 'benefit over cost',
    label: () => 'Benefit/cost',
    unit: 'times',
    pick: ({ strategy }) => numberOf(strategy.finance, 'benefitCost', { missing: 'doesNotApply' }),
    whereItApplies: true,
    fullTablesOnly: true,
  },
  {
    name: 'return on security investment',
    label: () => 'ROSI',
    unit: 'share',
    pick: ({ strategy }) => numberOf(strategy.finance, 'rosi', { missing: 'doesNotApply' }),
    whereItApplies: true,
    fullTablesOnly: true,
  },
  {
    name: 'break-even price of downtime',
    label: () => 'Break-even (times the price of downtime)',
    unit: 'times',
    pick: ({ strategy }) => numberOf(strategy.finance, 'breakEvenDowntime', { missing: 'never' }),
    whereItApplies: true,
    fullTablesOnly: true,
  },
  {
    name: 'total cost of ownership',
    label: () => 'Total cost of ownership',
    unit: 'money',
    pick: ({ strategy }) => strategy.finance.ownership,
    fullTablesOnly: true,
  },
  ...['10', '25', '100'].map(avertedAt),
];
