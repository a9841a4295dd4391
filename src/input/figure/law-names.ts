/** Laws that a scenario may name. */
export const LAWS = [
  'point',
  'lognormal',
  'exponential',
  'weibull',
  'uniform',
  'empirical',
] as const;
export type LawName = (typeof LAWS)[number];
