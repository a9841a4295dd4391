import { percentText } from '../base/amount-text.js';
import type { WorthSummary } from '../experiment/finance/finance-summary.js';
import type { StrategySummary, Summary } from '../experiment/summary.js';
import { moneyAround, moneyOf, shareOf, yearsOf } from './amounts.js';
import { named } from './display-width.js';
import { between } from './figure-text.js';
import { sentenceCase } from './sentence-case.js';

/** `10 years, at 8% a year`: over what and how a worth is summed. */
export function worthBasis({ horizonYears, finance }: Summary): string {
  const rate =
    finance.discountRate === null
      ? 'not discounted'
      : `discounted at ${percentText(finance.discountRate)} a year`;
  return `over ${yearsOf(horizonYears)}, ${rate}`;
}

/** What each strategy is worth against the baseline, for somebody who reads nothing else. */
export function worthSentences(summary: Summary): string[] {
  return Object.entries(summary.strategies).flatMap(([name, strategy]) => {
    const { finance } = strategy;
    if (finance.npv === undefined) return [];
    const worth = finance as WorthSummary;
    return [
      [
        spending(summary, { name, strategy }),
        sentenceCase(valueText(worth, summary)),
        paybackText(worth, summary),
        rateText(worth),
      ].join(' '),
    ];
  });
}

/**
 * What each strategy is worth in a sentence, where yearly figures do not say it: something is paid
 * once, or later money counts less.
 */
export function worthVerdict(summary: Summary): string[] {
  const strategies = Object.entries(summary.strategies);
  const once = strategies.some(([, { finance }]) => finance.investment.mean !== 0);
  if (!once && summary.finance.discountRate === null) return [];
  return strategies.flatMap(([name, { finance }]) =>
    finance.npv === undefined
      ? []
      : [`${named(name)}, with what is paid once: ${valueText(finance as WorthSummary, summary)}`],
  );
}

interface Named {
  readonly name: string;
  readonly strategy: StrategySummary;
}

function spending(summary: Summary, { name, strategy }: Named): string {
  const difference = summary.differences[`${name} vs ${summary.baseline}`];
  const base = summary.strategies[summary.baseline]!.finance.investment.mean ?? 0;
  const once = (strategy.finance.investment.mean ?? 0) - base;
  const yearly = difference?.infrastructureCost.mean ?? 0;
  const saved = -(difference?.loss.mean ?? 0);
  const money = (amount: number) => moneyOf(Math.abs(amount), named(summary.currency));
  const more = (amount: number) =>
    amount === 0 ? 'nothing more' : `${money(amount)} ${amount < 0 ? 'less' : 'more'}`;
  const taken = saved === 0 ? 'as much' : `${money(saved)} a year ${saved < 0 ? 'more' : 'less'}`;
  const first = once === 0 ? '' : `${more(once)} at once and `;
  return (
    `${named(name)} takes ${first}${more(yearly)} a year than ${named(summary.baseline)}, ` +
    `and disasters take ${taken}.`
  );
}

function valueText({ npv, chanceNpvPositive }: WorthSummary, summary: Summary): string {
  const currency = named(summary.currency);
  const { mean, ci95 } = npv;
  if (mean === null) return 'too few trials to say what it is worth.';
  const luck =
    chanceNpvPositive.mean === null
      ? ''
      : ` In ${shareOf(chanceNpvPositive.mean)} of the histories it is above 0.`;
  const basis = worthBasis(summary);
  if (ci95 === null) {
    return `net present value ${moneyOf(mean, currency)} (${basis}); how sure that is cannot be told.`;
  }
  const [low, high] = ci95;
  if (low <= 0 && high >= 0 && low < high) {
    const range = between(moneyOf(low, currency), moneyOf(high, currency));
    return `net present value ${range} (${basis}), so that more trials must tell whether it is above 0.${luck}`;
  }
  const half = (high - low) / 2;
  const amount = half > 0 ? moneyAround(mean, half, currency) : moneyOf(mean, currency);
  return `net present value ${amount} (${basis}).${luck}`;
}

function paybackText({ paybackYears, neverPaysBack }: WorthSummary, summary: Summary): string {
  const horizon = yearsOf(summary.horizonYears);
  const by = paybackYears === null ? 'then' : `the end of ${horizon}`;
  const never =
    neverPaysBack.mean === null
      ? ''
      : ` ${shareOf(neverPaysBack.mean)} of the histories have not paid back by ${by}.`;
  switch (paybackYears) {
    case null:
      return `Expected cash does not pay back within ${horizon}.${never}`;
    case 0:
      return `Expected cash is never behind: there is nothing to pay back.${never}`;
    default:
      return `Expected cash pays back after ${yearsOf(paybackYears)}.${never}`;
  }
}

const NO_RATE = {
  'no sign change': 'cash only goes or only comes',
  'several sign changes': 'cash goes and comes more than once, so that several rates would do',
  'earns first, pays later': 'cash comes first and goes later, as with a loan',
  'beyond measure': 'it is beyond any measure',
} as const;

function rateText({ irr, irrWhy, worthCi95 }: WorthSummary): string {
  if (irr === null) {
    return `There is no internal rate of return: ${NO_RATE[irrWhy ?? 'no sign change']}.`;
  }
  const ci95 = worthCi95['irr'];
  const range = ci95 ? ` (${between(shareOf(ci95[0]), shareOf(ci95[1]))})` : '';
  return `The internal rate of return is ${shareOf(irr)}${range}.`;
}

/** What the figures of a worth mean, a line each. */
export function worthDefinitions(summary: Summary): string[] {
  const { finance } = summary;
  const money = finance.real
    ? 'Amounts are in money of the first year, and the rate leaves out inflation.'
    : 'Amounts are in prices of the first year, which do not rise.';
  return [
    'Cash: what the baseline costs minus what the strategy costs, losses and infrastructure. It ' +
      'flows at once (what is paid once) and at year ends, a last part-year at its own end. ' +
      money,
    'Net present value: all cash of a history, each amount times (1 + rate)^−years; the mean of ' +
      'the histories.',
    'Internal rate of return: the rate at which expected cash is worth nothing now.',
    'Payback: the first time after which cumulative expected cash stays at 0 or above, linear ' +
      'within a year. Histories are counted, their times are not averaged.',
    'Benefit/cost: averted loss over extra cost, both discounted. ROSI: (averted loss − extra ' +
      'cost) / extra cost, not discounted. Neither exists where a strategy costs no more.',
    'Break-even price of downtime: how many times dearer downtime must be than it is for a net ' +
      'present value of 0.',
    'Total cost of ownership: losses, infrastructure and what is paid once, discounted.',
    'Averted loss, 1 in n years: what a year that comes once in n years loses less than the ' +
      'baseline’s; its interval is rather too wide than too narrow.',
  ];
}
