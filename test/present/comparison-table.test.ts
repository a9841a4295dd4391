import { expect, test } from 'vitest';
import { comparisonTable } from '../../src/present/comparison-table.js';
import { SHOP } from './fixture.js';

const golden = (name: string) => `../golden/present/${name}.txt`;
const plain = (width: number) => comparisonTable(SHOP, { width, colour: false });

test('a terminal of 80 columns shows three strategies side by side', async () => {
  await expect(plain(80)).toMatchFileSnapshot(golden('comparison-80'));
});

test('a terminal of 60 columns shows the third strategy under the first two', async () => {
  await expect(plain(60)).toMatchFileSnapshot(golden('comparison-60'));
});

test('a wide terminal is used up to 110 columns', () => {
  expect(plain(400)).toBe(plain(110));
  expect(plain(110)).not.toBe(plain(80));
});

test('colour changes the looks and not a letter', () => {
  const coloured = comparisonTable(SHOP, { width: 80, colour: true });
  // eslint-disable-next-line no-control-regex
  const stripped = coloured.replace(/\u001b\[\d+m/g, '');
  expect(coloured).not.toBe(stripped);
  expect(stripped).toBe(plain(80));
});

test('an interrupted run says so before its figures', () => {
  const text = comparisonTable({ ...SHOP, interrupted: true }, { width: 80, colour: false });
  expect(text.indexOf('Interrupted')).toBeGreaterThan(0);
  expect(text.indexOf('Interrupted')).toBeLessThan(text.indexOf('backups-only'));
});

test('a single strategy is shown without comparison or verdict', () => {
  const [name, strategy] = Object.entries(SHOP.strategies)[0] ?? [];
  const alone = { ...SHOP, strategies: { [name ?? '']: strategy! }, differences: {} };
  const text = comparisonTable(alone, { width: 80, colour: false });
  expect(text).toContain('1 strategy');
  expect(text).not.toContain('told apart');
});
