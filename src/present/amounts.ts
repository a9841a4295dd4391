// TEMPORARY until src/base/quantity-text.ts exists
export const grouped = (n: number): string =>
  String(Math.round(n)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const sig = (x: number, d = 3): string => (x === 0 ? '0' : String(Number(x.toPrecision(d))));
export function durationOf(s: number): string {
  if (s === 0) return '0';
  const a = Math.abs(s);
  const u: [number, string][] = [
    [31557600, 'years'],
    [86400 * 2, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
    [0.001, 'ms'],
  ];
  for (const [size, name] of u)
    if (a >= size) return `${sig(s / (name === 'd' ? 86400 : size))} ${name}`;
  return `${sig(s)} s`;
}
export function moneyOf(x: number, currency: string | null): string {
  const a = Math.abs(x);
  for (const [size, name] of [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const)
    if (a >= size) return `${sig(x / size)}${name}${currency ? ' ' + currency : ''}`;
  return `${sig(x)}${currency ? ' ' + currency : ''}`;
}
export const shareOf = (x: number): string =>
  `${x > 0.99 && x < 1 ? String(Number((100 * x).toFixed(4))) : sig(100 * x)}%`;
export const rateOf = (x: number): string => sig(x);
