// How fast is drsim beside SimPy and C++ on one model? Each round runs every peer once, in an order
// that is shuffled anew, each in a process of its own that measures its own CPU time. What counts is
// the ratio of two of them in the same round. A peer whose results differ from drsim's has no speed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { agreement } from './agreement.mjs';
import { cppPeer, simpyPeers } from './peer-tools.mjs';
import { drsim } from './r1-drsim.mjs';

const ROUNDS = Number(process.argv[2] ?? 7);
const OUT = 'out/bench';
/** CPU seconds that a peer gets in a round, and the fewest trials that it runs in them. */
const BUDGET = 2;
const LEAST = 4;

function runPeer({ name, run: [command, ...args] }, trials, seed) {
  const { status, stdout, stderr } = spawnSync(command, [...args, `${trials}`, `${seed}`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** How many trials fit into the budget, by a first run that does not count. */
function sized(peer, number) {
  const { cpu, trials } = runPeer(peer, LEAST, 1000 + number);
  const { cpu: more, trials: n } =
    cpu > BUDGET / 8 ? { cpu, trials } : runPeer(peer, 16 * LEAST, 2000 + number);
  return { ...peer, trials: Math.max(LEAST, Math.round((BUDGET * n) / more)), results: [] };
}

/** Fisher and Yates, by a linear congruential generator: the same order in every call. */
function shuffled(all, round) {
  const order = [...all];
  let state = 12345 + round;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const spread = (values) => ({
  median: quantile(values, 0.5),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** Milliseconds of each round, and how often drsim does the same work in that time. */
function rowOf({ name, trials, results }, own) {
  const time = results.map(({ cpu, trials: n }) => (cpu / n) * 1000);
  const ownTime = own.results.map(({ cpu, trials: n }) => (cpu / n) * 1000);
  const ratios = time.map((ms, round) => ms / ownTime[round]);
  const { worst, agrees } = agreement(own.results, results);
  return { name, trials, msPerTrial: spread(time), drsimIsFaster: spread(ratios), worst, agrees };
}

const digits = (value) => value.toPrecision(3);

function lineOf({ name, trials, msPerTrial, drsimIsFaster, worst, agrees }) {
  const cells = [name.padEnd(28), `${trials}`.padStart(7)];
  if (!agrees) {
    const { output, z } = worst;
    return `${cells.join('')}  no speed: its ${output} is ${z.toFixed(1)} standard errors off`;
  }
  const { median, least, most } = drsimIsFaster;
  cells.push(digits(msPerTrial.median).padStart(10), digits(median).padStart(9));
  return `${cells.join('')}  ${digits(least)} to ${digits(most)}, |z| <= ${worst.z.toFixed(1)}`;
}

export function main() {
  const tools = [...simpyPeers(), cppPeer(OUT)];
  for (const { skipped } of tools) if (skipped) process.stdout.write(`skipped: ${skipped}\n`);
  const peers = [drsim, ...tools.filter(({ skipped }) => !skipped)].map(sized);
  for (let round = 0; round < ROUNDS; round++) {
    for (const peer of shuffled(peers, round)) {
      const seed = 1 + round * peers.length + peers.indexOf(peer);
      peer.results.push(runPeer(peer, peer.trials, seed));
    }
  }
  const rows = peers.map((peer) => rowOf(peer, peers[0]));
  const about = { rounds: ROUNDS, node: process.version, cpu: cpus()[0]?.model, load: loadavg() };
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${OUT}/peers.json`, `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
  process.stdout.write(`R1, ${ROUNDS} rounds, user CPU of one core; ${OUT}/peers.json\n`);
  process.stdout.write(
    'peer                         trials  ms/trial  drsim is so many times as fast\n',
  );
  for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
  return rows.every(({ agrees }) => agrees) ? 0 : 1;
}

process.exitCode = main();
