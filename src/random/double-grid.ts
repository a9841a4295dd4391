/*
 * A grid of doubles with 41 significant bits: neighbours differ by at most 2^-40 of their size.
 * A search that only looks at places on the grid ends where its path does not show, so that what it
 * finds depends on the question alone.
 */

/** 2^12 + 1: multiplying and subtracting rounds the lowest 12 bits away (Dekker 1971). */
const SPLITTER = 4097;
/** 2^-960; between it and 0 there is no place. */
const SMALLEST = 1.0261342003245941e-289;
/** Larger doubles stay as they are: splitting would overflow. */
const LARGEST = 1e300;
/** More than half a step and less than one and a half, wherever between powers of two. */
const STEP = 0.7 / 1_099_511_627_776;

/** The first place of the grid that is not below x. */
export function atOrAbove(x: number): number {
  const place = nearest(x);
  return place < x ? above(place) : place;
}

/** The next place of the grid above a place of the grid. */
export function above(place: number): number {
  return nearest(place + stepAt(place));
}

/** The next place of the grid below a place of the grid. */
export function below(place: number): number {
  return nearest(place - stepAt(place));
}

function stepAt(place: number): number {
  return place === 0 ? SMALLEST : Math.abs(place) * STEP;
}

function nearest(x: number): number {
  if (Math.abs(x) < SMALLEST) return 0;
  if (Math.abs(x) > LARGEST) return x;
  const scaled = x * SPLITTER;
  return scaled - (scaled - x);
}
