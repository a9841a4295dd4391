import type { Detection, Standby, Strategy } from '../model/strategy.js';
import { ms } from '../base/units.js';
import { point } from '../random/point.js';
import { uniform } from '../random/uniform.js';
import { storePlans } from './compile-stores.js';
import { type Compiling, stepLuck, stepNumber, stepPlan } from './compiling.js';
import type {
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
  const replay = afterMoving(restore, replayStep(about));
  return {
    name: strategy.name,
    primary: sites.indexOf(strategy.primary),
    capacity: parameters.add(`standby/${strategy.primary}/capacity`, strategy.capacity),
    standbys: strategy.standbys.map((standby, _, all) => standbyPlan(about, standby, all)),
    backups: storePlans(about, strategy),
    halts: strategy.standbys.some(({ replication }) => replication.onPartition === 'halt'),
    pauses: strategy.standbys.some(({ replication }) => replication.reconnect > 0),
    relays: strategy.standbys.some(({ from }) => from !== null),
    forgets: strategy.standbys.some(({ replication }) => replication.keeps !== null),
    detection: detectionPlan(about, strategy.detection),
    decision: stepLuck(about, 'decide', strategy.decision),
    automatic: strategy.failover.automatic,
    mostLost: strategy.failover.mostLost,
    failover,
    rollForward,
    ramp: strategy.failover.ramp && stepLuck(about, 'ramp', strategy.failover.ramp),
    restore,
    replay,
    restoreTakes: ms(restore.reduce((sum, { takes }) => sum + (takes?.law.mean ?? 0), 0)),
    cleaning: hazards.map(
      ({ wipes }) => wipes && cleaned({ failover, rollForward, restore, replay }, wipes.clean),
    ),
    switchover: stepLuck(about, 'failback', strategy.failback.switchover),
    rebuildFromNothing: stepLuck(about, 'rebuild', strategy.rebuildFromNothing),
    costs: strategy.costs.map(({ name, rate }) => ({
      name,
      rate: parameters.add(`costs/${name}`, rate),
    })),
    investment: strategy.investment.map(({ name, amount }) =>
      parameters.add(`investment/${name}`, amount),
    ),
  };
}

/** A standby is cleaned before anything else but its replay, a backup once it has been moved. */
function cleaned(
  { failover, rollForward, restore, replay }: CleaningPlan,
  clean: StepPlan,
): CleaningPlan {
  return {
    failover: [clean, ...failover],
    rollForward: rollForward.toSpliced(rollForward.length - failover.length, 0, clean),
    restore: afterMoving(restore, clean),
    replay: afterMoving(replay, clean),
  };
}

/** A restore with one more step once all data is there. */
function afterMoving(restore: readonly StepPlan[], step: StepPlan): readonly StepPlan[] {
  return restore.toSpliced(restore.findLastIndex(({ does }) => does !== 'takes') + 1, 0, step);
}

/** A log is applied, or what a copy has received: it lasts as long as there is much of it. */
function replayStep(about: Compiling): StepPlan {
  const number = stepNumber(about, 'replay/log');
  return { name: 'replay', number, phase: 'replay', does: 'replays', takes: null, tail: null };
}

function standbyPlan(
  about: Compiling,
  { site, capacity, clients, replication, from }: Standby,
  all: readonly Standby[],
): StandbyPlan {
  return {
    site: about.sites.indexOf(site),
    clients,
    capacity: about.parameters.add(`standby/${site}/capacity`, capacity),
    apply: replication.mode === 'sync' ? null : stepLuck(about, 'apply', replication.apply),
    halts: replication.onPartition === 'halt',
    reconnect: replication.reconnect,
    keeps: replication.keeps ?? Infinity,
    from: from === null ? null : 1 + all.findIndex((other) => other.site === from),
    delay: replication.late?.delay ?? ms(0),
    replayRate:
      replication.late &&
      about.parameters.add(`standby/${site}/replayRate`, replication.late.replayRate),
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
