import type { Luck } from './luck.js';
import { hostileText } from './oddities.js';

/** What typing, merging and copying leave in a YAML text. */
const PIECES = [
  ...[
    '',
    ' ',
    '\n',
    '\t',
    ':',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '@',
  ],
  ...[
    '!!str ',
    '!!binary ',
    '!x ',
    '<<: *a\n',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '|',
    '>',
    '? ',
    '\0',
  ],
  ...['\u202e', '🙂', '\ud800', '\ufeff', '0', '1e999', '-1', 'null', '~', 'true', '.nan', 'use: '],
  ...[
    ' to ',
    ' / year',
    '\r\n',
    '\\',
    '\\x',
    '0x1F',
    '0o17',
    '&a [*a]',
    '&a {b: *a}',
    '\u2028',
    '`',
  ],
] as const;

type TextDamage = (text: string, luck: Luck, other: string) => string;

const put: TextDamage = (text, luck) => {
  const at = luck.below(text.length + 1);
  const piece = luck.chance(0.8) ? luck.pick(PIECES) : hostileText(luck);
  return text.slice(0, at) + piece + text.slice(at + luck.pick([0, 0, 1, 8, 100]));
};

/** Two texts, each torn at some place, glued together. */
const splice: TextDamage = (text, luck, other) =>
  text.slice(0, luck.below(text.length + 1)) + other.slice(luck.below(other.length + 1));

const lines: TextDamage = (text, luck) => {
  const all = text.split('\n');
  const at = luck.below(all.length);
  const line = all[at]!;
  all.splice(at, 1, ...luck.pick([[], [line, line], [`  ${line}`], [line.trim()], [`\t${line}`]]));
  return all.join('\n');
};

const whole: TextDamage = (text, luck, other) =>
  luck.pick([
    text.replaceAll('\n', '\r\n'),
    text.replaceAll('\n', '\r'),
    text.replaceAll('  ', '\t'),
    `\ufeff${text}`,
    `${text}\n---\n${other}`,
    text.slice(0, luck.below(text.length + 1)),
    text + text,
    text.replaceAll(/\d+/g, luck.pick(['0', '1e99', '٣', '1', ''])),
    text.toUpperCase(),
    `a: &a ${hostileText(luck).replaceAll('\n', ' ')}\n${text}`,
  ]);

/** Does so many kinds of damage to a text. @param other another scenario to splice with */
export function damageText(text: string, luck: Luck, other: string): string {
  let damaged = text;
  for (let time = 1 + luck.below(3); time > 0; time--) {
    damaged = luck.pick([put, put, put, lines, splice, whole])(damaged, luck, other);
  }
  return damaged;
}

type ByteDamage = (bytes: Buffer, at: number, luck: Luck) => Buffer;

const BYTES: readonly ByteDamage[] = [
  (bytes, at, luck) => {
    const flipped = Buffer.from(bytes);
    if (at < flipped.length) flipped[at]! ^= 1 << luck.below(8);
    return flipped;
  },
  (bytes, at, luck) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(luck.pick(RAW)), bytes.subarray(at)]),
  (bytes, at, luck) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + luck.pick([1, 2, 20, 400]))]),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at, luck) => {
    const noise = Buffer.from(luck.times(luck.pick([1, 4, 60]), () => luck.below(256)));
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
];

/** Invalid UTF-8: stray continuations, overlong forms, halves, code points too high; other marks. */
const RAW = [
  ...[[0x80], [0xc0, 0xaf], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf5, 0x90, 0x80, 0x80], [0xff]],
  ...[
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0],
    [9],
    [13],
    [27, 91, 50, 74],
    [0xc2, 0x9b],
    [0xc2, 0x85],
  ],
] as const;

/** Does so many kinds of damage to the bytes of a file. */
export function damageBytes(file: Buffer, luck: Luck): Buffer {
  let damaged = file;
  for (let time = 1 + luck.below(4); time > 0; time--) {
    damaged = luck.pick(BYTES)(damaged, luck.below(damaged.length + 1), luck);
  }
  return damaged;
}
