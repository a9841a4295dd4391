/**
 * What drills can be told apart by, in s: the steps of a drill add up to its recovery time within
 * 0.07 s, says who measured them. Values as close as that are taken for equal.
 */
export const RESOLUTION = 0.07;

/** Stretch of ranks that a prediction leaves open for a measured value, from 0 to 1. */
export interface Rank {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a measured value falls among simulated ones: ties leave a stretch open, in which every rank
 * is as likely. If both come from one law, ranks are evenly spread from 0 to 1, also for a law that
 * has few values, or one only.
 */
export function rankOf(measured: number, simulated: readonly number[]): Rank {
  const below = simulated.filter((one) => one < measured - RESOLUTION).length;
  const upTo = simulated.filter((one) => one <= measured + RESOLUTION).length;
  const slots = simulated.length + 1;
  return { from: below / slots, to: (upTo + 1) / slots };
}

/** Share of a rank's stretch that lies between 10 % and 90 %. */
export function insideShare({ from, to }: Rank): number {
  return Math.max(0, Math.min(to, 0.9) - Math.max(from, 0.1)) / (to - from);
}

/** Largest distance between the spread of some ranks and an even one (Kolmogorov and Smirnov). */
export function unevenness(ranks: readonly Rank[]): number {
  const share = (at: number) =>
    ranks.reduce((sum, { from, to }) => {
      return sum + Math.min(1, Math.max(0, (at - from) / (to - from)));
    }, 0) / ranks.length;
  const corners = ranks.flatMap(({ from, to }) => [from, to]);
  return corners.reduce((most, at) => Math.max(most, Math.abs(share(at) - at)), 0);
}

/** The lower quantile of some values. */
export function quantileOf(values: readonly number[], share: number): number {
  const rising = values.toSorted((a, b) => a - b);
  return rising[Math.min(rising.length - 1, Math.floor(share * rising.length))]!;
}

/** The middle value, or the mean of the middle two. */
export function medianOf(values: readonly number[]): number {
  const rising = values.toSorted((a, b) => a - b);
  const half = (rising.length - 1) / 2;
  return (rising[Math.floor(half)]! + rising[Math.ceil(half)]!) / 2;
}

/** A measured value and what was simulated for it. */
export interface Pair {
  readonly measured: number;
  readonly simulated: readonly number[];
}

/** How some drills agree with their predictions. */
export interface Agreement {
  readonly drills: number;
  /** Share of the drills inside the 10 to 90 % range of the prediction. */
  readonly inside: number;
  /** The same with every tie counted as inside. */
  readonly insideOrTied: number;
  /** Median of measured over predicted median where that is not 0; null where half of them are. */
  readonly ratio: number | null;
  /** Median of measured less predicted median, in s. */
  readonly excess: number;
  readonly unevenness: number;
}

export function agreementOf(pairs: readonly Pair[]): Agreement {
  const ranks = pairs.map(({ measured, simulated }) => rankOf(measured, simulated));
  const middles = pairs.map(({ measured, simulated }) => [measured, medianOf(simulated)] as const);
  const ratios = middles.flatMap(([measured, middle]) => (middle > 0 ? [measured / middle] : []));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / pairs.length;
  return {
    drills: pairs.length,
    inside: mean(ranks.map(insideShare)),
    insideOrTied: mean(ranks.map(({ from, to }) => (to >= 0.1 && from <= 0.9 ? 1 : 0))),
    ratio: 2 * ratios.length > pairs.length ? medianOf(ratios) : null,
    excess: medianOf(middles.map(([measured, middle]) => measured - middle)),
    unevenness: unevenness(ranks),
  };
}

/** What is asked of a stratum of enough drills. */
export const REQUIRED = {
  drills: 10,
  inside: [0.65, 0.95],
  ratio: [0.8, 1.25],
  excess: 1,
} as const;

/**
 * Whether a stratum is as it should be: enough inside, and the middle right by ratio or by difference.
 * Who is tied with an end of a range is inside; but where a law has one value only, all are, so that
 * too many inside is said of the share with ties split.
 */
export function holds({ inside, insideOrTied, ratio, excess }: Agreement): boolean {
  const [least, most] = REQUIRED.inside;
  const [low, high] = REQUIRED.ratio;
  const near =
    Math.abs(excess) <= REQUIRED.excess || (ratio !== null && ratio >= low && ratio <= high);
  return insideOrTied >= least && inside <= most && near;
}
