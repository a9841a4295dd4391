import { DAY, type Ms, ms, WEEK, YEAR } from '../../src/base/units.js';
import { keptFor, type Retention } from '../../src/model/retention.js';
import { Purposes } from '../../src/random/purpose.js';
import { BackupSeries } from '../../src/simulate/backup-series.js';
import type { SeriesContext } from '../../src/simulate/schedule.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { type Blow, timelineOf } from './sites.js';

export const [PRIMARY, OTHER, STORE] = [0, 1, 2];
export const TB = 1e12;

const purposes = new Purposes('1');

/** What the backups of a test differ in from weekly fulls and daily incrementals of a steady TB. */
export interface Setting {
  readonly full?: number;
  readonly incremental?: number | null;
  readonly offset?: number;
  readonly asOf?: 'start' | 'end';
  /** What does not depend on the bytes of a job; all of it unless a rate is given. */
  readonly overhead?: number;
  /** Bytes per second. */
  readonly rate?: number;
  readonly change?: number;
  readonly jobFailure?: number;
  readonly trial?: number;
  readonly blows?: readonly Blow[];
  /** Ten years of everything unless given. */
  readonly retention?: Retention;
}

/** The backups of 1 TB, of which 1 % a day changes, from the primary to a store elsewhere. */
export function backups(setting: Setting = {}): BackupSeries {
  const { incremental = DAY, rate = Infinity, blows = [] } = setting;
  const fails = (kind: string) => [purposes.of(`backups/nightly/${kind}/shop/fails`)];
  // A series asks its policy for the schedule and the draws only.
  const policy = {
    store: STORE,
    full: setting.full ?? WEEK,
    incremental,
    offset: setting.offset ?? 0,
    asOf: setting.asOf ?? 'start',
    immutable: ms(0),
    differential: null,
    log: null,
    window: null,
    snapshot: false,
    verify: null,
    sent: null,
    faults: fails('silent'),
    retention: setting.retention ?? keptFor(ms(10 * YEAR)),
    fullFails: fails('full'),
    differentialFails: fails('differential'),
    incrementalFails: fails('incremental'),
  } as unknown as BackupPlan;
  const sites = timelineOf(3, blows);
  const context: SeriesContext = {
    trial: setting.trial ?? 0,
    sites,
    sources: sites,
    linkFrom: () => -1,
    start: 0,
    size: TB,
    growth: 0,
    change: setting.change ?? 0.01,
    writes: TB,
    reduction: 1,
    overhead: setting.overhead ?? 0,
    jobFailure: setting.jobFailure ?? 0,
    grows: false,
    shrinks: false,
    silentFaults: 0,
    rateFrom: () => rate,
  };
  return new BackupSeries({ policy, service: 0, source: PRIMARY, context });
}

/** Start of the state that would be restored at an instant; null if there is none. */
export function capturedBy(series: BackupSeries, at: number): Ms | null {
  return series.newest(ms(at))?.captured ?? null;
}
