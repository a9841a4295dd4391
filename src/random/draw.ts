import type { Purpose } from './purpose.js';
import { newBlock, threefry } from './threefry.js';

const BLOCK = newBlock();
const TWO_26 = 67_108_864;
const TWO_52 = TWO_26 * TWO_26;

/**
 * A uniform number in (0, 1) by name, for random access: did job k fail in trial i? It is
 * (k + 0.5) / 2^52 with a 52-bit k, so it is never 0 or 1.
 *
 * @param trial number of the history, from 0
 * @param index which of the purpose's draws; any 32-bit integer
 */
export function uniformOf(purpose: Purpose, trial: number, index: number): number {
  threefry(purpose.key, [trial, index], BLOCK);
  return uniformFrom(BLOCK[0]!, BLOCK[1]!);
}

/** A uniform number in (0, 1) from two 32-bit words. */
export function uniformFrom(high: number, low: number): number {
  return ((high >>> 6) * TWO_26 + (low >>> 6) + 0.5) / TWO_52;
}
