import {
  type BackupPolicy,
  type BackupStore,
  type FurtherStore,
  sentFrom,
} from '../model/backup-policy.js';
import { holding } from '../model/retention.js';
import type { Strategy } from '../model/strategy.js';
import type { Uncertain } from '../model/uncertain.js';
import { ms } from '../base/units.js';
import { type Compiling, stepLuck } from './compiling.js';
import type { BackupPlan } from './plan.js';

/** All stores of a strategy: those of each policy one after the other. */
export function storePlans(about: Compiling, strategy: Strategy): readonly BackupPlan[] {
  const plans: BackupPlan[] = [];
  for (const policy of strategy.backups) {
    const jobs = jobsOf(about, policy);
    const root = plans.length;
    const make = (at: BackupStore, sent: BackupPlan['sent']) => ({
      ...jobs,
      ...keeping(about, { policy, strategy, at, sent }),
      root,
      sent,
    });
    plans.push(make(policy, null));
    policy.copies.forEach((further, number) => {
      const from = root + (sentFrom(policy, number + 1, about.scenario.links) ?? 0);
      plans.push(make(further, sentOn(further, from)));
    });
  }
  return plans;
}

function sentOn({ every, hold, takes }: FurtherStore, from: number): BackupPlan['sent'] {
  return { from, every, hold, takes };
}

/** What is the same in every store of a policy: which jobs there are, and what spoils them. */
function jobsOf({ scenario, parameters, purposes }: Compiling, policy: BackupPolicy) {
  const { name, full, differential, incremental, log, offset, asOf, window, snapshot } = policy;
  const add = <U extends number>(what: string, value: Uncertain<U>) =>
    parameters.add(`backups/${name}/${what}`, value);
  const draws = (what: (service: string) => string) =>
    scenario.services.map((service) => purposes.of(`backups/${name}/${what(service.name)}`));
  return {
    name,
    full,
    differential,
    incremental,
    log,
    offset,
    asOf,
    window,
    snapshot,
    verify: policy.verify,
    tries: policy.tries,
    overhead: add('overhead', policy.overhead),
    throughput: add('throughput', policy.throughput),
    restoreRate: add('restoreRate', policy.restoreRate),
    replayRate: add('replayRate', policy.replayRate),
    reduction: add('reduction', policy.reduction),
    jobFailure: add('jobFailure', policy.jobFailure),
    silentFaults: add('silentFaults', policy.silentFaults),
    fullFails: draws((service) => `full/${service}/fails`),
    differentialFails: draws((service) => `differential/${service}/fails`),
    incrementalFails: draws((service) => `incremental/${service}/fails`),
    faults: draws((service) => `${service}/silent-fault`),
  };
}

/** Where and how one store of a policy keeps its points. */
function keeping(
  about: Compiling,
  of: { policy: BackupPolicy; strategy: Strategy; at: BackupStore; sent: BackupPlan['sent'] },
) {
  const { policy, strategy, at, sent } = of;
  const { scenario, sites, parameters } = about;
  const { full, incremental, differential, offset } = policy;
  const name = `backups/${policy.name}/${at.store}/${at.medium}`;
  const standbys = strategy.standbys.map(({ site }) => site);
  const all = policy.snapshot ? [at.store] : [strategy.primary, ...standbys, at.store];
  const places = all.filter((place) =>
    scenario.sites.some((site) => site.name === place && !site.storageOnly),
  );
  const seldom = sent?.every ?? full;
  return {
    store: sites.indexOf(at.store),
    places: [...new Set(places)].map((site) => sites.indexOf(site)),
    account: at.account,
    offline: at.offline,
    immutable: at.immutable ?? ms(0),
    retention: at.retention,
    retrieve: stepLuck(about, `retrieve/${name}`, at.retrieve),
    readRate: at.readRate && parameters.add(`${name}/readRate`, at.readRate),
    serial: at.serial,
    storage: at.storage,
    holds: holding(at.retention, {
      full: seldom,
      incremental: sent?.every ? null : (incremental ?? differential),
      start: scenario.start + offset,
      horizon: scenario.horizon,
    }),
  };
}
