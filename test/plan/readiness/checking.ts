import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../src/plan/finding.js';
import { readinessFindings } from '../../../src/plan/readiness/findings.js';
import { scenarioFrom } from '../../running.js';

/** The text of a scenario beside these tests. */
export function besideTests(file: string): string {
  return readFileSync(join('test', 'plan', 'readiness', file), 'utf8');
}

/** A scenario in which nothing is found. */
export const SOUND = besideTests('sound.yaml');

/** What is written in a scenario, and what is to stand there instead. */
export type Edit = readonly [from: string, to: string];

/** A text with edits, of which each fits exactly once. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, [from, to]) => {
    const [before, after, ...more] = now.split(from);
    if (before === undefined || after === undefined || more.length > 0) {
      throw new Error(`"${from}" does not stand there once`);
    }
    return before + to + after;
  }, text);
}

/** What is found in the sound scenario after these edits. */
export function foundAfter(...edits: readonly Edit[]): readonly Finding[] {
  return readinessFindings(scenarioFrom(edited(SOUND, edits)));
}

/** Rule and path of each finding. */
export function places(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}
