import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readScenario } from '../../../src/input/scenario.js';
import { scenarioSchema } from '../../../src/input/schema/json-schema.js';
import { scenarioReference } from '../../../src/input/schema/reference.js';
import { CATALOGUE, SHIPPED } from '../../running.js';
import { GATE_MEASURES } from '../../../src/model/gate.js';
import { RULES } from '../../../src/plan/readiness/rules.js';
import { RIGHT, WRONG } from '../wrong-scenarios.js';

const SCHEMA = join('models', 'schema', 'scenario.json');
const REFERENCE = join('docs', 'reference', 'scenario.md');

const accepts = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  scenarioSchema(CATALOGUE),
);

/** What the schema has against a text, as an editor would underline it. */
function complaints(text: string): readonly string[] {
  if (accepts(parse(text))) return [];
  return accepts.errors!.map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

test.each(SHIPPED)('an editor underlines nothing in %s', (name) => {
  expect(complaints(readFileSync(join('scenarios', name), 'utf8'))).toEqual([]);
});

/** The whole language in one scenario that drsim reads without problems. */
const EVERYTHING = readFileSync(join('test', 'input', 'schema', 'everything.yaml'), 'utf8');

test('an editor underlines nothing in a scenario that uses the whole language', () => {
  const read = readScenario({ file: 'everything.yaml', text: EVERYTHING }, CATALOGUE);
  expect('problems' in read ? read.problems : []).toEqual([]);
  expect(complaints(EVERYTHING)).toEqual([]);
});

test.each([
  ['a misspelt key', 'horizon:', 'horizn:'],
  ['a misspelt key deep inside', 'capacity: 50%', 'capacty: 50%'],
  ['a bare number where a unit is due', 'size: 1 TB', 'size: 5'],
  ['a word that is none of the few', 'tier: critical', 'tier: urgent'],
  ['a misspelt law', 'lognormal:', 'lognorml:'],
  ['a flag that is a text', 'real: true', 'real: "true"'],
  ['a key that must be there', 'rate: 1.08 USD, date:', 'date:'],
])('an editor underlines %s', (_, right, wrong) => {
  expect(EVERYTHING).toContain(right);
  expect(complaints(EVERYTHING.replace(right, wrong))).not.toEqual([]);
});

test.each([
  ['uniform: [40 min, 90 min]', 'uniform: [40 min, 60 min, 90 min]'],
  ['uniform: [40 min, 90 min]', 'uniform: [40 min]'],
])('an editor counts the values of a law: not %s but %s', (_, wrong) => {
  const text = EVERYTHING.replace(/uniform: \[[^\]]*\]/, () => wrong);
  expect(text).not.toBe(EVERYTHING);
  expect(complaints(text)).not.toEqual([]);
});

test('an editor asks for a second part of a mixture', () => {
  const text = `
name: Any
horizon: { value: 1 year }
currency: USD
sites: { here: {} }
services: { shop: { data: { size: { mixture: [{ weight: 1, of: 1 TB }] } } } }
threats: []
strategies: { waiting: { primary: here } }
`;
  expect(complaints(text)).not.toEqual([]);
  const second = '{ weight: 1, of: 1 TB }, { weight: 2, of: 3 TB }';
  expect(complaints(text.replace('{ weight: 1, of: 1 TB }', second))).toEqual([]);
});

test('what an editor underlines, drsim refuses: the schema is never the stricter', () => {
  const texts = WRONG.map(({ by }) => (typeof by === 'string' ? by : RIGHT.replace(by[0], by[1])));
  let underlined = 0;
  for (const text of texts) {
    const read = readScenario({ file: 'x.yaml', text }, CATALOGUE);
    let found: readonly string[];
    try {
      found = complaints(text);
    } catch {
      continue;
    }
    if (found.length === 0) continue;
    underlined++;
    expect('problems' in read, text).toBe(true);
  }
  expect(underlined).toBeGreaterThan(WRONG.length / 4);
});

test.each([
  [SCHEMA, () => JSON.stringify(scenarioSchema(CATALOGUE), null, 2)],
  [REFERENCE, () => scenarioReference(CATALOGUE, RULES)],
])(
  '%s is what drsim schema prints; `npm run docs:reference` writes it anew',
  async (file, make) => {
    const options = await resolveConfig(file);
    const made = await format(make(), { ...options, filepath: file });
    expect(readFileSync(file, 'utf8')).toBe(made);
  },
);

test('the reference says of every key what it means', () => {
  const page = scenarioReference(CATALOGUE, RULES);
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) expect(row.split(' | ')[1]?.trim(), row).not.toBe('');
});

test('the reference names every measure of a gate with its side, and every finding', () => {
  const rows = scenarioReference(CATALOGUE, RULES).split('\n');
  for (const [measure, { relation, dimension }] of Object.entries(GATE_MEASURES)) {
    const own = rows.filter((line) => line.startsWith(`| \`${measure}\` |`));
    expect(own.join()).toContain(`| \`${relation}\` | **${dimension}**`);
  }
  for (const { rule, severity } of RULES) {
    expect(rows.some((line) => line.startsWith(`| \`${rule}\` | ${severity} |`))).toBe(true);
  }
});

test('the example of the reference is read without problems', () => {
  const text = /```yaml\n(name:[\s\S]*?)```/.exec(readFileSync(REFERENCE, 'utf8'))![1]!;
  const read = readScenario({ file: 'example.yaml', text }, CATALOGUE);
  expect('problems' in read ? read.problems : []).toEqual([]);
  expect(complaints(text)).toEqual([]);
});
