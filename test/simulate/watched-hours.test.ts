import { expect, test } from 'vitest';
import { run, scenarioFrom } from '../running.js';

/** Served at half capacity from the second site, for as long as the first takes to be rebuilt. */
const scenario = (rebuild: string) =>
  scenarioFrom(`
name: Waiting
horizon: 1 year
currency: USD
start: 2027-01-04
sites: { a: {}, b: {} }
links: { a-b: { bandwidth: 1 Gbit/s, latency: 5 ms } }
services: { shop: { data: { size: 1 GB }, load: retail-week } }
threats:
  - name: fire
    scope: site
    only: [a]
    strikes: { at: ['2027-03-01'] }
    effects: { destroys: { rebuild: ${rebuild} } }
strategies:
  standby: { primary: a, standby: { site: b, capacity: 50% } }
`);

test('the hours of a day count for ten years after the horizon, and then no more', () => {
  const began = performance.now();
  const shortfalls = (rebuild: string) => {
    let count = 0;
    let timeToFull: number | null = null;
    run(scenario(rebuild), { trials: 1, seed: '1' }, ({ strategies: [standby] }) => {
      const [service] = standby!.outcome.services;
      count = service!.shortfalls.length;
      timeToFull = service!.incidents[0]!.timeToFull;
    });
    return { count, timeToFull };
  };
  const [century, ages] = [shortfalls('100 years'), shortfalls('9999 years')];
  expect(performance.now() - began).toBeLessThan(5000);
  expect(century.count).toBeGreaterThan(10 * 365);
  expect(Math.abs(ages.count - century.count)).toBeLessThan(10);
  expect(ages.timeToFull).toBeGreaterThan(90 * century.timeToFull!);
});
