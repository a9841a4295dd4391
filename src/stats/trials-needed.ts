import { invariant } from '../base/invariant.js';

/**
 * How many trials a figure would take that has too little behind it: the trials so far, scaled by
 * what is lacking. When nothing was seen at all, one sighting is assumed, so the answer is then the
 * least that it can be. Rounded up to two significant digits, for it is only an estimate.
 *
 * @param trials simulated so far
 * @param required what the figure must see (clusters, incidents)
 * @param seen how much of it was seen
 * @throws InvariantError unless all are finite and none is negative
 * @example trialsNeeded({ trials: 1_000, required: 20, seen: 3 }) // => 6700
 */
export function trialsNeeded(figure: { trials: number; required: number; seen: number }): number {
  const { trials, required, seen } = figure;
  invariant(
    trials >= 0 && required >= 0 && seen >= 0 && trials * required < Infinity,
    () => `no estimate from ${seen} of ${required} in ${trials} trials`,
  );
  return roundedUp((Math.max(1, trials) * required) / Math.max(1, seen));
}

/** To the next number of at most two significant digits. */
function roundedUp(x: number): number {
  let unit = 1;
  while (Math.ceil(x / unit) >= 100) unit *= 10;
  return Math.ceil(x / unit) * unit;
}
