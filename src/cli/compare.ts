import { blocksOf, runBlock, type Trial } from '../experiment/trials.js';
import { summarise } from '../experiment/summarise.js';
import type { Summary } from '../experiment/summary.js';
import { Tally } from '../experiment/tally.js';
import { comparisonTable } from '../present/comparison-table.js';
import { csvTable } from '../present/csv-table.js';
import { markdownTable } from '../present/markdown-table.js';
import { compile } from '../simulate/compile.js';
import type { Plan } from '../simulate/plan.js';
import type { CompareCall } from './compare-options.js';
import { stdoutLook } from './terminal.js';
import { EXIT } from './failure.js';
import { brokenGates, gatesOf } from './gates.js';
import { tellLeftOut } from './left-out.js';
import { newProgress } from './progress.js';
import { drsimVersion } from './package.js';
import { readScenarioFile } from './read-files.js';
import { openResults, type Results } from './results.js';

/** `drsim compare`: the main job. @returns the exit code */
export async function compare(call: CompareCall): Promise<number> {
  const { scenario: written, hash } = readScenarioFile(call.scenario);
  const scenario = { ...written, gates: gatesOf(written, call.gate) };
  if (!call.quiet) tellLeftOut(scenario);
  const seed = call.seed ?? scenario.seed;
  const trials = call.trials ?? scenario.trials;
  const plan = compile(scenario, seed);
  const identity = { seed, version: drsimVersion(), scenarioHash: hash };
  const { name, currency } = scenario;
  const results = await openResults(call.out, { ...identity, scenario: name, currency, trials });
  const { tally, interrupted } = await run(plan, { trials, results, quiet: call.quiet });
  const summary = summarise(plan, tally, { ...identity, interrupted });
  results.writeSummary(summary);
  results.close();
  results.writeReport(summary, call.charts ? await results.drawCharts(summary) : new Map());
  process.stdout.write(printed(summary, call.format));
  if (!call.quiet) process.stderr.write(`${results.whatIsWhere()}\n`);
  const broken = brokenGates(summary);
  process.stderr.write(broken.map((line) => `${line}\n`).join(''));
  if (interrupted) return EXIT.interrupted;
  return broken.length === 0 ? EXIT.done : EXIT.gate;
}

/** Runs block after block; Ctrl-C ends it after the block under way. */
async function run(
  plan: Plan,
  { trials, results, quiet }: { trials: number; results: Results; quiet: boolean },
): Promise<{ tally: Tally; interrupted: boolean }> {
  const progress = newProgress(trials, quiet);
  const tally = new Tally(plan);
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  process.once('SIGINT', interrupt);
  const record = (trial: Trial) => {
    results.record(plan, trial);
  };
  for (const block of blocksOf(trials)) {
    tally.merge(runBlock(plan, block, record));
    results.flush();
    progress.reached(tally.trials);
    await new Promise(setImmediate);
    if (interrupted) break;
  }
  process.off('SIGINT', interrupt);
  progress.end();
  return { tally, interrupted };
}

function printed(summary: Summary, format: CompareCall['format']): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(summary, null, 2)}\n`;
    case 'csv':
      return csvTable(summary);
    case 'md':
      return markdownTable(summary);
    case 'table':
      return comparisonTable(summary, stdoutLook());
  }
}
