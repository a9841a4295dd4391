import { expect, test } from 'vitest';
import type { Finding } from '../../../src/plan/finding.js';
import { type Edit, foundAfter } from './checking.js';

/** Nothing is verified, and the company accepts what is listed. */
function unverified(...accepted: readonly string[]): readonly Finding[] {
  const list: Edit = [
    'currency: USD',
    `currency: USD\nreadiness: { accepted: [${accepted.join(', ')}] }`,
  ];
  return foundAfter(list, ['      verify: 1 month\n', ''], ['      verify: 2 months\n', '']);
}

const reasons = (findings: readonly Finding[]) =>
  findings.map(({ rule, accepted }) => `${rule}: ${accepted ?? 'open'}`);
const risk = (at: string) => `{ finding: untested-restore, ${at}reason: Next year. }`;

test.each([
  ['everywhere', '', ['Next year.', 'Next year.']],
  ['in one strategy', 'at: strategies.warm-standby, ', ['open', 'Next year.']],
  ['at its very place', 'at: strategies.backups-only.backups, ', ['Next year.', 'open']],
])('a risk accepted %s carries the reason there', (_, at, told) => {
  const expected = told.map((reason) => `untested-restore: ${reason}`);
  expect(reasons(unverified(risk(at)))).toEqual(expected);
});

test('the beginning of a name is no place', () => {
  expect(reasons(unverified(risk('at: strategies.warm, ')))).toEqual([
    'untested-restore: open',
    'untested-restore: open',
    'needless-acceptance: open',
  ]);
});

test('the first of several reasons counts, and none of them is needless', () => {
  const all = unverified(risk('at: strategies.warm-standby, '), risk('').replace('Next', 'Some'));
  expect(reasons(all)).toEqual(['untested-restore: Some year.', 'untested-restore: Next year.']);
});

test('a word that no rule is like has no suggestion', () => {
  const [, , finding] = unverified('{ finding: meteorites, reason: Rare. }');
  expect(finding?.rule).toBe('unknown-accepted');
  expect(finding?.fix).toContain('as "drsim check" shows it');
});
