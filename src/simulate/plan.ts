import type {
  Bytes,
  BytesPerSecond,
  Money,
  MoneyPerHour,
  Ms,
  PerYear,
  Share,
} from '../base/units.js';
import type { JobWindow } from '../model/backup-policy.js';
import type { CopyCounts } from '../model/copy-counts.js';
import type { Phase } from '../model/runbook.js';
import type { Retention } from '../model/retention.js';
import type { Scenario } from '../model/scenario.js';
import type { MostLost } from '../model/strategy.js';
import type { Arrivals } from '../model/threat.js';
import type { WeekProfile } from '../model/week-profile.js';
import type { Bursts } from './bursts.js';
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
  /** Sites in the member; none for a link or a service. */
  readonly sites: readonly number[];
  /** The only service that it strikes, where it serves then; -1 for all that are in the sites. */
  readonly service: number;
  /** Whose stores are in reach of what attacks data; null where those at its sites are. */
  readonly account: string | null;
  readonly arrivals: Exclude<Arrivals, { kind: 'rate' }> | { kind: 'rate'; rate: Slot<PerYear> };
  /** Stream of the gaps between arrivals. */
  readonly gaps: Purpose;
  /** How long what is hit stays away; null where it does not. */
  readonly absence: Lasting | null;
  readonly destroys: boolean;
  /** Links that are cut, and for how long; null where none is. */
  readonly cut: CutPlan | null;
  readonly corrupts: { readonly impact: Slot<Share>; readonly keepServing: boolean } | null;
  readonly wipes: WipePlan | null;
  /** How long until it is noticed; null where the strategy's detection sees it. */
  readonly detect: StepLuck | null;
}

/** Links that are cut. */
export interface CutPlan extends Lasting {
  readonly links: readonly number[];
  /** When is sending over each of them resumed afterwards? */
  readonly resumes: readonly Purpose[];
}

/** A stretch drawn for each arrival, and what a decider knows of it. */
export interface Lasting {
  readonly luck: Luck;
  readonly law: Distribution;
}

/** What is done to data. */
export interface WipePlan {
  readonly replicated: boolean;
  readonly dwell: Luck | null;
  /** What the use of a tainted point adds to a path. */
  readonly clean: StepPlan;
  readonly reinfection: Slot<Share>;
  /** Did the cleaned point turn out to be of no use? By service. */
  readonly reinfects: readonly Purpose[];
  readonly discards: boolean;
}

export interface ServicePlan {
  readonly name: string;
  readonly size: Slot<Bytes>;
  readonly growth: Slot<Share>;
  readonly change: Slot<Share>;
  readonly value: Slot<Money>;
  readonly writes: Slot<BytesPerSecond>;
  readonly writeProfile: WeekProfile;
  /** Hours in which it writes more; null for none. */
  readonly bursts: Bursts | null;
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
  /** Numbers of the other services whose data must be of one instant with its own. */
  readonly group: readonly number[];
}

export interface StrategyPlan {
  readonly name: string;
  readonly primary: number;
  /** Share of full capacity at the primary. */
  readonly capacity: Slot<Share>;
  readonly standbys: readonly StandbyPlan[];
  /** Whether it stops while it has lost touch with any of them. */
  readonly halts: boolean;
  /** Whether sending to any of them pauses after a cut, and whether it is ever given up. */
  readonly pauses: boolean;
  readonly forgets: boolean;
  /** Whether any of them receives from another one. */
  readonly relays: boolean;
  readonly backups: readonly BackupPlan[];
  readonly detection: DetectionPlan;
  readonly decision: StepLuck;
  readonly automatic: boolean;
  /** What an automatic failover may lose; null for any. */
  readonly mostLost: MostLost | null;
  readonly failover: readonly StepPlan[];
  /** The same to a standby that applies late, which is rolled forward first. */
  readonly rollForward: readonly StepPlan[];
  readonly ramp: StepLuck | null;
  readonly restore: readonly StepPlan[];
  /** The same where a log is to be applied once the data has been moved. */
  readonly replay: readonly StepPlan[];
  /** Mean of all steps of a restore but the moving of data. */
  readonly restoreTakes: Ms;
  /** The same with the cleaning of a tainted point, by hazard; null where none taints. */
  readonly cleaning: readonly (CleaningPlan | null)[];
  readonly switchover: StepLuck;
  readonly rebuildFromNothing: StepLuck;
  /** Yearly-flat costs beside the price list, per hour. */
  readonly costs: readonly { readonly name: string; readonly rate: Slot<MoneyPerHour> }[];
  /** Paid once, before the first year. */
  readonly investment: readonly Slot<Money>[];
}

export interface CleaningPlan {
  readonly failover: readonly StepPlan[];
  readonly rollForward: readonly StepPlan[];
  readonly restore: readonly StepPlan[];
  readonly replay: readonly StepPlan[];
}

export interface StandbyPlan {
  readonly site: number;
  /** Share of the clients that it serves beside the primary; 0 where it stands by. */
  readonly clients: number;
  readonly capacity: Slot<Share>;
  /** Null for a synchronous standby, which has applied what it has acknowledged. */
  readonly apply: StepLuck | null;
  /** Whether the service stops while it has lost touch with it. */
  readonly halts: boolean;
  /** Longest pause after a cut until sending goes on. */
  readonly reconnect: Ms;
  /** How long what it has not received is kept; Infinity for ever. */
  readonly keeps: number;
  /** Number of the copy that it receives from; null for the seat's. */
  readonly from: number | null;
  /** How long after a write it applies it; 0 for at once. */
  readonly delay: Ms;
  /** How fast it applies what it has received; null where it has nothing to catch up with. */
  readonly replayRate: Slot<BytesPerSecond> | null;
}

/**
 * One store of a backup policy: the first, which jobs send to, or a further one, which is sent the
 * points of the one before it.
 */
export interface BackupPlan {
  readonly name: string;
  /** Number of the policy's first store among all stores of the strategy. */
  readonly root: number;
  /** How points come here from the store before; null for the first. */
  readonly sent: {
    /** Number of the store before. */
    readonly from: number;
    readonly every: Ms | null;
    readonly hold: Ms;
    readonly takes: Ms | null;
  } | null;
  readonly store: number;
  /** Sites that a service can be restored to, the strategy's own first. */
  readonly places: readonly number[];
  /** Who owns the store. */
  readonly account: string;
  readonly offline: boolean;
  /** How long after its capture nobody can delete a point; 0 for not at all. */
  readonly immutable: Ms;
  readonly retention: Retention;
  readonly full: Ms;
  readonly differential: Ms | null;
  readonly incremental: Ms | null;
  /** Period in which the log is sent; null for none. */
  readonly log: Ms | null;
  readonly replayRate: Slot<BytesPerSecond>;
  readonly window: JobWindow | null;
  /** Whether copies stay within the storage of the live data. */
  readonly snapshot: boolean;
  readonly retrieve: StepLuck;
  readonly readRate: Slot<BytesPerSecond> | null;
  readonly serial: boolean;
  readonly silentFaults: Slot<PerYear>;
  /** Period of restore tests; null for none. */
  readonly verify: Ms | null;
  readonly tries: number;
  /** When does a silent fault begin between two tests? By service. */
  readonly faults: readonly Purpose[];
  readonly offset: Ms;
  readonly overhead: Slot<Ms>;
  readonly throughput: Slot<BytesPerSecond>;
  readonly restoreRate: Slot<BytesPerSecond>;
  readonly reduction: Slot<Share>;
  readonly asOf: 'start' | 'end';
  readonly jobFailure: Slot<Share>;
  /** How many copies the store holds on average, and is sent. */
  readonly counts: CopyCounts;
  /** Storage class in the price list. */
  readonly storage: string;
  /** Did job k of the full and of the incremental schedule fail? By service. */
  readonly fullFails: readonly Purpose[];
  readonly differentialFails: readonly Purpose[];
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
  /** The same for steps of the same name. */
  readonly number: number;
  readonly phase: Phase;
  /** Whether it lasts as drawn, moves the recovery point's bytes, or applies what has been received. */
  readonly does: 'takes' | 'moves' | 'replays';
  /** Null for a step whose length follows from its bytes. */
  readonly takes: StepLuck | null;
  readonly tail: { readonly share: Slot<Share>; readonly lasts: StepLuck } | null;
}
