import { flowText } from '../../base/amount-text.js';
import { listed } from '../../base/listed.js';
import type { Ms } from '../../base/units.js';
import { type Link, joins } from '../../model/link.js';
import type { Scenario } from '../../model/scenario.js';
import type { Service } from '../../model/service.js';
import type { Standby, Strategy } from '../../model/strategy.js';
import { carriedBy } from '../../model/link.js';
import { linkBetween } from './copies.js';
import { asksFor } from './objectives.js';
import type { Observation } from './observation.js';
import { pathOf } from '../../model/key-path.js';
import { usualLag } from './standby-lag.js';
import { lineRate, span } from './words.js';
import { longestWait, weeklyWrites, workloads } from './workload.js';

/**
 * Links on which replication falls behind in the busiest hours of a week, with the writes of all
 * services in their largest year. That the mean is carried, the reader has seen to.
 */
export function linkCapacity(scenario: Scenario): readonly Observation[] {
  const hourly = weeklyWrites(workloads(scenario));
  const peak = Math.max(...hourly);
  return scenario.links.flatMap((link): Observation[] => {
    const carried = carriedBy(link);
    const users = scenario.strategies.filter((strategy) => replicatesOver(strategy, link));
    if (users.length === 0 || peak <= carried) return [];
    const wait = longestWait(hourly, carried);
    const missed = missing(scenario, { link, users, wait, peak });
    const path = `${pathOf('links', link.name)}.bandwidth`;
    const names = listed(users.map(({ name }) => name));
    const enough = lineRate(peak / link.efficiency.law.mean);
    const behind =
      `${link.name} carries ${flowText(carried)}, but the peak hour writes ${flowText(peak)}: ` +
      `${names} ${users.length === 1 ? 'falls' : 'fall'} up to ${span(wait)} behind`;
    return [
      {
        rule: missed.length > 0 ? 'replication-lag-at-peak' : 'link-below-writes',
        path,
        found: missed.length > 0 ? `${behind}, but ${asksFor(missed, 'rpo')}.` : `${behind}.`,
        fix: `Set "bandwidth: ${enough}" in ${pathOf('links', link.name)}.`,
      },
    ];
  });
}

function replicatesOver({ primary, standbys }: Strategy, link: Link): boolean {
  return standbys.some(({ site, from }) => joins(link, from ?? primary, site));
}

/** Services that lose more than their RPO at the peak, though not at other times. */
function missing(
  scenario: Scenario,
  of: { link: Link; users: readonly Strategy[]; wait: Ms; peak: number },
): readonly Service[] {
  const lagging = of.users.flatMap((strategy) =>
    hasBetter(scenario, strategy, of.peak)
      ? []
      : strategy.standbys
          .filter(({ site, from }) => joins(of.link, from ?? strategy.primary, site))
          .map((standby: Standby) => usualLag(scenario, strategy, standby)),
  );
  return scenario.services.filter(({ objectives: { rpo } }) =>
    lagging.some((lag) => rpo !== null && lag <= rpo && lag + of.wait > rpo),
  );
}

/** Whether a strategy has a standby on a line that keeps up: it would fail over to that one. */
function hasBetter(scenario: Scenario, { primary, standbys }: Strategy, peak: number): boolean {
  return standbys.some(({ site, from }) => {
    const link = linkBetween(scenario, from ?? primary, site);
    return link !== undefined && carriedBy(link) >= peak;
  });
}
