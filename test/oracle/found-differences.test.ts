import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenarioFrom } from '../running.js';
import { firstDifference } from './compare-histories.js';

const FOUND = join('test', 'oracle', 'found');

/** Scenarios in which engine and twin once told different histories; the first line has the seed. */
test.each(readdirSync(FOUND).sort())('engine and twin agree on %s', (file) => {
  const text = readFileSync(join(FOUND, file), 'utf8');
  const seed = JSON.parse(/^# seed: (.*)/.exec(text)![1]!) as string;
  expect(firstDifference(scenarioFrom(text), seed, [0, 1])).toBeNull();
});
