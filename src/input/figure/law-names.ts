/** Laws that a scenario may name. */
export const LAWS = [
  'point',
  'lognormal',
  'exponential',
  'weibull',
  'gamma',
  'pert',
  'triangular',
  'uniform',
  'beta',
  'normal',
  'logitNormal',
  'empirical',
  'mixture',
] as const;
export type LawName = (typeof LAWS)[number];

/** Whether a key names a law. */
export function isLaw(key: string | undefined): key is LawName {
  return (LAWS as readonly (string | undefined)[]).includes(key);
}
