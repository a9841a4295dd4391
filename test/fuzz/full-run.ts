import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { fuzzFile } from './fuzz-file.js';
import type { Report, Share } from './fuzz-worker.js';

/** A file that takes so long in all, in ms, never ends. */
const ENDLESS_MS = 60_000;
const LOOK_MS = 1000;
const FAILURES = 'out/fuzz/failures';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
  },
});

const seed = values.seed;
const first = Number(values.only ?? values.from);
const count = values.only === undefined ? Number(values.files) : 1;
const jobs = Math.min(Number(values.jobs), count);

/** What the run came to so far. */
const sum = {
  began: performance.now(),
  files: 0,
  lived: 0,
  failed: 0,
  codes: new Map<number, number>(),
  kinds: new Map<string, { files: number; accepted: number }>(),
  slowest: { ms: 0, number: first },
};

function take(report: Report): void {
  const { number, kind, code, ms, faults, lived } = report;
  sum.files++;
  if (lived) sum.lived++;
  sum.codes.set(code, (sum.codes.get(code) ?? 0) + 1);
  const { files, accepted } = sum.kinds.get(kind) ?? { files: 0, accepted: 0 };
  const readable = code === 0 || code === 99;
  sum.kinds.set(kind, { files: files + 1, accepted: accepted + (readable ? 1 : 0) });
  if (ms > sum.slowest.ms) sum.slowest = { ms, number };
  if (faults.length > 0) fail(number, faults);
  if (sum.files % 1000 === 0) process.stderr.write(`${progress()}\n`);
}

function progress(): string {
  const seconds = (performance.now() - sum.began) / 1000;
  return `${sum.files}/${count} files, ${sum.failed} failed, ${(sum.files / seconds).toFixed(0)} a second`;
}

/** Keeps the file, and says how to see it again. */
function fail(number: number, faults: readonly string[]): void {
  sum.failed++;
  mkdirSync(FAILURES, { recursive: true });
  const file = `${FAILURES}/${seed}-${number}.yaml`;
  writeFileSync(file, fuzzFile(seed, number).bytes);
  const replay = `npm run fuzz -- --seed ${seed} --only ${number}`;
  process.stderr.write(`FAILED ${file}\n  ${faults.join('\n  ')}\n  replay  ${replay}\n`);
}

/** Works off a share; after a file that ends the worker it goes on with the next one. */
async function workOff(share: Omit<Share, 'current'>): Promise<void> {
  for (let from = share.from; from < share.to;) {
    const stopped = await untilDoneOrStopped({ ...share, from });
    if (stopped === undefined) return;
    from = stopped + share.step;
  }
}

/** @returns the number of the file that ended the worker; undefined when all was done */
async function untilDoneOrStopped(share: Omit<Share, 'current'>): Promise<number | undefined> {
  const current = new SharedArrayBuffer(4);
  const now = new Int32Array(current);
  const worker = new Worker(new URL('fuzz-worker.js', import.meta.url), {
    workerData: { ...share, current } satisfies Share,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  return new Promise((resolve) => {
    let seen = { number: -1, at: performance.now() };
    const stop = (why: string) => {
      clearInterval(watch);
      const number = Atomics.load(now, 0);
      fail(number, [why]);
      resolve(number);
      void worker.terminate();
    };
    const watch = setInterval(() => {
      const number = Atomics.load(now, 0);
      if (number !== seen.number) seen = { number, at: performance.now() };
      else if (performance.now() - seen.at > ENDLESS_MS) stop('does not end');
    }, LOOK_MS);
    worker.on('message', take);
    worker.once('error', (error) => {
      stop(String(error.stack));
    });
    worker.once('exit', () => {
      clearInterval(watch);
      resolve(undefined);
    });
  });
}

function summary(): string {
  const kinds = [...sum.kinds].map(
    ([kind, { files, accepted }]) => `  ${kind.padEnd(6)} ${files} files, ${accepted} accepted`,
  );
  const accepted = [...sum.kinds.values()].reduce((total, kind) => total + kind.accepted, 0);
  const codes = [...sum.codes].toSorted(([a], [b]) => a - b);
  return [
    `seed ${seed}, files ${first} to ${first + count - 1}: ${progress()}`,
    `accepted ${((100 * accepted) / sum.files).toFixed(1)}%, lived through ${sum.lived}`,
    `exit codes ${codes.map(([code, files]) => `${code}: ${files}`).join(', ')}`,
    `slowest check ${sum.slowest.ms.toFixed(0)} ms (file ${sum.slowest.number})`,
    ...kinds,
  ].join('\n');
}

await Promise.all(
  Array.from({ length: jobs }, (_, job) =>
    workOff({ seed, from: first + job, to: first + count, step: jobs }),
  ),
);
process.stdout.write(`${summary()}\n`);
process.exitCode = sum.failed === 0 ? 0 : 1;
