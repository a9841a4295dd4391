import { uniformFrom } from './draw.js';
import type { Purpose } from './purpose.js';
import { newBlock, threefry } from './threefry.js';
import { Xoshiro } from './xoshiro.js';

/**
 * Independent uniform numbers in turn, for what has no natural index (arrivals until the horizon):
 * one stream per (seed, trial, purpose). The generator's 128 bits of state are two Threefry blocks,
 * so streams of neighbouring trials share nothing. A purpose is drawn from by stream or by index,
 * never both: the stream's blocks are those of the indices -1 and -2.
 */
export class Stream {
  readonly #words: Xoshiro;

  constructor(purpose: Purpose, trial: number) {
    const [first, second] = [newBlock(), newBlock()];
    threefry(purpose.key, [trial, -1], first);
    threefry(purpose.key, [trial, -2], second);
    this.#words = new Xoshiro([first[0]!, first[1]!, second[0]!, second[1]!]);
  }

  /** A uniform number in (0, 1). */
  next(): number {
    const high = this.#words.word();
    return uniformFrom(high, this.#words.word());
  }
}
