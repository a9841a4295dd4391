import { expect, test } from 'vitest';
import { judged } from '../../src/experiment/gates.js';
import type { Summary } from '../../src/experiment/summary.js';
import { gateOf } from '../../src/input/parts/read-gate.js';
import type { Gate } from '../../src/model/gate.js';
import { comparisonTable } from '../../src/present/comparison-table.js';
import { displayWidth } from '../../src/present/display-width.js';
import { judgedGates } from '../../src/present/gates.js';
import { markdownTable } from '../../src/present/markdown-table.js';
import { renamed, SHOP } from './fixture.js';

/** A comparison with gates on its strategies and services. */
function promising(summary: Summary, texts: readonly string[]): Summary {
  const strategies = Object.keys(summary.strategies).map((name) => ({ name }));
  const services = Object.keys(Object.values(summary.strategies)[0]!.services).map((name) => ({
    name,
    objectives: { rto: null, rpo: null },
  }));
  const gates = texts.map(
    (text) => gateOf(text, { strategies, services, currency: 'USD', exchange: [] }) as Gate,
  );
  return { ...summary, gates: judged(summary, gates) };
}

const SEVERAL = [
  'mean rto of orders <= 1 h for warm-standby',
  'loss <= 100k USD / year',
  'unrecoverable of orders <= 0 / year for warm-standby',
  'mean rpo of reports <= 1 day for active-active',
  'total <= 254k USD for backups-only',
];

const gatesOf = (text: string) => {
  const from = text.indexOf('\nGates: ') + 1;
  return text.slice(from, text.indexOf('\n\n', from));
};
const plain = (summary: Summary, width = 80) => comparisonTable(summary, { width, colour: false });

test('a terminal of 80 columns shows each gate with what it was judged on', () => {
  expect(gatesOf(plain(promising(SHOP, SEVERAL)))).toBe(
    `
Gates: 1 kept, 3 undecided, 1 missed
mean rto of orders <= 1 h for warm-standby
  kept       warm-standby, orders: 6.40 ± 0.13 min
loss <= 100k USD / year
  missed     backups-only: 116.0k ± 8.2k USD
  kept       warm-standby: 1.559k ± 0.078k USD
  undecided  active-active: 0 USD; nothing was lost in the simulated years: how
             large a first loss is, nobody saw
unrecoverable of orders <= 0 / year for warm-standby
  undecided  warm-standby, orders: 0, below 0.00015; no number of trials shows
             that it never happens: allow a little
mean rpo of reports <= 1 day for active-active
  undecided  active-active, reports: needs 60,000
total <= 254k USD for backups-only
  undecided  backups-only: 254.4k ± 8.3k USD; about 870,000 trials should decide
             it
`.trim(),
  );
});

test('what the outcomes mean stands below; without gates nothing is said of them', () => {
  expect(plain(promising(SHOP, SEVERAL)).replace(/\n +/g, ' ')).toContain(
    'Gates: kept or missed when the whole 95 % interval is on one side',
  );
  expect(plain(SHOP)).not.toContain('Gates');
  expect(markdownTable(SHOP)).not.toContain('Gates');
});

test('signs that only gates use are explained', () => {
  const few = promising(SHOP, ['rto misses <= 1 / year']);
  expect(few.gates).toEqual([]);
  const text = plain(promising(SHOP, ['mean rpo of reports <= 1 day for active-active']));
  expect(text).toContain('needs n: ');
});

test('a gate is missed where any strategy misses it', () => {
  expect(judgedGates(promising(SHOP, SEVERAL)).map(({ outcome }) => outcome)).toEqual([
    'kept',
    'missed',
    'undecided',
    'undecided',
    'undecided',
  ]);
});

test('colour changes the looks of gates and not a letter', () => {
  const summary = promising(SHOP, SEVERAL);
  const coloured = comparisonTable(summary, { width: 80, colour: true });
  expect(coloured).toContain('\u001b[31mmissed');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain(summary));
});

test('long names and gates fit any width', () => {
  const long = renamed((name) => `${name} ${'of a very long name '.repeat(4)}${'x'.repeat(90)}`);
  const summary = promising(long, ['mean rto <= 1 h', 'loss <= 1 USD']);
  const texts = { ...summary, gates: summary.gates!.map((one) => ({ ...one, gate: long.title })) };
  for (const width of [60, 80, 110]) {
    for (const line of gatesOf(plain(texts, width)).split('\n')) {
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(line).toBe(line.trimEnd());
    }
  }
});

test('Markdown has a row for each strategy and service, and no markup of the scenario', () => {
  const text = markdownTable(promising(SHOP, SEVERAL));
  expect(text).toContain('## Gates: 1 kept, 3 undecided, 1 missed\n\n| Gate | Outcome |');
  expect(text).toContain(
    '| loss \\<= 100k USD / year | missed | backups-only |  | 116.0k ± 8.2k USD |',
  );
  const marked = promising(
    renamed((name) => `<b>${name}|</b>`),
    ['mean rto <= 1 h'],
  );
  const rows = markdownTable(marked)
    .split('\n')
    .filter((line) => line.includes('mean rto'));
  expect(rows).toHaveLength(6);
  for (const row of rows) {
    expect(row).not.toMatch(/(?<!\\)<b/);
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
  }
});
