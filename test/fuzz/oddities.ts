import type { Luck } from './luck.js';

/** Characters and words that could steer a terminal, a page, a spreadsheet, a parser or a reader. */
const HOSTILE = [
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '<!-- -->',
    ']]>',
  ],
  ...['=1+1', '=HYPERLINK("http://x.y","z")', '+1', '-1', '@SUM(A1)', '\t=1', '|pipe|', '`tick`'],
  ...[
    '\u001b[31mred\u001b[0m',
    '\u001b]0;title\u0007',
    '\u009b31m',
    '\u0007',
    '\u0000',
    '\b\b',
    '\r',
  ],
  ...['\u202eright to left', '\u2066isolate\u2069', '\u200bzero\u200d', '\ufeffmark', '\u2028line'],
  ...['\ud800', '\udfff', '\uffff', 'é', 'e\u0301', 'שלום', 'مرحبا', '数据中心', '🙂', '👩‍👩‍👧'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', 'length'],
  ...['a/b', 'a.b', 'a[0]', '"quoted"', "it's", 'two\nlines', ' ', '', '0', '007', '1e3', 'a-b-c'],
  ...[
    'null',
    '~',
    'true',
    'no',
    '.nan',
    '<<',
    '*a',
    '&a',
    '!tag',
    '%x',
    '#',
    ': ',
    '- ',
    '? ',
    '---',
  ],
  ...[
    '[x](javascript:alert(1))',
    '![x](http://x.y)',
    '{0}',
    '${x}',
    '%s%n',
    '../../etc/passwd',
    'C:\\',
  ],
  ...[
    '$&',
    '$1',
    '\\u0000',
    'DROP TABLE',
    'http://x.y',
    'www.x.y',
    '@team',
    '#1',
    'of',
    'for',
    ' to ',
  ],
] as const;

/** Plain words for names, so that most scenarios can be read. */
const PLAIN = [
  ...[
    'paris',
    'lyon',
    'north',
    'south',
    'hall-2',
    'orders',
    'Sign in',
    'billing',
    'mail',
    'search',
  ],
  ...[
    'warm',
    'cold',
    'tape vault',
    'Zürich',
    '東京',
    'naïve',
    'data.one',
    'edge (2)',
    'x',
    'Lager 7',
  ],
] as const;

/** A text that somebody might use to break something. */
export function hostileText(luck: Luck): string {
  const [one, other] = [luck.pick(HOSTILE), luck.pick(HOSTILE)];
  return luck.pick([one, one, `a${one}`, `${one}${other}`, one.repeat(luck.pick([2, 30, 300]))]);
}

/** A name or a sentence as people write it. */
export function plainText(luck: Luck): string {
  return luck.chance(0.5) ? luck.pick(PLAIN) : `${luck.pick(PLAIN)} ${luck.pick(PLAIN)}`;
}

/** Harmless markup and foreign scripts that every output has to show as they are. */
const MARKED = [
  '<b>',
  '=1+1',
  '| a |',
  '[x](y)',
  '`x`',
  '*x*',
  '@you',
  'שלום',
  '🙂',
  '__proto__',
  '$&',
];

/** Mostly plain; now and then with what an output must take for text. */
export function someText(luck: Luck): string {
  return luck.chance(0.8) ? plainText(luck) : `${luck.pick(MARKED)} ${plainText(luck)}`;
}

/** Different names; few of them odd. */
export function names(luck: Luck, count: number): string[] {
  const all = new Set<string>();
  while (all.size < count) {
    const odd = luck.chance(0.06);
    all.add(odd ? luck.pick(MARKED) + luck.below(100) : luck.pick(PLAIN));
    if (luck.chance(0.3)) all.add(`${luck.pick(PLAIN)} ${luck.below(1000)}`);
  }
  return luck.shuffled([...all]).slice(0, count);
}

/** Values that may stand anywhere by mistake or by malice; made anew each time. */
export function oddValue(luck: Luck): unknown {
  return luck.pick([oddNumber, hostileText, oddQuantity, oddCollection])(luck);
}

export const ODD_NUMBERS = [
  ...[0, -0, 1, -1, 0.5, 1e-320, 5e-324, 1e308, -1e308, NaN, Infinity, -Infinity, 2 ** 53, 1e21],
  ...[4_294_967_296, 100_001, 1_000_000, -0.1, 1e15, 8.64e15, 366, 1900, 2200],
] as const;

function oddNumber(luck: Luck): unknown {
  return luck.pick<unknown>([...ODD_NUMBERS, true, false, null]);
}

const UNITS = [
  ...[
    'ms',
    's',
    'min',
    'h',
    'days',
    'weeks',
    'months',
    'years',
    'B',
    'kB',
    'TB',
    'PiB',
    'bit',
    '%',
  ],
  ...[
    'MB/s',
    'Gbit/s',
    'bps',
    'USD',
    'EUR',
    '$',
    'USD/h',
    'USD/year',
    'USD/GB',
    '/ year',
    '% / day',
  ],
  ...['% / year', 'per week', '/ 0 years', 'parsec', 'm', 'KB', 'Mb', 'kg', '', 'XXX/h'],
] as const;
const DIGITS = [
  '0',
  '1',
  '-1',
  '1e9',
  '1e-9',
  '1e300',
  '1e-300',
  '9'.repeat(90),
  '0.1',
  '1,000',
  '1_0',
];

/** A number with a unit, either of them senseless now and then. */
export function oddQuantity(luck: Luck): string {
  const one = () => `${luck.pick(DIGITS)} ${luck.pick(UNITS)}`;
  return luck.pick([one, one, () => `${one()} to ${one()}`, () => `1 in ${one()}`])();
}

function oddCollection(luck: Luck): unknown {
  const inner = () => luck.pick([oddNumber, hostileText, oddQuantity])(luck);
  return luck.pick<() => unknown>([
    () => [],
    () => ({}),
    () => [[inner()]],
    () => ({ [hostileText(luck)]: inner() }),
    () => luck.times(luck.pick([1, 2, 24, 168, 200]), inner),
    () => ({ value: inner(), source: inner() }),
    () => ({ [luck.pick(['each', 'once', 'point', 'use'])]: inner() }),
    () => ({ [luck.pick(['uniform', 'empirical'])]: [inner(), inner()] }),
    () => ({ lognormal: { p50: inner(), p95: inner() } }),
    () => ({ use: luck.pick(['../../package', 'models/runbooks/health-check', 'site-fire', 'x']) }),
  ])();
}
