import type { BackupPolicy } from '../model/backup-policy.js';
import { holding } from '../model/retention.js';
import type { Detection, Standby, Strategy } from '../model/strategy.js';
import type { Uncertain } from '../model/uncertain.js';
import { ms } from '../base/units.js';
import { point } from '../random/point.js';
import { uniform } from '../random/uniform.js';
import { type Compiling, stepLuck, stepNumber, stepPlan } from './compiling.js';
import type {
  BackupPlan,
  CleaningPlan,
  DetectionPlan,
  Hazard,
  StandbyPlan,
  StepPlan,
  StrategyPlan,
} from './plan.js';

/** A strategy by numbers. @param hazards what may strike it */
export function strategyPlan(
  about: Compiling,
  strategy: Strategy,
  hazards: readonly Hazard[],
): StrategyPlan {
  const { parameters, sites } = about;
  const failover = strategy.failover.steps.map((step) => stepPlan(about, step));
  const rollForward = strategy.standbys.some(({ replication }) => replication.late)
    ? [replayStep(about), ...failover]
    : failover;
  const restore = strategy.restore.steps.map((step) => stepPlan(about, step));
  return {
    name: strategy.name,
    primary: sites.indexOf(strategy.primary),
    capacity: parameters.add(`standby/${strategy.primary}/capacity`, strategy.capacity),
    standbys: strategy.standbys.map((standby) => standbyPlan(about, standby)),
    halts: strategy.standbys.some(({ replication }) => replication.onPartition === 'halt'),
    pauses: strategy.standbys.some(({ replication }) => replication.reconnect > 0),
    forgets: strategy.standbys.some(({ replication }) => replication.keeps !== null),
    backups: strategy.backups.map((policy) => backupPlan(about, policy, strategy)),
    detection: detectionPlan(about, strategy.detection),
    decision: stepLuck(about, 'decide', strategy.decision),
    automatic: strategy.failover.automatic,
    failover,
    rollForward,
    ramp: strategy.failover.ramp && stepLuck(about, 'ramp', strategy.failover.ramp),
    restore,
    restoreTakes: ms(restore.reduce((sum, { takes }) => sum + (takes?.law.mean ?? 0), 0)),
    cleaning: hazards.map(
      ({ wipes }) => wipes && cleaned({ failover, rollForward, restore }, wipes.clean),
    ),
    switchover: stepLuck(about, 'failback', strategy.failback.switchover),
    rebuildFromNothing: stepLuck(about, 'rebuild', strategy.rebuildFromNothing),
    costs: strategy.costs.map(({ name, rate }) => ({
      name,
      rate: parameters.add(`costs/${name}`, rate),
    })),
  };
}

/** What is applied is what a copy has received, which lasts as long as there is much of it. */
function replayStep(about: Compiling): StepPlan {
  const number = stepNumber(about, 'replay/received');
  return { name: 'replay', number, phase: 'replay', takes: null, tail: null };
}

/** A standby is cleaned before anything else but its replay, a backup once it has been moved. */
function cleaned(
  { failover, rollForward, restore }: Pick<StrategyPlan, 'failover' | 'rollForward' | 'restore'>,
  clean: StepPlan,
): CleaningPlan {
  const moved = restore.findLastIndex(({ takes }) => !takes) + 1;
  return {
    failover: [clean, ...failover],
    rollForward: rollForward.toSpliced(rollForward.length - failover.length, 0, clean),
    restore: restore.toSpliced(moved, 0, clean),
  };
}

function standbyPlan(
  about: Compiling,
  { site, capacity, clients, replication }: Standby,
): StandbyPlan {
  return {
    site: about.sites.indexOf(site),
    clients,
    capacity: about.parameters.add(`standby/${site}/capacity`, capacity),
    apply: replication.mode === 'sync' ? null : stepLuck(about, 'apply', replication.apply),
    halts: replication.onPartition === 'halt',
    reconnect: replication.reconnect,
    keeps: replication.keeps ?? Infinity,
    delay: replication.late?.delay ?? ms(0),
    replayRate:
      replication.late &&
      about.parameters.add(`standby/${site}/replayRate`, replication.late.replayRate),
  };
}

function backupPlan(
  { scenario, sites, parameters, purposes }: Compiling,
  policy: BackupPolicy,
  { primary, standbys }: Strategy,
): BackupPlan {
  const { name, store, full, incremental, offset, asOf, storage } = policy;
  const add = <U extends number>(what: string, value: Uncertain<U>) =>
    parameters.add(`backups/${name}/${what}`, value);
  const fails = (kind: string) =>
    scenario.services.map((service) =>
      purposes.of(`backups/${name}/${kind}/${service.name}/fails`),
    );
  return {
    name,
    store: sites.indexOf(store),
    places: [...new Set([primary, ...standbys.map(({ site }) => site), store])].map((site) =>
      sites.indexOf(site),
    ),
    account: policy.account,
    offline: policy.offline,
    immutable: policy.immutable ?? ms(0),
    retention: policy.retention,
    full,
    incremental,
    offset,
    overhead: add('overhead', policy.overhead),
    throughput: add('throughput', policy.throughput),
    restoreRate: add('restoreRate', policy.restoreRate),
    reduction: add('reduction', policy.reduction),
    asOf,
    jobFailure: add('jobFailure', policy.jobFailure),
    holds: holding(policy.retention, { full, incremental, start: scenario.start + offset }),
    storage,
    fullFails: fails('full'),
    incrementalFails: fails('incremental'),
  };
}

function detectionPlan(about: Compiling, detection: Detection): DetectionPlan {
  if (detection.kind === 'after') {
    return { kind: 'after', time: stepLuck(about, 'detect', detection.time) };
  }
  const { interval, failures, timeout, phase } = detection;
  const law = phase === null ? uniform({ low: 0, high: interval }) : point(phase);
  return {
    kind: 'healthCheck',
    interval,
    failures,
    timeout,
    phase: stepLuck(about, 'detect', { law, drawn: 'each' }),
  };
}
