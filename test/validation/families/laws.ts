import { logGamma } from '../../../src/base/special/gamma.js';

// Laws as a scenario writes them, by what publications say of them.

type Unit = 'h' | 'min' | 's';

export function exponential(mean: number, unit: Unit = 'h'): string {
  return `{ exponential: { mean: ${mean} ${unit} } }`;
}

export function weibull({ shape, mean }: { shape: number; mean: number }, unit: Unit = 'h') {
  const scale = mean / Math.exp(logGamma(1 + 1 / shape));
  return `{ weibull: { shape: ${shape}, scale: ${scale} ${unit} } }`;
}

export function lognormal({ mean, sd }: { mean: number; sd: number }, unit: Unit = 'h') {
  const median = mean / Math.sqrt(1 + (sd / mean) ** 2);
  return `{ lognormal: { p50: ${median} ${unit}, mean: ${mean} ${unit} } }`;
}

/** A lognormal by its median and the standard deviation of its logarithm. */
export function lognormalAround({ median, sigma }: { median: number; sigma: number }, unit: Unit) {
  const mean = median * Math.exp((sigma * sigma) / 2);
  return `{ lognormal: { p50: ${median} ${unit}, mean: ${mean} ${unit} } }`;
}

/** The shortest that a scenario can say of what takes no time. */
const NOTHING = '1 ms';

/** Values with their chances; 0 takes a millisecond. */
export function discrete(chances: Readonly<Record<string, number>>, unit: Unit): string {
  const parts = Object.entries(chances)
    .filter(([, chance]) => chance > 0)
    .map(([value, chance]) => {
      const text = Number(value) === 0 ? NOTHING : `${value} ${unit}`;
      return `{ weight: ${chance}, of: ${text} }`;
    });
  return `{ mixture: [${parts.join(', ')}] }`;
}
