import {
  type Bytes,
  bytes,
  inYears,
  type Money,
  type MoneyPerHour,
  type Ms,
} from '../base/units.js';
import type { BytesPerSecond, Share } from '../base/units.js';
import type { Uncertain } from './uncertain.js';
import type { WeekProfile } from './week-profile.js';

/** A workload that the business runs: what is lost when it is down, and what its data is worth. */
export interface Service {
  readonly name: string;
  readonly title: string;
  /** Recovery order: 1 is recovered first. */
  readonly tier: number;
  readonly data: ServiceData;
  readonly writes: {
    /** Bursts included. */
    readonly mean: Uncertain<BytesPerSecond>;
    readonly profile: WeekProfile;
    /** Each hour with this chance, `factor` times the writes of a quiet one; null for none. */
    readonly bursts: {
      readonly chance: Uncertain<Share>;
      readonly factor: Uncertain<number>;
    } | null;
  };
  /** Demand by hour of the week; capacity of 100 % serves its peak. */
  readonly load: WeekProfile;
  readonly revenue: {
    readonly mean: Uncertain<MoneyPerHour>;
    readonly profile: WeekProfile;
    /** Share of the sales missed in an outage that customers make later. */
    readonly recaptured: Uncertain<Share>;
  };
  /** Cost of lost data, per hour of writes lost. */
  readonly dataLoss: Uncertain<MoneyPerHour>;
  /** Targets of the business; null where it set none. */
  readonly objectives: { readonly rto: Ms | null; readonly rpo: Ms | null };
  /** Minimum business continuity objective: the level at which the service counts as recovered. */
  readonly mbco: Share;
  readonly servers: { readonly count: number; readonly type: string } | null;
  /** Services without which this one does not work. */
  readonly dependsOn: readonly string[];
  /** Services of one group go back to one common instant together; null where its data stands alone. */
  readonly consistencyGroup: string | null;
}

/** What a service keeps. */
interface ServiceData {
  /** At the start of the horizon. */
  readonly size: Uncertain<Bytes>;
  /** Growth per year, as a share. */
  readonly growth: Uncertain<Share>;
  /** Share of the data that differs after a day. */
  readonly change: Uncertain<Share>;
  /** What it costs to lose all of it for good. */
  readonly value: Uncertain<Money>;
}

/** Years: as long as the longest horizon. What lasts longer is no plan, and grows no more. */
const MOST_YEARS = 200;

/**
 * Growth factor at an instant, a yearly step: (1 + g)^floor(years), of at most 200 years.
 *
 * @param growth share per year, above -1
 * @param at ms since the start; before it the factor is 1
 */
export function growthAt(growth: number, at: Ms): number {
  if (growth === 0) return 1;
  let factor = 1;
  const years = Math.min(Math.floor(inYears(at)), MOST_YEARS);
  for (let year = 0; year < years; year++) factor *= 1 + growth;
  return factor;
}

/** Data kept at an instant, in bytes: the size at the start, grown by yearly steps. */
export function dataAt(data: { size: number; growth: number }, at: Ms): Bytes {
  return bytes(data.size * growthAt(data.growth, at));
}
