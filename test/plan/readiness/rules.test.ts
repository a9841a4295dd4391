import { expect, test } from 'vitest';
import { SEVERITIES } from '../../../src/plan/finding.js';
import { RULES } from '../../../src/plan/readiness/rules.js';
import { foundAfter, places } from './checking.js';
import { FAULTS } from './faults.js';

const cases = FAULTS.map((fault) => [`${fault.rule} at ${fault.path}`, fault] as const);
const open = (findings: ReturnType<typeof foundAfter>) =>
  findings.filter(({ accepted }) => accepted === null);

test('a company that has done its homework is told nothing', () => {
  expect(places(foundAfter())).toEqual([]);
});

test.each(cases)('%s: one fault, one finding, gone once the fix is applied', (_, fault) => {
  const findings = foundAfter(...fault.planted);
  const finding = findings.find(({ rule }) => rule === fault.rule);
  const { severity, path, found, fix } = fault;
  expect(finding).toMatchObject({ severity, path, accepted: null });
  expect(finding?.found).toContain(found);
  expect(finding?.fix).toContain(fix);
  const rules = new Set(findings.map(({ rule }) => rule));
  expect([...rules].toSorted()).toEqual([fault.rule, ...(fault.also ?? [])].toSorted());
  expect(places(open(foundAfter(...fault.planted, ...fault.mended)))).toEqual([]);
});

test('every rule has a fault that shows it', () => {
  expect(new Set(FAULTS.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ rule }) => rule)));
});

test('no rule is listed twice, and none is milder than what it finds', () => {
  expect(new Set(RULES.map(({ rule }) => rule)).size).toBe(RULES.length);
  for (const fault of FAULTS) {
    const { severity } = RULES.find(({ rule }) => rule === fault.rule)!;
    expect(SEVERITIES.indexOf(severity)).toBeLessThanOrEqual(SEVERITIES.indexOf(fault.severity));
  }
});

test('every sentence begins with a capital or a name and ends with a full stop', () => {
  const findings = FAULTS.flatMap(({ planted }) => foundAfter(...planted));
  for (const { found, why, fix } of findings) {
    for (const sentence of [found, why, fix]) expect(sentence).toMatch(/^\S.*\.$/);
    expect(`${found} ${fix}`).not.toMatch(/NaN|Infinity|undefined|null|\b1 days\b/);
  }
});
