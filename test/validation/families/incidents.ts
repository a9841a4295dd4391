import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from '../../../src/measure/outcome.js';
import { run, scenarioFrom } from '../../running.js';

const FOLDER = 'test/validation/incidents';

/** The first incident of every service in each of some replays, by strategy and service. */
export type Replays = (strategy: string, service: string) => readonly Incident[];

/** Replays a public incident. @param change of its scenario, for what a test spoils */
export function replay(
  name: string,
  { trials = 1, change = (text: string) => text } = {},
): Replays {
  const file = join(FOLDER, `${name}.yaml`);
  const scenario = scenarioFrom(change(readFileSync(file, 'utf8')), file);
  const seen = new Map<string, Incident[]>();
  run(scenario, { trials, seed: 'replay' }, ({ strategies }) => {
    strategies.forEach(({ outcome }, number) => {
      outcome.services.forEach(({ incidents }, service) => {
        const key = `${scenario.strategies[number]!.name}/${scenario.services[service]!.name}`;
        seen.set(key, [...(seen.get(key) ?? []), incidents[0]!]);
      });
    });
  });
  return (strategy, service) => seen.get(`${strategy}/${service}`)!;
}
