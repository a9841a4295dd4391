import { ms, SECOND, YEAR } from '../../src/base/units.js';
import { reachOf } from '../../src/model/retention.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { fullBytes, isInTurn, jobLength, type Whose } from './job-lengths.js';
import { fits } from './job-window.js';
import { lineRate, linkOf, type Slow } from './slow-state.js';

/** Full copies to look at before one gives up on those that fit a window. */
const MOST_FULLS = 3000;

/** Instants from which on the jobs and the logs of a policy matter. */
export interface Since {
  readonly jobs: number;
  readonly logs: number;
}

/**
 * From when the jobs of a policy matter: as far before the first disaster as points are kept, in its
 * own store and in those to which they are sent.
 */
export function sinceWhen(whose: Whose, first: number): Since {
  const { slow, policy } = whose;
  const failure = slow.plan.parameters.of(policy.jobFailure);
  if (failure >= 1) return { jobs: first, logs: first };
  // So many full copies in a row do not fail, whatever the seed.
  const many = 3 + (failure > 0 ? Math.ceil(Math.log(1e-7) / Math.log(failure)) : 0);
  const fulls = fullsBefore(whose, first, many);
  const stretch = Math.max(1, fulls / (many * policy.full));
  const stores = slow.strategy.backups.filter(({ root }) => slow.strategy.backups[root] === policy);
  const delays = stores.map((store) => delayTo(whose, store, first));
  const back = stores.map((store, i) => fulls + reachIn(store, slow) * stretch + delays[i]!);
  const logs = 2 * Math.max(...delays) + 10 * (policy.log ?? 0);
  const jobs = Math.floor(first - Math.max(...back));
  return { jobs, logs: Math.max(jobs, Math.floor(first - logs)) };
}

/** How far back the last so many full copies go that are taken whole. */
function fullsBefore(whose: Whose, first: number, many: number): number {
  const { slow, policy } = whose;
  const { full, offset, window } = policy;
  const from = slow.strategy.primary;
  let left = many;
  let slot = Math.floor((first - offset) / full);
  for (const last = slot - MOST_FULLS; slot > last && left > 0; slot--) {
    const at = offset + slot * full;
    const length = jobLength(whose, { from, at, bytes: fullBytes(whose, at) });
    const job = { begins: at, ends: at + length };
    const whole = fits(window, job, slow.plan.scenario.start);
    if (whole && isInTurn(slot, length, full)) left--;
  }
  return first - offset - slot * full;
}

function reachIn(plan: BackupPlan, slow: Slow): number {
  const { retention, full, incremental, differential } = plan;
  const stretches = stretchesTo(plan, slow);
  const apart = Math.max(full, ...stretches);
  const often = stretches.length > 0 ? apart : (incremental ?? differential ?? full);
  const reach = reachOf(retention, { full: ms(apart), incremental: ms(often) });
  const waits = stretches.reduce((sum, every) => sum + every, 0);
  return 1.2 * reach + waits + (retention.yearly > 0 ? YEAR : 0);
}

/** The stretches of which one copy each is sent on, of all stores on the way. */
function stretchesTo({ sent }: BackupPlan, slow: Slow): readonly number[] {
  if (!sent) return [];
  const before = stretchesTo(slow.strategy.backups[sent.from]!, slow);
  return sent.every === null ? before : [...before, sent.every];
}

/** From the end of a job until what it took is in a store. */
function delayTo(whose: Whose, { sent, store, throughput }: BackupPlan, at: number): number {
  if (!sent) return 0;
  const { slow } = whose;
  const before = slow.strategy.backups[sent.from]!;
  const line = lineRate(slow, linkOf(slow, before.store, store));
  const rate = Math.min(line, slow.plan.parameters.of(throughput));
  const takes = sent.takes ?? (fullBytes(whose, at) / rate) * SECOND;
  return delayTo(whose, before, at) + sent.hold + takes;
}
