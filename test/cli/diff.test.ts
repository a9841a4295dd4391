import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SHOP } from '../present/fixture.js';
import { drsim, somewhere } from './drsim.js';

const folder = somewhere();
let files = 0;

/** A file with this in it. */
function holding(content: unknown): string {
  const file = join(folder, `${++files}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const OLD = holding(SHOP);

test('diff prints what changed as a table, Markdown or JSON, and ends well', async () => {
  const now = holding({ ...SHOP, seed: '2' });
  const [table, md, json] = await Promise.all(
    ['table', 'md', 'json'].map((format) => drsim('diff', OLD, now, '--format', format)),
  );
  expect([table!.code, md!.code, json!.code]).toEqual([0, 0, 0]);
  expect(table!.stdout).toContain('seed: 1 → 2');
  expect(md!.stdout).toContain('- seed: 1 → 2');
  expect(JSON.parse(json!.stdout)).toMatchObject({ inputs: [{ what: 'seed' }], figures: [] });
});

const { finance: _, ...WITHOUT_FINANCE } = SHOP;
const WITHOUT_LOSS = {
  ...SHOP,
  strategies: { a: { ...SHOP.strategies['warm-standby'], annual: { loss: 3 } } },
};

test.each([
  ['another program’s JSON', { name: 'x' }, 'it has no "scenario"'],
  ['no mapping', [], 'it has no "scenario"'],
  ['null', null, 'it is no mapping'],
  ['no JSON', 'horizon: 10 years', 'is no JSON'],
  ['a summary of an older version', WITHOUT_FINANCE, 'it has no "finance"'],
  ['a summary with a hole', WITHOUT_LOSS, 'is no figure'],
])('%s is refused with 2 and a way out', async (_what, content, said) => {
  const ran = await drsim('diff', OLD, holding(content));
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toContain(said);
  expect(ran.stderr).toContain('\n  fix  ');
});

test('a file that is not there, a folder and another currency are refused too', async () => {
  const other = holding({ ...SHOP, currency: 'EUR' });
  for (const [file, said] of [
    [join(folder, 'none.json'), 'there is no file'],
    [folder, 'EISDIR'],
    [other, 'USD and EUR'],
  ] as const) {
    const ran = await drsim('diff', OLD, file);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(said);
  }
});
