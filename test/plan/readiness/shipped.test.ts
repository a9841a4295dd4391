import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsText } from '../../../src/input/problem.js';
import { readScenario } from '../../../src/input/scenario.js';
import type { Severity } from '../../../src/plan/finding.js';
import { readinessFindings } from '../../../src/plan/readiness/findings.js';
import { CATALOGUE, SHIPPED, shipped } from '../../running.js';
import { besideTests, places } from './checking.js';
import { SHIPPED_FINDINGS } from './shipped-findings.js';

test.each(SHIPPED)('%s has the findings that it is known for', (name) => {
  const findings = readinessFindings(shipped(name));
  const told = findings.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
  expect(told).toEqual(SHIPPED_FINDINGS[name.replaceAll('\\', '/')]);
  expect(places(readinessFindings(shipped(name)))).toEqual(places(findings));
});

const FILE = join('test', 'plan', 'readiness', 'planted-faults.yaml');
const TEXT = besideTests('planted-faults.yaml');

/** Rule and line of every fault that a comment of the file tells of. */
const PLANTED = TEXT.split('\n').flatMap((line, number) =>
  [...line.matchAll(/fault \d+: ([a-z0-9-]+)/g)].map(([, rule = '']) => ({
    rule,
    line: number + 1,
  })),
);

function foundInPlanted(): readonly { severity: Severity; rule: string; line: number }[] {
  const read = readScenario({ file: FILE, text: TEXT }, CATALOGUE);
  if ('problems' in read) throw new Error(problemsText(read.problems));
  return readinessFindings(read.scenario).map(({ severity, rule, path }) => ({
    severity,
    rule,
    line: read.placeOf(path).line,
  }));
}

test('of twelve planted faults all are found, on the lines at which they stand', () => {
  expect(PLANTED).toHaveLength(12);
  const found = foundInPlanted().map(({ rule, line }) => ({ rule, line }));
  for (const fault of PLANTED) expect(found).toContainEqual(fault);
});

test('beside the planted faults there is no error and no warning', () => {
  const serious = foundInPlanted().filter(({ severity }) => severity !== 'note');
  expect(serious.map(({ rule }) => rule).toSorted()).toEqual(
    PLANTED.map(({ rule }) => rule).toSorted(),
  );
});
