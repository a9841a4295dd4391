import { type Ms, ms } from '../../base/units.js';
import type { BackupPolicy } from '../../model/backup-policy.js';
import type { Scenario } from '../../model/scenario.js';
import type { Service } from '../../model/service.js';
import type { Strategy } from '../../model/strategy.js';
import { oldestNewest, rateToStore, type Schedule, scheduleOf } from './backup-jobs.js';
import { otherSite } from './copies.js';
import { asksFor } from './objectives.js';
import type { Observation } from './observation.js';
import { pathOf, policyPath } from '../../model/key-path.js';
import { every, span, wholeAbove } from './words.js';
import { type Workload, workloads } from './workload.js';

/** Tried as periods of incrementals that would keep an RPO, as parts of it. */
const PARTS = [2, 3, 4, 6];

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
  return (['full', 'incremental'] as const).flatMap((kind): Observation[] => {
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
          `${kind === 'full' ? 'A full copy' : 'An incremental copy'} of ${name} takes ` +
          `${span(length)} when its data is largest, but one is due ${every(period)}.`,
        fix:
          `Set "${kind}: ${span(wholeAbove(length))}" in ${path}, ` +
          `or raise its throughput and the link’s bandwidth.`,
      },
    ];
  });
}

function tooOld(design: Design): Observation[] {
  const { strategy } = design;
  if (strategy.backups.length === 0) return [];
  const missed = design.all
    .map((workload) => ({
      workload,
      rpo: workload.service.objectives.rpo,
      ...newest(design, workload),
    }))
    .filter(({ rpo, age }) => rpo !== null && age > rpo)
    .toSorted((a, b) => b.age - a.age);
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

/** `one every day; a full copy takes 6.2 h` */
function rhythm({ full, incremental }: Schedule): string {
  const { period } = incremental ?? full;
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
      return rpo === null || oldestNewest(schedule, of.policy.asOf) <= rpo;
    });
  const period = PARTS.map((part) => ms(Math.floor(least / part))).find(
    (each) => each > 0 && each < of.policy.full && mends(each),
  );
  if (period !== undefined) {
    return `Set "incremental: ${span(period)}" in ${policyPath(strategy, of.number)}.`;
  }
  const standby = `standby: { site: ${otherSite(scenario, strategy)}, capacity: 50% }`;
  return `Add "${standby}" to ${pathOf('strategies', strategy.name)}, or ask for a longer RPO.`;
}
