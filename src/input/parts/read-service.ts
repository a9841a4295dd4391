import type { Bytes, BytesPerSecond, Money, MoneyPerHour, Ms, Share } from '../../base/units.js';
import type { PriceList } from '../../model/prices.js';
import type { Service } from '../../model/service.js';
import type { Uncertain } from '../../model/uncertain.js';
import { FLAT } from '../../model/week-profile.js';
import { point } from '../../random/point.js';
import { certain, uncertain } from '../figure/figure.js';
import { keysOf, valueOf } from '../yaml/located-tree.js';
import { AMOUNT, DURATION, GROWTH, PART, SOME_PART } from '../figure/range.js';
import { profile } from './read-tables.js';
import { type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { listOf, mapping, named, optional, required } from '../form/shape.js';
import { withEntries } from '../use.js';
import { integer, nameOf, oneOf, text } from '../form/words.js';
import { pathTo } from '../yaml/yaml-tree.js';

const TIERS = ['critical', 'important', 'standard'] as const;
const MOST_SERVERS = 1_000_000;

/** A figure that was not given: none of it. */
export const none = <U extends number>(): Uncertain<U> => ({ law: point(0), drawn: 'once' });

const data = mapping({
  size: required(uncertain<Bytes>({ dimension: 'data', range: AMOUNT }), 'size: 1 TB'),
  growth: optional(uncertain<Share>({ dimension: 'share per year', range: GROWTH }), none<Share>()),
  change: optional(uncertain<Share>({ dimension: 'share per day', range: PART }), none<Share>()),
  value: optional(uncertain<Money>({ dimension: 'money', range: AMOUNT }), none<Money>()),
});

const rate = uncertain<MoneyPerHour>({ dimension: 'money per time', range: AMOUNT });

const writes = mapping({
  mean: required(
    uncertain<BytesPerSecond>({ dimension: 'data rate', range: AMOUNT }),
    'mean: 2 MB/s',
  ),
  profile: optional(profile, FLAT),
});

const revenue = mapping({
  mean: required(rate, 'mean: 250k USD/h'),
  profile: optional(profile, FLAT),
  recaptured: optional(uncertain<Share>({ dimension: 'share', range: PART }), none<Share>()),
});

const target = certain<Ms>({ dimension: 'duration', range: DURATION });
const objectives = mapping({ rto: optional(target, null), rpo: optional(target, null) });

const servers = (types: readonly string[] | null) =>
  mapping({
    count: required(integer({ least: 1, most: MOST_SERVERS }), 'count: 4'),
    type: required(types ? nameOf('server type', types) : text, 'type: m5.xlarge'),
  });

/** `services:`, by name, in recovery order. @param prices null where nothing is priced */
export function services(prices: PriceList | null): Reader<readonly Service[]> {
  const types = prices && [...prices.servers.keys()];
  return (spot, reading) => {
    const names = keysOf(spot.node);
    const service = mapping({
      title: optional(text, null),
      tier: optional(oneOf(TIERS), 'important' as const),
      data: required(data, 'data: { size: 1 TB }'),
      writes: optional(writes, { mean: none<BytesPerSecond>(), profile: FLAT }),
      load: optional(profile, FLAT),
      revenue: optional(revenue, {
        mean: none<MoneyPerHour>(),
        profile: FLAT,
        recaptured: none<Share>(),
      }),
      dataLoss: optional(rate, none<MoneyPerHour>()),
      objectives: optional(objectives, { rto: null, rpo: null }),
      mbco: optional(certain<Share>({ dimension: 'share', range: SOME_PART }), 0.5 as Share),
      servers: optional(servers(types), null),
      dependsOn: optional(listOf('services', nameOf('service', names)), []),
    });
    const read = named('services', (name, at, into): Service | undefined => {
      const one = service({ ...at, node: withEntries(at, 'services', into) }, into);
      return one && { ...one, name, title: one.title ?? name, tier: TIERS.indexOf(one.tier) + 1 };
    })(spot, reading);
    return read && inRecoveryOrder(read, spot, reading);
  };
}

/**
 * By tier, then as written, but what a service depends on always before it: a dependency is as
 * urgent as the most urgent that needs it.
 */
function inRecoveryOrder(
  all: readonly Service[],
  spot: Spot,
  reading: Reading,
): readonly Service[] | undefined {
  const ordered: Service[] = [];
  const open: string[] = [];
  let circle: readonly string[] | undefined;
  const place = (service: Service) => {
    if (circle || ordered.includes(service)) return;
    if (open.includes(service.name)) {
      circle = [...open.slice(open.indexOf(service.name)), service.name];
      return;
    }
    open.push(service.name);
    for (const name of service.dependsOn) place(all.find((other) => other.name === name)!);
    open.pop();
    ordered.push(service);
  };
  for (const service of all.toSorted((a, b) => a.tier - b.tier)) place(service);
  if (!circle) return ordered;
  const path = pathTo(spot.path, circle[0]!);
  const service = valueOf(spot.node, circle[0]!) ?? spot.node;
  const node = valueOf(service, 'dependsOn') ?? service;
  return refuse({ node, path: pathTo(path, 'dependsOn') }, reading, {
    expected: 'services that do not depend on themselves',
    got: circle.join(' -> '),
    fix: `remove one of these from its "dependsOn"`,
  });
}
