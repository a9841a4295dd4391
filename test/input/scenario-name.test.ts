import { expect, test } from 'vitest';
import { scenarioFrom } from '../running.js';
import { RIGHT } from './wrong-scenarios.js';

test.each([
  ['scenarios/online-shop.yaml', 'online-shop'],
  ['C:\\work\\shop.yml', 'shop'],
  ['two words.YAML', 'two words'],
  ['shop', 'shop'],
  ['магазин.v2.yaml', 'магазин.v2'],
  ['..yaml', 'scenario'],
  ['...yaml', 'scenario'],
  ['....', 'scenario'],
  ['.yaml', 'scenario'],
  ['dots. .yaml', 'dots'],
  ['con.yaml', 'scenario-con'],
  ['NUL.old.yml', 'scenario-NUL.old'],
  ['console.yaml', 'console'],
  ['line\n=1,+2.yaml', 'line-=1,+2'],
  ['a\u202eb:c<d>|e?.yaml', 'a-b-c-d--e-'],
])('a scenario in the file %j is called %j, and so may a folder of results be', (file, name) => {
  expect(scenarioFrom(RIGHT, file).name).toBe(name);
});
