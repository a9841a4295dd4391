// R1 through the path that `drsim compare` takes: compile, run, tally. A process of its own, like the
// peers', that prints the same line of JSON as they do: node bench/r1-drsim.mjs <trials> <seed>
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readScenarioFile } from '../dist/cli/read-files.js';
import { Tally } from '../dist/experiment/tally.js';
import { blocksOf, runBlock } from '../dist/experiment/trials.js';
import { compile } from '../dist/simulate/compile.js';

/** drsim as one of the peers. */
export const drsim = { name: 'drsim', run: [process.execPath, fileURLToPath(import.meta.url)] };

const HOUR = 3_600_000;
/**
 * Runs of so many trials until the just-in-time compiler has seen all that it needs: several, since
 * what it takes for constant in the first plan is not so in the next.
 */
const WARM_UPS = [256, 256, 256];
const total = (values) => values.reduce((a, b) => a + b, 0);

/** The outputs of one strategy in one trial, as bench/peers/r1.md names them. */
function outputsOf({ outcome, losses }) {
  const [{ downtime, incidents }] = outcome.services;
  const sum = (of) => total(incidents.map(of));
  return {
    downtime: total(downtime) / HOUR,
    incidents: incidents.length,
    rta: sum(({ rta }) => rta) / HOUR,
    rpa: sum(({ rpa }) => rpa ?? 0) / HOUR,
    lost: sum(({ lostWrites }) => lostWrites) / HOUR,
    loss: total(losses.downtime) + total(losses.data) + total(losses.recovery),
  };
}

function run(scenario, trials, seed) {
  const plan = compile(scenario, seed);
  const tally = new Tally(plan);
  const sums = {};
  const record = (trial) => {
    trial.strategies.forEach((part, number) => {
      for (const [output, value] of Object.entries(outputsOf(part))) {
        const sum = (sums[`${plan.strategies[number].name}.${output}`] ??= [0, 0]);
        sum[0] += value;
        sum[1] += value * value;
      }
    });
  };
  for (const block of blocksOf(trials)) tally.merge(runBlock(plan, block, record));
  return sums;
}

function main([trials, seed]) {
  const { scenario } = readScenarioFile('scenarios/bench/r1.yaml');
  WARM_UPS.forEach((some, number) => run(scenario, some, `warm-up ${number}`));
  const before = process.cpuUsage();
  const sums = run(scenario, Number(trials), seed);
  const cpu = process.cpuUsage(before).user / 1e6;
  process.stdout.write(`${JSON.stringify({ cpu, trials: Number(trials), sums })}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
