import { dataText, flowText } from '../../base/amount-text.js';
import { listed } from '../../base/listed.js';
import type { Ms } from '../../base/units.js';
import { pathOf, policyPath } from '../../model/key-path.js';
import type { Scenario } from '../../model/scenario.js';
import type { Strategy } from '../../model/strategy.js';
import { rateToStore, restoredBytes, type Schedule, scheduleOf } from './backup-jobs.js';
import { linkBetween } from './copies.js';
import { neededBy, rtosAsked } from './dependencies.js';
import { asksFor } from './objectives.js';
import type { Observation } from './observation.js';
import { partsText, type RecoveryTime, restoreTime, totalOf } from './recovery-times.js';
import { addStandby } from './standby-proposal.js';
import { lineRate, roundedUp, span, wholeAbove } from './words.js';
import { type Workload, workloads } from './workload.js';

/** The quickest restore of one service. */
interface Way {
  readonly workload: Workload;
  /** The policy that it is restored from. */
  readonly number: number;
  readonly schedule: Schedule;
  readonly time: RecoveryTime;
  /** The shortest RTO of the service and of all that wait for it; null where nobody asks. */
  readonly asked: Ms | null;
}

interface Design {
  readonly strategy: Strategy;
  readonly scenario: Scenario;
}

/**
 * Whether a restore keeps the RTOs on average. Where the site is lost, it runs beside its store;
 * where only the data is, it goes back over the link. The first is the quickest, so that an RTO
 * below it cannot be kept at all; with a standby a restore is only for damage that the standby took
 * over. A service is not back before all that it needs.
 */
export function restoreSpeed(strategy: Strategy, scenario: Scenario): readonly Observation[] {
  if (strategy.backups.length === 0) return [];
  const design = { strategy, scenario };
  const beside = missedBy(waysOver('nothing', design));
  const overLink = missedBy(waysOver('link', design));
  const missed = beside.length > 0 ? beside : overLink;
  const [worst] = missed;
  if (worst === undefined) return [];
  const usual = beside.length > 0 ? 'error' : 'warning';
  const where = beside.length > 0 ? '' : ` back to ${strategy.primary}`;
  const { workload, time } = worst;
  const moved = time.moving > 0 ? ` of ${dataText(workload.data)}` : '';
  return [
    {
      rule: 'restore-slower-than-rto',
      severity: strategy.standbys.length > 0 ? 'note' : usual,
      path: `${pathOf('strategies', strategy.name)}.restore`,
      found:
        `A restore${moved}${where} from the backups of ${strategy.name} takes ` +
        `${span(totalOf(time))} on average (${partsText(time)}), but ${whoAsks(scenario, missed)}.`,
      fix: quicker(design, overLink),
    },
  ];
}

function waysOver(over: 'nothing' | 'link', { strategy, scenario }: Design): readonly Way[] {
  const asked = rtosAsked(scenario.services);
  return workloads(scenario).map((workload) =>
    strategy.backups
      .map((policy, number): Way => {
        const line = rateToStore(scenario, { strategy, policy });
        const schedule = scheduleOf(policy, { workload, rate: line });
        const rate = over === 'link' ? line : Infinity;
        const time = restoreTime(strategy, policy, { schedule, rate, data: workload.data });
        return { workload, number, schedule, time, asked: asked.get(workload.service) ?? null };
      })
      .reduce((best, way) => (totalOf(way.time) < totalOf(best.time) ? way : best)),
  );
}

/** The slowest first. */
function missedBy(ways: readonly Way[]): readonly Way[] {
  return ways
    .filter(({ asked, time }) => asked !== null && totalOf(time) > asked)
    .toSorted((a, b) => totalOf(b.time) - totalOf(a.time));
}

/** The services that miss their RTO, and what those wait for that would be back in time. */
function whoAsks({ services }: Scenario, missed: readonly Way[]): string {
  const slow = missed.map(({ workload, time }) => ({ ...workload, time: totalOf(time) }));
  const late = services.filter((service) => {
    const { rto } = service.objectives;
    const needed = neededBy(service, services);
    return rto !== null && slow.some((one) => needed.includes(one.service) && one.time > rto);
  });
  const own = new Set(slow.map(({ service }) => service));
  const waiting = late.filter((service) => !own.has(service));
  if (waiting.length === 0) return asksFor(late, 'rto');
  const names = listed(waiting.map(({ name }) => name));
  const verb = waiting.length === 1 ? 'waits' : 'wait';
  return `${asksFor(late, 'rto')}; ${names} ${verb} for ${listed([...own].map(({ name }) => name))}`;
}

/**
 * What makes every restore quick enough, back over the link too: a faster target or line where these
 * decide, else a standby.
 */
function quicker(design: Design, missed: readonly Way[]): string {
  const { strategy, scenario } = design;
  const numbers = [...new Set(missed.map(({ number }) => number))];
  const faster = numbers.flatMap((number) =>
    fasterPolicy(
      design,
      number,
      missed.filter((way) => way.number === number),
    ),
  );
  if (faster.every((change) => change !== null)) return `Set ${listed([...new Set(faster)])}.`;
  const longest = span(wholeAbove(totalOf(missed[0]!.time)));
  if (strategy.standbys.length > 0) {
    return `Shorten the longest part, or accept ${longest} for damage that the standby takes over.`;
  }
  return `${addStandby(strategy, scenario)}, or ask for an RTO of ${longest}.`;
}

/** Rates at which restores from one policy are in time; null where other parts take too long. */
function fasterPolicy(
  { strategy, scenario }: Design,
  number: number,
  missed: readonly Way[],
): readonly (string | null)[] {
  const policy = strategy.backups[number]!;
  const moves = strategy.restore.steps.filter(({ does }) => does.kind === 'moves').length;
  const rateFor = (bytesOf: (way: Way) => number) =>
    Math.max(
      ...missed.map((way) => {
        const left = way.asked! - (totalOf(way.time) - way.time.moving);
        return left > 0 && moves > 0 ? (1000 * moves * bytesOf(way)) / left : Infinity;
      }),
    );
  const target = rateFor(({ workload }) => workload.data);
  const line = rateFor(({ schedule }) => restoredBytes(schedule));
  if (!(target < Infinity && line < Infinity)) return [null];
  const changes: string[] = [];
  if (target > policy.restoreRate.law.mean) {
    const rate = flowText(roundedUp(target));
    changes.push(`"restoreRate: ${rate}" in ${policyPath(strategy, number)}`);
  }
  const link = linkBetween(scenario, strategy.primary, policy.store);
  if (link !== undefined && line > rateToStore(scenario, { strategy, policy })) {
    const bandwidth = lineRate(line / link.efficiency.law.mean);
    changes.push(`"bandwidth: ${bandwidth}" in ${pathOf('links', link.name)}`);
  }
  return changes;
}
