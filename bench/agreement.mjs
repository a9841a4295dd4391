// Whether two simulations of one model give the same results, as far as chance can tell.

/** Standard errors that a mean may be off: chance alone goes beyond once in a million. */
const MOST = 4.9;

/** Number of trials of all rounds, their mean, and the sum of squared deviations from it. */
function sample(rounds, output) {
  let [count, sum, squares] = [0, 0, 0];
  for (const { trials, sums } of rounds) {
    count += trials;
    sum += sums[output][0];
    squares += sums[output][1];
  }
  return { count, mean: sum / count, deviations: Math.max(0, squares - (sum * sum) / count) };
}

/** Difference of two means in standard errors; the trials of one model have one variance. */
function difference(a, b) {
  const variance = (a.deviations + b.deviations) / (a.count + b.count - 2);
  return Math.abs(a.mean - b.mean) / Math.sqrt(variance * (1 / a.count + 1 / b.count));
}

/** The output on which two disagree most, and whether that is more than chance. */
export function agreement(ours, theirs) {
  if (ours === theirs) return { worst: { output: null, z: 0 }, agrees: true };
  const worst = Object.keys(ours[0].sums)
    .map((output) => {
      const [a, b] = [sample(ours, output), sample(theirs, output)];
      return { output, z: difference(a, b), drsim: a.mean, peer: b.mean };
    })
    .reduce((a, b) => (a.z >= b.z ? a : b));
  return { worst, agrees: worst.z < MOST };
}
