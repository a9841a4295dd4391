import { percentText } from '../../base/amount-text.js';
import { ms } from '../../base/units.js';
import type { Scenario } from '../../model/scenario.js';
import type { Service } from '../../model/service.js';
import type { Standby, Strategy } from '../../model/strategy.js';
import { asksFor } from './objectives.js';
import type { Observation } from './observation.js';
import { pathOf, standbyPath } from '../../model/key-path.js';
import { failoverTime, partsText, totalOf } from './recovery-times.js';
import { percentAbove, span, wholeAbove } from './words.js';

/** Rounding of a share that was meant to be enough. */
const SLACK = 1e-9;

/** Whether a failover keeps the RTOs on average, to standbys that are large enough. */
export function failoverSpeed(strategy: Strategy, scenario: Scenario): readonly Observation[] {
  return [
    ...slowFailover(strategy, scenario),
    ...strategy.standbys.flatMap((_, number) => tooSmall(strategy, scenario, number)),
  ];
}

function slowFailover(strategy: Strategy, scenario: Scenario): Observation[] {
  if (strategy.standbys.length === 0) return [];
  const time = failoverTime(strategy);
  const services = scenario.services.filter(
    ({ objectives: { rto } }) => rto !== null && totalOf(time) > rto,
  );
  if (services.length === 0) return [];
  const path = `${pathOf('strategies', strategy.name)}.failover`;
  const least = Math.min(...services.map(({ objectives }) => objectives.rto!));
  const decides = time.decide > 0 && totalOf(time) - time.decide <= least;
  return [
    {
      rule: 'failover-slower-than-rto',
      path,
      found:
        `A failover of ${strategy.name} takes ${span(totalOf(time))} on average ` +
        `(${partsText(time)}), but ${asksFor(services, 'rto')}.`,
      fix: decides
        ? `Add "automatic: true" to ${path}.`
        : `Shorten the longest part, or ask for an RTO of ${span(wholeAbove(totalOf(time)))}.`,
    },
  ];
}

/** The MBCO counts in the busiest hour, in which capacity of 100 % is all in use. */
function tooSmall(strategy: Strategy, scenario: Scenario, number: number): Observation[] {
  const { site, capacity }: Standby = strategy.standbys[number]!;
  const size = capacity.law.mean;
  const short = scenario.services.filter(({ mbco }) => size < mbco - SLACK);
  const most = short.toSorted((a, b) => b.mbco - a.mbco)[0];
  if (most === undefined) return [];
  const { ramp } = strategy.failover;
  const grown = ramp && ms(totalOf(failoverTime(strategy)) + ramp.law.mean);
  const late = ({ objectives: { rto } }: Service) =>
    grown === null || (rto !== null && grown > rto);
  const path = standbyPath(strategy, number);
  const until = grown === null ? '' : `, which it has ${span(grown)} after the strike on average`;
  return [
    {
      rule: 'standby-below-mbco',
      ...(!short.some(late) && { severity: 'warning' as const }),
      path: `${path}.capacity`,
      found:
        `The standby of ${strategy.name} at ${site} has ${percentText(size)} of full capacity, but ` +
        `at its peak ${most.name} needs ${percentText(most.mbco)} to count as recovered${until}.`,
      fix: `Set "capacity: ${percentAbove(most.mbco)}" in ${path}.`,
    },
  ];
}
