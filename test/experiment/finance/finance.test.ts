import { expect, test } from 'vitest';
import type { Summary } from '../../../src/experiment/summary.js';
import { run, scenarioFrom } from '../../running.js';

interface Parts {
  readonly horizon?: string;
  readonly finance?: string;
  readonly investment?: string;
  readonly price?: string;
  readonly threats?: string;
  readonly costs?: string;
}

/** One certain outage in the middle of every year, which a standby spares wholly. */
const YEARLY = `
  - use: power-outage
    gap: 8766 h
    only: [here]
    effects: { outage: 10 h }`;

const scenario = (parts: Parts = {}) =>
  scenarioFrom(`
name: Worth
horizon: ${parts.horizon ?? '4 years'}
currency: USD
finance: ${parts.finance ?? '{ discountRate: 10% }'}
sites: { here: {}, there: {} }
links: { line: { between: [here, there], bandwidth: 1 Gbit/s, latency: 5 ms } }
services:
  shop: { data: { size: 1 GB }, writes: { mean: 1 kB/s }, revenue: { mean: ${parts.price ?? '1k USD/h'} } }
threats: ${parts.threats ?? YEARLY}
strategies:
  waiting: { primary: here }
  standby:
    primary: here
    standby: { site: there, capacity: 100%, replication: { mode: sync } }
    failover: { automatic: true }
    investment: ${parts.investment ?? '{ generators: 12k USD, migration: 3k USD }'}
    costs: ${parts.costs ?? '{ licences: 2k USD/year }'}
`);

const finances = (parts: Parts = {}, trials = 64) =>
  financeOf(run(scenario(parts), { trials, seed: '1' }).summary);

function financeOf({ strategies }: Summary) {
  return { waiting: strategies.waiting!.finance, standby: strategies.standby!.finance };
}

test('with a certain loss every figure is what a calculator says', () => {
  const { waiting, standby } = finances();
  const losses = waiting.expected.map(({ loss }) => loss);
  const saved = waiting.expected.map(({ loss }, i) => loss - standby.expected[i]!.loss);
  expect(losses[0]).toBe(0);
  expect(losses[2]).toBeGreaterThan(0);
  const flows = saved.map((amount, i) => amount - (i === 0 ? 15_000 : 2_000));
  const npv = flows.reduce((sum, flow, t) => sum + flow / 1.1 ** t, 0);
  const cost = 15_000 + [1, 2, 3, 4].reduce((sum, t) => sum + 2_000 / 1.1 ** t, 0);
  expect(standby.npv!.mean).toBeCloseTo(npv, 6);
  expect(standby.investment).toEqual({ mean: 15_000, ci95: [15_000, 15_000] });
  expect(waiting.ownership.mean! - standby.ownership.mean!).toBeCloseTo(npv, 6);
  expect(standby.benefitCost).toBeCloseTo((npv + cost) / cost, 12);
  const total = saved.reduce((a, b) => a + b, 0);
  expect(standby.rosi).toBeCloseTo((total - 23_000) / 23_000, 12);
  standby.cash!.forEach(({ flow }, t) => {
    expect(flow.mean).toBeCloseTo(flows[t]!, 8);
  });
});

test('at its break-even price an hour of downtime leaves a net present value of 0', () => {
  const { standby } = finances();
  const at = finances({ price: `${1_000 * standby.breakEvenDowntime!} USD/h` });
  expect(at.standby.npv!.mean).toBeCloseTo(0, 6);
  expect(standby.breakEvenDowntimeCost).toBeCloseTo(1_000 * standby.breakEvenDowntime!, 6);
});

test('doubling all money doubles what it is worth and leaves rates and times as they are', () => {
  const once = finances().standby;
  const twice = finances({
    price: '2k USD/h',
    investment: '{ all: 30k USD }',
    costs: '{ licences: 4k USD/year }',
  }).standby;
  expect(twice.npv!.mean).toBeCloseTo(2 * once.npv!.mean!, 6);
  expect(twice.irr).toBeCloseTo(once.irr!, 10);
  expect(twice.paybackYears).toBeCloseTo(once.paybackYears!, 10);
  expect(twice.benefitCost).toBeCloseTo(once.benefitCost!, 10);
  expect(twice.breakEvenFrequency).toBeCloseTo(once.breakEvenFrequency!, 10);
});

test('a strategy against itself is worth nothing, in every history', () => {
  const shop = scenario({ investment: '{ none: 0 USD }', costs: '{ none: 0 USD/year }' });
  const [waiting] = shop.strategies;
  const same = { ...shop, strategies: [waiting!, { ...waiting!, name: 'standby' }] };
  const { standby } = financeOf(run(same, { trials: 40, seed: '1' }).summary);
  expect(standby.npv).toEqual({ mean: 0, ci95: [0, 0] });
  expect(standby.chanceNpvPositive!.mean).toBe(0);
  expect(standby).toMatchObject({ irr: null, irrWhy: 'no sign change', paybackYears: 0 });
  expect(standby).toMatchObject({ benefitCost: null, rosi: null, breakEvenFrequency: null });
});

test('what is paid once is in no yearly figure, and discounting moves none', () => {
  const plain = run(scenario({ finance: '{ real: false }', investment: '{ none: 0 USD }' }), {
    trials: 40,
    seed: '1',
  });
  const full = run(scenario(), { trials: 40, seed: '1' });
  for (const name of ['waiting', 'standby']) {
    expect(full.summary.strategies[name]!.annual).toEqual(plain.summary.strategies[name]!.annual);
  }
  expect(full.summary.differences).toEqual(plain.summary.differences);
});

test('a last part-year pays its part, discounted from its own end', () => {
  const { standby } = finances({ horizon: '547.875 days', threats: '[]' });
  expect(standby.cash!.map(({ at }) => at)).toEqual([0, 1, 1.5]);
  expect(standby.npv!.mean).toBeCloseTo(-15_000 - 2_000 / 1.1 - 1_000 / 1.1 ** 1.5, 6);
  expect(Object.keys(standby.chancePaysBack!)).toEqual(['1', '1.5']);
});

const SELDOM = '[{ use: power-outage, rate: 0.3 / year, only: [here], effects: { outage: 20 h } }]';

test('an interval of the net present value covers the truth, and one too narrow would be seen', () => {
  // Outages are a Poisson process; each spares the strategy 20 h at 1,000 an hour, far apart in time.
  const rate = 0.3 * (1 - (0.3 * 20) / 8766);
  const factors = [1, 2, 3, 4].map((t) => 1.1 ** -t);
  const truth = factors.reduce((sum, factor) => sum + factor * (rate * 20_000 - 2_000), -15_000);
  const covered = (shrink: number) =>
    Array.from({ length: 40 }, (_, seed) => {
      const { summary } = run(scenario({ threats: SELDOM }), { trials: 128, seed: `n${seed}` });
      const { mean, ci95 } = financeOf(summary).standby.npv!;
      return Math.abs(mean! - truth) <= (shrink * (ci95![1] - ci95![0])) / 2;
    }).filter(Boolean).length;
  expect(covered(1)).toBeGreaterThanOrEqual(33);
  expect(covered(0.3)).toBeLessThan(33);
});

test('histories that pay back are counted year by year, and those that never do', () => {
  const { standby } = finances({ threats: SELDOM, costs: '{ none: 0 USD/year }' }, 512);
  const chances = Object.values(standby.chancePaysBack!).map(({ mean }) => mean!);
  expect(chances).toEqual(chances.toSorted((a, b) => a - b));
  expect(standby.neverPaysBack!.mean).toBeCloseTo(1 - chances.at(-1)!, 12);
  // Nothing but an investment below one outage: paid back once there was one.
  chances.forEach((chance, i) => {
    const truth = 1 - Math.exp(-0.3 * (i + 1));
    expect(Math.abs(chance - truth)).toBeLessThan(4.9 * Math.sqrt((truth * (1 - truth)) / 512));
  });
});

test('an averted loss with too few years behind it is refused', () => {
  const { standby } = finances({ threats: SELDOM }, 128);
  expect(standby.averted!['10']!.mean).toBeGreaterThan(0);
  expect(standby.averted!['100']).toMatchObject({ mean: null });
  expect(standby.averted!['100']!.needs).toBeGreaterThan(128);
});
