import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { fuzzFile } from './fuzz-file.js';
import { inspect, type Verdict } from './inspect.js';

/** What a worker is to check: the numbers from `from` to `to` in steps of `step`. */
export interface Share {
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** Number of the file under way, told to whoever watches for files that never end. */
  readonly current: SharedArrayBuffer;
}

/** What became of one file. */
export interface Report extends Verdict {
  readonly number: number;
  readonly kind: string;
}

function work({ seed, from, to, step, current }: Share): void {
  const now = new Int32Array(current);
  const path = join(mkdtempSync(join(tmpdir(), 'drsim-fuzz-')), 'scenario.yaml');
  for (let number = from; number < to; number += step) {
    Atomics.store(now, 0, number);
    const { kind, bytes } = fuzzFile(seed, number);
    const report: Report = { number, kind, ...inspect(path, { bytes, number, living: true }) };
    parentPort!.postMessage(report);
  }
}

work(workerData as Share);
