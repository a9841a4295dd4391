import { expect, test } from 'vitest';
import { run, scenarioFrom, shipped } from '../running.js';

const PARTS = ['downtimeCost', 'dataLossCost', 'recoveryCost', 'loss'] as const;

test('losses by threat sum to the loss of the strategy, part by part', () => {
  const { summary } = run(shipped('online-shop.yaml'), { trials: 200, seed: '1' });
  for (const { annual, byThreat } of Object.values(summary.strategies)) {
    for (const part of PARTS) {
      const sum = Object.values(byThreat).reduce((all, threat) => all + threat[part].mean!, 0);
      expect(annual[part].mean).toBeGreaterThan(0);
      expect(sum / annual[part].mean!).toBeCloseTo(1, 9);
    }
    for (const { loss, disastersPerYear } of Object.values(byThreat)) {
      expect(disastersPerYear.mean).not.toBeNull();
      if (loss.mean! > 0) expect(loss.ci95![0]).toBeGreaterThanOrEqual(0);
    }
  }
});

test('differences by threat sum to the difference in loss', () => {
  const { summary } = run(shipped('online-shop.yaml'), { trials: 200, seed: '1' });
  for (const { loss, lossByThreat } of Object.values(summary.differences)) {
    const sum = Object.values(lossByThreat).reduce((all, { mean }) => all + mean!, 0);
    expect(sum / loss.mean!).toBeCloseTo(1, 9);
  }
});

/** A shop with a standby, and a fire of one of the sites in every trial; 100 GB cost 1 USD to send. */
const burning = (site: string) =>
  scenarioFrom(`
name: Burning
horizon: 2 years
currency: USD
prices: aws
sites:
  virginia: { region: aws/us-east-1 }
  ohio: { region: aws/us-east-2 }
  oregon: { region: aws/us-west-2 }
links: { virginia-ohio: { bandwidth: 10 Gbit/s } }
services:
  shop: { data: { size: 100 GB }, writes: { mean: 1 kB/s }, revenue: { mean: 12 USD/h } }
threats:
  - { use: site-fire, name: fire, only: [${site}], strikes: { at: ['2027-03-01'] }, effects: { destroys: { rebuild: 1 day } } }
  - { use: power-outage, name: outage, only: [oregon], strikes: { at: ['2027-06-01'] } }
strategies:
  only:
    primary: virginia
    standby: { site: ohio, capacity: 100% }
    failover: { steps: [{ step: promote, takes: 1 h }] }
`);

test('mending what was only exposed belongs to the threat that exposed it', () => {
  const { summary } = run(burning('ohio'), { trials: 4, seed: '1' });
  const { byThreat, services } = summary.strategies['only']!;
  expect(services['shop']!.incidentsPerYear.mean).toBe(0);
  expect(byThreat['fire']).toMatchObject({
    disastersPerYear: { mean: 0 },
    downtimeCost: { mean: 0 },
  });
  expect(byThreat['fire']!.recoveryCost.mean).toBeCloseTo(0.5, 9);
  expect(byThreat['fire']!.loss.mean).toBeCloseTo(0.5, 9);
});

test('a threat that cannot strike a strategy takes nothing from it, and that is certain', () => {
  const { summary } = run(burning('virginia'), { trials: 4, seed: '1' });
  const { byThreat } = summary.strategies['only']!;
  expect(byThreat['fire']!.disastersPerYear.mean).toBe(0.5);
  expect(byThreat['fire']!.loss.mean).toBeGreaterThan(0);
  for (const figure of Object.values(byThreat['outage']!)) {
    expect(figure).toEqual({ mean: 0, ci95: null, never: true });
  }
});

test('how long damage was at work unseen is told per service, in seconds', () => {
  const scenario = scenarioFrom(`
name: Unseen
horizon: 1 year
currency: USD
sites: { here: {}, there: {} }
links: { here-there: { bandwidth: 1 Gbit/s, latency: 5 ms } }
services: { shop: { data: { size: 1 GB }, writes: { mean: 1 kB/s } } }
threats:
  - { use: data-corruption, name: rot, strikes: { at: ['2027-03-01'] }, effects: { corrupts: { impact: 0% }, detect: 30 min } }
strategies:
  one:
    primary: here
    backups: { store: there, full: 1 h }
    restore: { steps: [{ step: restore, moves: backup }] }
`);
  const { shop } = run(scenario, { trials: 4, seed: '1' }).summary.strategies['one']!.services;
  expect(shop!.exposedBeforeDetection).toEqual({ mean: 1_800, ci95: [1_800, 1_800] });
  expect(shop!.byThreat['rot']!.exposedBeforeDetection.mean).toBe(1_800);
});
