import { SingleBar } from 'cli-progress';

/** How far a run has come, on stderr. */
export interface Progress {
  reached(trials: number): void;
  end(): void;
}

/** Where nobody watches a bar, a line is printed at most so often. */
const QUIET_MS = 5_000;

const SILENT: Progress = { reached: () => {}, end: () => {} };

/** A bar on a terminal, a line every few seconds in a log, nothing when told to be quiet. */
export function newProgress(trials: number, quiet: boolean): Progress {
  if (quiet) return SILENT;
  return process.stderr.isTTY ? bar(trials) : lines(trials);
}

function bar(trials: number): Progress {
  const shown = new SingleBar({
    format: 'simulating {bar} {percentage} % of {total} histories, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  shown.start(trials, 0);
  return {
    reached: (done) => {
      shown.update(done);
    },
    end: () => {
      shown.stop();
    },
  };
}

function lines(trials: number): Progress {
  let told = performance.now();
  return {
    reached: (done) => {
      if (performance.now() - told < QUIET_MS || done === trials) return;
      told = performance.now();
      process.stderr.write(`${done} of ${trials} histories simulated\n`);
    },
    end: () => {},
  };
}
