import { expect, test } from 'vitest';
import { comparisonTable } from '../../src/present/comparison-table.js';
import { run, scenarioFrom, shipped } from '../running.js';

/** Every interval in a part of a summary, with the keys that lead to it. */
function intervalsIn(part: unknown, path = ''): { path: string; low: number }[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'ci95' && Array.isArray(value)) return [{ path, low: Number(value[0]) }];
    return intervalsIn(value, `${path}/${key}`);
  });
}

test('of times, rates and amounts no interval reaches below 0, of differences one may', () => {
  const { summary } = run(shipped('templates/two-sites.yaml'), { trials: 100, seed: 'few' });
  const { differences, strategies, ...rest } = summary;
  const owns = Object.values(strategies).map(({ finance, ...own }) => {
    const { investment, ownership } = finance;
    return { ...own, investment, ownership };
  });
  const intervals = intervalsIn([rest, owns]);
  expect(intervals.length).toBeGreaterThan(50);
  expect(intervals.filter(({ low }) => !(low >= 0))).toEqual([]);
  expect(intervalsIn(differences).some(({ low }) => low < 0)).toBe(true);
});

test('a total that rests on a few losses is not less than nothing', () => {
  const scenario = scenarioFrom(`
name: Seldom
horizon: 1 year
currency: USD
sites: { here: {} }
services: { shop: { data: { size: 1 GB }, writes: { mean: 1 kB/s }, revenue: { mean: 1 USD/h } } }
threats: [{ use: power-outage, rate: 0.02 / year, effects: { outage: 3 h } }]
strategies: { waiting: { primary: here } }
`);
  const { loss, total } = run(scenario, { trials: 60, seed: '1' }).summary.strategies.waiting!
    .annual;
  expect(total.mean).toBeGreaterThan(0);
  expect(total.ci95).toEqual(loss.ci95);
  expect(total.ci95![0]).toBe(0);
});

/** A service at one place of two, with threats and promises. */
const sheltered = (threats: string, gates = '') =>
  scenarioFrom(`
name: Sheltered
horizon: 1 year
currency: USD
sites: { here: {}, elsewhere: {} }
services:
  shop:
    data: { size: 1 GB }
    writes: { mean: 1 kB/s }
    objectives: { rto: 1 h, rpo: 1 h }
threats: ${threats}
strategies: { waiting: { primary: here } }
${gates}
`);
const ELSEWHERE = '[{ use: power-outage, rate: 9 / year, only: [elsewhere] }]';

test.each([
  ['no threat', '[]'],
  ['a threat to other places', ELSEWHERE],
])('%s: no number of trials is asked for', (_, threats) => {
  const { summary } = run(sheltered(threats), { trials: 20, seed: '1' });
  const { rto, rpo, timeToFull, rtoAttainment } = summary.strategies.waiting!.services.shop!;
  for (const figure of [rto, timeToFull, rpo, rpo.unrecoverableShare, rtoAttainment!]) {
    expect(figure).toMatchObject({ mean: null, ci95: null, never: true });
    expect(figure).not.toHaveProperty('needs');
    expect(figure).not.toHaveProperty('needsTrials');
  }
  expect(JSON.stringify(summary.strategies)).not.toContain('needs');
  const table = comparisonTable(summary, { width: 80, colour: false });
  expect(table).toContain('never\u00a0struck'.replace('\u00a0', ' '));
  expect(table.replace(/\s+/g, ' ')).toContain('nothing in the scenario can strike it');
  expect(table).not.toMatch(/needs|too few/);
});

test('what can strike but did not asks for more trials', () => {
  const { summary } = run(sheltered('[{ use: power-outage, rate: 1e-9 / year }]'), {
    trials: 20,
    seed: '1',
  });
  expect(summary.strategies.waiting!.services.shop!.rto).toMatchObject({ mean: null, needs: 40 });
});

test('a promise about what nothing can strike is undecided for that reason', () => {
  const gates = 'gates: [mean rto of shop <= 1 h, P(rto within objective) >= 95%]';
  const { summary } = run(sheltered(ELSEWHERE, gates), { trials: 20, seed: '1' });
  const outcome = { outcome: 'undecided', why: 'nothing strikes', value: null };
  expect(summary.gates).toMatchObject([outcome, outcome]);
  expect(comparisonTable(summary, { width: 80, colour: false }).replace(/\s+/g, ' ')).toContain(
    'waiting, shop: never struck; nothing in the scenario can strike it',
  );
});

test('a strategy that is the baseline under another name breaks even at no frequency', () => {
  const [first] = shipped('online-shop.yaml').strategies;
  const strategies = [first!, { ...first!, name: 'the same' }];
  const scenario = { ...shipped('online-shop.yaml'), strategies, gates: [] };
  const { summary } = run(scenario, { trials: 20, seed: '1' });
  expect(summary.strategies['the same']!.finance.breakEvenFrequency).toBeNull();
});
