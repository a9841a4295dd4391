import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Dimension, readQuantity } from '../../src/base/quantity.js';

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
      '$',
      'USD',
      'k',
      'to',
      '__proto__',
    ),
  ),
  { maxLength: 8 },
);

test('no text makes reading throw or gives a value below 0 or beyond all bounds', () => {
  fc.assert(
    fc.property(pieces, dimensions, (words, dimension) => {
      const read = readQuantity(words.join(''), dimension);
      if ('value' in read) {
        expect(read.value).toBeGreaterThanOrEqual(0);
        expect(read.value).toBeLessThan(Infinity);
      } else {
        expect(read.expected).not.toBe('');
        expect(read.got).not.toBe('');
      }
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
