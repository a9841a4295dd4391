import { readFileSync } from 'node:fs';
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import { CASES, caseOf } from './case.js';
import { CHECKS } from './checks.js';
import { agrees, type Figure } from './figure.js';
import { LEFT_OUT, PARTS_LEFT_OUT } from './left-out.js';
import { pageOf } from './page.js';
import { SABOTAGE } from './sabotage.js';

const RUN = CASES.filter(({ id }) => CHECKS.has(id));
const PAGE = 'docs/validation.md';

/** Figures of each case, which take a while. */
const known = new Map<string, readonly Figure[]>();
function figuresOf(id: string): readonly Figure[] {
  const figures = known.get(id) ?? CHECKS.get(id)!.figures(caseOf(id));
  known.set(id, figures);
  return figures;
}

/** What is off, in words. */
const wrong = (figures: readonly Figure[]) =>
  figures
    .filter((figure) => !agrees(figure))
    .map(({ what, published, simulated, allowed }) => ({ what, published, simulated, allowed }));

test('every published case is run, or it is said why not', () => {
  const said = [...CHECKS.keys(), ...LEFT_OUT.keys()];
  expect(said.toSorted()).toEqual(CASES.map(({ id }) => id).toSorted());
  expect([...PARTS_LEFT_OUT.keys()].filter((id) => !CHECKS.has(id))).toEqual([]);
});

test.each(RUN)('$id: what is simulated agrees with what is published', ({ id }) => {
  const figures = figuresOf(id);
  expect(figures.length).toBeGreaterThan(0);
  expect(wrong(figures)).toEqual([]);
});

describe('wrong inputs are noticed', () => {
  test('of every case that is run', () => {
    expect([...SABOTAGE.keys()].toSorted()).toEqual([...CHECKS.keys()].toSorted());
  });

  test.each(RUN)('$id', ({ id, inputs, expected }) => {
    const spoilt = { ...(inputs as object), ...SABOTAGE.get(id) };
    expect(wrong(CHECKS.get(id)!.figures({ inputs: spoilt, expected })).length).toBeGreaterThan(0);
  });
});

test('the page tells what was simulated', async () => {
  const rows = CASES.map((of) => ({
    of,
    figures: CHECKS.has(of.id) ? figuresOf(of.id) : null,
    note: LEFT_OUT.get(of.id) ?? PARTS_LEFT_OUT.get(of.id),
  }));
  const options = JSON.parse(readFileSync('.prettierrc.json', 'utf8')) as prettier.Options;
  const page = await prettier.format(pageOf(rows), { ...options, parser: 'markdown' });
  await expect(page).toMatchFileSnapshot(`../../${PAGE}`);
});
