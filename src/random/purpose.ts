import seedrandom from 'seedrandom';
import { invariant } from '../base/invariant.js';
import { newBlock, threefry } from './threefry.js';

/**
 * What a draw is for, such as `power-outage/virginia/arrivals`. A draw is named by (seed, trial,
 * purpose, index) and never taken in turn, so it is the same whoever asks for it and when.
 */
export interface Purpose {
  readonly name: string;
  /** 64 bits from the seed and the name: the cipher key of all draws for this purpose. */
  readonly key: readonly [number, number];
}

/** The purposes of one run. Names are hashed once; two that hash alike are refused. */
export class Purposes {
  readonly #run: readonly [number, number];
  readonly #byName = new Map<string, Purpose>();
  readonly #taken = new Map<string, string>();

  /** @param seed any text; equal texts give equal draws, different texts different ones */
  constructor(seed: string) {
    const source = seedrandom(seed);
    // seedrandom alone takes a repeated seed, such as 1 and 11, for the same.
    this.#run = hashed(seed, [source.int32(), source.int32()]);
  }

  /** The purpose of that name. @throws InvariantError if another name has the same key */
  of(name: string): Purpose {
    const known = this.#byName.get(name);
    if (known) return known;
    const purpose = { name, key: hashed(name, this.#run) };
    const id = purpose.key.join();
    const other = this.#taken.get(id);
    invariant(other === undefined, () => `purposes ${other} and ${name} share a key: rename one`);
    this.#taken.set(id, name);
    this.#byName.set(name, purpose);
    return purpose;
  }
}

/** Absorbs the name's code units one by one: each block is the key of the next. */
function hashed(name: string, run: readonly [number, number]): readonly [number, number] {
  const block = newBlock();
  let key = run;
  for (let at = 0; at < name.length; at++) {
    threefry(key, [name.charCodeAt(at), at], block);
    key = [block[0]!, block[1]!];
  }
  threefry(key, [name.length, -1], block);
  return [block[0]!, block[1]!];
}
