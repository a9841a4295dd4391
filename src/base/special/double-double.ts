/**
 * A number kept as the unevaluated sum of two doubles, about 106 bits (Dekker 1971, "A
 * floating-point technique for extending the available precision"). `low` is at most half a unit in
 * the last place of `high`.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** 2^27 + 1: multiplying by it cuts a double into two halves of 26 bits (Veltkamp 1968). */
const CUT = 134_217_729;

/**
 * The sum of two doubles without any error, for finite operands (Knuth, "Seminumerical Algorithms",
 * 4.2.2).
 */
export function exactSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const shareOfB = high - a;
  return { high, low: a - (high - shareOfB) + (b - shareOfB) };
}

/**
 * The product of two doubles without any error, for operands and products between 1e-290 and 1e290
 * in size.
 */
export function exactProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const cutA = a * CUT;
  const cutB = b * CUT;
  const topA = cutA - (cutA - a);
  const topB = cutB - (cutB - b);
  const endA = a - topA;
  const endB = b - topB;
  return { high, low: topA * topB - high + topA * endB + endA * topB + endA * endB };
}

/** `a + b`, relative error about 2^-104 when the two have the same sign. */
export function plus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const { high, low } = exactSum(a.high, b.high);
  return exactSum(high, low + (a.low + b.low));
}

/** `a * b`, relative error about 2^-102. */
export function times(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const { high, low } = exactProduct(a.high, b.high);
  return exactSum(high, low + (a.high * b.low + a.low * b.high));
}

/** A quotient of two doubles, relative error about 2^-102; `b` is not 0. */
export function ratio(a: number, b: number): DoubleDouble {
  const high = a / b;
  const product = exactProduct(high, b);
  return exactSum(high, (a - product.high - product.low) / b);
}
