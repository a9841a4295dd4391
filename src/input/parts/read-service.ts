import type { Bytes, BytesPerSecond, Money, MoneyPerHour, Ms, Share } from '../../base/units.js';
import type { PriceList } from '../../model/prices.js';
import type { Service } from '../../model/service.js';
import type { Uncertain } from '../../model/uncertain.js';
import { FLAT } from '../../model/week-profile.js';
import { point } from '../../random/point.js';
import { certain, uncertain } from '../figure/figure.js';
import { keysOf, valueOf } from '../yaml/located-tree.js';
import { AMOUNT, DURATION, GROWTH, PART, RATIO, SOME_PART } from '../figure/range.js';
import { profile } from './read-tables.js';
import { extending } from '../form/form.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { listOf, mapping, named, optional, required } from '../form/shape.js';
import { withEntries } from '../use.js';
import { integer, nameOf, oneOf, text } from '../form/words.js';
import { pathTo } from '../yaml/yaml-tree.js';

const TIERS = ['critical', 'important', 'standard'] as const;
const MOST_SERVERS = 1_000_000;

/** A figure that was not given: none of it. */
export const none = <U extends number>(): Uncertain<U> => ({ law: point(0), drawn: 'once' });

const data = mapping({
  size: required(
    uncertain<Bytes>({ dimension: 'data', range: AMOUNT }),
    'size: 1 TB',
    'Data kept at the start of the horizon.',
  ),
  growth: optional(
    uncertain<Share>({ dimension: 'share per year', range: GROWTH }),
    none<Share>(),
    {
      about: 'Growth of data and writes, a step at the end of every year.',
      usual: '0% / year',
    },
  ),
  change: optional(uncertain<Share>({ dimension: 'share per day', range: PART }), none<Share>(), {
    about: 'Share of the data that differs after a day: what incremental copies hold.',
    usual: '0% / day',
  }),
  value: optional(uncertain<Money>({ dimension: 'money', range: AMOUNT }), none<Money>(), {
    about: 'What it costs to lose all of it for good.',
    usual: 'nothing',
  }),
});

const rate = uncertain<MoneyPerHour>({ dimension: 'money per time', range: AMOUNT });

const bursts = mapping({
  chance: required(
    uncertain<Share>({ dimension: 'share', range: PART }),
    'chance: 2%',
    'Chance of each hour to be one.',
  ),
  factor: required(
    uncertain<number>({ dimension: 'count', range: RATIO }),
    'factor: 5',
    'How many times the writes of a quiet hour.',
  ),
});

const writes = mapping({
  mean: required(
    uncertain<BytesPerSecond>({ dimension: 'data rate', range: AMOUNT }),
    'mean: 2 MB/s',
    'Mean rate of writes in the first year; grows with the data.',
  ),
  profile: optional(profile, FLAT, { about: 'Writes by hour of the week.', usual: 'flat' }),
  bursts: optional(bursts, null, {
    about:
      'Hours in which it writes more than the profile says, here and there; the mean includes them.',
  }),
});

const revenue = mapping({
  mean: required(rate, 'mean: 250k USD/h', 'Mean revenue, around the clock.'),
  profile: optional(profile, FLAT, { about: 'Revenue by hour of the week.', usual: 'flat' }),
  recaptured: optional(uncertain<Share>({ dimension: 'share', range: PART }), none<Share>(), {
    about: 'Share of the sales missed in an outage that customers make later.',
    usual: '0%',
  }),
});

const target = certain<Ms>({ dimension: 'duration', range: DURATION });
const objectives = mapping({
  rto: optional(target, null, { about: 'Recovery time objective: how long it may be down.' }),
  rpo: optional(target, null, {
    about: 'Recovery point objective: how much time of writes may be lost.',
  }),
});

const servers = (types: readonly string[] | null) =>
  mapping({
    count: required(
      integer({ least: 1, most: MOST_SERVERS }),
      'count: 4',
      'How many serve the peak.',
    ),
    type: required(
      types ? nameOf('server type', types) : text,
      'type: m5.xlarge',
      'Server type of the price list.',
    ),
  });

/** `services:`, by name, in recovery order. @param prices null where nothing is priced */
export function services(prices: PriceList | null): Reader<readonly Service[]> {
  const types = prices && [...prices.servers.keys()];
  const each = extending(serviceShape(types, []).form, 'services');
  return reader({ kind: 'named', what: 'services', each }, (spot, reading) => {
    const service = serviceShape(types, keysOf(spot.node));
    const read = named({ what: 'services', each }, (name, at, into): Service | undefined => {
      const one = service({ ...at, node: withEntries(at, 'services', into) }, into);
      return one && { ...one, name, title: one.title ?? name, tier: TIERS.indexOf(one.tier) + 1 };
    })(spot, reading);
    return read && inRecoveryOrder(read, spot, reading);
  });
}

const NO_WRITES = { mean: none<BytesPerSecond>(), profile: FLAT, bursts: null };
const NO_REVENUE = { mean: none<MoneyPerHour>(), profile: FLAT, recaptured: none<Share>() };

function serviceShape(types: readonly string[] | null, names: readonly string[]) {
  return mapping({
    title: optional(text, null, { about: 'Its name for people.', usual: 'its key' }),
    tier: optional(oneOf(TIERS), 'important' as const, {
      about: 'Recovery order: by tier, then dependency, then as written.',
    }),
    data: required(data, 'data: { size: 1 TB }', 'What it keeps.'),
    writes: optional(writes, NO_WRITES, {
      about: 'How much it writes: what replication must carry.',
    }),
    load: optional(profile, FLAT, {
      about: 'Demand by hour of the week; capacity of 100% serves its peak.',
      usual: 'flat',
    }),
    revenue: optional(revenue, NO_REVENUE, { about: 'What an hour of it earns.' }),
    dataLoss: optional(rate, none<MoneyPerHour>(), {
      about: 'Cost of lost data, per hour of writes lost.',
      usual: 'nothing',
    }),
    objectives: optional(
      objectives,
      { rto: null, rpo: null },
      { about: 'Targets of the business.' },
    ),
    mbco: optional(certain<Share>({ dimension: 'share', range: SOME_PART }), 0.5 as Share, {
      about: 'Minimum business continuity objective: the level at which it counts as recovered.',
      usual: '50%',
    }),
    servers: optional(servers(types), null, { about: 'What it runs on, for its price.' }),
    dependsOn: optional(listOf('services', nameOf('service', names)), [], {
      about: 'Services without which it does not work.',
    }),
    consistencyGroup: optional(text, null, {
      about:
        'Name that services share whose data must be of one instant: what goes back together goes back to a common point.',
    }),
  });
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
