import { inSeconds, ms, YEAR } from '../base/units.js';
import { type Gate, GATE_MEASURES, type GateMeasure, type GateRule } from '../model/gate.js';
import { MOST_TRIALS } from '../model/scenario.js';
import type { Estimate } from '../stats/interval.js';
import type { Interval } from '../stats/score-interval.js';
import { trialsNeeded } from '../stats/trials-needed.js';
import type { GateResult, ServiceSummary, Spread, StrategySummary, Summary } from './summary.js';

const SECONDS_PER_YEAR = inSeconds(YEAR);
/** Roundings that a sum may be off by, relative to the bound. */
const DUST = 1e-12;
/** Incidents from which equal recovery times are no accident but the law. */
const BEYOND_CHANCE = 30;
/** Pairs of trials that may still be touched, when none was: 1 - e^-3 is 95 %. */
const RULE_OF_THREE = 3;

type Judged = Pick<Summary, 'trials' | 'strategies'>;

/**
 * Whether the promises are kept (design §9): kept when the whole 95 % interval is on the right side
 * of the bound, missed when it is wholly on the wrong one, otherwise undecided. A figure that is
 * certain and equal to the bound keeps it.
 *
 * A gate without a strategy is judged for each; one about services without a service for each that
 * has the objective it is about.
 *
 * @param gates of strategies and services that the summary has
 */
export function judged(summary: Judged, gates: readonly Gate[]): readonly GateResult[] {
  return gates.flatMap((gate) =>
    Object.entries(summary.strategies)
      .filter(([strategy]) => gate.strategy === null || gate.strategy === strategy)
      .flatMap(([strategy, figures]) =>
        subjects(gate, figures, summary.trials).map(({ service, estimate }) => ({
          gate: gate.text,
          strategy,
          service,
          ...judgement(gate, estimate, summary.trials),
        })),
      ),
  );
}

interface Subject {
  readonly service: string | null;
  readonly estimate: Estimate;
}

/** What a gate is about under one strategy. */
function subjects(gate: Gate, strategy: StrategySummary, trials: number): Subject[] {
  const { measure } = gate;
  if (isOfStrategy(measure)) {
    return [{ service: null, estimate: OF_STRATEGY[measure](strategy.annual) }];
  }
  return Object.entries(strategy.services)
    .filter(([service]) => gate.service === null || gate.service === service)
    .flatMap(([service, figures]) => {
      const estimate = OF_SERVICE[measure](figures, trials);
      return estimate === null ? [] : [{ service, estimate }];
    });
}

type StrategyMeasure = {
  [M in GateMeasure]: (typeof GATE_MEASURES)[M]['of'] extends 'strategy' ? M : never;
}[GateMeasure];

const isOfStrategy = (measure: GateMeasure): measure is StrategyMeasure =>
  GATE_MEASURES[measure].of === 'strategy';

const OF_STRATEGY: Readonly<
  Record<StrategyMeasure, (annual: StrategySummary['annual']) => Estimate>
> = {
  loss: ({ loss }) => loss,
  'downtime cost': ({ downtimeCost }) => downtimeCost,
  'data loss cost': ({ dataLossCost }) => dataLossCost,
  'infrastructure cost': ({ infrastructureCost }) => infrastructureCost,
  total: ({ total }) => total,
};

/** Null where the service has no such objective. */
const OF_SERVICE: Readonly<
  Record<
    Exclude<GateMeasure, StrategyMeasure>,
    (service: ServiceSummary, trials: number) => Estimate | null
  >
> = {
  'P(rto within objective)': ({ rtoAttainment }) => rtoAttainment,
  'P(rpo within objective)': ({ rpoAttainment }) => rpoAttainment,
  availability: availabilityOf,
  'mean rto': ({ rto }, trials) => meanOf(rto, trials),
  'mean rpo': ({ rpo }, trials) => meanOf(rpo, trials),
  incidents: ({ incidentsPerYear }) => incidentsPerYear,
  'rto misses': ({ rtoMissesPerYear }) => rtoMissesPerYear,
  'rpo misses': ({ rpoMissesPerYear }) => rpoMissesPerYear,
  unrecoverable: ({ unrecoverablePerYear }) => unrecoverablePerYear,
  downtime: ({ downtimePerYear }, trials) => yearlyTime(downtimePerYear, trials),
  outage: ({ outagePerYear }, trials) => yearlyTime(outagePerYear, trials),
};

/** A mean over incidents; a few equal ones do not make it certain. */
function meanOf({ mean, ci95, needs, never, n }: Spread, trials: number): Estimate {
  const alike = ci95 !== null && ci95[0] === ci95[1] && n < BEYOND_CHANCE;
  if (!alike) {
    return { mean, ci95, ...(needs !== undefined && { needs }), ...(never && { never }) };
  }
  return { mean, ci95: null, needs: trialsNeeded({ trials, required: BEYOND_CHANCE, seen: n }) };
}

/**
 * Seconds per year, of which a year has only so many: where none was seen, at most 3 of all pairs of
 * trials (within which luck is shared) may still be down, at worst from beginning to end.
 */
function yearlyTime(estimate: Estimate, trials: number): Estimate {
  if (estimate.mean !== 0 || estimate.ci95 !== null) return estimate;
  const pairs = Math.max(1, Math.floor(trials / 2));
  return { mean: 0, ci95: [0, SECONDS_PER_YEAR * Math.min(1, RULE_OF_THREE / pairs)] };
}

/** 1 - downtime / time, with the interval of the downtime. */
function availabilityOf({ downtimePerYear }: ServiceSummary, trials: number): Estimate {
  const { mean, ci95, needs } = yearlyTime(downtimePerYear, trials);
  const without = (downtime: number) => Math.max(0, 1 - downtime / SECONDS_PER_YEAR);
  return {
    mean: mean === null ? null : without(mean),
    ci95: ci95 === null ? null : [without(ci95[1]), without(ci95[0])],
    ...(needs !== undefined && { needs }),
  };
}

type Judgement = Omit<GateResult, 'gate' | 'strategy' | 'service'>;

function judgement(gate: Gate, figure: Estimate, trials: number): Judgement {
  const { mean, ci95, needs, never } = figure;
  const { measure, relation } = gate;
  const { unit, bound } = inSummaryUnit(gate);
  const outcome = outcomeOf(ci95, { relation, bound });
  const common = { measure, relation, bound, unit, outcome, value: mean, ci95 };
  if (outcome !== 'undecided') return common;
  if (never) return { ...common, why: 'nothing strikes' };
  if (mean === null || (ci95 === null && needs !== undefined)) {
    return { ...common, why: 'too few seen', ...(needs !== undefined && { needsTrials: needs }) };
  }
  if (ci95 === null) return { ...common, why: 'nothing lost' };
  const most = unit === 'share' ? 1 : Infinity;
  if (bound === (relation === '<=' ? 0 : most)) return { ...common, why: 'never certain' };
  const needsTrials = trialsToDecide({ mean, ci95, bound }, trials);
  return needsTrials === null
    ? { ...common, why: 'too close' }
    : { ...common, why: 'too wide', needsTrials };
}

/** A gate's bound in the unit that the summary has the measure in. */
function inSummaryUnit({ measure, bound }: Gate): Pick<GateResult, 'unit' | 'bound'> {
  const rule: GateRule = GATE_MEASURES[measure];
  switch (rule.dimension) {
    case 'share':
      return { unit: 'share', bound };
    case 'frequency':
      return { unit: 'per year', bound };
    case 'duration':
      return { unit: rule.yearly ? 'seconds per year' : 'seconds', bound: inSeconds(ms(bound)) };
    default:
      return { unit: 'money per year', bound };
  }
}

function outcomeOf(
  ci95: Interval | null,
  { relation, bound }: Pick<Gate, 'relation' | 'bound'>,
): GateResult['outcome'] {
  if (ci95 === null) return 'undecided';
  const slack = DUST * bound;
  const [low, high] = ci95;
  const kept = relation === '>=' ? low >= bound - slack : high <= bound + slack;
  if (kept) return 'kept';
  const missed = relation === '>=' ? high < bound - slack : low > bound + slack;
  return missed ? 'missed' : 'undecided';
}

/**
 * Trials after which an interval around the bound would about leave it. It narrows with the square
 * root of their number, and with their number where the value is as good as it can be and the
 * interval only says what was never seen. Null when that is more than anybody waits for.
 */
function trialsToDecide(
  { mean, ci95, bound }: { mean: number; ci95: Interval; bound: number },
  trials: number,
): number | null {
  const [low, high] = ci95;
  // An interval that is cut at 0 says by its upper end how wide it is.
  const below = low > 0 ? mean - low : Math.max(mean, high - mean);
  const reach = bound < mean ? below : high - mean;
  const ratio = reach / Math.abs(mean - bound);
  const neverSeen = mean === low || mean === high;
  const required = neverSeen ? ratio : ratio * ratio;
  if (!(trials * required <= MOST_TRIALS)) return null;
  return trialsNeeded({ trials, required, seen: 1 });
}
