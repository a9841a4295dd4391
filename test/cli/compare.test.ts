import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Summary } from '../../src/experiment/summary.js';
import { drsim, somewhere } from './drsim.js';

const DRSIM = join('dist', 'cli', 'main.js');
const SHOP = join('scenarios', 'online-shop.yaml');

const quick = (out: string) => ['--out', out, '--no-charts', '--quiet'];

function fileWith(text: string | Buffer): string {
  const file = join(somewhere(), 'scenario.yaml');
  writeFileSync(file, text);
  return file;
}

test('the same call prints the same bytes twice, and writes them to summary.json', async () => {
  const out = somewhere();
  const call = ['compare', SHOP, '--trials', '600', '--seed', '1', '--format', 'json'];
  const [once, twice] = [await drsim(...call, ...quick(out)), await drsim(...call, ...quick(out))];
  expect(once).toMatchObject({ code: 0, stderr: '' });
  expect(twice.stdout).toBe(once.stdout);
  expect(readFileSync(join(out, 'online-shop', 'summary.json'), 'utf8')).toBe(once.stdout);
  const summary = JSON.parse(once.stdout) as Summary;
  expect(summary).toMatchObject({
    scenario: 'online-shop',
    seed: '1',
    trials: 600,
    horizonYears: 10,
  });
  expect(Object.keys(summary.strategies)).toEqual([
    ...['backups-only', 'warm-standby', 'active-active', 'active-active-with-backups'],
  ]);
});

test('through a pipe the table is plain text of at most 80 columns', async () => {
  const { code, stdout } = await drsim('compare', SHOP, '--trials', '600', ...quick(somewhere()));
  expect(code).toBe(0);
  expect(stdout).not.toContain('\u001b');
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  for (const word of ['backups-only', 'warm-standby', 'RTO', 'RPO']) expect(stdout).toContain(word);
});

test('incidents and years of every trial can be read back and add up to the summary', async () => {
  const out = somewhere();
  const call = ['compare', SHOP, '--trials', '400', '--seed', 'x', '--format', 'json'];
  const summary = JSON.parse((await drsim(...call, ...quick(out))).stdout) as Summary;
  const table = (name: string) => {
    const [label, header, ...rows] = readFileSync(join(out, 'online-shop', name), 'utf8')
      .trimEnd()
      .split('\n');
    expect(label).toBe(
      `# drsim ${summary.version}, scenario online-shop, hash ${summary.scenarioHash}, seed "x", 400 trials`,
    );
    const columns = header!.split(',');
    return rows.map((row) => {
      const cells = row.split(',');
      return Object.fromEntries(columns.map((column, i) => [column, cells[i]!]));
    });
  };
  const years = table('years.csv');
  expect(years).toHaveLength(400 * 10 * Object.keys(summary.strategies).length);
  const bytes = table('bytes.csv');
  const places = Object.values(summary.strategies).flatMap((strategy) => strategy.bytes);
  expect(bytes).toHaveLength(10 * places.length);
  expect(bytes.map((row) => Number(row['written_bytes']))).toEqual(
    places.flatMap(({ written }) => written),
  );
  const cash = table('cashflow.csv');
  for (const [name, { finance }] of Object.entries(summary.strategies)) {
    const own = cash.filter(({ strategy }) => strategy === name);
    expect(own).toHaveLength(11);
    const npv = own.reduce(
      (sum, row) => sum + Number(row['flow']) * Number(row['discount_factor']),
      0,
    );
    if (finance.npv) expect(npv / finance.npv.mean!).toBeCloseTo(1, 9);
  }
  const incidents = table('incidents.csv');
  for (const [name, { annual, services }] of Object.entries(summary.strategies)) {
    const total = years
      .filter(({ strategy }) => strategy === name)
      .reduce((sum, row) => sum + Number(row['total']), 0);
    expect(total / 4000 / annual.total.mean!).toBeCloseTo(1, 9);
    const own = incidents.filter(
      ({ strategy, service, absorbed }) =>
        strategy === name && service === 'orders' && absorbed === '0',
    );
    expect(own).toHaveLength(services['orders']!.rto.n);
    const mean = (column: string) =>
      own.reduce((sum, row) => sum + Number(row[column]), 0) / own.length;
    expect(mean('rta_s') / services['orders']!.rto.mean!).toBeCloseTo(1, 9);
    const { exposedBeforeDetection } = services['orders']!;
    expect(mean('exposed_before_detection_s') / exposedBeforeDetection.mean!).toBeCloseTo(1, 9);
  }
});

test('incidents.parquet holds what incidents.csv does, and what it takes to run it again', async () => {
  const [out, again] = [somewhere(), somewhere()];
  const call = ['compare', SHOP, '--trials', '300', '--seed', 'x', '--format', 'json'];
  const summary = JSON.parse((await drsim(...call, ...quick(out))).stdout) as Summary;
  await drsim(...call, ...quick(again));
  const path = join(out, 'online-shop', 'incidents.parquet');
  const bytes = readFileSync(path);
  expect(readFileSync(join(again, 'online-shop', 'incidents.parquet')).equals(bytes)).toBe(true);
  const file = await asyncBufferFromFile(path);
  const { key_value_metadata: label } = await parquetMetadataAsync(file);
  expect(Object.fromEntries(label!.map(({ key, value }) => [key, value]))).toEqual({
    'drsim.version': summary.version,
    'drsim.scenario': 'online-shop',
    'drsim.scenarioHash': summary.scenarioHash,
    'drsim.seed': 'x',
    'drsim.trials': '300',
    'drsim.currency': 'USD',
    'drsim.interrupted': 'false',
  });
  const rows = await parquetReadObjects({ file });
  const [, header, ...lines] = readFileSync(join(out, 'online-shop', 'incidents.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(Object.keys(rows[0]!).join(',')).toBe(header);
  for (const unit of ['at_ms', 'rta_s', 'lost_bytes', 'clean_s', 'downtime_cost_usd'])
    expect(header!.split(',')).toContain(unit);
  const asCsv = rows.map((row) => Object.values(row).map(csvCell).join(','));
  expect(asCsv).toEqual(lines);
  expect(rows.some(({ rpa_s, unrecoverable }) => rpa_s === null && unrecoverable === true)).toBe(
    true,
  );
});

/** A value of Parquet as CSV shows it. */
function csvCell(value: string | number | bigint | boolean | Date | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value instanceof Date ? value.toISOString() : String(value);
}

test('charts are drawn as SVG and PNG beside their specs', async () => {
  const out = somewhere();
  const ran = await drsim('compare', SHOP, '--trials', '300', '--out', out, '--quiet');
  expect(ran.code).toBe(0);
  for (const name of ['rto-by-strategy', 'cost-stack', 'loss-exceedance']) {
    const file = join(out, 'online-shop', 'charts', name);
    expect(readFileSync(`${file}.svg`, 'utf8')).toContain('<svg');
    expect(readFileSync(`${file}.png`).subarray(1, 4).toString()).toBe('PNG');
    expect(JSON.parse(readFileSync(`${file}.vl.json`, 'utf8'))).toHaveProperty('$schema');
  }
});

const WRONG: readonly (readonly [what: string, args: () => string[], says: RegExp])[] = [
  ['no command', () => [], /--help/],
  ['a misspelt command', () => ['compar', SHOP], /Did you mean compare\?/],
  ['no scenario', () => ['compare'], /--help/],
  ['an unknown option', () => ['compare', SHOP, '--trails', '5'], /trails/],
  ['trials that are no number', () => ['compare', SHOP, '--trials', 'many'], /whole number/],
  ['no trials', () => ['compare', SHOP, '--trials', '0'], /whole number/],
  ['an empty seed', () => ['compare', SHOP, '--seed', ''], /not empty/],
  ['an unknown format', () => ['compare', SHOP, '--format', 'pdf'], /table.*json/],
  ['a missing file', () => ['compare', 'nowhere.yaml'], /no file nowhere\.yaml/],
  ['a folder', () => ['compare', 'scenarios'], /folder/],
  ['an empty file', () => ['compare', fileWith('')], /expected/],
  ['a binary file', () => ['compare', fileWith(Buffer.from([0, 1, 2, 255, 0]))], /expected/],
  ['a huge file', () => ['compare', fileWith('#'.repeat(6_000_000))], /5 MB/],
  ['an unknown key', () => ['compare', fileWith('nmae: x\n')], /:1:1[\s\S]*did you mean/],
  ['an output folder below a file', () => ['compare', SHOP, '--out', fileWith('x')], /--out/],
];

test.each(WRONG)(
  '%s is refused with a reason, exit code 2 and no stack trace',
  async (_, args, says) => {
    const { code, stdout, stderr } = await drsim(...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  },
);

test('Ctrl-C ends a long run after the block under way and keeps what is done', async () => {
  const out = somewhere();
  const args = [
    'compare',
    SHOP,
    '--trials',
    '50000000',
    '--out',
    out,
    '--no-charts',
    '--format',
    'json',
  ];
  const child = spawn(process.execPath, [DRSIM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  setTimeout(() => child.kill('SIGINT'), 2_500);
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(130);
  const summary = JSON.parse(stdout) as Summary;
  expect(summary.interrupted).toBe(true);
  expect(summary.trials).toBeGreaterThan(0);
  expect(readFileSync(join(out, 'online-shop', 'summary.json'), 'utf8')).toBe(stdout);
});

test('a reader that has seen enough is no failure', () => {
  const out = somewhere();
  mkdirSync(out, { recursive: true });
  const line = `"${process.execPath}" ${DRSIM} compare ${SHOP} --trials 200 --format json --quiet --no-charts --out ${out} | head -c 10; echo " \${PIPESTATUS[0]}"`;
  expect(execFileSync('bash', ['-c', line], { encoding: 'utf8' })).toMatch(/ 0\n$/);
});

test('a reader that has seen enough does not turn a missed gate into success', () => {
  const call = `compare ${SHOP} --trials 200 --format json --quiet --no-charts --out ${somewhere()}`;
  const line = `"${process.execPath}" ${DRSIM} ${call} --gate "loss <= 1 USD" 2>/dev/null | head -c 0; echo " \${PIPESTATUS[0]}"`;
  expect(execFileSync('bash', ['-c', line], { encoding: 'utf8' })).toMatch(/ 99\n$/);
});

test('help and version are there', async () => {
  const help = await drsim('compare', '--help');
  expect(help.code).toBe(0);
  for (const word of ['--trials', '--seed', '--out', '--format'])
    expect(help.stdout).toContain(word);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect((await drsim('--version')).stdout.trim()).toBe(version);
});
