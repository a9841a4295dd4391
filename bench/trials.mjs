// How many trials a second? Each scenario runs in turn with a yardstick, round by round, and what
// counts is the ratio of the two in the same round: machines are noisy, ratios much less so.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { blocksOf, runBlock } from '../dist/experiment/trials.js';
import { readScenarioFile } from '../dist/cli/read-files.js';
import { compile } from '../dist/simulate/compile.js';
import { yardstick } from './yardstick.mjs';

const ROUNDS = 7;
const SCENARIOS = [
  { file: 'scenarios/online-shop.yaml', trials: 1024 },
  { file: 'scenarios/lessons/08-age-of-the-newest-backup.yaml', trials: 2048 },
  { file: 'scenarios/bench/r1.yaml', trials: 256 },
];

/** CPU seconds of this process that a piece of work takes. */
function cpuSeconds(work) {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1e6;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function measure({ file, trials }) {
  const { scenario } = readScenarioFile(file);
  const plan = compile(scenario, 'bench');
  const work = () => {
    for (const block of blocksOf(trials)) runBlock(plan, block);
  };
  work();
  yardstick();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const unit = cpuSeconds(yardstick);
    return { time: cpuSeconds(work) / trials, unit };
  });
  const strategies = scenario.strategies.length;
  return {
    scenario: scenario.name,
    strategies,
    microsecondsPerTrial: median(rounds.map(({ time }) => time)) * 1e6,
    yardsticks: median(rounds.map(({ time, unit }) => (1000 * time) / unit)),
  };
}

export function main() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  process.stdout.write(`drsim ${version}, node ${process.version}, ${ROUNDS} rounds\n`);
  process.stdout.write(
    'scenario                      strategies  us/trial  yardsticks per 1,000 trials\n',
  );
  for (const one of SCENARIOS) {
    const { scenario, strategies, microsecondsPerTrial, yardsticks } = measure(one);
    process.stdout.write(
      `${scenario.padEnd(30)}${String(strategies).padStart(10)}` +
        `${microsecondsPerTrial.toFixed(0).padStart(10)}${yardsticks.toFixed(2).padStart(29)}\n`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
