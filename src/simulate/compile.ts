import { WEEK, type Ms, ms } from '../base/units.js';
import type { BackupPolicy } from '../model/backup-policy.js';
import { holding } from '../model/retention.js';
import { domainOf } from '../model/fault-domain.js';
import { joins } from '../model/link.js';
import type { Step } from '../model/runbook.js';
import type { Scenario } from '../model/scenario.js';
import type { Service } from '../model/service.js';
import type { Detection, Standby, Strategy } from '../model/strategy.js';
import { absenceOf, type Threat } from '../model/threat.js';
import type { Uncertain } from '../model/uncertain.js';
import { point } from '../random/point.js';
import { Purposes } from '../random/purpose.js';
import { uniform } from '../random/uniform.js';
import { luckOf } from './luck.js';
import { Parameters } from './parameters.js';
import type {
  BackupPlan,
  DetectionPlan,
  Hazard,
  LinkPlan,
  Plan,
  ServicePlan,
  StandbyPlan,
  StepLuck,
  StepPlan,
  StrategyPlan,
} from './plan.js';

/** 1970-01-05, the first Monday of the epoch that scenario starts count from. */
const FIRST_MONDAY = 4 * 86_400_000;

/**
 * Compiles a scenario for simulation under one seed.
 *
 * @param seed any text; equal seeds give equal histories
 */
export function compile(scenario: Scenario, seed: string): Plan {
  return new Compiler(scenario, seed).plan();
}

class Compiler {
  readonly #scenario: Scenario;
  readonly #purposes: Purposes;
  readonly #parameters: Parameters;
  readonly #sites: readonly string[];
  #hazards: readonly Hazard[] = [];

  constructor(scenario: Scenario, seed: string) {
    this.#scenario = scenario;
    this.#purposes = new Purposes(seed);
    this.#parameters = new Parameters(this.#purposes);
    this.#sites = scenario.sites.map((site) => site.name);
  }

  plan(): Plan {
    const { threats, links, services, strategies, horizon, start } = this.#scenario;
    this.#hazards = threats.flatMap((threat, index) => this.#hazardsOf(threat, index));
    const sinceMonday = start - FIRST_MONDAY;
    return {
      scenario: this.#scenario,
      parameters: this.#parameters,
      horizon,
      intoWeek: ms(sinceMonday - Math.floor(sinceMonday / WEEK) * WEEK),
      sites: this.#sites,
      links: links.map((link): LinkPlan => {
        const name = `links/${link.name}`;
        return {
          bandwidth: this.#parameters.add(`${name}/bandwidth`, link.bandwidth),
          efficiency: this.#parameters.add(`${name}/efficiency`, link.efficiency),
          latency: this.#parameters.add(`${name}/latency`, link.latency),
        };
      }),
      linkBetween: this.#linkTable(),
      hazards: this.#hazards,
      services: services.map((service) => this.#service(service)),
      strategies: strategies.map((strategy) => this.#strategy(strategy)),
    };
  }

  #linkTable(): Int32Array {
    const n = this.#sites.length;
    const table = new Int32Array(n * n).fill(-1);
    this.#sites.forEach((a, i) => {
      this.#sites.forEach((b, j) => {
        table[i * n + j] = this.#scenario.links.findIndex((link) => joins(link, a, b));
      });
    });
    return table;
  }

  #hazardsOf(threat: Threat, index: number): Hazard[] {
    const { arrivals, effects, name, scope } = threat;
    const { sites } = this.#scenario;
    return threat.members.map((member) => {
      const purpose = `${name}/${keyOf(member)}`;
      return {
        threat: index,
        member,
        sites: sites.flatMap((site, number) => (domainOf(scope, site) === member ? [number] : [])),
        arrivals:
          arrivals.kind === 'rate'
            ? { kind: 'rate', rate: this.#parameters.add(`threats/${name}/rate`, arrivals.rate) }
            : arrivals,
        gaps: this.#purposes.of(`${purpose}/arrivals`),
        destroys: effects.destroys !== null,
        absence: luckOf(
          effects.destroys?.rebuild ?? effects.outage!,
          `${purpose}/absence`,
          this.#purposes,
        ),
        absenceLaw: absenceOf(effects),
      };
    });
  }

  #service(service: Service): ServicePlan {
    const names = this.#scenario.services.map(({ name }) => name);
    const { data, writes, revenue } = service;
    const add = <U extends number>(what: string, value: Uncertain<U>) =>
      this.#parameters.add(`services/${service.name}/${what}`, value);
    return {
      name: service.name,
      size: add('data/size', data.size),
      growth: add('data/growth', data.growth),
      change: add('data/change', data.change),
      value: add('data/value', data.value),
      writes: add('writes/mean', writes.mean),
      writeProfile: writes.profile,
      load: service.load,
      revenue: add('revenue/mean', revenue.mean),
      revenueProfile: revenue.profile,
      recaptured: add('revenue/recaptured', revenue.recaptured),
      dataLoss: add('dataLoss', service.dataLoss),
      mbco: service.mbco,
      dependsOn: service.dependsOn.map((name) => names.indexOf(name)),
      carries: this.#carriedBy(service.name).map((name) => names.indexOf(name)),
    };
  }

  /** The service and every one that needs it, directly or through others. */
  #carriedBy(name: string): readonly string[] {
    const carried = new Set([name]);
    for (const found of carried) {
      for (const other of this.#scenario.services) {
        if (other.dependsOn.includes(found)) carried.add(other.name);
      }
    }
    return [...carried];
  }

  #strategy(strategy: Strategy): StrategyPlan {
    const { failover, restore } = strategy;
    return {
      name: strategy.name,
      primary: this.#sites.indexOf(strategy.primary),
      standbys: strategy.standbys.map((standby) => this.#standby(standby)),
      backups: strategy.backups.map((policy) => this.#backup(policy)),
      detection: this.#detection(strategy.detection),
      decision: this.#stepLuck('decide', strategy.decision),
      automatic: failover.automatic,
      failover: failover.steps.map((step) => this.#step(step)),
      ramp: failover.ramp && this.#stepLuck('ramp', failover.ramp),
      restore: restore.steps.map((step) => this.#step(step)),
      switchover: this.#stepLuck('failback', strategy.failback.switchover),
      rebuildFromNothing: this.#stepLuck('rebuild', strategy.rebuildFromNothing),
      costs: strategy.costs.map(({ name, rate }) => ({
        name,
        rate: this.#parameters.add(`costs/${name}`, rate),
      })),
    };
  }

  #standby({ site, capacity, replication }: Standby): StandbyPlan {
    return {
      site: this.#sites.indexOf(site),
      capacity: this.#parameters.add(`standby/${site}/capacity`, capacity),
      apply: replication.mode === 'sync' ? null : this.#stepLuck('apply', replication.apply),
    };
  }

  #backup(policy: BackupPolicy): BackupPlan {
    const { name, store, full, incremental, offset, asOf, storage } = policy;
    const add = <U extends number>(what: string, value: Uncertain<U>) =>
      this.#parameters.add(`backups/${name}/${what}`, value);
    const fails = (kind: string) =>
      this.#scenario.services.map((service) =>
        this.#purposes.of(`backups/${name}/${kind}/${service.name}/fails`),
      );
    return {
      name,
      store: this.#sites.indexOf(store),
      full,
      incremental,
      offset,
      overhead: add('overhead', policy.overhead),
      throughput: add('throughput', policy.throughput),
      restoreRate: add('restoreRate', policy.restoreRate),
      reduction: add('reduction', policy.reduction),
      asOf,
      jobFailure: add('jobFailure', policy.jobFailure),
      holds: holding(policy.retention, { full, incremental, start: this.#scenario.start + offset }),
      storage,
      fullFails: fails('full'),
      incrementalFails: fails('incremental'),
    };
  }

  #detection(detection: Detection): DetectionPlan {
    if (detection.kind === 'after') {
      return { kind: 'after', time: this.#stepLuck('detect', detection.time) };
    }
    const { interval, failures, timeout, phase } = detection;
    const law = phase === null ? uniform({ low: 0, high: interval }) : point(phase);
    return {
      kind: 'healthCheck',
      interval,
      failures,
      timeout,
      phase: this.#stepLuck('detect', { law, drawn: 'each' }),
    };
  }

  #step(step: Step): StepPlan {
    const { name, phase, does, tail } = step;
    return {
      name,
      phase,
      takes: does.kind === 'takes' ? this.#stepLuck(`step/${name}`, does.time) : null,
      tail: tail && {
        share: this.#parameters.add(`steps/${name}/tail`, tail.share),
        lasts: this.#stepLuck(`step/${name}/tail`, tail.lasts),
      },
    };
  }

  #stepLuck(step: string, value: Uncertain<Ms>): StepLuck {
    const luck = this.#scenario.services.flatMap((service) =>
      this.#hazards.map(({ threat, member }) => {
        const { name } = this.#scenario.threats[threat]!;
        const purpose = `${service.name}/${name}/${keyOf(member)}/${step}`;
        return luckOf(value, purpose, this.#purposes);
      }),
    );
    return { law: value.law, luck };
  }
}

/** A region's name has a slash, which parts the names of draws. */
function keyOf(member: string): string {
  return member.replaceAll('/', ':');
}
