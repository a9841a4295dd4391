import { HOUR, type Ms, ms, WEEK } from '../base/units.js';
import { joins } from '../model/link.js';
import type { Scenario } from '../model/scenario.js';
import type { Service } from '../model/service.js';
import type { Uncertain } from '../model/uncertain.js';
import { Purposes } from '../random/purpose.js';
import { Bursts } from './bursts.js';
import { hazardNames, hazardsOf } from './compile-hazards.js';
import { strategyPlan } from './compile-strategies.js';
import type { Compiling } from './compiling.js';
import { Parameters } from './parameters.js';
import type { LinkPlan, Plan, ServicePlan } from './plan.js';

/** 1970-01-05, the first Monday of the epoch that scenario starts count from. */
const FIRST_MONDAY = 4 * 86_400_000;

/**
 * Compiles a scenario for simulation under one seed.
 *
 * @param seed any text; equal seeds give equal histories
 */
export function compile(scenario: Scenario, seed: string): Plan {
  const purposes = new Purposes(seed);
  const about: Compiling = {
    scenario,
    purposes,
    parameters: new Parameters(purposes),
    sites: scenario.sites.map((site) => site.name),
    hazards: hazardNames(scenario.threats),
    steps: [],
  };
  const hazards = hazardsOf(about);
  return {
    scenario,
    parameters: about.parameters,
    horizon: scenario.horizon,
    intoWeek: intoWeekOf(scenario),
    sites: about.sites,
    links: linkPlans(about),
    linkBetween: linkTable(about),
    hazards,
    services: scenario.services.map((service) => servicePlan(about, service)),
    strategies: scenario.strategies.map((strategy) => strategyPlan(about, strategy, hazards)),
  };
}

function linkPlans({ scenario, parameters }: Compiling): readonly LinkPlan[] {
  return scenario.links.map((link): LinkPlan => {
    const name = `links/${link.name}`;
    return {
      bandwidth: parameters.add(`${name}/bandwidth`, link.bandwidth),
      efficiency: parameters.add(`${name}/efficiency`, link.efficiency),
      latency: parameters.add(`${name}/latency`, link.latency),
    };
  });
}

function linkTable({ scenario, sites }: Compiling): Int32Array {
  const n = sites.length;
  const table = new Int32Array(n * n).fill(-1);
  sites.forEach((a, i) => {
    sites.forEach((b, j) => {
      table[i * n + j] = scenario.links.findIndex((link) => joins(link, a, b));
    });
  });
  return table;
}

function servicePlan(about: Compiling, service: Service): ServicePlan {
  const { scenario, parameters } = about;
  const names = scenario.services.map(({ name }) => name);
  const { data, writes, revenue } = service;
  const add = <U extends number>(what: string, value: Uncertain<U>) =>
    parameters.add(`services/${service.name}/${what}`, value);
  return {
    name: service.name,
    size: add('data/size', data.size),
    growth: add('data/growth', data.growth),
    change: add('data/change', data.change),
    value: add('data/value', data.value),
    writes: add('writes/mean', writes.mean),
    writeProfile: writes.profile,
    bursts: burstsOf(about, service),
    load: service.load,
    revenue: add('revenue/mean', revenue.mean),
    revenueProfile: revenue.profile,
    recaptured: add('revenue/recaptured', revenue.recaptured),
    dataLoss: add('dataLoss', service.dataLoss),
    mbco: service.mbco,
    dependsOn: service.dependsOn.map((name) => names.indexOf(name)),
    carries: carriedBy(scenario, service.name).map((name) => names.indexOf(name)),
    group: groupOf(scenario, service),
  };
}

function burstsOf({ scenario, parameters, purposes }: Compiling, service: Service): Bursts | null {
  const { bursts } = service.writes;
  if (bursts === null) return null;
  const name = `services/${service.name}/writes/bursts`;
  return new Bursts({
    parameters,
    chance: parameters.add(`${name}/chance`, bursts.chance),
    factor: parameters.add(`${name}/factor`, bursts.factor),
    purpose: purposes.of(name),
    first: Math.ceil(intoWeekOf(scenario) / HOUR),
  });
}

/** ms from the Monday 00:00 UTC before the start to the start. */
function intoWeekOf({ start }: Scenario): Ms {
  const sinceMonday = start - FIRST_MONDAY;
  return ms(sinceMonday - Math.floor(sinceMonday / WEEK) * WEEK);
}

/** The other services of its consistency group. */
function groupOf({ services }: Scenario, { name, consistencyGroup }: Service): readonly number[] {
  if (consistencyGroup === null) return [];
  return services.flatMap((other, number) =>
    other.consistencyGroup === consistencyGroup && other.name !== name ? [number] : [],
  );
}

/** The service and every one that needs it, directly or through others. */
function carriedBy({ services }: Scenario, name: string): readonly string[] {
  const carried = new Set([name]);
  // Services come after what they depend on, so one pass in that order finds all.
  for (const other of services) {
    if (other.dependsOn.some((needed) => carried.has(needed))) carried.add(other.name);
  }
  return [...carried];
}
