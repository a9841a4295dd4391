import { type Ms, ms } from '../../base/units.js';
import type { Scenario } from '../../model/scenario.js';
import type { Standby, Strategy } from '../../model/strategy.js';
import { linkBetween } from './copies.js';
import { asksFor } from './objectives.js';
import type { Observation } from './observation.js';
import { standbyPath } from '../../model/key-path.js';
import { span, wholeAbove } from './words.js';

/** Of twenty writes, nineteen are applied within it. */
const MOST_WRITES = 0.95;

/** Whether the standby that is least behind is near enough to the newest write in quiet hours. */
export function standbyLag(strategy: Strategy, scenario: Scenario): readonly Observation[] {
  const lags = strategy.standbys.map((standby) => usualLag(scenario, strategy, standby));
  const least = Math.min(...lags);
  const services = scenario.services.filter(
    ({ objectives }) => objectives.rpo !== null && objectives.rpo < least,
  );
  if (lags.length === 0 || services.length === 0) return [];
  const number = lags.indexOf(ms(least));
  const { site } = strategy.standbys[number]!;
  const path = standbyPath(strategy, number);
  const latency = linkBetween(scenario, strategy.primary, site)?.latency.law.mean ?? 0;
  const sooner =
    latency > Math.min(...services.map(({ objectives }) => objectives.rpo!))
      ? `Set "replication: sync" in ${path}`
      : `Make the standby apply writes sooner ("apply" in ${path})`;
  return [
    {
      rule: 'rpo-below-lag',
      path,
      found:
        `The standby of ${strategy.name} at ${site} has applied 95% of the writes after ` +
        `${span(least)}, but ${asksFor(services, 'rpo')}.`,
      fix: `${sooner}, or ask for an RPO of ${span(wholeAbove(least))}.`,
    },
  ];
}

/** Age of the newest write at a standby when nothing queues: on its way, then to be applied. */
export function usualLag(scenario: Scenario, strategy: Strategy, standby: Standby): Ms {
  const { primary, standbys } = strategy;
  const relay = standbys.find(({ site }) => site === standby.from);
  const before = relay && relay.replication.mode === 'async' ? [primary, relay.site] : [];
  const last = [standby.from ?? primary, standby.site];
  const latency = [before, last].reduce((sum, [from, to]) => {
    const link = from !== undefined && to !== undefined && linkBetween(scenario, from, to);
    return sum + (link ? link.latency.law.mean : 0);
  }, 0);
  if (standby.replication.mode === 'sync') return ms(0);
  return ms(latency + standby.replication.apply.law.quantile(MOST_WRITES));
}
