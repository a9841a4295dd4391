import type {
  DifferenceSummary,
  ServiceSummary,
  Spread,
  StrategySummary,
  Summary,
} from '../experiment/summary.js';
import type { Estimate } from '../stats/interval.js';
import { durationOf } from './amounts.js';
import { named } from './display-width.js';

/** What the figures of a measure count, in SI units and the summary's currency. */
export type Unit =
  'seconds' | 'seconds per year' | 'share' | 'times' | 'per year' | 'money' | 'money per year';

/**
 * `doesNotApply`: nobody asked for it (no objective set, the baseline against itself).
 * `unrecoverable`: there is no recovery point, since no data was ever recovered.
 */
export type Figure = Estimate | 'never' | 'doesNotApply' | 'unrecoverable';

/** One row of every table: how it is called, what it counts, and where it stands in the summary. */
export interface Measure<Of> {
  /** Its name in CSV. */
  readonly name: string;
  readonly label: (of: Of) => string;
  readonly unit: Unit;
  readonly pick: (of: Of) => Figure;
  /** Left out where it applies to nobody. */
  readonly whereItApplies?: true;
  /** Left out of the terminal's table, which has to fit on a screen. */
  readonly fullTablesOnly?: true;
}

/** One strategy beside what it changes against the baseline; the baseline has no difference. */
export interface PricedStrategy {
  readonly strategy: StrategySummary;
  readonly difference: DifferenceSummary | null;
  readonly baseline: string;
  /** Whether any strategy has something that is paid once. */
  readonly someInvest: boolean;
}

/** A strategy of the summary by name, ready for `STRATEGY_MEASURES`. */
export function pricedStrategy(summary: Summary, name: string): PricedStrategy | undefined {
  const strategy = summary.strategies[name];
  if (strategy === undefined) return undefined;
  const difference = summary.differences[`${name} vs ${summary.baseline}`] ?? null;
  const someInvest = Object.values(summary.strategies).some(
    ({ finance }) => finance.investment.mean !== 0,
  );
  return { strategy, difference, baseline: summary.baseline, someInvest };
}

type Quantile = 'p50' | 'p95' | 'p99';

function quantile(spread: Spread, at: Quantile): Estimate {
  const needs = spread.needsTrials?.[at];
  return {
    mean: spread[at],
    ci95: spread.quantileCi95[at] ?? null,
    ...(needs !== undefined && { needs }),
    ...(spread.never && { never: true as const }),
  };
}

/** A figure of recovery points, as far as there are any. */
export function recoveryPoint({ rpo }: Pick<ServiceSummary, 'rpo'>, of: Quantile | 'mean'): Figure {
  if (rpo.n === 0 && rpo.unrecoverableShare.mean === 1) return 'unrecoverable';
  return of === 'mean' ? rpo : quantile(rpo, of);
}

const exactly = (value: number): Estimate => ({ mean: value, ci95: null });

const within = (word: string, objective: number | null) =>
  objective === null ? `${word} within objective` : `${word} within ${durationOf(objective)}`;

/** What one service goes through, in the order people ask. */
export const SERVICE_MEASURES: ReadonlyArray<Measure<ServiceSummary>> = [
  {
    name: 'incidents per year',
    label: () => 'Incidents per year',
    unit: 'per year',
    pick: (service) => service.incidentsPerYear,
  },
  {
    name: 'rto mean',
    label: () => 'RTO (achieved), mean',
    unit: 'seconds',
    pick: (service) => service.rto,
  },
  {
    name: 'rto p50',
    label: () => 'RTO, p50',
    unit: 'seconds',
    pick: (service) => quantile(service.rto, 'p50'),
    fullTablesOnly: true,
  },
  {
    name: 'rto p95',
    label: () => 'RTO, p95',
    unit: 'seconds',
    pick: (service) => quantile(service.rto, 'p95'),
  },
  {
    name: 'rto p99',
    label: () => 'RTO, p99',
    unit: 'seconds',
    pick: (service) => quantile(service.rto, 'p99'),
    fullTablesOnly: true,
  },
  {
    name: 'rto within objective',
    label: (service) => within('RTO', service.objectives.rto),
    unit: 'share',
    pick: (service) => service.rtoAttainment ?? 'doesNotApply',
  },
  {
    name: 'rto misses per year',
    label: () => 'RTO misses per year',
    unit: 'per year',
    pick: (service) => service.rtoMissesPerYear ?? 'doesNotApply',
    fullTablesOnly: true,
  },
  {
    name: 'time to full service mean',
    label: () => 'Time to full service, mean',
    unit: 'seconds',
    pick: (service) => service.timeToFull,
    fullTablesOnly: true,
  },
  {
    name: 'rpo mean',
    label: () => 'RPO (achieved), mean',
    unit: 'seconds',
    pick: (service) => recoveryPoint(service, 'mean'),
  },
  {
    name: 'rpo p50',
    label: () => 'RPO, p50',
    unit: 'seconds',
    pick: (service) => recoveryPoint(service, 'p50'),
    fullTablesOnly: true,
  },
  {
    name: 'rpo p95',
    label: () => 'RPO, p95',
    unit: 'seconds',
    pick: (service) => recoveryPoint(service, 'p95'),
  },
  {
    name: 'rpo p99',
    label: () => 'RPO, p99',
    unit: 'seconds',
    pick: (service) => recoveryPoint(service, 'p99'),
    fullTablesOnly: true,
  },
  {
    name: 'rpo within objective',
    label: (service) => within('RPO', service.objectives.rpo),
    unit: 'share',
    pick: (service) => service.rpoAttainment ?? 'doesNotApply',
  },
  {
    name: 'rpo misses per year',
    label: () => 'RPO misses per year',
    unit: 'per year',
    pick: (service) => service.rpoMissesPerYear ?? 'doesNotApply',
    fullTablesOnly: true,
  },
  {
    name: 'unrecoverable share',
    label: () => 'Data unrecoverable',
    unit: 'share',
    pick: (service) => service.rpo.unrecoverableShare,
  },
  {
    name: 'unrecoverable per year',
    label: () => 'Data unrecoverable per year',
    unit: 'per year',
    pick: (service) => service.unrecoverablePerYear,
    fullTablesOnly: true,
  },
  {
    name: 'unnoticed mean',
    label: () => 'Unnoticed before an outage, mean',
    unit: 'seconds',
    pick: (service) => service.exposedBeforeDetection,
    fullTablesOnly: true,
  },
  {
    name: 'downtime per year',
    label: () => 'Downtime per year',
    unit: 'seconds per year',
    pick: (service) => service.downtimePerYear,
  },
  {
    name: 'added write latency',
    label: () => 'Added to every write',
    unit: 'seconds',
    pick: (service) => service.addedWriteLatency ?? 'doesNotApply',
    whereItApplies: true,
  },
  {
    name: 'availability',
    label: () => 'Availability',
    unit: 'share',
    pick: (service) => exactly(service.availability),
  },
];

const difference = (of: PricedStrategy, pick: (of: DifferenceSummary) => Figure): Figure =>
  of.difference === null ? 'doesNotApply' : pick(of.difference);

/** What a strategy costs and saves, per year of the horizon. */
export const STRATEGY_MEASURES: ReadonlyArray<Measure<PricedStrategy>> = [
  {
    name: 'expected loss per year',
    label: () => 'Loss from disasters',
    unit: 'money per year',
    pick: ({ strategy }) => strategy.annual.loss,
  },
  {
    name: 'downtime cost per year',
    label: () => '· by downtime',
    unit: 'money per year',
    pick: ({ strategy }) => strategy.annual.downtimeCost,
  },
  {
    name: 'data loss cost per year',
    label: () => '· by data loss',
    unit: 'money per year',
    pick: ({ strategy }) => strategy.annual.dataLossCost,
  },
  {
    name: 'recovery cost per year',
    label: () => '· by recovery work',
    unit: 'money per year',
    pick: ({ strategy }) => strategy.annual.recoveryCost,
  },
  {
    name: 'infrastructure cost per year',
    label: () => 'Infrastructure',
    unit: 'money per year',
    pick: ({ strategy }) => strategy.annual.infrastructureCost,
  },
  {
    name: 'total cost per year',
    label: () => 'Total',
    unit: 'money per year',
    pick: ({ strategy }) => strategy.annual.total,
  },
  {
    name: 'total minus baseline per year',
    label: ({ baseline }) => `Total minus ${named(baseline)}`,
    unit: 'money per year',
    pick: (of) => difference(of, ({ total }) => total),
  },
  {
    name: 'chance cheaper than baseline',
    label: () => 'Chance of being cheaper',
    unit: 'share',
    pick: (of) => difference(of, ({ chanceCheaper }) => chanceCheaper),
  },
  {
    name: 'break-even disasters per year',
    label: () => 'Break-even (disasters per year)',
    unit: 'per year',
    pick: (of) =>
      difference(of, () => {
        const frequency = of.strategy.finance.breakEvenFrequency;
        return frequency === null ? 'never' : exactly(frequency);
      }),
  },
];
