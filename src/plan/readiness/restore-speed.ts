import type { Scenario } from '../../model/scenario.js';
import type { Strategy } from '../../model/strategy.js';
import { rateToStore, scheduleOf } from './backup-jobs.js';
import { otherSite } from './copies.js';
import { asksFor } from './objectives.js';
import type { Observation } from './observation.js';
import { pathOf, policyPath } from '../../model/key-path.js';
import { partsText, type RecoveryTime, restoreTime, totalOf } from './recovery-times.js';
import { dataText, flowText, roundedUp, span, wholeAbove } from './words.js';
import { type Workload, workloads } from './workload.js';

interface Way {
  readonly workload: Workload;
  readonly time: RecoveryTime;
}

/**
 * Whether a restore keeps the RTOs on average. Where the site is lost, it runs beside its store;
 * where only the data is, it goes back over the link. The first is the quickest, so that an RTO
 * below it cannot be kept at all; with a standby a restore is only for damage that the standby took
 * over.
 */
export function restoreSpeed(strategy: Strategy, scenario: Scenario): readonly Observation[] {
  if (strategy.backups.length === 0) return [];
  const all = workloads(scenario);
  const ways = (over: 'nothing' | 'link') =>
    all.map((workload) => ({ workload, time: quickest({ strategy, scenario }, workload, over) }));
  const beside = missedBy(ways('nothing'));
  const missed = beside.length > 0 ? beside : missedBy(ways('link'));
  const [worst] = missed;
  if (worst === undefined) return [];
  const usual = beside.length > 0 ? 'error' : 'warning';
  const where = beside.length > 0 ? '' : ` back to ${strategy.primary}`;
  const { workload, time } = worst;
  const moved = time.moving > 0 ? ` of ${dataText(workload.data)}` : '';
  const services = missed.map((way) => way.workload.service);
  return [
    {
      rule: 'restore-slower-than-rto',
      severity: strategy.standbys.length > 0 ? 'note' : usual,
      path: `${pathOf('strategies', strategy.name)}.restore`,
      found:
        `A restore${moved}${where} from the backups of ${strategy.name} takes ` +
        `${span(totalOf(time))} on average (${partsText(time)}), but ${asksFor(services, 'rto')}.`,
      fix: quicker({ strategy, scenario }, missed),
    },
  ];
}

function quickest(
  { strategy, scenario }: { strategy: Strategy; scenario: Scenario },
  workload: Workload,
  over: 'nothing' | 'link',
): RecoveryTime {
  return strategy.backups
    .map((policy) => {
      const line = rateToStore(scenario, { strategy, policy });
      const schedule = scheduleOf(policy, { workload, rate: line });
      const rate = over === 'link' ? line : Infinity;
      return restoreTime(strategy, policy, { schedule, rate, data: workload.data });
    })
    .reduce((best, time) => (totalOf(time) < totalOf(best) ? time : best));
}

/** The slowest first. */
function missedBy(ways: readonly Way[]): readonly Way[] {
  return ways
    .filter(({ workload, time }) => {
      const { rto } = workload.service.objectives;
      return rto !== null && totalOf(time) > rto;
    })
    .toSorted((a, b) => totalOf(b.time) - totalOf(a.time));
}

function quicker(
  { strategy, scenario }: { strategy: Strategy; scenario: Scenario },
  missed: readonly Way[],
): string {
  const path = pathOf('strategies', strategy.name);
  const rates = missed.map(({ workload, time }) => {
    const left = workload.service.objectives.rto! - (totalOf(time) - time.moving);
    return left > 0 && time.moving > 0 ? (1000 * workload.data) / left : Infinity;
  });
  const rate = Math.max(...rates);
  if (rate < Infinity) {
    const enough = flowText(roundedUp(rate));
    return `Set "restoreRate: ${enough}" in ${policyPath(strategy, 0)}, on a link that carries it.`;
  }
  const longest = span(wholeAbove(totalOf(missed[0]!.time)));
  if (strategy.standbys.length > 0) {
    return `Shorten the longest part, or accept ${longest} for damage that the standby takes over.`;
  }
  const standby = `standby: { site: ${otherSite(scenario, strategy)}, capacity: 50% }`;
  return `Add "${standby}" to ${path}, or ask for an RTO of ${longest}.`;
}
