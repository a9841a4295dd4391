import { inYears } from '../base/units.js';
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
import { addedWriteLatency } from './added-write-latency.js';
import { byName } from './by-name.js';
import { bytesSummary } from './bytes-summary.js';
import { canStrike } from './can-strike.js';
import type { DifferenceTally } from './difference-tally.js';
import { discountRateOf } from './finance/finance-tally.js';
import { financeSummary } from './finance/summarise-finance.js';
import { judged } from './gates.js';
import type { MoneyTally } from './money-tally.js';
import { serviceSummary } from './service-summary.js';
import type { DifferenceSummary, StrategySummary, Summary, ThreatLoss } from './summary.js';
import type { Tally } from './tally.js';
import type { ThreatTally } from './threat-tally.js';

/** What a run is known by, beside its figures. */
export interface RunIdentity {
  readonly seed: string;
  readonly version: string;
  readonly scenarioHash: string;
  readonly interrupted: boolean;
}

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
  const strategies = byName(scenario.strategies, (_, strategy) =>
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
    finance: { discountRate: discountRateOf(scenario), real: scenario.finance.real },
    disastersPerYear: byName(scenario.threats, (_, threat) =>
      estimateOfRate(tally.disasters[threat]!.tally('perYear')),
    ),
    strategies,
    differences: Object.fromEntries(
      tally.differences.map((difference, index) => [
        `${names[index + 1]!} vs ${names[0]!}`,
        differenceSummary(plan, difference, {
          trials,
          unseen: lostNothing(tally, 0) && lostNothing(tally, index + 1),
          unseenThreats: scenario.threats.map((_, threat) =>
            [0, index + 1].every((number) => lostNothingTo(tally, number, threat)),
          ),
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
  const { services, byThreat, threats, money, bytes } = tally.strategies[number]!;
  const annual = (name: MoneyName) => estimateOfAmount(money.ratios.tally(name), tally);
  // No price and no loss is below 0.
  const certain = (name: MoneyName) =>
    estimateOfRatio(money.ratios.tally(name), { trials: tally.trials, nonNegative: true });
  const total = certain('total');
  const strategy = scenario.strategies[number]!;
  const strikes = scenario.threats.map((threat) => canStrike(threat, strategy, scenario));
  const waits = addedWriteLatency(strategy, scenario.links);
  return {
    title: strategy.title,
    services: byName(scenario.services, (_, service) =>
      serviceSummary(
        plan,
        { service, all: services[service]!, byThreat: byThreat[service]!, strikes, waits },
        tally.trials,
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
    byThreat: byName(scenario.threats, (_, threat) =>
      threatLoss(threats[threat]!, { trials: tally.trials, struck: strikes[threat]! }),
    ),
    bytes: bytesSummary(plan, number, { tally: bytes, trials: tally.trials }),
    infrastructure: Object.fromEntries(COMPONENTS.map((name) => [name, certain(name)])),
    exceedance: exceedanceOf(money),
    finance: financeSummary(plan, tally, {
      number,
      unseen: lostNothing(tally, 0) && lostNothing(tally, number),
      plainBreakEven: number === 0 ? null : breakEven(tally, number),
    }),
  };
}

/** @param struck whether the threat can strike the strategy at all */
function threatLoss(
  { ratios }: ThreatTally,
  { trials, struck }: { trials: number; struck: boolean },
): ThreatLoss {
  const rate = estimateOfRate(ratios.tally('disastersPerYear'));
  const annual = (name: 'downtimeCost' | 'dataLossCost' | 'recoveryCost' | 'loss') =>
    certainlyNone(estimateOfAmount(ratios.tally(name), { trials }));
  // No bound is needed on what cannot be.
  const certainlyNone = (estimate: Estimate): Estimate =>
    struck ? estimate : { mean: estimate.mean, ci95: null, never: true };
  return {
    disastersPerYear: certainlyNone(rate),
    downtimeCost: annual('downtimeCost'),
    dataLossCost: annual('dataLossCost'),
    recoveryCost: annual('recoveryCost'),
    loss: annual('loss'),
  };
}

/** No loss was seen, so how large a first one would be is not known. */
function lostNothing(tally: Tally, number: number): boolean {
  return tally.strategies[number]!.money.ratios.tally('loss').sumY === 0;
}

function lostNothingTo(tally: Tally, number: number, threat: number): boolean {
  return tally.strategies[number]!.threats[threat]!.ratios.tally('loss').sumY === 0;
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

function differenceSummary(
  plan: Plan,
  { ratios, downtime, lossByThreat }: DifferenceTally,
  {
    trials,
    unseen,
    unseenThreats,
  }: { trials: number; unseen: boolean; unseenThreats: readonly boolean[] },
): DifferenceSummary {
  const { services, threats } = plan.scenario;
  const difference = (name: 'total' | 'loss') => {
    const estimate = estimateOfRatio(ratios.tally(name), { trials });
    return unseen ? withoutInterval(estimate) : estimate;
  };
  return {
    total: difference('total'),
    loss: difference('loss'),
    infrastructureCost: estimateOfRatio(ratios.tally('infrastructureCost'), { trials }),
    chanceCheaper: estimateOfProportion(ratios.tally('chanceCheaper'), { trials }),
    lossByThreat: byName(threats, (_, threat) => {
      const estimate = estimateOfRatio(lossByThreat.tallies[threat]!, { trials });
      return unseenThreats[threat] ? withoutInterval(estimate) : estimate;
    }),
    downtimePerYear: byName(services, (_, service) =>
      estimateOfRatio(downtime.tallies[service]!, { trials }),
    ),
  };
}
