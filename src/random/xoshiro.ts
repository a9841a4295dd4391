/**
 * The generator xoshiro128**: 32-bit words with a period of 2^128 - 1.
 *
 * @see Blackman & Vigna, Scrambled linear pseudorandom number generators (2021), §5
 */
export class Xoshiro {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** @param state four 32-bit words; all zero, the generator's only fixed point, is replaced */
  constructor(state: readonly [number, number, number, number]) {
    [this.#a, this.#b, this.#c, this.#d] = state;
    if ((this.#a | this.#b | this.#c | this.#d) === 0) this.#a = 1;
  }

  /** The next word, as a signed 32-bit integer. */
  word(): number {
    const word = scrambled(this.#b);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return word;
  }
}

function scrambled(word: number): number {
  const five = Math.imul(word, 5);
  return Math.imul((five << 7) | (five >>> 25), 9);
}
