/**
 * A decimal number as written, times one whole number and divided by another. What is a power of ten
 * moves the point in the text, so that `1.005` times 1000 is 1005 and not 1004.9999999999999.
 *
 * @param digits such as `52.6`, `-3` or `1e-4`
 * @param times factors of units; exact when whole
 * @param over their divisors, above 0
 */
export function scaled(digits: string, times: number, over = 1): number {
  const common = commonDivisor(times, over);
  const [above, aboveTens] = withoutTens(times / common);
  const [below, belowTens] = withoutTens(over / common);
  return (shifted(digits, aboveTens - belowTens) * above) / below;
}

/** The number with its point moved to the right by so many places. */
export function shifted(digits: string, places: number): number {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/** Euclid's; 1 for what is not whole. */
function commonDivisor(a: number, b: number): number {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return 1;
  return b === 0 ? a : commonDivisor(b, a % b);
}

function withoutTens(n: number): readonly [rest: number, tens: number] {
  let [rest, tens] = [n, 0];
  for (; rest >= 10 && rest % 10 === 0; tens++) rest /= 10;
  return [rest, tens];
}
