import type {
  Bytes,
  BytesPerSecond,
  Money,
  MoneyPerHour,
  Ms,
  PerYear,
  Share,
} from '../base/units.js';
import type { Phase } from '../model/runbook.js';
import type { Holding } from '../model/retention.js';
import type { Scenario } from '../model/scenario.js';
import type { Arrivals } from '../model/threat.js';
import type { WeekProfile } from '../model/week-profile.js';
import type { Distribution } from '../random/distribution.js';
import type { Purpose } from '../random/purpose.js';
import type { Luck } from './luck.js';
import type { Parameters, Slot } from './parameters.js';

/**
 * A scenario compiled for simulation: names have become numbers, uncertain values slots in one
 * table, and every draw has its purpose. Built once per run; only the values of the table change,
 * from trial to trial.
 */
export interface Plan {
  readonly scenario: Scenario;
  readonly parameters: Parameters;
  readonly horizon: Ms;
  /** ms from the Monday 00:00 UTC before the start to the start. */
  readonly intoWeek: Ms;
  readonly sites: readonly string[];
  readonly links: readonly LinkPlan[];
  /** Link between two sites, at `a * sites.length + b`; -1 where there is none. */
  readonly linkBetween: Int32Array;
  /** One per threat and member of its scope. */
  readonly hazards: readonly Hazard[];
  /** In recovery order. */
  readonly services: readonly ServicePlan[];
  readonly strategies: readonly StrategyPlan[];
}

export interface LinkPlan {
  readonly bandwidth: Slot<BytesPerSecond>;
  readonly efficiency: Slot<Share>;
  readonly latency: Slot<Ms>;
}

/** One threat over one member of its scope: a source of disasters with its own arrivals. */
export interface Hazard {
  readonly threat: number;
  /** Name of the member, which its draws go by. */
  readonly member: string;
  /** Sites in the member. */
  readonly sites: readonly number[];
  readonly arrivals: Exclude<Arrivals, { kind: 'rate' }> | { kind: 'rate'; rate: Slot<PerYear> };
  /** Stream of the gaps between arrivals. */
  readonly gaps: Purpose;
  readonly destroys: boolean;
  /** How long the site stays away, drawn for each arrival. */
  readonly absence: Luck;
  /** What a decider knows of it. */
  readonly absenceLaw: Distribution;
}

export interface ServicePlan {
  readonly name: string;
  readonly size: Slot<Bytes>;
  readonly growth: Slot<Share>;
  readonly change: Slot<Share>;
  readonly value: Slot<Money>;
  readonly writes: Slot<BytesPerSecond>;
  readonly writeProfile: WeekProfile;
  readonly load: WeekProfile;
  readonly revenue: Slot<MoneyPerHour>;
  readonly revenueProfile: WeekProfile;
  readonly recaptured: Slot<Share>;
  readonly dataLoss: Slot<MoneyPerHour>;
  readonly mbco: number;
  /** Numbers of the services it cannot work without; all smaller ones come first. */
  readonly dependsOn: readonly number[];
  /** Numbers of the services that cannot work without it, directly or not, and itself. */
  readonly carries: readonly number[];
}

export interface StrategyPlan {
  readonly name: string;
  readonly primary: number;
  readonly standbys: readonly StandbyPlan[];
  readonly backups: readonly BackupPlan[];
  readonly detection: DetectionPlan;
  readonly decision: StepLuck;
  readonly automatic: boolean;
  readonly failover: readonly StepPlan[];
  readonly ramp: StepLuck | null;
  readonly restore: readonly StepPlan[];
  readonly switchover: StepLuck;
  readonly rebuildFromNothing: StepLuck;
  /** Yearly-flat costs beside the price list, per hour. */
  readonly costs: readonly { readonly name: string; readonly rate: Slot<MoneyPerHour> }[];
}

export interface StandbyPlan {
  readonly site: number;
  readonly capacity: Slot<Share>;
  /** Null for a synchronous standby, which has applied what it has acknowledged. */
  readonly apply: StepLuck | null;
}

export interface BackupPlan {
  readonly name: string;
  readonly store: number;
  readonly full: Ms;
  readonly incremental: Ms | null;
  readonly offset: Ms;
  readonly overhead: Slot<Ms>;
  readonly throughput: Slot<BytesPerSecond>;
  readonly restoreRate: Slot<BytesPerSecond>;
  readonly reduction: Slot<Share>;
  readonly asOf: 'start' | 'end';
  readonly jobFailure: Slot<Share>;
  /** What the store holds on average: full and incremental copies. */
  readonly holds: Holding;
  /** Storage class in the price list. */
  readonly storage: string;
  /** Did job k of the full and of the incremental schedule fail? By service. */
  readonly fullFails: readonly Purpose[];
  readonly incrementalFails: readonly Purpose[];
}

export type DetectionPlan =
  | { readonly kind: 'after'; readonly time: StepLuck }
  | {
      readonly kind: 'healthCheck';
      readonly interval: Ms;
      readonly failures: number;
      readonly timeout: Ms;
      readonly phase: StepLuck;
    };

/** A duration drawn anew for each service, hazard, arrival and attempt. */
export interface StepLuck {
  readonly law: Distribution;
  /** By `service * hazards + hazard`. */
  readonly luck: readonly Luck[];
}

export interface StepPlan {
  readonly name: string;
  readonly phase: Phase;
  /** Null for a step that moves the recovery point's bytes. */
  readonly takes: StepLuck | null;
  readonly tail: { readonly share: Slot<Share>; readonly lasts: StepLuck } | null;
}
