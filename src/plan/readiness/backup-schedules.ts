import { type Ms, ms } from '../../base/units.js';
import type { BackupPolicy } from '../../model/backup-policy.js';
import type { Scenario } from '../../model/scenario.js';
import type { Service } from '../../model/service.js';
import type { Strategy } from '../../model/strategy.js';
import { oldestNewest, rateToStore, type Schedule, scheduleOf } from './backup-jobs.js';
import { asksFor } from './objectives.js';
import type { Observation } from './observation.js';
import { policyPath } from '../../model/key-path.js';
import { addStandby } from './standby-proposal.js';
import { every, span, wholeAbove, wholeBelow } from './words.js';
import { type Workload, workloads } from './workload.js';

/** Tried as periods of incrementals that would keep an RPO, as parts of it. */
const PARTS = [2, 3, 4, 6];
/** A longer period makes an incremental job longer; where it grows as fast, no period is enough. */
const MOST_TRIES = 8;

/** Whether jobs are done before the next is due, and whether the newest point is new enough. */
export function backupSchedules(strategy: Strategy, scenario: Scenario): readonly Observation[] {
  const all = workloads(scenario);
  return [
    ...strategy.backups.flatMap((_, number) => overruns({ strategy, scenario, all }, number)),
    ...(strategy.standbys.length === 0 ? tooOld({ strategy, scenario, all }) : []),
  ];
}

interface Design {
  readonly strategy: Strategy;
  readonly scenario: Scenario;
  readonly all: readonly Workload[];
}

function scheduleIn(design: Design, policy: BackupPolicy, workload: Workload): Schedule {
  const { strategy, scenario } = design;
  return scheduleOf(policy, { workload, rate: rateToStore(scenario, { strategy, policy }) });
}

function overruns(design: Design, number: number): Observation[] {
  const policy = design.strategy.backups[number]!;
  const path = policyPath(design.strategy, number);
  return (Object.keys(KINDS) as Kind[]).flatMap((kind): Observation[] => {
    const late = design.all
      .map((workload) => ({ workload, jobs: scheduleIn(design, policy, workload)[kind] }))
      .filter(({ jobs }) => jobs !== null && jobs.length > jobs.period)
      .toSorted((a, b) => b.jobs!.length - a.jobs!.length)[0];
    if (late === undefined) return [];
    const { length, period } = late.jobs!;
    const { name } = late.workload.service;
    return [
      {
        rule: 'backup-window-overrun',
        path: `${path}.${kind}`,
        found:
          `${KINDS[kind]} of ${name} takes ` +
          `${span(length)} when its data is largest, but one is due ${every(period)}.`,
        fix: doneInTime(design, { policy, number, kind }),
      },
    ];
  });
}

interface Late {
  readonly policy: BackupPolicy;
  readonly number: number;
  readonly kind: Kind;
}

const KINDS = {
  full: 'A full copy',
  differential: 'A differential copy',
  incremental: 'An incremental copy',
} as const;
type Kind = keyof typeof KINDS;

/** A longer period, unless the newest points would then be too old; else faster jobs. */
function doneInTime(design: Design, { policy, number, kind }: Late): string {
  const path = policyPath(design.strategy, number);
  const lengthAt = (period: number) =>
    Math.max(
      ...design.all.map((workload) => {
        const jobs = scheduleIn(design, { ...policy, [kind]: ms(period) }, workload)[kind];
        return jobs?.length ?? 0;
      }),
    );
  let period: number = policy[kind]!;
  for (let tries = 0; tries < MOST_TRIES && lengthAt(period) > period; tries++) {
    period = wholeAbove(lengthAt(period));
  }
  const longer = { ...policy, [kind]: ms(period) };
  const small = Math.max(longer.incremental ?? 0, longer.differential ?? 0);
  const fits = lengthAt(period) <= period && small < longer.full;
  if (fits && !missesMore(design, number, longer)) {
    return `Set "${kind}: ${span(period)}" in ${path}, or raise its throughput and the link’s bandwidth.`;
  }
  return `Raise the throughput of ${path} and the link’s bandwidth.`;
}

/** Whether the RPOs of more services are missed with another policy in the place of one. */
function missesMore(design: Design, number: number, instead: BackupPolicy): boolean {
  const { strategy } = design;
  if (strategy.standbys.length > 0) return false;
  const backups = strategy.backups.with(number, instead);
  return tooLate({ ...design, strategy: { ...strategy, backups } }).length > tooLate(design).length;
}

function tooOld(design: Design): Observation[] {
  const { strategy } = design;
  if (strategy.backups.length === 0) return [];
  const missed = tooLate(design);
  const [worst] = missed;
  if (worst === undefined) return [];
  const services = missed.map(({ workload }) => workload.service);
  const { policy, number, schedule, age } = worst;
  return [
    {
      rule: 'rpo-below-backup-interval',
      path: policyPath(strategy, number),
      found:
        `The newest backup of ${strategy.name} can be ${span(age)} old (${rhythm(schedule)}), ` +
        `but ${asksFor(services, 'rpo')}.`,
      fix: moreOften(design, { services, policy, number }),
    },
  ];
}

/** Services whose newest backup can be older than their RPO, the oldest first. */
function tooLate(design: Design) {
  return design.all
    .map((workload) => ({
      workload,
      rpo: workload.service.objectives.rpo,
      ...newest(design, workload),
    }))
    .filter(({ rpo, age }) => rpo !== null && age > rpo)
    .toSorted((a, b) => b.age - a.age);
}

/** `one every day; a full copy takes 6.2 h` */
function rhythm({ full, differential, incremental, log }: Schedule): string {
  const { period } = log ?? incremental ?? differential ?? full;
  return `one ${every(period)}; a full copy takes ${span(full.length)}`;
}

/** The policy whose newest point is never older than that of any other, and its age at most. */
function newest({ strategy, ...rest }: Design, workload: Workload) {
  return strategy.backups
    .map((policy, number) => {
      const schedule = scheduleIn({ strategy, ...rest }, policy, workload);
      return { policy, number, schedule, age: oldestNewest(schedule, policy.asOf) };
    })
    .reduce((best, one) => (one.age < best.age ? one : best));
}

function moreOften(
  design: Design,
  of: { services: readonly Service[]; policy: BackupPolicy; number: number },
): string {
  const { strategy, scenario, all } = design;
  const least = Math.min(...of.services.map(({ objectives }) => objectives.rpo!));
  const mends = (incremental: Ms) =>
    all.every((workload) => {
      const { rpo } = workload.service.objectives;
      const schedule = scheduleIn(design, { ...of.policy, incremental }, workload);
      const done = schedule.incremental!.length <= incremental;
      return done && (rpo === null || oldestNewest(schedule, of.policy.asOf) <= rpo);
    });
  const period = PARTS.map((part) => ms(wholeBelow(least / part))).find(
    (each) => each > 0 && each < of.policy.full && mends(each),
  );
  if (period !== undefined) {
    return `Set "incremental: ${span(period)}" in ${policyPath(strategy, of.number)}.`;
  }
  return `${addStandby(strategy, scenario)}, or ask for a longer RPO.`;
}
