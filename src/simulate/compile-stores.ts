import {
  type BackupPolicy,
  type BackupStore,
  type FurtherStore,
  sentFrom,
} from '../model/backup-policy.js';
import { type CopyCounts, copyCounts, NO_COPIES } from '../model/copy-counts.js';
import { copyCycle, thinned } from '../model/copy-cycle.js';
import { holding, type Retention } from '../model/retention.js';
import type { Strategy } from '../model/strategy.js';
import type { Uncertain } from '../model/uncertain.js';
import { type Ms, ms } from '../base/units.js';
import { type Compiling, stepLuck } from './compiling.js';
import type { BackupPlan } from './plan.js';

/** All stores of a strategy: those of each policy one after the other. */
export function storePlans(about: Compiling, strategy: Strategy): readonly BackupPlan[] {
  const plans: BackupPlan[] = [];
  for (const policy of strategy.backups) {
    const jobs = jobsOf(about, policy);
    const root = plans.length;
    const delays = [ms(0)];
    const make = (at: BackupStore, sent: BackupPlan['sent']) => ({
      ...jobs,
      ...keeping(about, { policy, strategy, at, sent, late: delays.at(-1)! }),
      root,
      sent,
    });
    plans.push(make(policy, null));
    policy.copies.forEach((further, number) => {
      const before = sentFrom(policy, number + 1, about.scenario.links) ?? 0;
      delays.push(ms(delays[before]! + further.hold + (further.takes ?? 0)));
      plans.push(make(further, sentOn(further, root + before)));
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

/** A store of a policy. */
interface StoreOf {
  readonly policy: BackupPolicy;
  readonly strategy: Strategy;
  readonly at: BackupStore;
  readonly sent: BackupPlan['sent'];
  /** How long after its capture a copy comes there, whatever its size. */
  readonly late: Ms;
}

/** Where and how one store of a policy keeps its points. */
function keeping(about: Compiling, of: StoreOf) {
  const { policy, strategy, at } = of;
  const { scenario, sites, parameters } = about;
  const name = `backups/${policy.name}/${at.store}/${at.medium}`;
  const standbys = strategy.standbys.map(({ site }) => site);
  const all = policy.snapshot ? [at.store] : [strategy.primary, ...standbys, at.store];
  const places = all.filter((place) =>
    scenario.sites.some((site) => site.name === place && !site.storageOnly),
  );
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
    counts: countsAt(about, of),
  };
}

/** How many copies a store holds, is sent and bills. */
function countsAt({ scenario }: Compiling, { policy, at, sent, late }: StoreOf): CopyCounts {
  const { full, differential, incremental, window } = policy;
  const start = scenario.start + policy.offset;
  const all = copyCycle({ full, differential, incremental, window, anchor: start });
  const cycle = sent?.every ? thinned(all, sent.every) : all;
  const { length, parts } = cycle;
  if (length === Infinity) return NO_COPIES;
  const copies = 1 + parts.reduce((sum, { times }) => sum + times, 0);
  const periods = { full: ms(length), incremental: copies > 1 ? ms(length / copies) : null };
  const schedule = { ...periods, start, horizon: scenario.horizon };
  const minimum = scenario.prices?.storage.get(at.storage)?.minimum ?? ms(0);
  return copyCounts({ cycle, holding: holding(younger(at, late), schedule), minimum });
}

/** Ages count from the capture, so that what comes late is kept for less long. */
function younger({ retention }: BackupStore, late: Ms): Retention {
  const { age } = retention;
  return age === null ? retention : { ...retention, age: ms(Math.max(0, age - late)) };
}
