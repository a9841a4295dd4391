import { inSeconds, type Ms, YEAR } from '../base/units.js';
import { type Phase, PHASES } from '../model/runbook.js';
import type { Plan } from '../simulate/plan.js';
import {
  type Estimate,
  estimateOfAmount,
  estimateOfProportion,
  estimateOfRate,
} from '../stats/interval.js';
import { byName } from './by-name.js';
import { neverStruck } from './can-strike.js';
import type { ServiceTally } from './service-tally.js';
import { recoveryOf } from './spread.js';
import type { ServiceSummary } from './summary.js';

const SECONDS_PER_YEAR = inSeconds(YEAR);

interface ServiceFigures {
  /** Number of the service. */
  readonly service: number;
  readonly all: ServiceTally;
  readonly byThreat: readonly ServiceTally[];
  /** What each of its writes waits for synchronous copies; null where none does. */
  readonly waits: Estimate | null;
  /** By threat: whether it can strike the strategy at all. */
  readonly strikes: readonly boolean[];
}

/** What one service goes through under one strategy, with how sure each figure is. */
export function serviceSummary(plan: Plan, of: ServiceFigures, trials: number): ServiceSummary {
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
    exposedBeforeDetection: unnoticedIn(all, trials, struck),
    ...(of.waits && { addedWriteLatency: of.waits }),
    phases: phasesOf(all),
    byThreat: byName(scenario.threats, (_, threat) => {
      const one = of.byThreat[threat]!;
      const strikes = of.strikes[threat]!;
      const { rto, rpo } = recoveryOf(one, trials, strikes);
      return {
        incidentsPerYear: estimateOfRate(one.ratios.tally('incidentsPerYear')),
        rto,
        rpo,
        exposedBeforeDetection: unnoticedIn(one, trials, strikes),
      };
    }),
  };
}

/** Where nothing went unnoticed, nobody saw how long a first one would. */
function unnoticedIn({ ratios }: ServiceTally, trials: number, struck: boolean): Estimate {
  const estimate = estimateOfAmount(ratios.tally('exposedBeforeDetection'), { trials });
  return struck ? estimate : neverStruck(estimate);
}

function phasesOf({ phaseTimes, rto }: ServiceTally): Partial<Record<Phase, number>> {
  const shares = PHASES.map((phase, number) => [phase, phaseTimes[number]! / rto.size] as const);
  return Object.fromEntries(shares.filter(([, share]) => share > 0));
}

function secondsOf(duration: Ms | null): number | null {
  return duration === null ? null : inSeconds(duration);
}
