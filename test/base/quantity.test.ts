import { describe, expect, test } from 'vitest';
import { type Dimension, readQuantity, splitInterval } from '../../src/base/quantity.js';

const RIGHT: readonly (readonly [text: string, dimension: Dimension, value: number])[] = [
  ['0 s', 'duration', 0],
  ['350 ms', 'duration', 350],
  ['52.6 minutes', 'duration', 3_156_000],
  ['15min', 'duration', 900_000],
  ['4h30m', 'duration', 16_200_000],
  ['1 h 30 min', 'duration', 5_400_000],
  ['2 days', 'duration', 172_800_000],
  ['1 month', 'duration', 31_557_600_000 / 12],
  ['1 year', 'duration', 31_557_600_000],
  ['1e3 s', 'duration', 1_000_000],
  ['1 TB', 'data', 1e12],
  ['1 TiB', 'data', 1_099_511_627_776],
  ['500 GiB', 'data', 500 * 1_073_741_824],
  ['8 Gbit', 'data', 1e9],
  ['1,500 MB', 'data', 1.5e9],
  ['1_500 MB', 'data', 1.5e9],
  ['10 Gbit/s', 'data rate', 1.25e9],
  ['10 Gbps', 'data rate', 1.25e9],
  ['10 Gb/s', 'data rate', 1.25e9],
  ['1.25 GB/s', 'data rate', 1.25e9],
  ['1 Mibit/s', 'data rate', 131_072],
  ['60 MB/min', 'data rate', 1e6],
  ['278 MB per second', 'data rate', 278e6],
  ['$1.5M', 'money', 1_500_000],
  ['40k USD', 'money', 40_000],
  ['USD 40k', 'money', 40_000],
  ['2bn USD', 'money', 2e9],
  ['$1M/h', 'money per time', 1_000_000],
  ['250k USD/h', 'money per time', 250_000],
  ['24 USD/day', 'money per time', 1],
  ['0.02 USD/GB', 'money per data', 2e-11],
  ['1 USD/GB/month', 'money per data and time', 12e-9],
  ['0.02 / year', 'frequency', 0.02],
  ['1e-4 / year', 'frequency', 1e-4],
  ['0.5/y', 'frequency', 0.5],
  ['1 / 10 years', 'frequency', 0.1],
  ['3 per week', 'frequency', 3 * 52.17857142857143],
  ['30%', 'share', 0.3],
  ['99.95 %', 'share', 0.9995],
  ['20% / year', 'share per year', 0.2],
  ['5% / day', 'share per day', 0.05],
  ['3', 'count', 3],
];

test.each(RIGHT)('%s is a %s', (text, dimension, value) => {
  const read = readQuantity(text, dimension, { currency: 'USD' });
  expect('value' in read ? read.value : read).toBeCloseTo(value, Math.abs(value) < 1e-6 ? 20 : 9);
});

test('decimal and binary units, money and seconds are exact', () => {
  for (const [text, dimension, value] of RIGHT.filter(([, , v]) => Number.isInteger(v))) {
    expect(readQuantity(text, dimension)).toEqual({ value });
  }
});

const WRONG: readonly (readonly [text: string | number, dimension: Dimension, said: object])[] = [
  [
    10,
    'data rate',
    {
      expected: 'a data rate such as "10 Gbit/s" or "1.25 GB/s"',
      got: '10',
      fix: 'write "10 Gbit/s" or "10 GB/s": they differ by a factor of 8',
    },
  ],
  ['5 parsecs', 'duration', { got: '"5 parsecs"', fix: '"parsecs" is no unit that drsim knows' }],
  ['15 mnutes', 'duration', { fix: '"mnutes" is no unit; did you mean "minutes"?' }],
  ['12 min', 'data', { got: '"12 min", a duration' }],
  ['1 TB', 'data rate', { got: '"1 TB", an amount of data' }],
  ['20%', 'share per year', { got: '"20%", a share', fix: 'write "20% / year"' }],
  ['0.3', 'share', { expected: 'a share from 0% to 100%', fix: 'write "30%"' }],
  ['120%', 'share', { fix: 'write at most 100%' }],
  ['-5%', 'share', { fix: 'write 0 or more' }],
  ['-5 s', 'duration', { fix: 'write 0 or more' }],
  ['1 KB', 'data', { fix: 'write "kB" (1000 bytes) or "KiB" (1024 bytes)' }],
  ['5 mb', 'data', { fix: 'write "MB" (bytes) or "Mbit" (bits): they differ by a factor of 8' }],
  ['15 m', 'duration', { fix: 'write "min" or "month"' }],
  ['€2.5k', 'money', { fix: 'the scenario is in USD: convert the amount' }],
  ['5 CHF', 'money', { fix: 'the scenario is in USD: convert the amount' }],
  ['NaN s', 'duration', { fix: 'begin with a number' }],
  ['Infinity s', 'duration', { fix: 'begin with a number' }],
  ['.inf', 'duration', { fix: 'begin with a number' }],
  ['', 'duration', { got: 'nothing' }],
  ['s', 'duration', { fix: 'begin with a number' }],
  ['1e999 s', 'duration', { fix: 'write a number that is not so large' }],
  ['1 / 0 years', 'frequency', { fix: 'divide by more than 0 years' }],
  ['3 s', 'count', { got: '"3 s", a duration' }],
];

test.each(WRONG)('%s is no %s', (text, dimension, said) => {
  const read = readQuantity(text, dimension, { currency: 'USD' });
  expect(read).not.toHaveProperty('value');
  expect(read).toMatchObject(said);
});

test('a dollar sign serves the dollar of the scenario, whichever it is', () => {
  expect(readQuantity('$5', 'money', { currency: 'AUD' })).toEqual({ value: 5 });
  expect(readQuantity('$5', 'money', { currency: 'EUR' })).not.toHaveProperty('value');
});

describe('intervals', () => {
  test('are split at "to", and the second unit serves the first', () => {
    expect(splitInterval('5 min to 30 min')).toEqual(['5 min', '30 min']);
    expect(splitInterval('0.01 to 0.1 / year')).toEqual(['0.01 / year', '0.1 / year']);
  });

  test('are nothing else', () => {
    for (const text of ['5 min', '', 'to', '1 s to', '1 s to 2 s to 3 s', 'total 5 s']) {
      expect(splitInterval(text)).toBeUndefined();
    }
  });
});
