import { expect, test } from 'vitest';
import { countsText, findingCounts } from '../../src/present/findings.js';
import { findingsJson } from '../../src/present/findings-json.js';
import { findingsMarkdown } from '../../src/present/findings-markdown.js';
import { findingsTable } from '../../src/present/findings-table.js';
import { REPORT, withWords } from './findings-fixture.js';

const plain = { width: 80, colour: false, all: false };
const NOTHING = { ...REPORT, findings: [] };

test('an accepted finding is counted apart from the open ones of its severity', () => {
  expect(findingCounts(REPORT.findings)).toEqual({ error: 1, warning: 1, note: 1, accepted: 1 });
});

test.each([
  [{ error: 2, warning: 1, note: 0, accepted: 3 }, '2 errors, 1 warning, 3 accepted'],
  [{ error: 0, warning: 0, note: 0, accepted: 1 }, 'no open findings, 1 accepted'],
  [{ error: 0, warning: 0, note: 0, accepted: 0 }, 'no findings'],
])('%j reads "%s"', (counts, text) => {
  expect(countsText(counts)).toBe(text);
});

test('the table shows for each finding its place, what, why and fix, worst first', () => {
  expect(findingsTable(REPORT, plain)).toBe(`\
Online shop: 1 error, 1 warning, 1 note, 1 accepted
drsim 1.2.3, scenario shop (01234567)

Errors: promises that cannot hold
  scenarios/shop.yaml:64:33
  strategies.backups-only.backups.incremental [backup-interval]
    found     The newest backup can be 25 h old, but orders asks for an RPO of 5
              min.
    why       A backup that was never restored may be none.
    fix       Restore one, and write "verify: 3 months".

Warnings: risks that will hurt on the day
  scenarios/shop.yaml:61:5
  strategies.backups-only.backups [stale-restore-test]
    found     Nobody has restored a backup of backups-only since 2026-01-10, 11
              months ago.
    why       A backup that was never restored may be none.
    fix       Restore one, and write "verify: 3 months".

Notes: good to know
  scenarios/shop.yaml:61:5  strategies.backups-only  [stale-runbook]
    found     Nobody has restored a backup of backups-only since 2026-01-10, 11
              months ago.
    why       A backup that was never restored may be none.
    fix       Restore one, and write "verify: 3 months".

1 accepted finding is not shown; --all shows them with their reasons.
`);
});

test('accepted findings are listed with their reasons when all are asked for', () => {
  for (const text of [
    findingsTable(REPORT, { ...plain, all: true }),
    findingsMarkdown(REPORT, true),
  ])
    expect(text).toContain('The budget of 2027 has it.');
  for (const text of [findingsTable(REPORT, plain), findingsMarkdown(REPORT, false)])
    expect(text).not.toContain('The budget of 2027 has it.');
});

test('where nothing is found the reader is told what that means and what comes next', () => {
  for (const text of [findingsTable(NOTHING, plain), findingsMarkdown(NOTHING, false)]) {
    expect(text).toContain('no findings');
    expect(text).toContain('All 3 checks passed');
    expect(text).toContain('drsim compare');
  }
});

test('figures come with the law fitted to them and their source', () => {
  const report = {
    ...REPORT,
    assumptions: [
      {
        path: 'threats[0].rate',
        text: '0.01 to 0.1 / year',
        source: 'Uptime Institute',
        year: 2024,
        confidence: 'measured' as const,
        fitted: 'lognormal, median 0.0316 / year',
      },
      {
        path: 'horizon',
        text: '10 years',
        source: '',
        year: null,
        confidence: 'scenario' as const,
      },
    ],
  };
  const table = findingsTable(report, plain);
  expect(table).toContain(`\
  threats[0].rate: 0.01 to 0.1 / year
    fitted    lognormal, median 0.0316 / year
    source    Uptime Institute (2024, measured)
  horizon: 10 years
`);
  const markdown = findingsMarkdown(report, false);
  expect(markdown).toContain(
    '| threats\\[0\\].rate | 0.01 to 0.1 / year | lognormal, median 0.0316 / year | Uptime Institute (2024, measured) |',
  );
  expect(markdown).toContain('| horizon | 10 years |  | the scenario itself |');
  expect(JSON.parse(findingsJson(report))).toMatchObject({ assumptions: report.assumptions });
});

test('JSON has the counts and every finding with its place, accepted ones too', () => {
  const { findings, scenarioHash } = REPORT;
  expect(JSON.parse(findingsJson(REPORT))).toEqual({
    scenario: 'shop',
    title: 'Online shop',
    version: '1.2.3',
    scenarioHash,
    counts: { error: 1, warning: 1, note: 1, accepted: 1 },
    findings,
  });
});

test('colour is there only when it is asked for', () => {
  expect(findingsTable(REPORT, { ...plain, colour: true })).toContain('\u001b[31m');
  expect(findingsTable(REPORT, plain)).not.toContain('\u001b');
});

test('words of the scenario are no markup in Markdown', () => {
  const text = findingsMarkdown(
    withWords('*x* | <b> [a](http://e) www.e.com @all #1 `c`\n# h'),
    true,
  );
  const escaped =
    '\\*x\\* \\| \\<b\\> \\[a\\](http\\://e) www\\.e.com @&#8203;all \\#1 \\`c\\` \\# h';
  expect(text).toContain(`## ${escaped}: 1 error`);
  const rows = text.split('\n').filter((line) => line.includes('x\\* '));
  // Title, label, three open findings, an accepted one, a figure.
  expect(rows).toHaveLength(7);
  for (const row of rows) expect(row.replaceAll(escaped, '')).not.toMatch(/http|www|@a|# h/);
});
