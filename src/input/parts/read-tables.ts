import { addRate, type Dimension } from '../../base/quantity.js';
import type { MoneyPerByte, MoneyPerHour } from '../../base/units.js';
import type { PriceList } from '../../model/prices.js';
import { FLAT, type WeekProfile, weekProfile } from '../../model/week-profile.js';
import { entryNames } from '../catalogue.js';
import { type Located, type MappingNode, valueOf } from '../yaml/located-tree.js';
import { MOST_VALUES } from '../yaml/yaml-limits.js';
import { noteTable } from './place-tables.js';
import { amount, storageClass } from './read-storage-class.js';
import { quantity } from '../figure/quantity-at.js';
import type { Form } from '../form/form.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { checked, type Field, listOf, mapping, named, optional, required } from '../form/shape.js';
import { fileOf } from '../use.js';
import { integer, nameOf, oneOf, text } from '../form/words.js';

/** What stands at the head of every table of the catalogue. */
const HEAD = {
  source: required(text, 'source: …', 'Where the table comes from.'),
  year: required(
    integer({ least: 1900, most: 2200 }),
    'year: 2025',
    'Year that it was measured or published in.',
  ),
  confidence: required(
    oneOf(['measured', 'vendor', 'estimate']),
    'confidence: estimate',
    'How far it can be trusted.',
  ),
};

function amounts<U extends number>(dimension: Dimension): Reader<ReadonlyMap<string, U>> {
  return pricesByName(amount<U>(dimension));
}

function pricesByName<T>(one: Reader<T>): Reader<ReadonlyMap<string, T>> {
  const pairs = named<readonly [string, T]>(
    { what: 'prices', each: one.form, slashes: true, most: MOST_VALUES },
    (name, spot, reading) => {
      const price = one(spot, reading);
      return price === undefined ? undefined : [name, price];
    },
  );
  return checked(pairs, (read) => new Map(read));
}

const priceList = mapping({
  ...HEAD,
  asOf: required(text, 'asOf: 2026-08', 'Month of the list prices.'),
  currency: required(text, 'currency: USD', 'Currency of its amounts.'),
  servers: required(
    amounts<MoneyPerHour>('money per time'),
    'servers: { … }',
    'Price of a server by type.',
  ),
  storage: required(
    pricesByName(storageClass),
    'storage: { … }',
    'Price of storage by class: per data and time, or a mapping of the terms.',
  ),
  liveStorage: required(text, 'liveStorage: block', 'Storage class of live data.'),
  transfer: required(
    mapping({
      betweenRegions: required(
        amount<MoneyPerByte>('money per data'),
        'betweenRegions: 0.02 USD/GB',
        'From one region to another, unless the pair has its own price.',
      ),
      pairs: optional(amounts<MoneyPerByte>('money per data'), new Map<string, MoneyPerByte>(), {
        about: 'By pair of regions.',
      }),
    }),
    'transfer: { … }',
    'Price of moving data.',
  ),
});

/** `prices:`, the name of a price list. */
export const prices: Reader<PriceList> = reader(
  namesIn('price list', 'prices'),
  (spot, reading) => {
    const table = tableAt(spot, { folder: 'prices', kind: 'price list' }, reading);
    if (!table) return undefined;
    // Its amounts are in its own currency, which must then be the scenario's.
    const own = valueOf(table.file, 'currency');
    const currency = own?.kind === 'scalar' ? own.text : '';
    const known = currency === reading.currency || reading.exchange.has(currency);
    if (reading.currency !== '' && !known) {
      return refuse(spot, reading, {
        expected: `a price list in ${reading.currency}, the scenario's currency`,
        got: `${table.name}, which is in ${currency}`,
        fix: `write "currency: ${currency}", or ${addRate(currency, reading.currency, reading.exchange.size > 0)}`,
      });
    }
    const read = priceList({ node: table.file, path: '' }, reading);
    if (read === undefined) return undefined;
    const { asOf, servers, storage, liveStorage, transfer } = read;
    if (storage.has(liveStorage)) {
      return { name: table.name, asOf, servers, storage, liveStorage, transfer };
    }
    const live = { node: valueOf(table.file, 'liveStorage') ?? table.file, path: 'liveStorage' };
    nameOf('storage class', [...storage.keys()])(live, reading);
    return undefined;
  },
);

const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const HOURS_A_DAY = 24;
/** How far from 1 the mean of days, and of hours, may be: what rounding leaves. */
const ROUNDING = 0.01;
const MOST_WEIGHT = 1e12;

const weight: Reader<number> = checked(quantity('count'), (value, spot, reading) =>
  value >= 0 && value <= MOST_WEIGHT
    ? value
    : refuse(spot, reading, { expected: `a weight from 0 to ${MOST_WEIGHT}` }),
);

const dayWeights = mapping(
  Object.fromEntries(
    DAYS.map((day) => [day, required(weight, `${day}: 1`, 'Its weight; the seven average 1.')]),
  ) as Record<(typeof DAYS)[number], Field<number>>,
);

const days: Reader<readonly number[]> = checked(dayWeights, (read, spot, reading) =>
  averagingOne(
    DAYS.map((day) => read[day]),
    spot,
    reading,
  ),
);

const hours: Reader<readonly number[]> = checked(
  listOf('24 weights, one for each hour', weight),
  (read, spot, reading) => {
    if (read.length === HOURS_A_DAY) return averagingOne(read, spot, reading);
    return refuse(spot, reading, { expected: '24 weights, one for each hour of the day, UTC' });
  },
);

const weekOfHours: Reader<readonly number[]> = checked(
  listOf('168 weights, one for each hour', weight),
  (read, spot, reading) => {
    const whole = read.length === DAYS.length * HOURS_A_DAY;
    if (whole && read.some((one) => one > 0)) return read;
    const expected = '168 weights from Monday 00:00 UTC, not all 0';
    return refuse(spot, reading, {
      expected,
      got: whole ? 'only zeros' : `${read.length} weights`,
    });
  },
);

function averagingOne(weights: readonly number[], spot: Spot, reading: Reading) {
  const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
  if (Math.abs(mean - 1) <= ROUNDING) return weights;
  return refuse(spot, reading, {
    expected: 'multiples of the mean, which average 1',
    got: `an average of ${Number(mean.toPrecision(4))}`,
    fix: 'divide each by that average',
  });
}

const WEEKLY = {
  days: required(days, 'days: { monday: 1, … }', 'Weight of each day; they average 1.'),
  hours: required(hours, 'hours: [1, …]', 'Weight of each hour of the day (UTC); they average 1.'),
};
/** A week hour by hour, in any unit: it is scaled to a mean of 1. */
const HOURLY = {
  hours168: required(
    weekOfHours,
    'hours168: [1, …]',
    'Weight of each hour of the week from Monday 00:00 UTC, in any unit.',
  ),
};

/** A table of the catalogue says where it comes from; a scenario's own need not. */
const TABLES = { weekly: mapping({ ...HEAD, ...WEEKLY }), hourly: mapping({ ...HEAD, ...HOURLY }) };
const OWN = { weekly: mapping(WEEKLY), hourly: mapping(HOURLY) };

function weekAt(
  spot: Spot,
  { weekly, hourly }: typeof TABLES | typeof OWN,
  reading: Reading,
): readonly number[] | undefined {
  if (valueOf(spot.node, 'hours168') !== undefined) return hourly(spot, reading)?.hours168;
  const read = weekly(spot, reading);
  return read?.days.flatMap((day) => read.hours.map((hour) => day * hour));
}

/** A weekly profile: `flat`, the name of one of the catalogue, or the weights themselves. */
export const profile: Reader<WeekProfile> = reader(
  {
    kind: 'either',
    of: [namesIn('profile', 'profiles'), OWN.weekly.form, OWN.hourly.form],
  },
  (spot, reading) => {
    const { node, path } = spot;
    if (node.kind === 'scalar' && node.value === FLAT.name) return FLAT;
    if (node.kind === 'mapping') return ownProfile({ node, path }, reading);
    if (node.kind === 'list') {
      const expected = 'a profile: its name, or a mapping of weights';
      return refuse(spot, reading, { expected, fix: 'write { hours168: [ … ] }' });
    }
    const table = tableAt(
      spot,
      { folder: 'profiles', kind: 'profile', also: [FLAT.name] },
      reading,
    );
    if (!table) return undefined;
    const week = weekAt({ node: table.file, path: '' }, TABLES, reading);
    return week && weekProfile(table.name, week);
  },
);

/** A profile's weights where it is used, or an entry of the catalogue that is extended there. */
function ownProfile(
  { node, path }: { node: MappingNode; path: string },
  reading: Reading,
): WeekProfile | undefined {
  if (node.extends === null) {
    const own = weekAt({ node, path }, OWN, reading);
    return own && weekProfile(path, own);
  }
  if (!['days', 'hours', 'hours168'].some((key) => node.entries.has(key))) {
    const got = `${node.extends}, which is none`;
    return refuse({ node, path }, reading, { expected: 'an entry of models/profiles', got });
  }
  const week = weekAt({ node, path }, TABLES, reading);
  noteTable(node, `models/profiles/${node.extends}`, reading);
  return week && weekProfile(node.extends, week);
}

function namesIn(kind: string, folder: string): Form {
  return { kind: 'name', of: kind, folder };
}

interface Table {
  readonly name: string;
  readonly file: Located;
}

/** A file of the catalogue by its name; its source becomes an assumption. */
function tableAt(
  spot: Spot,
  { folder, kind, also = [] }: { folder: string; kind: string; also?: readonly string[] },
  reading: Reading,
): Table | undefined {
  const names = [...also, ...entryNames(reading.catalogue, folder)];
  const name = nameOf(kind, names)(spot, reading);
  if (name === undefined) return undefined;
  const path = `models/${folder}/${name}`;
  const file = fileOf(`${path}.yaml`, reading);
  if (file === undefined || file.kind === 'broken') return undefined;
  noteTable(file, path, reading);
  return { name, file };
}
