/** Round rotations of Threefry-2x32 and the parity constant of its key schedule. */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const PARITY = 0x1bd11bda;
const ROUNDS = 20;

/** Where a block is put: two 32-bit words. */
export type Block = Int32Array;

export const newBlock = (): Block => new Int32Array(2);

/**
 * One block of Threefry-2x32 with 20 rounds: a bijection of the counter for each key, so distinct
 * counters never share a block. Words are 32-bit integers, signed or unsigned alike.
 *
 * @see Salmon, Moraes, Dror, Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011), §3.3
 */
export function threefry(
  key: readonly [number, number],
  counter: readonly [number, number],
  out: Block,
): void {
  const [k0, k1] = key;
  const schedule = [k0 | 0, k1 | 0, k0 ^ k1 ^ PARITY] as const;
  let x = (counter[0] + k0) | 0;
  let y = (counter[1] + k1) | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const turn = ROTATIONS[round & 7]!;
    x = (x + y) | 0;
    y = ((y << turn) | (y >>> (32 - turn))) ^ x;
    if ((round & 3) === 3) {
      const group = (round + 1) >> 2;
      x = (x + schedule[group % 3]!) | 0;
      y = (y + schedule[(group + 1) % 3]! + group) | 0;
    }
  }
  out[0] = x;
  out[1] = y;
}
