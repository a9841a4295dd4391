// Whether two simulations of one model give the same results, as far as chance can tell.

/** Standard errors that a mean may be off: chance alone goes beyond once in a million. */
const MOST = 4.9;

/** Mean and standard error over all trials of all rounds. */
function estimate(rounds, output) {
  let [count, sum, squares] = [0, 0, 0];
  for (const { trials, sums } of rounds) {
    count += trials;
    sum += sums[output][0];
    squares += sums[output][1];
  }
  const mean = sum / count;
  const variance = Math.max(0, squares / count - mean * mean) / (count - 1);
  return { mean, variance };
}

/** The output on which two disagree most, and whether that is more than chance. */
export function agreement(ours, theirs) {
  if (ours === theirs) return { worst: { output: null, z: 0 }, agrees: true };
  const worst = Object.keys(ours[0].sums)
    .map((output) => {
      const [a, b] = [estimate(ours, output), estimate(theirs, output)];
      const z = Math.abs(a.mean - b.mean) / Math.sqrt(a.variance + b.variance);
      return { output, z, drsim: a.mean, peer: b.mean };
    })
    .reduce((a, b) => (a.z >= b.z ? a : b));
  return { worst, agrees: worst.z < MOST };
}
