import type { Estimate } from '../stats/interval.js';
import type { Interval } from '../stats/score-interval.js';
import type { Gate } from '../model/gate.js';
import type { NotSimulated } from '../model/not-simulated.js';
import type { Assumption } from '../model/scenario.js';
import type { Phase } from '../model/runbook.js';
import type { FinanceBasis, FinanceSummary } from './finance/finance-summary.js';

/**
 * The result of a comparison: `summary.json`, from which every table and chart is drawn.
 * SI units throughout: seconds, bytes, the scenario's currency; rates are per year.
 */
export interface Summary {
  readonly scenario: string;
  readonly title: string;
  readonly seed: string;
  readonly trials: number;
  readonly horizonYears: number;
  readonly currency: string;
  readonly version: string;
  /** Fingerprint of the scenario text and of every catalogue entry it uses. */
  readonly scenarioHash: string;
  /** Present and true when the run was interrupted before its last trial. */
  readonly interrupted?: true;
  readonly baseline: string;
  readonly finance: FinanceBasis;
  readonly disastersPerYear: Readonly<Record<string, Estimate>>;
  readonly strategies: Readonly<Record<string, StrategySummary>>;
  /** By `<strategy> vs <baseline>`; always strategy minus baseline. */
  readonly differences: Readonly<Record<string, DifferenceSummary>>;
  /** By gate, then strategy, then service; absent where nothing was promised. */
  readonly gates?: readonly GateResult[];
  /** What the scenario says and this version leaves out; absent where there is nothing. */
  readonly notSimulated?: readonly NotSimulated[];
  readonly assumptions: readonly Assumption[];
}

/** What one strategy would do and cost. */
export interface StrategySummary {
  readonly title: string;
  readonly services: Readonly<Record<string, ServiceSummary>>;
  /** Per year of the horizon, in currency. */
  readonly annual: {
    readonly downtimeCost: Estimate;
    readonly dataLossCost: Estimate;
    readonly recoveryCost: Estimate;
    /** The three above. */
    readonly loss: Estimate;
    readonly infrastructureCost: Estimate;
    /** Loss and infrastructure. */
    readonly total: Estimate;
  };
  /** `annual.loss` by the threat whose disasters took it. */
  readonly byThreat: Readonly<Record<string, ThreatLoss>>;
  /** What is stored and sent, service by service: live data first, then the stores. */
  readonly bytes: readonly PlaceBytes[];
  /** `infrastructureCost` by what it is spent on: compute, storage, transfer, contracts. */
  readonly infrastructure: Readonly<Record<string, Estimate>>;
  /** Yearly losses: `[amount, chance that a year loses more]`, amounts rising. */
  readonly exceedance: {
    readonly aep: ReadonlyArray<readonly [number, number]>;
    readonly oep: ReadonlyArray<readonly [number, number]>;
    readonly var: Readonly<Record<string, number | null>>;
    readonly tvar: Readonly<Record<string, number | null>>;
  };
  readonly finance: FinanceSummary;
}

/**
 * What one place keeps of one service, and what comes there. Lists have one entry for each year of the
 * horizon, the last of which may be a part of one; means over the histories.
 */
export interface PlaceBytes {
  readonly service: string;
  /** Live data where it serves, live data elsewhere, or copies in a store. */
  readonly kind: 'primary' | 'replica' | 'backups';
  /** Name of the backup policy; null for live data. */
  readonly policy: string | null;
  readonly site: string;
  /** Storage class. */
  readonly storage: string;
  /** Bytes on average over the year, and those that the storage class bills. */
  readonly stored: readonly number[];
  readonly billed: readonly number[];
  /** Bytes added in the year by jobs, logs and copies. */
  readonly written: readonly number[];
  /** Of those, over links between sites: none where they stay within one, or go by courier. */
  readonly transferred: readonly number[];
  /** Where `transferred` comes from: part of the writes, and the link; null where none is named. */
  readonly from: readonly {
    readonly site: string;
    readonly link: string | null;
    readonly share: number;
  }[];
  /** Bytes that recoveries read there, or seeded a copy there with, by year of the strike. */
  readonly restored: readonly number[];
  readonly restoredPerYear: Estimate;
}

/**
 * What the disasters of one threat cost a strategy per year: over all its services, whole in the year
 * of the strike, with what it took to mend what was only exposed. All threats sum to `annual`.
 */
export interface ThreatLoss {
  /** Disasters that were an incident of at least one service. */
  readonly disastersPerYear: Estimate;
  readonly downtimeCost: Estimate;
  readonly dataLossCost: Estimate;
  readonly recoveryCost: Estimate;
  /** The three above. */
  readonly loss: Estimate;
}

/** What one service goes through under one strategy. */
export interface ServiceSummary {
  readonly title: string;
  /** Seconds; null where the business set none. */
  readonly objectives: { readonly rto: number | null; readonly rpo: number | null };
  readonly incidentsPerYear: Estimate;
  /** Share of trials with at least one incident. */
  readonly affectedShare: Estimate;
  readonly rto: Spread;
  readonly timeToFull: Spread;
  readonly rpo: Spread & { readonly unrecoverableShare: Estimate };
  readonly rtoAttainment: Estimate | null;
  readonly rpoAttainment: Estimate | null;
  readonly rtoMissesPerYear: Estimate | null;
  readonly rpoMissesPerYear: Estimate | null;
  readonly unrecoverablePerYear: Estimate;
  /** Strikes that fell into a running outage: counted, without a recovery time of their own. */
  readonly absorbedPerYear: Estimate;
  /** Losses of only a standby or a backup store: no incident. */
  readonly exposuresPerYear: Estimate;
  readonly outagePerYear: Estimate;
  readonly downtimePerYear: Estimate;
  readonly laterOutagePerYear: Estimate;
  readonly failbackPerYear: Estimate;
  readonly availability: number;
  readonly lostBytesPerYear: Estimate;
  /**
   * Mean seconds of an incident from its strike until somebody noticed it, as far as no outage had
   * begun: how long damage was at work unseen.
   */
  readonly exposedBeforeDetection: Estimate;
  /**
   * Seconds that every write waits until a synchronous copy has it: the round trip to the slowest;
   * the interval is that of what nobody knows about it. Absent where no write waits.
   */
  readonly addedWriteLatency?: Estimate;
  /** Mean seconds of an incident's recovery time by what it was waiting for; they sum to its mean. */
  readonly phases: Readonly<Partial<Record<Phase, number>>>;
  readonly byThreat: Readonly<Record<string, ThreatSummary>>;
}

interface ThreatSummary {
  readonly incidentsPerYear: Estimate;
  readonly rto: Spread;
  readonly rpo: Spread & { readonly unrecoverableShare: Estimate };
  readonly exposedBeforeDetection: Estimate;
}

/** How a figure over incidents is spread. Quantiles without enough data are null. */
export interface Spread extends Estimate {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
  readonly n: number;
  readonly zeroShare: number | null;
  /** 95 % intervals of the quantiles that are not null. */
  readonly quantileCi95: Readonly<Record<string, readonly [number, number]>>;
  /** Trials that each null quantile needs. */
  readonly needsTrials?: Readonly<Record<string, number>>;
  /** Up to 64 points `[value, share of incidents at or below it]`, rising, for charts. */
  readonly curve: ReadonlyArray<readonly [number, number]>;
}

/** One strategy minus the baseline, under the same disasters. */
export interface DifferenceSummary {
  readonly total: Estimate;
  readonly loss: Estimate;
  readonly infrastructureCost: Estimate;
  readonly lossByThreat: Readonly<Record<string, Estimate>>;
  /** P(total of a history is below the baseline's). */
  readonly chanceCheaper: Estimate;
  /** Per service, seconds per year. */
  readonly downtimePerYear: Readonly<Record<string, Estimate>>;
}

/** Whether one strategy keeps a promise, for one service where the promise is about services. */
export interface GateResult {
  /** The gate as written. */
  readonly gate: string;
  readonly strategy: string;
  /** Null for a measure of the whole strategy. */
  readonly service: string | null;
  readonly measure: Gate['measure'];
  readonly relation: Gate['relation'];
  /** In `unit`, like `value` and `ci95`. */
  readonly bound: number;
  readonly unit: 'share' | 'seconds' | 'seconds per year' | 'per year' | 'money per year';
  /** Kept or missed: the whole 95 % interval is on one side of the bound. */
  readonly outcome: 'kept' | 'missed' | 'undecided';
  readonly value: number | null;
  readonly ci95: Interval | null;
  /** Present where undecided. */
  readonly why?: Undecided;
  /** Trials that would about decide it, if the value stays where it is. */
  readonly needsTrials?: number;
}

/**
 * Why a gate is undecided: too few incidents or trials for a figure; nothing can strike what it is
 * about, so that there is no figure; nothing was ever lost, so that
 * nobody knows how large a first loss would be; no number of trials shows that something never
 * happens; the value is too near the bound; or the interval is still too wide.
 */
export type Undecided =
  'too few seen' | 'nothing strikes' | 'nothing lost' | 'never certain' | 'too close' | 'too wide';
