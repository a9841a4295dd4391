import { describe, expect, test } from 'vitest';
import { type Dimension, readQuantity, splitInterval } from '../../src/base/quantity.js';

const YEAR = 31_557_600_000;

const RIGHT: readonly (readonly [text: string | number, dimension: Dimension, value: number])[] = [
  ['0 s', 'duration', 0],
  ['-0 s', 'duration', 0],
  ['350 ms', 'duration', 350],
  ['1.005 s', 'duration', 1005],
  ['.5 s', 'duration', 500],
  ['+5 s', 'duration', 5000],
  ['52.6 minutes', 'duration', 3_156_000],
  ['15min', 'duration', 900_000],
  [' 15  min ', 'duration', 900_000],
  ['4h30m', 'duration', 16_200_000],
  ['1 h 30 min', 'duration', 5_400_000],
  ['1d 2h 3m 4s', 'duration', 93_784_000],
  ['1.5 h 30 s', 'duration', 5_430_000],
  ['2 days', 'duration', 172_800_000],
  ['2 weeks', 'duration', 1_209_600_000],
  ['2 wks', 'duration', 1_209_600_000],
  ['2 wk', 'duration', 1_209_600_000],
  ['1 month', 'duration', 2_629_800_000],
  ['12 months', 'duration', YEAR],
  ['1 year', 'duration', YEAR],
  ['1e3 s', 'duration', 1_000_000],
  ['1.5E-3 s', 'duration', 1.5],
  ['1 TB', 'data', 1e12],
  ['1 TiB', 'data', 1_099_511_627_776],
  ['500 GiB', 'data', 536_870_912_000],
  ['1 PiB', 'data', 1_125_899_906_842_624],
  ['1 kB', 'data', 1000],
  ['1 KiB', 'data', 1024],
  ['8 Gbit', 'data', 1e9],
  ['8 bits', 'data', 1],
  ['1,234,567 B', 'data', 1_234_567],
  ['1_500 MB', 'data', 1.5e9],
  ['10 Gbit/s', 'data rate', 1.25e9],
  ['10 Gbps', 'data rate', 1.25e9],
  ['10 Gb/s', 'data rate', 1.25e9],
  ['8 kbps', 'data rate', 1000],
  ['10 GBps', 'data rate', 1e10],
  ['1.25 GB/s', 'data rate', 1.25e9],
  ['1 Mibit/s', 'data rate', 131_072],
  ['60 MB/min', 'data rate', 1e6],
  ['1 TB / 2 h', 'data rate', 1e12 / 7200],
  ['278 MB per second', 'data rate', 278e6],
  ['$1.5M', 'money', 1_500_000],
  ['40M USD', 'money', 40_000_000],
  ['40 kUSD', 'money', 40_000],
  ['USD 40K', 'money', 40_000],
  ['$2 bn', 'money', 2e9],
  ['$2.5B', 'money', 2.5e9],
  ['1.1 million USD', 'money', 1_100_000],
  ['$5 USD', 'money', 5],
  ['$1M/h', 'money per time', 1_000_000],
  ['250k USD/h', 'money per time', 250_000],
  ['24 USD/day', 'money per time', 1],
  ['8766 USD / year', 'money per time', 1],
  ['0.02 USD/GB', 'money per data', 2e-11],
  ['$0 / GB', 'money per data', 0],
  ['1 USD/GB/month', 'money per data and time', 12e-9],
  ['1 USD per month per GB', 'money per data and time', 12e-9],
  ['0.023 USD/GB/month', 'money per data and time', 0.276e-9],
  ['0.02 / year', 'frequency', 0.02],
  ['1e-4 / year', 'frequency', 1e-4],
  ['0.5/y', 'frequency', 0.5],
  ['1 / 10 years', 'frequency', 0.1],
  ['1 in 8,300 years', 'frequency', 1 / 8300],
  ['1 / month', 'frequency', 12],
  ['3 per week', 'frequency', (3 * 365.25) / 7],
  ['0%', 'share', 0],
  ['30%', 'share', 0.3],
  ['99.95 %', 'share', 0.9995],
  ['100%', 'share', 1],
  ['20% / year', 'share per year', 0.2],
  ['20%/y', 'share per year', 0.2],
  ['20% / 12 months', 'share per year', 0.2],
  ['-2% / year', 'share per year', -0.02],
  ['250% / year', 'share per year', 2.5],
  ['5% / day', 'share per day', 0.05],
  ['3', 'count', 3],
  ['1,000', 'count', 1000],
  [3.5, 'count', 3.5],
];

test.each(RIGHT)('%s is a %s', (text, dimension, value) => {
  const read = readQuantity(text, dimension, { currency: 'USD' });
  if (!('value' in read)) throw new Error(JSON.stringify(read));
  // One rounding of a quotient is allowed; whole numbers and decimals as written are exact.
  const slack = Number.isInteger(value) ? 0 : Math.abs(value) * 2 ** -52;
  expect(Math.abs(read.value - value)).toBeLessThanOrEqual(slack);
  expect(Object.is(read.value, -0)).toBe(false);
});

const ASKED = {
  duration: 'a duration such as "15 min" or "4 h"',
  data: 'an amount of data such as "1 TB" or "500 GiB"',
  'data rate': 'a data rate such as "10 Gbit/s" or "1.25 GB/s"',
  money: 'an amount of money such as "$1.5M" or "40k USD"',
  'money per time': 'money per time such as "$1M/h" or "500k USD/year"',
  'money per data': 'money per data such as "0.02 USD/GB"',
  'money per data and time': 'money per data and time such as "0.023 USD/GB/month"',
  frequency: 'a frequency such as "0.02 / year" or "3 per week"',
  share: 'a share from 0% to 100%',
  'share per year': 'a share per year such as "20% / year"',
  'share per day': 'a share per day such as "5% / day"',
  count: 'a plain number such as 3',
} satisfies Record<Dimension, string>;

type Wrong = readonly [text: string | number, dimension: Dimension, got: string, fix?: string];

const BARE: readonly Wrong[] = [
  [15, 'duration', '15', 'write its unit, such as "15 min", "15 h" or "15 years"'],
  ['500', 'data', '500', 'write "500 GB" or "500 GiB"'],
  [10, 'data rate', '10', 'write "10 Gbit/s" or "10 GB/s": they differ by a factor of 8'],
  ['1,000', 'money', '1,000', 'write "1000 USD"'],
  ['5', 'money per time', '5', 'write "5 USD/h" or "5 USD/year"'],
  ['5', 'money per data', '5', 'write "5 USD/GB"'],
  ['5', 'money per data and time', '5', 'write "5 USD/GB/month"'],
  [0.02, 'frequency', '0.02', 'write "0.02 / year"'],
  ['0.3', 'share', '0.3', 'write "30%"'],
  [30, 'share', '30', 'write "30%"'],
  [0.29, 'share per year', '0.29', 'write "29% / year"'],
  [5, 'share per day', '5', 'write "5% / day"'],
];

const OF_ANOTHER_KIND: readonly Wrong[] = [
  ['12 min', 'data', '"12 min", a duration'],
  ['1 TB', 'duration', '"1 TB", an amount of data'],
  ['1 TB', 'data rate', '"1 TB", an amount of data'],
  ['$5', 'money per time', '"$5", an amount of money'],
  ['$5', 'money per data', '"$5", an amount of money'],
  ['$5', 'money per data and time', '"$5", an amount of money'],
  ['$5/GB', 'money per data and time', '"$5/GB", money per data'],
  ['$5/h', 'money', '"$5/h", money per time', 'write "$5"'],
  ['1M USD/month', 'money', '"1M USD/month", money per time', 'write "1M USD"'],
  ['20%', 'share per year', '"20%", a share', 'write "20% / year"'],
  ['0.5%', 'share per day', '"0.5%", a share', 'write "0.5% / day"'],
  ['0.2 / year', 'share per year', '"0.2 / year", a frequency', 'write "20% / year"'],
  ['2% / month', 'frequency', '"2% / month", a share per time', 'write "0.02 / month"'],
  ['5% / month', 'share per year', '"5% / month"', 'convert it to a share per year'],
  ['5% / year', 'share per day', '"5% / year"', 'convert it to a share per day'],
  ['3 s', 'count', '"3 s", a duration'],
  ['3 s/s', 'count', '"3 s/s", something in time/time'],
];

const UNKNOWN_UNITS: readonly Wrong[] = [
  ['5 parsecs', 'duration', '"5 parsecs"', '"parsecs" is no unit that drsim knows'],
  ['15 mnutes', 'duration', '"15 mnutes"', '"mnutes" is no unit; did you mean "minutes"?'],
  ['15 MIN', 'duration', '"15 MIN"', '"MIN" is no unit; did you mean "min"?'],
  ['15 m', 'duration', '"15 m"', 'write "min" or "month"'],
  ['1 GB / m', 'data rate', '"1 GB / m"', 'write "min" or "month"'],
  ['1 KB', 'data', '"1 KB"', 'write "kB" (1000 bytes) or "KiB" (1024 bytes)'],
  ['1 KB/s', 'data rate', '"1 KB/s"', 'write "kB" (1000 bytes) or "KiB" (1024 bytes)'],
  ...['kb', 'mb', 'gb', 'tb', 'pb'].map((unit): Wrong => {
    const prefix = unit === 'kb' ? 'k' : unit[0]!.toUpperCase();
    const fix = `write "${prefix}B" (bytes) or "${prefix}bit" (bits): they differ by a factor of 8`;
    return [`5 ${unit}`, 'data', `"5 ${unit}"`, fix];
  }),
  [
    '5 mbps',
    'data rate',
    '"5 mbps"',
    'write "MB/s" (bytes) or "Mbit/s" (bits): they differ by a factor of 8',
  ],
  [
    '5 gib',
    'data',
    '"5 gib"',
    'write "GiB" (bytes) or "Gibit" (bits): they differ by a factor of 8',
  ],
  ['250k', 'money', '"250k"', 'name the currency after "250k"'],
  ['5 usd', 'money', '"5 usd"', 'write "USD"'],
  ['5m USD', 'money', '"5m USD"', '"m" is no unit; did you mean "M"?'],
  ['€5 USD', 'money', '"€5 USD"', 'write one currency, such as "5 USD"'],
  ['5$5', 'money', '"5$5"', '"$5" is no unit that drsim knows'],
  ['30m 1h', 'duration', '"30m 1h"', 'write each unit of time once, the longest first'],
  ['1h 1h', 'duration', '"1h 1h"', 'write each unit of time once, the longest first'],
  ['3 /', 'frequency', '"3 /"', 'end with a unit'],
  ['3 / 7', 'frequency', '"3 / 7"', 'end with a unit'],
];

const UNREADABLE_NUMBERS: readonly Wrong[] = [
  ['', 'duration', 'nothing', 'begin with a number'],
  ['  ', 'duration', 'nothing', 'begin with a number'],
  ['s', 'duration', '"s"', 'begin with a number'],
  ['$', 'money', '"$"', 'begin with a number'],
  ['-$-5', 'money', '"-$-5"', 'begin with a number'],
  ['NaN s', 'duration', '"NaN s"', 'begin with a number'],
  ['.inf', 'duration', '".inf"', 'begin with a number'],
  [NaN, 'count', 'NaN', 'begin with a number'],
  [Infinity, 'count', 'Infinity', 'begin with a number'],
  ...['1,5 GB', '1_50 GB', '1,234,56 GB', '1,234_567 GB', '1234,567 GB', '1.2.3 GB'].map(
    (text): Wrong => [
      text,
      'data',
      `"${text}"`,
      'group digits in threes and write decimals with a point, as in 1,500.5',
    ],
  ),
  ['9'.repeat(101), 'count', 'a text of 101 characters', 'write a number and a unit'],
];

const OUT_OF_RANGE: readonly Wrong[] = [
  ['-5 s', 'duration', '"-5 s"', 'write 0 or more'],
  ['-1h30m', 'duration', '"-1h30m"', 'write 0 or more'],
  ['-1 GB', 'data', '"-1 GB"', 'write 0 or more'],
  ['-1 GB/s', 'data rate', '"-1 GB/s"', 'write 0 or more'],
  ['-$5', 'money', '"-$5"', 'write 0 or more'],
  ['$-5', 'money', '"$-5"', 'write 0 or more'],
  ['-0.1 / year', 'frequency', '"-0.1 / year"', 'write 0 or more'],
  ['-5%', 'share', '"-5%"', 'write 0 or more'],
  ['120%', 'share', '"120%"', 'write at most 100%'],
  ['-5% / day', 'share per day', '"-5% / day"', 'write 0 or more'],
  [-1, 'count', '-1', 'write 0 or more'],
  ['1e999 s', 'duration', '"1e999 s"', 'write a number that is not so large'],
  ['1e300 PB', 'data', '"1e300 PB"', 'write a number that is not so large'],
  ['1 / 1e400 years', 'frequency', '"1 / 1e400 years"', 'write a number that is not so large'],
  ['1 / 0 years', 'frequency', '"1 / 0 years"', 'divide by more than 0 years'],
  ['1 / -3 years', 'frequency', '"1 / -3 years"', 'divide by more than 0 years'],
];

const WRONG: readonly (readonly [rule: string, texts: readonly Wrong[]])[] = [
  ['a bare number is answered with the units it may have meant', BARE],
  ['a quantity of another kind is named', OF_ANOTHER_KIND],
  ['an unknown or ambiguous unit is answered with what may be meant', UNKNOWN_UNITS],
  ['a number must be readable in one way', UNREADABLE_NUMBERS],
  ['a value must be possible', OUT_OF_RANGE],
];

describe.each(WRONG)('%s', (_, texts) => {
  test.each(texts.map((wrong) => [wrong[0], wrong[1], wrong] as const))(
    '%s is no %s',
    (text, dimension, [, , got, fix]) => {
      const said = { expected: ASKED[dimension], got };
      expect(readQuantity(text, dimension, { currency: 'USD' })).toStrictEqual(
        fix === undefined ? said : { ...said, fix },
      );
    },
  );
});

const amount = (text: string, currency?: string) =>
  readQuantity(text, 'money', currency === undefined ? {} : { currency });

describe('currencies', () => {
  test('stand before or after the amount, as symbol or code', () => {
    for (const text of ['€2.5k', '€ 2.5k', '2.5k €', '2.5k€', 'EUR 2.5k', 'EUR2.5k', '2.5k EUR']) {
      expect(amount(text, 'EUR')).toEqual({ value: 2500 });
      expect(amount(text)).toEqual({ value: 2500 });
    }
  });

  test('a dollar or yen sign serves every currency that is written with it', () => {
    expect(amount('$5', 'AUD')).toEqual({ value: 5 });
    expect(amount('$5', 'CAD')).toEqual({ value: 5 });
    expect(amount('¥5', 'CNY')).toEqual({ value: 5 });
    expect(amount('$5', 'EUR')).not.toHaveProperty('value');
  });

  test('another one than that of the scenario is refused with both names', () => {
    expect(amount('€2.5k', 'USD')).toEqual({
      expected: 'an amount of money such as "$1.5M" or "40k USD"',
      got: '"€2.5k", in EUR',
      fix: 'convert the amount to USD, or add "exchange: { EUR: { rate: … USD, date: … } }"',
    });
    expect(readQuantity('5 CHF/h', 'money per time', { currency: 'USD' })).toMatchObject({
      got: '"5 CHF/h"',
      fix: 'convert the amount to USD, or add "exchange: { CHF: { rate: … USD, date: … } }"',
    });
  });

  test('another one with an exchange rate is converted, by its code or its sign', () => {
    const context = { currency: 'USD', exchange: new Map([['EUR', 1.08]]) };
    expect(readQuantity('€2.5k', 'money', context)).toEqual({ value: 2700 });
    expect(readQuantity('5 EUR/h', 'money per time', context)).toEqual({ value: 5.4 });
    expect(readQuantity('$2.5k', 'money', context)).toEqual({ value: 2500 });
    expect(readQuantity('5 GBP', 'money', context)).not.toHaveProperty('value');
  });

  test('examples are in the currency of the scenario', () => {
    expect(readQuantity('5', 'money per time', { currency: 'CHF' })).toEqual({
      expected: 'money per time such as "1M CHF/h" or "500k CHF/year"',
      got: '5',
      fix: 'write "5 CHF/h" or "5 CHF/year"',
    });
  });
});

describe('intervals', () => {
  const SPLIT: readonly (readonly [text: string, low: string, high: string])[] = [
    ['5 min to 30 min', '5 min', '30 min'],
    ['5 to 30 min', '5 min', '30 min'],
    ['0.01 to 0.1 / year', '0.01 / year', '0.1 / year'],
    ['1 to 3 per 10 years', '1 per 10 years', '3 per 10 years'],
    ['5% to 20% / year', '5% / year', '20% / year'],
    ['1e-4 to 1e-3 / year', '1e-4 / year', '1e-3 / year'],
    ['1 to $5M', '$1M', '$5M'],
    ['10 to 40k USD/h', '10k USD/h', '40k USD/h'],
    ['1 min to 4h30m', '1 min', '4h30m'],
    ['1 to 4h30m', '1', '4h30m'],
    ['500kbps to 2 MB/s', '500kbps', '2 MB/s'],
    ['1 to 3', '1', '3'],
  ];

  test.each(SPLIT)('%s has two ends, each a full text', (text, low, high) => {
    expect(splitInterval(text)).toEqual([low, high]);
  });

  test('are nothing else', () => {
    for (const text of ['5 min', '', 'to', '1 s to', 'to 1 s', '1 s to 2 s to 3 s', 'total 5 s']) {
      expect(splitInterval(text)).toBeUndefined();
    }
  });
});
