import { type Ms, ms, SECOND, YEAR } from '../../src/base/units.js';
import type { CopiedPoints } from '../../src/simulate/copied-points.js';
import type { BackupSeries } from '../../src/simulate/backup-series.js';
import { compile } from '../../src/simulate/compile.js';
import { newBackups } from '../../src/simulate/new-backups.js';
import { Places } from '../../src/simulate/places.js';
import type { Plan, StrategyPlan } from '../../src/simulate/plan.js';
import { SiteTimeline } from '../../src/simulate/site-timeline.js';
import type { StoredPoint } from '../../src/simulate/stored-points.js';
import { scenarioFrom } from '../running.js';

/** A scenario of one service and one strategy, all jobs of which take next to no time. */
export function calmPlan(of: { data: string; writes: string; backups: string }): Plan {
  const scenario = scenarioFrom(`
name: Calm
horizon: 1 year
currency: USD
prices: aws
sites: { a: {}, b: {}, c: {} }
links:
  a-b: { bandwidth: 1000 Tbit/s, latency: 0 s }
  b-c: { bandwidth: 1000 Tbit/s, latency: 0 s }
services:
  shop: { data: ${of.data}, writes: { mean: ${of.writes} } }
threats: [power-outage]
strategies:
  kept:
    primary: a
    backups: ${of.backups}
    restore: { steps: [{ step: restore, moves: backup }] }
`);
  return compile(scenario, '1');
}

/** The words that make jobs short and sure. */
export const AT_ONCE =
  'overhead: 1 s, throughput: 1000 TB/s, jobFailure: 0%, restoreRate: 1000 TB/s';

/** What each store of a plan's strategy holds where nothing ever strikes; logs are left out. */
export function calmStores(plan: Plan): readonly (BackupSeries | CopiedPoints)[] {
  const [strategy] = plan.strategies;
  const backups = strategy!.backups.map((backup) => ({ ...backup, log: null }));
  const without: StrategyPlan = { ...strategy!, backups };
  const sites = new SiteTimeline(plan, []);
  const places = new Places(sites, plan.sites.length);
  const about = { plan, strategy: without, sites, trial: 0, places };
  return newBackups(about, plan.services[0]!, 0) as (BackupSeries | CopiedPoints)[];
}

/** What stands in a store at an instant: bytes of its copies, and how far back the oldest reaches. */
export function heldAt(
  store: BackupSeries | CopiedPoints,
  at: Ms,
): { bytes: number; reach: number } {
  let [bytes, reach] = [0, 0];
  for (const point of store.points(at) as Iterable<StoredPoint>) {
    bytes += point.part;
    reach = Math.max(reach, at - point.chain);
  }
  return { bytes, reach };
}

/** Bytes of what stands in a store, and of what came there since an instant and is gone. */
export function billedAt(
  store: BackupSeries | CopiedPoints,
  { at, since }: { at: Ms; since: number },
): number {
  const held = new Set([...store.points(at)].map(({ captured }) => captured));
  let bytes = 0;
  for (const { taken } of store.chains(at)) {
    const counted = taken.filter(({ captured }) => captured > since || held.has(captured));
    if (counted.length === 0 && taken[0]!.captured < at - FAR) return bytes;
    for (const { part } of counted) bytes += part;
  }
  return bytes;
}

/** Longer than any test keeps anything. */
const FAR = 2 * YEAR;

/** Bytes of all copies that were captured between two instants, whether or not they are kept. */
export function takenIn(
  store: BackupSeries | CopiedPoints,
  { from, to }: { from: number; to: number },
): number {
  let bytes = 0;
  for (const { taken } of store.chains(ms(to + SECOND))) {
    if (taken.every(({ captured }) => captured < from)) return bytes;
    for (const { captured, part } of taken) if (captured >= from && captured < to) bytes += part;
  }
  return bytes;
}
