import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Dimension,
  type Reading,
  readQuantity,
  splitInterval,
} from '../../src/base/quantity.js';

const dimensions = fc.constantFrom<Dimension>(
  'duration',
  'data',
  'data rate',
  'money',
  'money per time',
  'money per data',
  'money per data and time',
  'frequency',
  'share',
  'share per year',
  'share per day',
  'count',
);

const pieces = fc.array(
  fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom(
      '1',
      '0.5',
      '1e308',
      '-',
      ' ',
      '/',
      ' per ',
      's',
      'GB',
      '%',
      ' / year',
      '$',
      'USD',
      'k',
      ' to ',
      '__proto__',
    ),
  ),
  { maxLength: 8 },
);

/** Either a possible value, or words for what is wrong. */
function sound(read: Reading, dimension: Dimension): boolean {
  if (!('value' in read)) return read.expected !== '' && read.got !== '' && read.fix !== '';
  const least = dimension === 'share per year' ? -Infinity : 0;
  return read.value >= least && Math.abs(read.value) < Infinity;
}

test('no text makes reading throw, or gives an amount below 0 or beyond all bounds', () => {
  fc.assert(
    fc.property(pieces, dimensions, (words, dimension) => {
      const text = words.join('');
      for (const end of splitInterval(text) ?? []) readQuantity(end, dimension);
      expect(sound(readQuantity(text, dimension), dimension)).toBe(true);
    }),
    { seed: 3, numRuns: 3000 },
  );
});

const times: readonly (readonly [string, number])[] = [
  ['ms', 1],
  ['s', 1000],
  ['min', 60_000],
  ['h', 3_600_000],
  ['days', 86_400_000],
  ['weeks', 604_800_000],
];

test('a duration means the same in every unit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom(...times),
      (n, [unit, ms]) => {
        expect(readQuantity(`${n} ${unit}`, 'duration')).toEqual({ value: n * ms });
        expect(readQuantity(`${n}${unit}`, 'duration')).toEqual({ value: n * ms });
      },
    ),
    { seed: 4, numRuns: 300 },
  );
});

test('bits are an eighth of bytes, and a binary unit is never smaller than its decimal one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom('k', 'M', 'G', 'T', 'P'),
      (n, prefix) => {
        const value = (unit: string) => {
          const read = readQuantity(`${n} ${unit}`, 'data');
          return 'value' in read ? read.value : NaN;
        };
        expect(value(`${prefix}bit`) * 8).toBe(value(`${prefix}B`));
        const binary = prefix === 'k' ? 'Ki' : `${prefix}i`;
        expect(value(`${binary}B`)).toBeGreaterThan(value(`${prefix}B`));
      },
    ),
    { seed: 5, numRuns: 200 },
  );
});

test('a thousandfold of a decimal is the next unit, to the last bit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999 }),
      fc.integer({ min: 0, max: 999 }),
      (whole, thousandths) => {
        const decimal = `${whole}.${String(thousandths).padStart(3, '0')}`;
        const value = 1000 * whole + thousandths;
        expect(readQuantity(`${decimal} s`, 'duration')).toEqual({ value });
        expect(readQuantity(`${decimal} kB`, 'data')).toEqual({ value });
        expect(readQuantity(`$${decimal}k`, 'money')).toEqual({ value });
      },
    ),
    { seed: 10, numRuns: 300 },
  );
});

test('a text of any length is refused at once', () => {
  const long = `1${' '.repeat(1_000_000)}s`;
  expect(readQuantity(long, 'duration')).toMatchObject({ got: 'a text of 1000002 characters' });
  expect(splitInterval(long)).toBeUndefined();
});
