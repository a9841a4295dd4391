import type { Dimension } from '../../base/quantity.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../base/units.js';
import type { Distribution } from '../../random/distribution.js';
import type { Reading } from '../reading.js';

/** How a value is written for people: the largest unit that it has one of. */
const UNITS: Partial<Record<Dimension, readonly (readonly [number, string])[]>> = {
  duration: [
    [DAY, ' days'],
    [HOUR, ' h'],
    [MINUTE, ' min'],
    [SECOND, ' s'],
    [1, ' ms'],
  ],
  data: [
    [1e12, ' TB'],
    [1e9, ' GB'],
    [1e6, ' MB'],
    [1, ' B'],
  ],
  'data rate': [
    [1e9, ' GB/s'],
    [1e6, ' MB/s'],
    [1, ' B/s'],
  ],
  share: [[0.01, '%']],
  'share per year': [[0.01, '% / year']],
  'share per day': [[0.01, '% / day']],
  frequency: [[1, ' / year']],
};

const DIGITS = 3;

/**
 * The law that an interval was fitted to, in words: its median, mean and standard deviation, and
 * the parameters themselves, such as
 * `lognormal(mu 13.5, sigma 0.545): median 12.2 min, mean 14.2 min, sd 8.34 min`.
 */
export function fittedText(law: Distribution, dimension: Dimension, reading: Reading): string {
  const [median, mean, sd] = [law.quantile(0.5), law.mean, law.sd].map((value) =>
    valueText(value, dimension, reading),
  );
  const parameters = law.law.replaceAll(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, (number) =>
    rounded(Number(number)),
  );
  return `${parameters}: median ${median!}, mean ${mean!}, sd ${sd!}`;
}

/** A value for people, in three digits and its largest fitting unit. */
export function valueText(value: number, dimension: Dimension, { currency }: Reading): string {
  const units = UNITS[dimension];
  if (units === undefined) {
    return dimension.startsWith('money') ? `${rounded(value)} ${currency}` : rounded(value);
  }
  const [size, unit] = units.find(([least]) => Math.abs(value) >= least) ?? units.at(-1)!;
  return `${rounded(value / size)}${unit}`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
