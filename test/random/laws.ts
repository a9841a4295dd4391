import { beta, betaFromMean } from '../../src/random/beta.js';
import { empirical } from '../../src/random/empirical.js';
import { exponential } from '../../src/random/exponential.js';
import { gamma, gammaFromMean } from '../../src/random/gamma.js';
import { logitNormal, logitNormalFromInterval } from '../../src/random/logit-normal.js';
import {
  lognormal,
  lognormalFromInterval,
  lognormalFromMean,
  lognormalFromQuantiles,
} from '../../src/random/lognormal.js';
import { mixture } from '../../src/random/mixture.js';
import { normal, normalFromInterval } from '../../src/random/normal.js';
import { pert } from '../../src/random/pert.js';
import { point } from '../../src/random/point.js';
import { triangular } from '../../src/random/triangular.js';
import { uniform } from '../../src/random/uniform.js';
import { weibull } from '../../src/random/weibull.js';
import type { Sample } from './law-contract.js';

const ALL: readonly [number, number] = [0, Infinity];
const LINE: readonly [number, number] = [-Infinity, Infinity];

const figures = { low: 5, mode: 12, high: 60 };
const slow = lognormal({ mu: 1, sigma: 1 });

/** Mixtures of each kind: all smooth, with values that have a probability of their own, with gaps. */
const MIXTURES: readonly Sample[] = [
  {
    name: 'mixture of overlapping laws',
    law: mixture([
      { weight: 7, law: lognormal({ mu: 8, sigma: 1.2 }) },
      { weight: 3, law: lognormal({ mu: 9, sigma: 0.5 }) },
    ]),
    support: ALL,
  },
  {
    name: 'mixture of waits of three sizes',
    law: mixture([
      { weight: 0.9, law: exponential(1) },
      { weight: 0.09, law: exponential(10) },
      { weight: 0.01, law: exponential(100) },
    ]),
    support: ALL,
  },
  {
    name: 'mixture of nothing and a wait',
    law: mixture([
      { weight: 0.9, law: point(0) },
      { weight: 0.1, law: exponential(100) },
    ]),
    support: ALL,
    breaks: [0.9],
  },
  {
    name: 'mixture of one value and a spread around it',
    law: mixture([
      { weight: 1, law: point(5.1) },
      { weight: 1, law: slow },
    ]),
    support: ALL,
    breaks: [slow.cdf(5.1) / 2, slow.cdf(5.1) / 2 + 0.5],
  },
  {
    name: 'mixture with a gap',
    law: mixture([
      { weight: 1, law: uniform({ low: 5, high: 6 }) },
      { weight: 1, law: uniform({ low: -1, high: 1 }) },
    ]),
    support: [-1, 6],
    breaks: [0.5],
  },
  {
    name: 'mixture of drills and a known value',
    law: mixture([
      { weight: 3, law: empirical([30, 5, 90]) },
      { weight: 1, law: point(-7.3) },
    ]),
    support: [-7.3, 90],
    steps: 4,
  },
  {
    name: 'mixture of tabulated laws',
    law: mixture([
      { weight: 1, law: gamma({ shape: 8, scale: 3 }) },
      { weight: 1, law: pert({ low: 10, mode: 20, high: 40 }) },
    ]),
    support: ALL,
  },
];

/** One or more of each law, of the sizes that scenarios have: ms, shares, money. */
export const LAWS: readonly Sample[] = [
  { name: 'point', law: point(720_000), support: [720_000, 720_000], steps: 1 },
  { name: 'point at 0', law: point(0), support: [0, 0], steps: 1 },
  { name: 'point below 0', law: point(-5), support: [-5, -5], steps: 1 },
  { name: 'exponential', law: exponential(8760), support: ALL },
  { name: 'exponential in ms of years', law: exponential(3e11), support: ALL },
  { name: 'uniform', law: uniform({ low: 0, high: 30_000 }), support: [0, 30_000] },
  { name: 'uniform about 0', law: uniform({ low: -0.1, high: 0.3 }), support: [-0.1, 0.3] },
  { name: 'lognormal', law: lognormal({ mu: 8, sigma: 1.2 }), support: ALL },
  { name: 'narrow lognormal', law: lognormal({ mu: -3, sigma: 0.05 }), support: ALL },
  {
    name: 'lognormal from median and 95 % quantile',
    law: lognormalFromQuantiles({ p50: 720_000, p95: 2_700_000 }),
    support: ALL,
  },
  {
    name: 'lognormal from an interval',
    law: lognormalFromInterval({ low: 0.01, high: 0.1 }),
    support: ALL,
  },
  {
    name: 'lognormal from median and mean',
    law: lognormalFromMean({ p50: 4, mean: 6 }),
    support: ALL,
  },
  { name: 'weibull that ages', law: weibull({ shape: 2.9, scale: 1.8 }), support: ALL },
  { name: 'weibull that proves itself', law: weibull({ shape: 0.5, scale: 10 }), support: ALL },
  {
    name: 'empirical',
    law: empirical([30, 5, 5, 12, 90, 45, 7, 60]),
    support: [5, 90],
    steps: 8,
  },
  { name: 'empirical with one value', law: empirical([42]), support: [42, 42], steps: 1 },
  { name: 'normal', law: normal({ mean: 100, sd: 15 }), support: LINE },
  { name: 'normal about 0', law: normal({ mean: 0, sd: 0.02 }), support: LINE },
  {
    name: 'normal from an interval',
    law: normalFromInterval({ low: -0.1, high: 0.5 }),
    support: LINE,
  },
  { name: 'logit-normal', law: logitNormal({ mu: 1, sigma: 3 }), support: [0, 1] },
  { name: 'narrow logit-normal', law: logitNormal({ mu: -4, sigma: 0.05 }), support: [0, 1] },
  {
    name: 'logit-normal from an interval',
    law: logitNormalFromInterval({ low: 0.01, high: 0.1 }),
    support: [0, 1],
  },
  { name: 'gamma', law: gamma({ shape: 2.5, scale: 720_000 }), support: ALL },
  { name: 'gamma that starts steeply', law: gamma({ shape: 0.4, scale: 3 }), support: ALL },
  { name: 'gamma too steep for a table', law: gamma({ shape: 0.2, scale: 3 }), support: ALL },
  { name: 'gamma from its mean', law: gammaFromMean({ mean: 60, sd: 6 }), support: ALL },
  { name: 'beta', law: beta({ alpha: 2, beta: 5 }), support: [0, 1] },
  {
    name: 'beta that prefers its ends',
    law: beta({ alpha: 0.5, beta: 0.5, low: -1, high: 2 }),
    support: [-1, 2],
  },
  {
    name: 'beta too steep for a table',
    law: beta({ alpha: 0.2, beta: 0.25, low: 10, high: 20 }),
    support: [10, 20],
  },
  { name: 'beta from its mean', law: betaFromMean({ mean: 0.02, sd: 0.01 }), support: [0, 1] },
  { name: 'pert', law: pert(figures), support: [5, 60] },
  { name: 'pert with its mode at an end', law: pert({ ...figures, mode: 5 }), support: [5, 60] },
  {
    name: 'triangular',
    law: triangular(figures),
    support: [5, 60],
    breaks: [7 / 55],
  },
  {
    name: 'triangular that only falls',
    law: triangular({ ...figures, mode: 5 }),
    support: [5, 60],
  },
  {
    name: 'triangular that only rises',
    law: triangular({ ...figures, mode: 60 }),
    support: [5, 60],
  },
  ...MIXTURES,
];
