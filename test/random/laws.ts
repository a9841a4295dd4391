import { empirical } from '../../src/random/empirical.js';
import { exponential } from '../../src/random/exponential.js';
import {
  lognormal,
  lognormalFromInterval,
  lognormalFromMean,
  lognormalFromQuantiles,
} from '../../src/random/lognormal.js';
import { point } from '../../src/random/point.js';
import { uniform } from '../../src/random/uniform.js';
import { weibull } from '../../src/random/weibull.js';
import type { Sample } from './law-contract.js';

const ALL: readonly [number, number] = [0, Infinity];

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
];
