import { expect, test } from 'vitest';
import type { DifferenceSummary, Summary } from '../../src/experiment/summary.js';
import type { Estimate } from '../../src/stats/interval.js';
import { footnotes, verdict, whatStruck } from '../../src/present/words.js';
import { about, SHOP, tooFew } from './fixture.js';

const pair = 'warm-standby vs backups-only';

function differing(total: Estimate, chanceCheaper: Estimate = about(0.17, 0.005)): Summary {
  const difference = { ...(SHOP.differences[pair] as DifferenceSummary), total, chanceCheaper };
  return { ...SHOP, differences: { [pair]: difference } };
}

const said = (total: Estimate) => verdict(differing(total)).join(' ').replaceAll('\u00a0', ' ');

test('a difference whose interval excludes 0 is called cheaper or dearer, with its margin', () => {
  expect(said(about(-1_200_000, 100_000))).toBe(
    'warm-standby costs 1.20M ± 0.10M USD a year less than backups-only (95 % sure that it is ' +
      'cheaper on average). It is the cheaper one in 17% of the histories.',
  );
  expect(verdict(differing(about(1_200_000, 100_000)))[0]).toMatch(
    /more than .* dearer on average/,
  );
});

test('a difference whose interval holds 0 is undecided, with the trials that may settle it', () => {
  expect(said(about(5_000, 10_000))).toBe(
    'The costs of warm-standby and backups-only cannot be told apart with 2,000 trials ' +
      '(difference -5k to 15k USD a year); about 8,000 should settle it.',
  );
});

test('a difference of about 0 does not ask for a number of trials out of this world', () => {
  expect(verdict(differing(about(0, 10_000)))[0]).not.toMatch(/settle/);
});

test('an interval that ends exactly at 0 is undecided', () => {
  expect(verdict(differing(about(-5_000, 5_000)))[0]).toMatch(/cannot be told apart/);
});

test('strategies that cost the same in every trial are said to', () => {
  expect(verdict(differing(about(0, 0)))[0]).toMatch(/exactly the same/);
});

test('a difference that is the same in every trial is called so', () => {
  expect(said(about(-69, 0))).toMatch(
    /^warm-standby costs 69 USD .* \(the same in every history\)\./,
  );
});

test('a difference without enough trials gives no verdict', () => {
  expect(verdict(differing(tooFew(9_000)))[0]).toMatch(/too few trials/);
  expect(verdict(differing(about(-9, 1), tooFew(9_000)))[0]).not.toMatch(/histories/);
});

test('a difference in price alone, with no loss seen, is not called sure', () => {
  expect(said({ mean: 75_700, ci95: null })).toBe(
    'warm-standby costs 75.7k USD a year more than backups-only, but neither lost anything in ' +
      'the simulated years: how sure that is cannot be told.',
  );
});

test('the baseline alone has no verdict', () => {
  expect(verdict({ ...SHOP, differences: {} })).toEqual([]);
});

test('threats that never struck are listed with their bound, and no threats are said', () => {
  expect(whatStruck(SHOP)).toMatch(/meteorite 0, below/);
  expect(whatStruck({ ...SHOP, disastersPerYear: {} })).toMatch(/nothing strikes/);
});

const notes = (cells: readonly string[]) => footnotes(cells, SHOP).map((note) => note.slice(0, 9));

test('footnotes explain the signs that occur and no others', () => {
  expect(notes(['5 min'])).toEqual(['RTO, RPO:']);
  expect(notes(['5 ± 1 min', 'needs 9', '–'])).toEqual([
    '±, or (lo',
    'RTO, RPO:',
    'needs n: ',
    '–: does n',
  ]);
});
