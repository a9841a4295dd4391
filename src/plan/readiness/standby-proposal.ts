import { MINUTE, ms, SECOND } from '../../base/units.js';
import { carriedBy } from '../../model/link.js';
import { pathOf } from '../../model/key-path.js';
import type { Scenario } from '../../model/scenario.js';
import type { Site } from '../../model/site.js';
import type { Strategy } from '../../model/strategy.js';
import { linkBetween, linkedSites } from './copies.js';
import { rtosAsked } from './dependencies.js';
import { failoverTime, totalOf } from './recovery-times.js';
import { percentAbove, span, wholeBelow } from './words.js';
import { weeklyWrites, workloads } from './workload.js';

/** What stands ready where no service asks for more. */
const USUAL_CAPACITY = 0.5;
/** A promotion that people have rehearsed; less where an RTO leaves less. */
const USUAL_PROMOTION = 10 * MINUTE;

/**
 * A standby that would keep every objective, as a sentence without its end: at a site whose link
 * carries the writes of the peak, large enough for every service to count as recovered, promoted in
 * what the shortest RTO leaves. Where there is no such site or no time, what a standby would need.
 *
 * @param strategy without a standby
 */
export function addStandby(strategy: Strategy, scenario: Scenario): string {
  const path = pathOf('strategies', strategy.name);
  const site = standbySites(strategy, scenario)[0]?.name;
  if (site === undefined) {
    return `Add a standby to ${path}, with a link to ${strategy.primary} that carries the writes`;
  }
  const failover = failoverWithin(strategy, Math.min(...rtosAsked(scenario.services).values()));
  if (failover === null) {
    return `Add a standby to ${path}, and notice a failure sooner ("detection")`;
  }
  const capacity = Math.max(USUAL_CAPACITY, ...scenario.services.map(({ mbco }) => mbco));
  const latency = linkBetween(scenario, strategy.primary, site)?.latency.law.mean ?? 0;
  const rpos = scenario.services.flatMap(({ objectives }) => objectives.rpo ?? []);
  const mode = latency > Math.min(...rpos) ? ', replication: sync' : '';
  const standby = `standby: { site: ${site}, capacity: ${percentAbove(capacity)}${mode} }`;
  return `Add "${standby}" and "failover: ${failover}" to ${path}`;
}

/** Sites whose link to the primary carries what is written in the busiest hour. */
export function standbySites({ primary }: Strategy, scenario: Scenario): readonly Site[] {
  const peak = Math.max(...weeklyWrites(workloads(scenario)));
  return linkedSites(scenario, primary).filter(({ name }) => {
    const link = linkBetween(scenario, primary, name);
    return link !== undefined && carriedBy(link) > peak;
  });
}

/** A failover that ends in time: by people if they are quick enough, else by itself. */
function failoverWithin(strategy: Strategy, rto: number): string | null {
  const left = (automatic: boolean) => {
    const failover = { ...strategy.failover, automatic, steps: [] };
    return rto - totalOf(failoverTime({ ...strategy, failover }));
  };
  const steps = (time: number) => {
    const takes = wholeBelow(Math.min(USUAL_PROMOTION, time));
    return `steps: [{ step: promote, takes: ${span(ms(takes))} }]`;
  };
  if (left(false) >= USUAL_PROMOTION) return `{ ${steps(left(false))} }`;
  if (left(true) < SECOND) return null;
  return `{ automatic: true, ${steps(left(true))} }`;
}
