import type { Bytes, Money, MoneyPerHour, Ms, Share } from '../base/units.js';
import type { BackupPolicy } from './backup-policy.js';
import type { ReplicationPolicy } from './replication-policy.js';
import type { Step } from './runbook.js';
import type { Uncertain } from './uncertain.js';

/** A way to survive disasters: copies, standby capacity, a failover rule and runbooks. Pure data. */
export interface Strategy {
  readonly name: string;
  readonly title: string;
  /** Site that serves when all is well; where several do, the first of them. */
  readonly primary: string;
  /** Share of full capacity at the primary. */
  readonly capacity: Uncertain<Share>;
  readonly standbys: readonly Standby[];
  readonly backups: readonly BackupPolicy[];
  readonly detection: Detection;
  /** From detection until people have chosen a path: page, diagnose, declare. */
  readonly decision: Uncertain<Ms>;
  readonly failover: {
    /** Fires at detection, without people, whenever a standby is usable. */
    readonly automatic: boolean;
    /** What it may lose of the newest writes: where it would be more, people decide. Null: any. */
    readonly mostLost: MostLost | null;
    /** In order, until the standby accepts traffic. */
    readonly steps: readonly Step[];
    /** From accepting traffic until full capacity; null when what stands ready is all there is. */
    readonly ramp: Uncertain<Ms> | null;
  };
  readonly restore: {
    /** In order, until the restored service accepts traffic, at full capacity. */
    readonly steps: readonly Step[];
  };
  readonly failback: {
    /** Downtime of the planned return to the primary. */
    readonly switchover: Uncertain<Ms>;
  };
  /** From the moment all copies are known to be lost until the service restarts empty. */
  readonly rebuildFromNothing: Uncertain<Ms>;
  /** When people last saw to it that recovery would work. */
  readonly runbook: {
    /** When it was last read against reality, ms since 1970-01-01 UTC; null where nobody says. */
    readonly reviewed: number | null;
    /** When it was last carried out, in a drill or in earnest; null where nobody says. */
    readonly exercised: number | null;
  };
  /** Costs that no price list knows: licences, retainers, contracts. */
  readonly costs: readonly Cost[];
  /** Paid once, before the first year. */
  readonly investment: readonly Investment[];
}

/** A limit to what may be lost: a time of writes, or an amount of them. */
export type MostLost =
  { readonly kind: 'time'; readonly time: Ms } | { readonly kind: 'data'; readonly bytes: Bytes };

/** A second site that holds live data and can take over, or serves beside the primary. */
export interface Standby {
  readonly site: string;
  /** Share of the clients that it serves when all is well; 0 where it only stands by. */
  readonly clients: Share;
  /** Share of full capacity that stands ready. */
  readonly capacity: Uncertain<Share>;
  /** Another standby that it receives the writes from; null for where the service is. */
  readonly from: string | null;
  readonly replication: ReplicationPolicy;
}

/** Whether several sites serve beside each other. */
export function isActiveActive({ standbys }: Pick<Strategy, 'standbys'>): boolean {
  return standbys.some(({ clients }) => clients > 0);
}

/** How a hard failure is noticed. */
export type Detection =
  | { readonly kind: 'after'; readonly time: Uncertain<Ms> }
  | {
      readonly kind: 'healthCheck';
      readonly interval: Ms;
      /** Failed checks in a row before the alarm. */
      readonly failures: number;
      /** How long a check waits for a host that stays silent. */
      readonly timeout: Ms;
      /** From the failure to the next check; null means anywhere within the interval. */
      readonly phase: Ms | null;
    };

/** Something bought once: equipment, a migration. */
export interface Investment {
  readonly name: string;
  readonly amount: Uncertain<Money>;
}

/** A cost beside the price list. */
export interface Cost {
  readonly name: string;
  readonly rate: Uncertain<MoneyPerHour>;
}

/**
 * Time from a failure until health checks raise the alarm for a host that stays silent:
 * phase + (N - 1) * max(I, timeout) + timeout (design §3.3).
 */
export function silentHostDetection(
  check: { interval: number; failures: number; timeout: number },
  phase: number,
): number {
  return phase + (check.failures - 1) * Math.max(check.interval, check.timeout) + check.timeout;
}
