import { DAY, HOUR, MINUTE, SECOND, WEEK, YEAR } from './units.js';

/** What a unit measures. */
type Kind = 'time' | 'data' | 'share';

/** Milliseconds in each unit of time, by every name it may be written with. */
const TIME: Readonly<Record<string, number>> = {
  ...named(1, 'ms', 'millisecond', 'milliseconds'),
  ...named(SECOND, 's', 'sec', 'secs', 'second', 'seconds'),
  ...named(MINUTE, 'min', 'mins', 'minute', 'minutes'),
  ...named(HOUR, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...named(DAY, 'd', 'day', 'days'),
  ...named(WEEK, 'w', 'week', 'weeks'),
  ...named(YEAR / 12, 'month', 'months'),
  ...named(YEAR, 'y', 'yr', 'year', 'years'),
};

/** Decimal prefixes are powers of 1000, binary ones powers of 1024. */
const PREFIXES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 1024,
  Mi: 1024 * 1024,
  Gi: 1024 * 1024 * 1024,
  Ti: 1024 * 1024 * 1024 * 1024,
  Pi: 1024 * 1024 * 1024 * 1024 * 1024,
};

/** Bytes in each unit of data; `b` and `bit` are bits, `B` is bytes. */
const DATA: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(PREFIXES).flatMap(([prefix, factor]) => [
    [`${prefix}B`, factor],
    [`${prefix}bit`, factor / 8],
    [`${prefix}b`, factor / 8],
  ]),
);

interface Unit {
  readonly kind: Kind;
  /** How many ms, bytes or wholes it has. */
  readonly factor: number;
}

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...entries('time', TIME),
  ...entries('data', { ...DATA, byte: 1, bytes: 1 }),
  ...entries('share', { '%': 0.01 }),
]);

function entries(kind: Kind, units: Readonly<Record<string, number>>): [string, Unit][] {
  return Object.entries(units).map(([name, factor]) => [name, { kind, factor }]);
}

/** Units that people write but that mean two things, and how to say which is meant. */
const AMBIGUOUS: Readonly<Record<string, string>> = {
  m: 'write "min" or "month"',
  KB: 'write "kB" (1000 bytes) or "KiB" (1024 bytes)',
  kb: 'write "kB" (bytes) or "kbit" (bits): they differ by a factor of 8',
  mb: 'write "MB" (bytes) or "Mbit" (bits): they differ by a factor of 8',
  gb: 'write "GB" (bytes) or "Gbit" (bits): they differ by a factor of 8',
  tb: 'write "TB" (bytes) or "Tbit" (bits): they differ by a factor of 8',
};

/** Currencies by symbol; the dollar sign serves every dollar. */
export const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
};

/** A unit by the name it is written with. */
export function unitOf(name: string): Unit | undefined {
  return UNITS.get(name);
}

export function ambiguityOf(name: string): string | undefined {
  return Object.hasOwn(AMBIGUOUS, name) ? AMBIGUOUS[name] : undefined;
}

/** Names of all units. */
export const UNIT_NAMES: readonly string[] = [...UNITS.keys()];

function named(factor: number, ...names: string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, factor]));
}
