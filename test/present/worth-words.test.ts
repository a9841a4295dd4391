import { expect, test } from 'vitest';
import type { WorthSummary } from '../../src/experiment/finance/finance-summary.js';
import type { Summary } from '../../src/experiment/summary.js';
import { worthBasis, worthSentences, worthVerdict } from '../../src/present/worth-words.js';
import { about, SHOP } from './fixture.js';

/** The shop with the worth of its warm standby changed. */
function shopWith(change: Partial<WorthSummary>): Summary {
  const warm = SHOP.strategies['warm-standby']!;
  const changed = { ...warm, finance: { ...warm.finance, ...change } };
  return { ...SHOP, strategies: { ...SHOP.strategies, 'warm-standby': changed } };
}

const said = (change: Partial<WorthSummary>) =>
  worthSentences(shopWith(change))[0]!.replaceAll('\u00a0', ' ');

test('a strategy is told by what it takes, what it spares, its worth, payback and rate', () => {
  expect(said({})).toBe(
    'warm-standby takes 200k USD more at once and 75.7k USD more a year than backups-only, and ' +
      'disasters take 114k USD a year less. Net present value 59k ± 55k USD (over 10 years, ' +
      'discounted at 8% a year). In 41% of the histories it is above 0. Expected cash pays back ' +
      'after 5.17 years. 59% of the histories have not paid back by the end of 10 years. The ' +
      'internal rate of return is 18.4% (15 to 22%).',
  );
});

test('a worth that may be on either side of 0 is not told as one', () => {
  expect(said({ npv: about(10, 40_000) })).toContain('more trials must tell whether it is above 0');
});

test('what there is none of is said with the reason', () => {
  expect(said({ paybackYears: null })).toContain('does not pay back within 10 years');
  expect(said({ paybackYears: 0 })).toContain('nothing to pay back');
  expect(said({ irr: null, irrWhy: 'several sign changes' })).toContain('several rates would do');
  expect(said({ npv: { mean: 5, ci95: null } })).toContain('how sure that is cannot be told');
  expect(said({ npv: { mean: null, ci95: null } })).toContain('Too few trials');
});

test('the verdict tells a worth only where yearly figures leave something out', () => {
  expect(worthVerdict(SHOP)).toHaveLength(2);
  const plain = { discountRate: null, real: false };
  expect(worthBasis({ ...SHOP, finance: plain })).toBe('over 10 years, not discounted');
  const strategies = Object.fromEntries(
    Object.entries(SHOP.strategies).map(([name, strategy]) => {
      const investment = { mean: 0, ci95: null };
      return [name, { ...strategy, finance: { ...strategy.finance, investment } }];
    }),
  );
  expect(worthVerdict({ ...SHOP, strategies, finance: plain })).toEqual([]);
});
