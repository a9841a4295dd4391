import { inYears, type Ms } from '../../base/units.js';
import type { Scenario } from '../../model/scenario.js';
import type { Strategy } from '../../model/strategy.js';
import type { Arrivals } from '../../model/threat.js';
import { storesOf } from './copies.js';
import type { Observation } from './observation.js';
import { pathOf } from '../../model/key-path.js';
import { counted, span } from './words.js';

/** Sites that no strategy uses. */
export function unusedSites(scenario: Scenario): readonly Observation[] {
  const used = new Set(scenario.strategies.flatMap(placesOf));
  return scenario.sites
    .filter(({ name }) => !used.has(name))
    .map(({ name }) => {
      const path = pathOf('sites', name);
      const found = `No strategy serves, stands by or keeps copies at ${name}.`;
      return { rule: 'unused-site', path, found, fix: `Use it in a strategy, or remove ${path}.` };
    });
}

/** Links between used sites over which no strategy sends anything. */
export function unusedLinks(scenario: Scenario): readonly Observation[] {
  const used = new Set(scenario.strategies.flatMap(placesOf));
  return scenario.links
    .filter(({ ends }) => ends.every((end) => used.has(end)))
    .filter(
      ({ ends }) =>
        !scenario.strategies.some((strategy) => {
          const places = placesOf(strategy);
          return ends.every((end) => places.includes(end));
        }),
    )
    .map(({ name, ends }) => {
      const path = pathOf('links', name);
      const found = `No strategy has data both at ${ends[0]} and at ${ends[1]}.`;
      return { rule: 'unused-link', path, found, fix: `Use it in a strategy, or remove ${path}.` };
    });
}

function placesOf(strategy: Strategy): readonly string[] {
  const { primary, standbys } = strategy;
  const stores = storesOf(strategy).map(({ store }) => store);
  return [primary, ...standbys.map(({ site }) => site), ...stores];
}

/** Threats that most likely strike in no trial at all. */
export function rareThreats({ threats, horizon, trials }: Scenario): readonly Observation[] {
  return threats.flatMap(({ name, members, arrivals }, number): Observation[] => {
    const strikes = expectedStrikes(arrivals, horizon) * members.length * trials;
    if (strikes >= 1) return [];
    return [
      {
        rule: 'threat-never-strikes',
        path: `threats[${number}]`,
        found:
          `In ${counted(trials, 'trial', 'trials')} of ${span(horizon)}, ${name} strikes ` +
          `${counted(strikes, 'time', 'times')} on average.`,
        fix: 'Simulate more trials, raise its rate, or remove the threat.',
      },
    ];
  });
}

/** Strikes of one member within the horizon; of gaps, the chance of the first. */
function expectedStrikes(arrivals: Arrivals, horizon: Ms): number {
  switch (arrivals.kind) {
    case 'rate':
      return arrivals.rate.law.mean * inYears(horizon);
    case 'gap':
      return arrivals.gap.law.cdf(horizon);
    case 'at':
      return arrivals.at.length;
    case 'sweep':
      return 1;
  }
}

/** Strategies that differ from an earlier one in nothing but their names. */
export function identicalStrategies({ strategies }: Scenario): readonly Observation[] {
  const designs = strategies.map(designOf);
  return strategies.flatMap(({ name }, number): Observation[] => {
    const first = designs.indexOf(designs[number]!);
    if (first === number) return [];
    const path = pathOf('strategies', name);
    const found = `${name} is ${strategies[first]!.name} under another name.`;
    return [
      {
        rule: 'identical-strategies',
        path,
        found,
        fix: `Change what it is to show, or remove ${path}.`,
      },
    ];
  });
}

/** All of a strategy but its names; laws tell themselves apart by their names and moments. */
function designOf({ name: _name, title: _title, ...design }: Strategy): string {
  return JSON.stringify(design);
}
