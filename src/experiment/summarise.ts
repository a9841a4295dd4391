import { inSeconds, inYears, type Ms, YEAR } from '../base/units.js';
import { type Phase, PHASES } from '../model/runbook.js';
import { notSimulated } from '../model/not-simulated.js';
import { breakEvenFrequency } from '../price/break-even.js';
import { COMPONENTS } from '../price/infrastructure.js';
import type { Plan } from '../simulate/plan.js';
import { exceedanceCurve, tailValueAtRisk, valueAtRisk } from '../stats/exceedance.js';
import {
  type Estimate,
  estimateOfAmount,
  estimateOfProportion,
  estimateOfRate,
  estimateOfRatio,
} from '../stats/interval.js';
import { canStrike, neverStruck } from './can-strike.js';
import type { DifferenceTally } from './difference-tally.js';
import { judged } from './gates.js';
import type { MoneyTally } from './money-tally.js';
import type { ServiceTally } from './service-tally.js';
import { recoveryOf } from './spread.js';
import type { DifferenceSummary, ServiceSummary, StrategySummary, Summary } from './summary.js';
import type { Tally } from './tally.js';

/** What a run is known by, beside its figures. */
export interface RunIdentity {
  readonly seed: string;
  readonly version: string;
  readonly scenarioHash: string;
  readonly interrupted: boolean;
}

const SECONDS_PER_YEAR = inSeconds(YEAR);
const EXCEEDANCE_POINTS = 200;
type MoneyName = Parameters<MoneyTally['ratios']['tally']>[0];
/** Levels of value at risk, by their name in per cent. */
const RISK_LEVELS = { '95': 0.95, '99': 0.99, '99.6': 0.996 } as const;
/** Years that must lie beyond a level before its value at risk is told. */
const YEARS_BEYOND = 20;

/** The result of a run: every figure with how sure it is (design §8). */
export function summarise(plan: Plan, tally: Tally, identity: RunIdentity): Summary {
  const { scenario } = plan;
  const { seed, version, scenarioHash, interrupted } = identity;
  const names = scenario.strategies.map(({ name }) => name);
  const strategies = named(scenario.strategies, (_, strategy) =>
    strategySummary(plan, tally, strategy),
  );
  const { trials } = tally;
  const gates = judged({ trials, strategies }, scenario.gates);
  const leftOut = notSimulated(scenario);
  return {
    scenario: scenario.name,
    title: scenario.title,
    seed,
    trials,
    horizonYears: inYears(scenario.horizon),
    currency: scenario.currency,
    version,
    scenarioHash,
    ...(interrupted && { interrupted: true as const }),
    baseline: names[0]!,
    disastersPerYear: named(scenario.threats, (_, threat) =>
      estimateOfRate(tally.disasters[threat]!.tally('perYear')),
    ),
    strategies,
    differences: Object.fromEntries(
      tally.differences.map((difference, index) => [
        `${names[index + 1]!} vs ${names[0]!}`,
        differenceSummary(plan, difference, {
          trials,
          unseen: lostNothing(tally, 0) && lostNothing(tally, index + 1),
        }),
      ]),
    ),
    ...(gates.length > 0 && { gates }),
    ...(leftOut.length > 0 && { notSimulated: leftOut }),
    assumptions: scenario.assumptions,
  };
}

function strategySummary(plan: Plan, tally: Tally, number: number): StrategySummary {
  const { scenario } = plan;
  const { services, byThreat, money } = tally.strategies[number]!;
  const annual = (name: MoneyName) => estimateOfAmount(money.ratios.tally(name), tally);
  // No price and no loss is below 0.
  const certain = (name: MoneyName) =>
    estimateOfRatio(money.ratios.tally(name), { trials: tally.trials, nonNegative: true });
  const total = certain('total');
  const strategy = scenario.strategies[number]!;
  const strikes = scenario.threats.map((threat) => canStrike(threat, strategy, scenario));
  return {
    title: strategy.title,
    services: named(scenario.services, (_, service) =>
      serviceSummary(
        plan,
        { service, all: services[service]!, byThreat: byThreat[service]!, strikes },
        tally,
      ),
    ),
    annual: {
      downtimeCost: annual('downtimeCost'),
      dataLossCost: annual('dataLossCost'),
      recoveryCost: annual('recoveryCost'),
      loss: annual('loss'),
      infrastructureCost: certain('infrastructureCost'),
      total: lostNothing(tally, number) ? withoutInterval(total) : total,
    },
    infrastructure: Object.fromEntries(COMPONENTS.map((name) => [name, certain(name)])),
    exceedance: exceedanceOf(money),
    finance: { breakEvenFrequency: number === 0 ? null : breakEven(tally, number) },
  };
}

/** No loss was seen, so how large a first one would be is not known. */
function lostNothing(tally: Tally, number: number): boolean {
  return tally.strategies[number]!.money.ratios.tally('loss').sumY === 0;
}

function withoutInterval({ mean }: Estimate): Estimate {
  return { mean, ci95: null };
}

function breakEven(tally: Tally, number: number): number | null {
  const yearly = (strategy: number) => {
    const { ratios } = tally.strategies[strategy]!.money;
    return {
      loss: ratios.tally('loss').ratio ?? 0,
      infrastructure: ratios.tally('infrastructureCost').ratio ?? 0,
    };
  };
  const [own, baseline] = [yearly(number), yearly(0)];
  // Where nothing differs there is no frequency from which anything pays.
  if (own.loss === baseline.loss && own.infrastructure === baseline.infrastructure) return null;
  const disasters = tally.baselineDisasters.tally('perYear').ratio ?? 0;
  return breakEvenFrequency(own, baseline, disasters);
}

function exceedanceOf({ yearLoss, yearLargest }: MoneyTally): StrategySummary['exceedance'] {
  const rising = yearLoss.rising;
  const atRisk = (measure: (rising: Float64Array, level: number) => number | null) =>
    Object.fromEntries(
      Object.entries(RISK_LEVELS).map(([name, level]) => [
        name,
        rising.length * (1 - level) >= YEARS_BEYOND ? measure(rising, level) : null,
      ]),
    );
  return {
    aep: exceedanceCurve(rising, EXCEEDANCE_POINTS),
    oep: exceedanceCurve(yearLargest.rising, EXCEEDANCE_POINTS),
    var: atRisk(valueAtRisk),
    tvar: atRisk(tailValueAtRisk),
  };
}

interface ServiceFigures {
  /** Number of the service. */
  readonly service: number;
  readonly all: ServiceTally;
  readonly byThreat: readonly ServiceTally[];
  /** By threat: whether it can strike the strategy at all. */
  readonly strikes: readonly boolean[];
}

function serviceSummary(plan: Plan, of: ServiceFigures, { trials }: Tally): ServiceSummary {
  const { scenario } = plan;
  const { title, objectives } = scenario.services[of.service]!;
  const { all } = of;
  const tally = all.ratios.tally.bind(all.ratios);
  const rate = (name: Parameters<typeof tally>[0]) => estimateOfRate(tally(name));
  const perYear = (name: Parameters<typeof tally>[0]) => estimateOfAmount(tally(name), { trials });
  const struck = of.strikes.includes(true);
  const attained = (name: 'rtoAttainment' | 'rpoAttainment') => {
    const share = estimateOfProportion(tally(name), { trials });
    return struck ? share : neverStruck(share);
  };
  return {
    title,
    objectives: { rto: secondsOf(objectives.rto), rpo: secondsOf(objectives.rpo) },
    incidentsPerYear: rate('incidentsPerYear'),
    affectedShare: estimateOfProportion(tally('affectedShare'), { trials }),
    ...recoveryOf(all, trials, struck),
    rtoAttainment: objectives.rto === null ? null : attained('rtoAttainment'),
    rpoAttainment: objectives.rpo === null ? null : attained('rpoAttainment'),
    rtoMissesPerYear: objectives.rto === null ? null : rate('rtoMissesPerYear'),
    rpoMissesPerYear: objectives.rpo === null ? null : rate('rpoMissesPerYear'),
    unrecoverablePerYear: rate('unrecoverablePerYear'),
    absorbedPerYear: rate('absorbedPerYear'),
    exposuresPerYear: rate('exposuresPerYear'),
    outagePerYear: perYear('outagePerYear'),
    downtimePerYear: perYear('downtimePerYear'),
    laterOutagePerYear: perYear('laterOutagePerYear'),
    failbackPerYear: perYear('failbackPerYear'),
    availability: 1 - (tally('downtimePerYear').ratio ?? 0) / SECONDS_PER_YEAR,
    lostBytesPerYear: perYear('lostBytesPerYear'),
    phases: phasesOf(all),
    byThreat: named(scenario.threats, (_, threat) => {
      const one = of.byThreat[threat]!;
      const { rto, rpo } = recoveryOf(one, trials, of.strikes[threat]!);
      return { incidentsPerYear: estimateOfRate(one.ratios.tally('incidentsPerYear')), rto, rpo };
    }),
  };
}

function phasesOf({ phases, rto }: ServiceTally): Partial<Record<Phase, number>> {
  const waited = PHASES.filter((phase) => phases.has(phase));
  return Object.fromEntries(waited.map((phase) => [phase, phases.get(phase)! / rto.size]));
}

function differenceSummary(
  plan: Plan,
  { ratios, downtime }: DifferenceTally,
  { trials, unseen }: { trials: number; unseen: boolean },
): DifferenceSummary {
  const difference = (name: 'total' | 'loss') => {
    const estimate = estimateOfRatio(ratios.tally(name), { trials });
    return unseen ? withoutInterval(estimate) : estimate;
  };
  return {
    total: difference('total'),
    loss: difference('loss'),
    infrastructureCost: estimateOfRatio(ratios.tally('infrastructureCost'), { trials }),
    chanceCheaper: estimateOfProportion(ratios.tally('chanceCheaper'), { trials }),
    downtimePerYear: named(plan.scenario.services, (_, service) =>
      estimateOfRatio(downtime[service]!, { trials }),
    ),
  };
}

function secondsOf(duration: Ms | null): number | null {
  return duration === null ? null : inSeconds(duration);
}

function named<T extends { readonly name: string }, V>(
  items: readonly T[],
  valueOf: (item: T, number: number) => V,
): Record<string, V> {
  return Object.fromEntries(items.map((item, number) => [item.name, valueOf(item, number)]));
}
