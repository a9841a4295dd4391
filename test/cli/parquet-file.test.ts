import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { ParquetFile } from '../../src/cli/parquet-file.js';
import type { Cell, TableColumn } from '../../src/cli/table.js';
import { somewhere } from './drsim.js';

const COLUMNS: readonly TableColumn[] = [
  { name: 'trial', holds: 'count' },
  { name: 'strategy', holds: 'text' },
  { name: 'at_ms', holds: 'milliseconds' },
  { name: 'at_utc', holds: 'instant' },
  { name: 'absorbed', holds: 'flag' },
  { name: 'rpa_s', holds: 'amount', empty: true },
];
const LABEL = {
  scenario: 'lost "и" found',
  version: '0.1.0',
  scenarioHash: 'abc',
  seed: 'ä=1',
  trials: 7,
  interrupted: true,
};

const rowOf = (trial: number): Cell[] => [
  trial,
  trial % 2 === 0 ? 'even' : "'=1+1 \u202e🔥",
  3e13 + trial,
  new Date(1_800_000_000_000 + trial),
  trial % 3 === 0,
  trial % 5 === 0 ? null : trial / 7,
];

async function written(rows: number): Promise<string> {
  const path = join(somewhere(), 'rows.parquet');
  const file = await ParquetFile.open(path, COLUMNS);
  for (let first = 0; first < rows; first += 1_000) {
    const count = Math.min(1_000, rows - first);
    file.add(Array.from({ length: count }, (_, index) => rowOf(first + index)));
  }
  file.close(LABEL);
  return path;
}

test('every cell comes back as it was, over several groups of rows', async () => {
  const path = await written(120_500);
  const file = await asyncBufferFromFile(path);
  const { row_groups: groups, created_by: writer } = await parquetMetadataAsync(file);
  expect(groups.map(({ num_rows }) => Number(num_rows))).toEqual([50_000, 50_000, 20_500]);
  expect(writer).toBe('drsim version 0.1.0');
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(120_500);
  for (const trial of [0, 1, 15, 49_999, 50_000, 120_499]) {
    const [, strategy, at, utc, absorbed, rpa] = rowOf(trial);
    expect(rows[trial]).toEqual({
      trial,
      strategy,
      at_ms: BigInt(Number(at)),
      at_utc: utc,
      absorbed,
      rpa_s: rpa,
    });
  }
});

test('the label of the run is the metadata of the file', async () => {
  const { key_value_metadata: label } = await parquetMetadataAsync(
    await asyncBufferFromFile(await written(1)),
  );
  expect(label).toContainEqual({ key: 'drsim.scenario', value: 'lost "и" found' });
  expect(label).toContainEqual({ key: 'drsim.seed', value: 'ä=1' });
  expect(label).toContainEqual({ key: 'drsim.interrupted', value: 'true' });
});

test('a run without incidents has a table without rows', async () => {
  const file = await asyncBufferFromFile(await written(0));
  expect(await parquetReadObjects({ file })).toEqual([]);
});

test('the same rows give the same bytes', async () => {
  const [one, other] = [await written(60_000), await written(60_000)];
  expect(statSync(one).size).toBeGreaterThan(1_000);
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
});
