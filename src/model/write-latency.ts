import type { Distribution } from '../random/distribution.js';
import { joins, type Link } from './link.js';
import type { Strategy } from './strategy.js';

/**
 * What every write waits for: the round trip to the copy that has to have it, too. Of several the
 * slowest on average counts, of sites that serve beside each other the slowest pair.
 *
 * @returns the law of the one-way latency, half of the wait; null where no write waits
 */
export function slowestSynchronous(
  strategy: Strategy,
  links: readonly Link[],
): Distribution | null {
  const laws = pairsThatWait(strategy).flatMap(([a, b]) => oneWay(links, a, b));
  return laws.reduce<Distribution | null>(
    (slowest, law) => (slowest && slowest.mean >= law.mean ? slowest : law),
    null,
  );
}

function pairsThatWait({ primary, standbys }: Strategy): ReadonlyArray<readonly [string, string]> {
  const sync = standbys.filter(({ replication }) => replication.mode === 'sync');
  const beside = sync.filter(({ clients }) => clients > 0);
  return [
    ...sync.map(({ site }) => [primary, site] as const),
    ...beside.flatMap((one, i) =>
      beside.slice(i + 1).map((other) => [one.site, other.site] as const),
    ),
  ];
}

function oneWay(links: readonly Link[], a: string, b: string): readonly Distribution[] {
  return links.filter((link) => joins(link, a, b)).map(({ latency }) => latency.law);
}
