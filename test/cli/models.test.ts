import { expect, test } from 'vitest';
import type { CatalogueEntry, CatalogueFolder } from '../../src/present/catalogue.js';
import { entryOf } from '../../src/cli/catalogue-entry.js';
import { lookUp } from '../../src/cli/catalogue-look-up.js';
import { CATALOGUE } from '../running.js';
import { drsim } from './drsim.js';

test('all folders and entries of the catalogue are listed, in plain text of 80 columns', async () => {
  const { code, stdout } = await drsim('models');
  expect(code).toBe(0);
  expect(stdout).not.toContain('\u001b');
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  const lines = stdout.split('\n').map((line) => line.trim());
  for (const path of CATALOGUE.paths()) {
    const [, folder, name] = /^models\/(.*)\/(.*)\.yaml$/.exec(path)!;
    expect(lines).toContain(folder);
    expect(lines).toContain(name);
  }
});

test('a folder is listed alone', async () => {
  const { stdout } = await drsim('models', 'threats', '--format', 'json');
  const { folders } = JSON.parse(stdout) as { folders: CatalogueFolder[] };
  expect(folders.map(({ folder }) => folder)).toEqual(['threats']);
  expect(folders[0]!.entries.map(({ title }) => title)).toContain('Site fire');
});

test.each([
  'site-fire',
  'threats/site-fire',
  'models/threats/site-fire',
  './models/threats/site-fire.yaml',
])('%s is an entry of the catalogue', (name) => {
  expect(lookUp(CATALOGUE, name)).toMatchObject({ entry: { entry: 'models/threats/site-fire' } });
});

test.each(['threats', 'threats/', 'models/threats'])('%s is a folder of the catalogue', (name) => {
  expect(lookUp(CATALOGUE, name)).toMatchObject({ folders: [{ folder: 'threats' }] });
});

test('an entry is shown with each figure, its source, its year and how sure it is', async () => {
  const { code, stdout } = await drsim('models', 'threats/site-fire', '--format', 'json');
  expect(code).toBe(0);
  const { entry, parts } = JSON.parse(stdout) as CatalogueEntry;
  expect(entry).toBe('models/threats/site-fire');
  expect(parts).toContainEqual({
    kind: 'figure',
    path: 'rate',
    text: '1e-4 / year',
    source: {
      source: expect.stringContaining('OVHcloud') as string,
      year: 2025,
      confidence: 'estimate',
    },
  });
});

test('what an entry extends is said', async () => {
  const { stdout } = await drsim('models', 'warm-standby');
  expect(stdout).toContain('detection: extends models/runbooks/health-check');
});

test.each(CATALOGUE.paths())('every figure of %s is shown with a source', (path) => {
  const { title, source, parts } = entryOf(CATALOGUE, path.replace('.yaml', ''));
  expect(title).not.toBe('');
  // A preset that protects nothing has nothing to say but that.
  if (!path.endsWith('/none.yaml')) expect(parts.length).toBeGreaterThan(0);
  const bare = parts.filter(({ kind, path: at }) => kind === 'word' && /rate|value|p50/.test(at));
  if (source === null) expect(bare).toEqual([]);
  for (const part of parts) {
    if (part.kind === 'figure') expect(part.source.source).toMatch(/\S.{10,}/);
  }
});

test.each([
  ['a misspelt entry', 'site-fir', /did you mean site-fire\?/],
  ['a misspelt folder', 'thraets', /did you mean threats\?/],
  ['a misspelt entry of a folder', 'threats/site-fure', /did you mean threats\/site-fire\?/],
  ['a name that several entries have', 'aws', /latency\/aws or prices\/aws or regions\/aws/],
  ['something far from all names', 'kubernetes-operators', /drsim models lists all/],
])('%s is refused with a way out', (_, name, says) => {
  expect(() => lookUp(CATALOGUE, name)).toThrow(says);
});

test('an unknown name ends the command with exit code 2', async () => {
  const { code, stdout, stderr } = await drsim('models', 'site-fir');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/did you mean site-fire\?/);
});

test('the catalogue and an entry come as Markdown', async () => {
  expect((await drsim('models', '--format', 'md')).stdout).toContain('## threats\n\n| entry |');
  const entry = await drsim('models', 'power-outage', '--format', 'md');
  expect(entry.stdout).toContain('| rate | 0.136 / year | Uptime Institute');
});
