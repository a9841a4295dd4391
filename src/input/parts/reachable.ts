import { type Ms, ms } from '../../base/units.js';
import { sentFrom } from '../../model/backup-policy.js';
import { carriedBy, joins, type Link } from '../../model/link.js';
import { growthAt, type Service } from '../../model/service.js';
import type { Site } from '../../model/site.js';
import type { Strategy } from '../../model/strategy.js';
import { valueOf } from '../yaml/located-tree.js';
import { type Reading, refuse, type Spot } from '../reading.js';
import { pathTo } from '../yaml/yaml-tree.js';

interface Parts {
  readonly sites: readonly Site[];
  readonly links: readonly Link[];
  readonly services: readonly Service[];
  readonly strategies: readonly Strategy[];
  readonly horizon: Ms;
}

/**
 * Whether every strategy's data can get to where it has to be: standbys and stores are linked to the
 * primary, sites that serve beside each other to one another, and replication keeps up with the
 * writes.
 */
export function flowsAreCarried(parts: Parts, spot: Spot, reading: Reading): boolean {
  return parts.strategies
    .map((strategy) => {
      const at = {
        node: valueOf(spot.node, strategy.name) ?? spot.node,
        path: pathTo(spot.path, strategy.name),
      };
      return strategyIsCarried(parts, { strategy, at }, reading);
    })
    .every(Boolean);
}

function strategyIsCarried(
  parts: Parts,
  { strategy, at }: { strategy: Strategy; at: Spot },
  reading: Reading,
): boolean {
  const { primary, standbys, backups } = strategy;
  let right = true;
  const wrong = (what: { expected: string; got: string; fix: string }) => {
    refuse(at, reading, what);
    right = false;
  };
  const linkTo = (site: string, source = primary) =>
    parts.links.find((link) => joins(link, source, site));
  for (const site of vaultsThatServe(parts.sites, strategy)) {
    wrong({
      expected: 'sites at which services can run',
      got: `${site}, which is storageOnly`,
      fix: 'name another site, or leave out "storageOnly"',
    });
  }
  for (const [number, { site }] of standbys.entries()) {
    if (site === primary || standbys.findIndex((other) => other.site === site) < number) {
      wrong({
        expected: 'standbys at other sites than the primary and each other',
        got: `a standby at ${site}${site === primary ? ', the primary' : ' twice'}`,
        fix: 'name another site',
      });
    }
  }
  const fronts = standbys.flatMap(({ site, clients }) => (clients > 0 ? [site] : []));
  for (const [one, other] of pairsOf(fronts)) {
    if (one === other || parts.links.some((link) => joins(link, one, other))) continue;
    wrong({
      expected: `a link between ${one} and ${other}, which serve beside each other`,
      got: 'none',
      fix: `add to links: "${one}-${other}: { bandwidth: 1 Gbit/s }"`,
    });
  }
  const relayed = standbys.flatMap(({ site, from }) => (from === null ? [] : { site, from }));
  const direct = new Set([
    ...standbys.flatMap(({ site, from }) => (from === null ? [site] : [])),
    ...backups.map(({ store }) => store),
  ]);
  for (const { site, from } of [
    ...[...direct].map((to) => ({ site: to, from: primary })),
    ...relayed,
  ]) {
    if (site === from || linkTo(site, from)) continue;
    wrong({
      expected: `a link between ${from} and ${site}`,
      got: 'none',
      fix: `add to links: "${from}-${site}: { bandwidth: 1 Gbit/s }"`,
    });
  }
  for (const [before, after] of storesApart(backups, parts.links)) {
    wrong({
      expected: `a link between the stores ${before} and ${after}, or how long a courier takes`,
      got: 'none',
      fix: `add to links: "${before}-${after}: { bandwidth: 1 Gbit/s }", or "takes: 1 day" to the further store`,
    });
  }
  for (const { site, from } of standbys) {
    const link = linkTo(site, from ?? primary);
    if (link === undefined) continue;
    const [carried, written] = [carriedBy(link), writtenAtTheEnd(parts.services, parts.horizon)];
    if (written < carried) continue;
    wrong({
      expected: `a link ${link.name} that carries more than is written on average`,
      got: `${perSecond(carried)} for writes of ${perSecond(written)} by the end of the horizon`,
      fix: 'raise its bandwidth: replication could never catch up',
    });
  }
  return right;
}

function vaultsThatServe(
  sites: readonly Site[],
  { primary, standbys }: Pick<Strategy, 'primary' | 'standbys'>,
): readonly string[] {
  const serving = new Set([primary, ...standbys.map(({ site }) => site)]);
  return sites.flatMap(({ name, storageOnly }) => (storageOnly && serving.has(name) ? [name] : []));
}

/** Further stores that points have no way to, each with the store before it. */
function storesApart(
  backups: Strategy['backups'],
  links: readonly Link[],
): readonly (readonly [before: string, after: string])[] {
  return backups.flatMap((policy) =>
    policy.copies.flatMap(({ store }, number) => {
      const before = (policy.copies[number - 1] ?? policy).store;
      return sentFrom(policy, number + 1, links) === undefined ? [[before, store] as const] : [];
    }),
  );
}

function pairsOf(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((one, number) =>
    names.slice(number + 1).map((other) => [one, other] as const),
  );
}

/** Mean writes of all services in the last year of the horizon, in bytes per second. */
function writtenAtTheEnd(services: readonly Service[], horizon: Ms): number {
  const last = ms(horizon - 1);
  return services.reduce(
    (sum, { writes, data }) => sum + writes.mean.law.mean * growthAt(data.growth.law.mean, last),
    0,
  );
}

function perSecond(rate: number): string {
  return `${Number((rate / 1e6).toPrecision(3))} MB/s`;
}
