import { expect, test } from 'vitest';
import { markdownTable } from '../../src/present/markdown-table.js';
import { renamed, SHOP } from './fixture.js';

test('the comparison as Markdown', async () => {
  await expect(markdownTable(SHOP)).toMatchFileSnapshot(
    '../golden/present/comparison-markdown.txt',
  );
});

test('names of the scenario stay text: no markup, no HTML and no broken table', () => {
  const text = markdownTable(renamed((name) => `<b>*${name}*</b> | [x](y)\n# z`));
  expect(text).not.toMatch(/(?<!\\)[<>*[]b>|(?<!\\)<|^# z/m);
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.map((row) => row.match(/(?<!\\)\|/g)?.length);
  expect(new Set(cells)).toEqual(new Set([5]));
});
