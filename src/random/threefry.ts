/** Parity constant of the key schedule of Threefry-2x32. */
const PARITY = 0x1bd11bda;

/** Where a block is put: two 32-bit words. */
export type Block = Int32Array;

export const newBlock = (): Block => new Int32Array(2);

/**
 * One block of Threefry-2x32 with 20 rounds: a bijection of the counter for each key, so distinct
 * counters never share a block. Words are 32-bit integers, signed or unsigned alike.
 *
 * Written out four rounds at a time: rotations 13, 15, 26, 6 and 17, 29, 16, 24 in turn, a part of
 * the key and the number of the group after each.
 *
 * @see Salmon, Moraes, Dror, Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011), §3.3
 */
export function threefry(
  [k0, k1]: readonly [number, number],
  [c0, c1]: readonly [number, number],
  out: Block,
): void {
  const k2 = k0 ^ k1 ^ PARITY;
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  let a = k1;
  let b = k2;
  let c = k0;
  for (let group = 1; group <= 5; group++) {
    if ((group & 1) === 1) {
      x = (x + y) | 0;
      y = ((y << 13) | (y >>> 19)) ^ x;
      x = (x + y) | 0;
      y = ((y << 15) | (y >>> 17)) ^ x;
      x = (x + y) | 0;
      y = ((y << 26) | (y >>> 6)) ^ x;
      x = (x + y) | 0;
      y = ((y << 6) | (y >>> 26)) ^ x;
    } else {
      x = (x + y) | 0;
      y = ((y << 17) | (y >>> 15)) ^ x;
      x = (x + y) | 0;
      y = ((y << 29) | (y >>> 3)) ^ x;
      x = (x + y) | 0;
      y = ((y << 16) | (y >>> 16)) ^ x;
      x = (x + y) | 0;
      y = ((y << 24) | (y >>> 8)) ^ x;
    }
    x = (x + a) | 0;
    y = (y + b + group) | 0;
    const next = a;
    a = b;
    b = c;
    c = next;
  }
  out[0] = x;
  out[1] = y;
}
