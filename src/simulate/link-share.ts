import type { Ms } from '../base/units.js';
import { growthAt } from '../model/service.js';
import type { Plan, StrategyPlan } from './plan.js';
import { linkBetween } from './world.js';

/** A steady flow over a link: bytes a second at the start, and their yearly growth. */
export interface LinkUser {
  readonly rate: number;
  readonly growth: number;
}

/** What goes over a link from a site all the time while backups are sent: replication and logs. */
export function linkUsers(
  plan: Plan,
  { primary, standbys, backups }: StrategyPlan,
  { link, source }: { link: number; source: number },
): readonly LinkUser[] {
  const value = plan.parameters;
  return plan.services.flatMap((service) => {
    const growth = value.of(service.growth);
    const writes = value.of(service.writes);
    if (writes === 0) return [];
    const replicas = standbys.filter(
      ({ site, from }) =>
        (from === null || source !== primary) && linkBetween(plan, source, site) === link,
    );
    const logs = backups.filter(
      ({ log, sent, store }) =>
        log !== null && sent === null && linkBetween(plan, source, store) === link,
    );
    return [
      ...replicas.map(() => ({ rate: writes, growth })),
      ...logs.map(({ reduction }) => ({ rate: writes / value.of(reduction), growth })),
    ];
  });
}

/**
 * What is left of a link for one more that takes all it can get, in bytes per second: max-min fair,
 * who wants less than an even share has what it wants.
 *
 * @param rate of the link, bytes per second
 */
export function restOf(rate: number, users: readonly LinkUser[], at: Ms): number {
  if (users.length === 0) return rate;
  const wanted = users.map((user) => user.rate * growthAt(user.growth, at)).sort((a, b) => a - b);
  let left = rate;
  let sharing = wanted.length + 1;
  for (const want of wanted) left -= Math.min(want, left / sharing--);
  return left;
}
