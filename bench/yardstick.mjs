// A frozen piece of work by which others are measured: two million draws of xoshiro128** through a
// logarithm and an exponential. It must never be changed: test/bench.test.ts knows its text.
export function yardstick() {
  let [a, b, c, d] = [1, 2, 3, 4];
  let sum = 0;
  for (let i = 0; i < 2_000_000; i++) {
    const five = Math.imul(b, 5);
    const word = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    sum += Math.exp(-Math.log((word + 0.5) / 4_294_967_296));
  }
  return sum;
}
