import { DAY, HOUR, MINUTE, SECOND, WEEK, YEAR } from './units.js';

interface Unit {
  /** What it measures. */
  readonly kind: 'time' | 'data' | 'share';
  /** How many ms, bytes or hundredths it has. */
  readonly factor: number;
}

/** Milliseconds in each unit of time, with every name that it may be written by. */
const TIME: readonly (readonly [factor: number, names: readonly string[]])[] = [
  [1, ['ms', 'millisecond', 'milliseconds']],
  [SECOND, ['s', 'sec', 'secs', 'second', 'seconds']],
  [MINUTE, ['min', 'mins', 'minute', 'minutes']],
  [HOUR, ['h', 'hr', 'hrs', 'hour', 'hours']],
  [DAY, ['d', 'day', 'days']],
  [WEEK, ['w', 'wk', 'wks', 'week', 'weeks']],
  [YEAR / 12, ['month', 'months']],
  [YEAR, ['y', 'yr', 'yrs', 'year', 'years']],
];

/** Decimal prefixes are powers of 1000, binary ones powers of 1024. */
const PREFIXES: readonly (readonly [prefix: string, factor: number])[] = [
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['Ki', 1024],
  ['Mi', 1024 * 1024],
  ['Gi', 1024 * 1024 * 1024],
  ['Ti', 1024 * 1024 * 1024 * 1024],
  ['Pi', 1024 * 1024 * 1024 * 1024 * 1024],
];

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...TIME.flatMap(([factor, names]) => names.map((name) => entry(name, 'time', factor))),
  ...PREFIXES.flatMap(([prefix, factor]) => [
    entry(`${prefix}B`, 'data', factor),
    entry(`${prefix}bit`, 'data', factor / 8),
    entry(`${prefix}b`, 'data', factor / 8),
  ]),
  ...['byte', 'bytes'].map((name) => entry(name, 'data', 1)),
  ...['bit', 'bits'].map((name) => entry(name, 'data', 1 / 8)),
  entry('%', 'share', 1),
]);

/** Names of all units. */
export const UNIT_NAMES: readonly string[] = [...UNITS.keys()];

/** A unit by the name it is written with; upper and lower case matter. */
export function unitOf(name: string): Unit | undefined {
  return name === 'kb' ? undefined : UNITS.get(name);
}

/** How to say what is meant by a name that people write but that could mean two units. */
export function ambiguityOf(name: string): string | undefined {
  if (name === 'm') return 'write "min" or "month"';
  const [, letter, binary = '', perSecond] = LOOSE.exec(name) ?? [];
  if (letter === undefined) return undefined;
  const time = perSecond === undefined ? '' : '/s';
  if (name.startsWith('KB')) return `write "kB${time}" (1000 bytes) or "KiB${time}" (1024 bytes)`;
  const prefix = /k/i.test(letter) && binary === '' ? 'k' : letter.toUpperCase() + binary;
  const [inBytes, inBits] = [`${prefix}B${time}`, `${prefix}bit${time}`];
  return `write "${inBytes}" (bytes) or "${inBits}" (bits): they differ by a factor of 8`;
}

/** Prefixed bytes or bits in any case. */
const LOOSE = /^([kmgtp])(i?)b(ps)?$/i;

function entry(name: string, kind: Unit['kind'], factor: number): readonly [string, Unit] {
  return [name, { kind, factor }];
}
