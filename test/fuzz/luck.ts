import { Purposes } from '../../src/random/purpose.js';
import { Stream } from '../../src/random/stream.js';

/** Random choices by name: file number k of a seed is the same whoever makes it and when. */
export class Luck {
  readonly #stream: Stream;

  constructor(seed: string, number: number) {
    this.#stream = new Stream(new Purposes(seed).of('fuzz'), number);
  }

  /** Uniform between 0 and 1. */
  unit(): number {
    return this.#stream.next();
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  /** Between two positive ends, every order of magnitude as likely. */
  scale(low: number, high: number): number {
    return low * (high / low) ** this.unit();
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  /** The same in another order. */
  shuffled<T>(all: readonly T[]): T[] {
    const keyed = all.map((one) => ({ one, key: this.unit() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
  }

  /** So many parts, each made anew. */
  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}
