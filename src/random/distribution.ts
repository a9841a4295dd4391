/**
 * A random quantity, drawn by inversion: one uniform in, one value out. That single rule is what
 * lets two strategies face the same luck, draw for draw. Values are in the unit of what is drawn.
 */
export interface Distribution {
  /** Name of the law, such as `lognormal`, with its parameters as they were fitted. */
  readonly law: string;
  readonly mean: number;
  readonly sd: number;
  /** P(X <= x). */
  cdf(x: number): number;
  /** Inverse of `cdf` for u in the open interval (0, 1). */
  quantile(u: number): number;
  /**
   * Expected remainder E[X - x | X > x] once x has passed; 0 where nothing lies beyond x. It is
   * what a decider who knows the law and the time elapsed, but not the draw, expects to wait.
   */
  meanBeyond(x: number): number;
}
