/** A published number beside the simulated one. */
export interface Figure {
  readonly what: string;
  readonly published: number;
  readonly simulated: number;
  /** How far apart they may be. */
  readonly allowed: number;
  /** The same in words, such as `4 sigma`. */
  readonly tolerance: string;
}

export function agrees({ published, simulated, allowed }: Figure): boolean {
  return Math.abs(simulated - published) <= allowed;
}

type Pair = readonly [published: number, simulated: number];

/** Equal but for the last digits of a float. */
export function exact(what: string, [published, simulated]: Pair): Figure {
  const allowed = 1e-9 * Math.abs(published);
  return { what, published, simulated, allowed, tolerance: 'exact' };
}

export function absolute(
  what: string,
  [published, simulated]: Pair,
  { by, unit = '' }: { by: number; unit?: string },
): Figure {
  return { what, published, simulated, allowed: by, tolerance: `${by} ${unit}`.trim() };
}

export function relative(what: string, [published, simulated]: Pair, by: number): Figure {
  const allowed = by * Math.abs(published);
  return {
    what,
    published,
    simulated,
    allowed,
    tolerance: `${Number((100 * by).toPrecision(6))} %`,
  };
}

/** What a run of many histories says of a number, and how sure it is. */
export interface Measured {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly se: number;
}

/** Standard errors that a right simulation is within, but once in 16,000 figures. */
const SIGMAS = 4;

/** @param also standard error of the published number, and a share of it that is allowed beside */
export function sigma(
  what: string,
  published: number,
  { mean, se }: Measured,
  also: { readonly se?: number; readonly share?: number } = {},
): Figure {
  const both = Math.sqrt(se * se + (also.se ?? 0) ** 2);
  const allowed = SIGMAS * both + (also.share ?? 0) * Math.abs(published);
  const words = also.share === undefined ? '' : ` + ${100 * also.share} %`;
  return { what, published, simulated: mean, allowed, tolerance: `${SIGMAS} sigma${words}` };
}

/** Mean of independent values, with its standard error. */
export function meanOf(values: readonly number[]): Measured {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
  return { mean, se: Math.sqrt(variance / n) };
}

/** Standard deviation of independent values, with its standard error (by their fourth moment). */
export function deviationOf(values: readonly number[]): Measured {
  const { mean } = meanOf(values);
  const squares = meanOf(values.map((value) => (value - mean) ** 2));
  const sd = Math.sqrt(squares.mean);
  return { mean: sd, se: squares.se / (2 * sd) };
}

/** Variance of independent values, with its standard error. */
export function varianceOf(values: readonly number[]): Measured {
  const { mean } = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}

/**
 * A share of `n` that is known beforehand, as a published chance is: its standard error if that is
 * right, which a count of few or none can be judged by.
 */
export function shareOf(count: number, { n, p }: { n: number; p: number }): Measured {
  return { mean: count / n, se: Math.sqrt((p * (1 - p)) / n) };
}
