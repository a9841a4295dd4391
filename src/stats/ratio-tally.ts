import { invariant } from '../base/invariant.js';

/**
 * What cancellation leaves of a residual that is truly zero, relative to the terms that cancelled:
 * some thousand roundings. Without it the mean of equal values would have a spread of dust.
 */
const DUST = 1e-12;

/**
 * A figure that is one sum over another (recovery time over incidents, misses over years), with the
 * spread that lies between clusters.
 *
 * A cluster is a set of trials whose luck is not independent: its sums count as one observation.
 * Only clusters with something to count (x > 0) say anything about the ratio; the others are merely
 * counted. Centred cross moments are kept as in `Moments`, in two variables.
 *
 * @see Cochran, Sampling Techniques (3rd ed. 1977), ch. 6, for the ratio and its linearised variance
 */
export class RatioTally {
  #clusters = 0;
  #contributing = 0;
  #sumY = 0;
  #sumX = 0;
  #meanY = 0;
  #meanX = 0;
  #momentYY = 0;
  #momentXY = 0;
  #momentXX = 0;

  /** Clusters added, with or without something to count. */
  get clusters(): number {
    return this.#clusters;
  }

  /** Clusters with x > 0. */
  get contributing(): number {
    return this.#contributing;
  }

  get sumY(): number {
    return this.#sumY;
  }

  get sumX(): number {
    return this.#sumX;
  }

  /** Sum of y over sum of x; null when there was nothing to count. */
  get ratio(): number | null {
    return this.#sumX > 0 ? this.#sumY / this.#sumX : null;
  }

  /** Degrees of freedom behind `standardError`: contributing clusters less one, never below 0. */
  get freedom(): number {
    return Math.max(0, this.#contributing - 1);
  }

  /**
   * Standard error of `ratio`: sqrt(m / (m - 1) · Σ (y - ratio · x)²) / Σ x over m contributing
   * clusters, which for clusters of one size is the textbook error of a mean. Null for m < 2.
   */
  get standardError(): number | null {
    const { ratio, freedom } = this;
    if (ratio === null || freedom === 0) return null;
    const cross = 2 * ratio * this.#momentXY;
    const square = ratio * ratio * this.#momentXX;
    const residual = this.#momentYY - cross + square;
    const terms = this.#momentYY + Math.abs(cross) + square;
    if (residual <= DUST * terms) return 0;
    return Math.sqrt((residual * this.#contributing) / freedom) / this.#sumX;
  }

  /**
   * Adds one cluster.
   *
   * @param y sum of what is measured
   * @param x sum of what it is measured over; where it is 0 there can be no y either
   * @throws InvariantError unless both are finite, x >= 0, and y = 0 where x = 0
   */
  add(y: number, x: number): void {
    invariant(
      Math.abs(y) < Infinity && x >= 0 && x < Infinity && (x > 0 || y === 0),
      () => `a cluster of ${y} over ${x} has no ratio`,
    );
    this.#clusters++;
    if (x === 0) return;
    const m = ++this.#contributing;
    this.#sumY += y;
    this.#sumX += x;
    const stepY = y - this.#meanY;
    const stepX = x - this.#meanX;
    this.#meanY += stepY / m;
    this.#meanX += stepX / m;
    this.#momentYY += stepY * (y - this.#meanY);
    this.#momentXY += stepY * (x - this.#meanX);
    this.#momentXX += stepX * (x - this.#meanX);
  }

  /** Adds the clusters that come next; always in block order, so that sums round alike. */
  merge(that: RatioTally): void {
    this.#clusters += that.#clusters;
    if (that.#contributing === 0) return;
    const m = this.#contributing + that.#contributing;
    const share = that.#contributing / m;
    const weight = this.#contributing * share;
    const gapY = that.#meanY - this.#meanY;
    const gapX = that.#meanX - this.#meanX;
    this.#sumY += that.#sumY;
    this.#sumX += that.#sumX;
    this.#meanY += gapY * share;
    this.#meanX += gapX * share;
    this.#momentYY += that.#momentYY + gapY * gapY * weight;
    this.#momentXY += that.#momentXY + gapY * gapX * weight;
    this.#momentXX += that.#momentXX + gapX * gapX * weight;
    this.#contributing = m;
  }
}
