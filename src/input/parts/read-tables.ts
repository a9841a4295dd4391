import type { Dimension } from '../../base/quantity.js';
import type { MoneyPerByte, MoneyPerByteYear, MoneyPerHour } from '../../base/units.js';
import type { PriceList } from '../../model/prices.js';
import { FLAT, type WeekProfile, weekProfile } from '../../model/week-profile.js';
import { entryNames } from '../catalogue.js';
import { type Located, valueOf } from '../yaml/located-tree.js';
import { noteTable } from './place-tables.js';
import { quantityAt } from '../figure/quantity-at.js';
import { type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { listOf, mapping, named, optional, required } from '../form/shape.js';
import { fileOf } from '../use.js';
import { integer, nameOf, oneOf, text } from '../form/words.js';

/** What stands at the head of every table of the catalogue. */
const HEAD = {
  source: required(text, 'source: …'),
  year: required(integer({ least: 1900, most: 2200 }), 'year: 2025'),
  confidence: required(oneOf(['measured', 'vendor', 'estimate']), 'confidence: estimate'),
};

function amount<U extends number>(dimension: Dimension): Reader<U> {
  return (spot, reading) => quantityAt(spot, dimension, reading) as U | undefined;
}

function amounts<U extends number>(dimension: Dimension): Reader<ReadonlyMap<string, U>> {
  const pairs = named<readonly [string, U]>(
    'prices',
    (name, spot, reading) => {
      const price = amount<U>(dimension)(spot, reading);
      return price === undefined ? undefined : [name, price];
    },
    { slashes: true },
  );
  return (spot, reading) => {
    const read = pairs(spot, reading);
    return read && new Map(read);
  };
}

const priceList = mapping({
  ...HEAD,
  asOf: required(text, 'asOf: 2026-08'),
  currency: required(text, 'currency: USD'),
  servers: required(amounts<MoneyPerHour>('money per time'), 'servers: { … }'),
  storage: required(amounts<MoneyPerByteYear>('money per data and time'), 'storage: { … }'),
  liveStorage: required(text, 'liveStorage: block'),
  transfer: required(
    mapping({
      betweenRegions: required(
        amount<MoneyPerByte>('money per data'),
        'betweenRegions: 0.02 USD/GB',
      ),
      pairs: optional(amounts<MoneyPerByte>('money per data'), new Map<string, MoneyPerByte>()),
    }),
    'transfer: { … }',
  ),
});

/** `prices:`, the name of a price list. */
export const prices: Reader<PriceList> = (spot, reading) => {
  const table = tableAt(spot, { folder: 'prices', kind: 'price list' }, reading);
  if (!table) return undefined;
  // Its amounts are in its own currency, which must then be the scenario's.
  const own = valueOf(table.file, 'currency');
  const currency = own?.kind === 'scalar' ? own.text : '';
  if (reading.currency !== '' && currency !== reading.currency) {
    return refuse(spot, reading, {
      expected: `a price list in ${reading.currency}, the scenario's currency`,
      got: `${table.name}, which is in ${currency}`,
      fix: `write "currency: ${currency}"`,
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
};

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

const weight: Reader<number> = (spot, reading) => {
  const value = quantityAt(spot, 'count', reading);
  if (value === undefined || (value >= 0 && value <= MOST_WEIGHT)) return value;
  return refuse(spot, reading, { expected: `a weight from 0 to ${MOST_WEIGHT}` });
};

const days: Reader<readonly number[]> = (spot, reading) => {
  const shape = Object.fromEntries(
    DAYS.map((day) => [day, required(weight, `${day}: 1`)] as const),
  ) as Record<(typeof DAYS)[number], ReturnType<typeof required<number>>>;
  const read = mapping(shape)(spot, reading);
  return (
    read &&
    averagingOne(
      DAYS.map((day) => read[day]),
      spot,
      reading,
    )
  );
};

const hours: Reader<readonly number[]> = (spot, reading) => {
  const read = listOf('24 weights, one for each hour', weight)(spot, reading);
  if (read === undefined) return undefined;
  if (read.length === HOURS_A_DAY) return averagingOne(read, spot, reading);
  return refuse(spot, reading, { expected: '24 weights, one for each hour of the day, UTC' });
};

const weekOfHours: Reader<readonly number[]> = (spot, reading) => {
  const read = listOf('168 weights, one for each hour', weight)(spot, reading);
  if (read === undefined) return undefined;
  const right = read.length === DAYS.length * HOURS_A_DAY && read.some((one) => one > 0);
  if (right) return read;
  const expected = '168 weights from Monday 00:00 UTC, not all 0';
  return refuse(spot, reading, { expected, got: `${read.length} weights` });
};

function averagingOne(weights: readonly number[], spot: Spot, reading: Reading) {
  const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
  if (Math.abs(mean - 1) <= ROUNDING) return weights;
  return refuse(spot, reading, {
    expected: 'multiples of the mean, which average 1',
    got: `an average of ${Number(mean.toPrecision(4))}`,
    fix: 'divide each by that average',
  });
}

const weeklyProfile = mapping({
  ...HEAD,
  days: required(days, 'days: { monday: 1, … }'),
  hours: required(hours, 'hours: [1, …]'),
});

/** A week hour by hour, in any unit: it is scaled to a mean of 1. */
const hourlyProfile = mapping({ ...HEAD, hours168: required(weekOfHours, 'hours168: [1, …]') });

/** The name of a weekly profile, `flat` or one of the catalogue. */
export const profile: Reader<WeekProfile> = (spot, reading) => {
  if (spot.node.kind === 'scalar' && spot.node.value === FLAT.name) return FLAT;
  const table = tableAt(spot, { folder: 'profiles', kind: 'profile', also: [FLAT.name] }, reading);
  if (!table) return undefined;
  const file = { node: table.file, path: '' };
  if (valueOf(table.file, 'hours168') !== undefined) {
    const hourly = hourlyProfile(file, reading);
    return hourly && weekProfile(table.name, hourly.hours168);
  }
  const read = weeklyProfile(file, reading);
  const week = read?.days.flatMap((day) => read.hours.map((hour) => day * hour));
  return week && weekProfile(table.name, week);
};

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
