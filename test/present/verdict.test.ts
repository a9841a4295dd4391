import { expect, test } from 'vitest';
import type { DifferenceSummary, StrategySummary, Summary } from '../../src/experiment/summary.js';
import { leastByThreat, leastInAll, verdictSentences } from '../../src/present/verdict.js';
import type { Estimate } from '../../src/stats/interval.js';
import { about, SHOP } from './fixture.js';

const plain = (sentences: readonly string[]) => sentences.join(' ').replaceAll('\u00a0', ' ');

/** What a made-up strategy costs in all, and loses to each threat. */
interface Cost {
  readonly total: Estimate;
  readonly fire: Estimate;
  readonly flood: Estimate;
}

/** Strategies by name, the first the baseline; `apart` tells differences from it. */
function summaryOf(
  costs: Readonly<Record<string, Cost>>,
  apart: Readonly<Record<string, Cost>>,
): Summary {
  const [first] = Object.values(SHOP.strategies);
  const difference = Object.values(SHOP.differences)[0] as DifferenceSummary;
  const strategies = Object.entries(costs).map(([name, { total, fire, flood }]) => {
    const of = (loss: Estimate) => ({ ...first!.byThreat['site-fire']!, loss });
    const strategy: StrategySummary = {
      ...first!,
      annual: { ...first!.annual, total },
      byThreat: { fire: of(fire), flood: of(flood) },
    };
    return [name, strategy] as const;
  });
  const [baseline = ''] = Object.keys(costs);
  const differences = Object.entries(apart).map(([name, { total, fire, flood }]) => {
    return [`${name} vs ${baseline}`, { ...difference, total, lossByThreat: { fire, flood } }];
  });
  return {
    ...SHOP,
    baseline,
    disastersPerYear: { fire: about(0.1, 0.01), flood: about(0.1, 0.01) },
    strategies: Object.fromEntries(strategies),
    differences: Object.fromEntries(differences) as Summary['differences'],
  };
}

const A = { total: about(900, 50), fire: about(100, 10), flood: about(700, 40) };
const B = { total: about(500, 50), fire: about(200, 10), flood: about(300, 40) };
const C = { total: about(950, 50), fire: about(300, 10), flood: about(10, 5) };
const APART = {
  b: { total: about(-400, 20), fire: about(100, 12), flood: about(-400, 20) },
  c: { total: about(50, 20), fire: about(200, 12), flood: about(-690, 20) },
};

test('of three strategies the cheapest is named with the next one, and how sure that is', () => {
  const costs = { a: A, b: B, c: C };
  expect(plain(leastInAll(summaryOf(costs, APART)))).toBe(
    'b costs least in all, 500 ± 50 USD a year; next is a with 900 ± 50 USD (95 % sure that it ' +
      'costs more on average).',
  );
  const close = { ...APART, b: { ...APART.b, total: about(-10, 20) } };
  expect(plain(leastInAll(summaryOf(costs, close)))).toMatch(/cannot be told with so few trials/);
  const unseen = { ...APART, b: { ...APART.b, total: { mean: -400, ci95: null } } };
  expect(plain(leastInAll(summaryOf(costs, unseen)))).toMatch(/how sure that is cannot be told/);
});

test('two strategies need no such sentence, and equal ones have none', () => {
  expect(leastInAll(summaryOf({ a: A, b: B }, APART))).toEqual([]);
  expect(leastInAll(summaryOf({ a: A, b: A, c: C }, APART))).toEqual([]);
});

test('threats to which another than the cheapest loses least are told, where that is sure', () => {
  expect(leastByThreat(summaryOf({ a: A, b: B, c: C }, APART)).map((one) => plain([one]))).toEqual([
    'a loses least to fire (100 against 200 USD) a year: b, which costs least in all, loses more ' +
      'to it (95 % sure).',
    'c loses least to flood (10 against 300 USD) a year: b, which costs least in all, loses more ' +
      'to it (95 % sure).',
  ]);
});

test('what is not sure is left to the tables', () => {
  const vague = { ...APART, b: { ...APART.b, fire: about(100, 120) } };
  const touching = { ...C, flood: about(10, 255) };
  expect(leastByThreat(summaryOf({ a: A, b: B, c: touching }, vague))).toEqual([]);
});

test('where the cheapest loses least to everything, nothing is added', () => {
  const same = { b: { ...APART.b, fire: about(-90, 5) } };
  expect(leastByThreat(summaryOf({ a: A, b: { ...B, fire: about(10, 1) } }, same))).toEqual([]);
});

test('several threats and several winners are told in one sentence', () => {
  const none = { ...B, total: about(2_000, 1), fire: about(1, 0), flood: about(2, 0) };
  const apart = {
    b: { total: about(1_100, 9), fire: about(-99, 9), flood: about(-698, 9) },
    c: { total: about(1_100, 9), fire: about(-99, 9), flood: about(-698, 9) },
  };
  expect(plain(leastByThreat(summaryOf({ a: A, b: none, c: none }, apart)))).toBe(
    'b and c lose least to fire (1 against 100 USD) and flood (2 against 700 USD) a year: a, ' +
      'which costs least in all, loses more to each of them (95 % sure).',
  );
});

test('the whole verdict begins with the cheapest', () => {
  const [first, second] = verdictSentences(SHOP);
  expect(first).toMatch(/^warm-standby costs least in all/);
  expect(second).toMatch(/^warm-standby costs .* less than backups-only/);
});
