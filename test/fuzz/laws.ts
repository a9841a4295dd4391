import type { Dimension } from '../../src/base/quantity.js';
import type { LawName } from '../../src/input/figure/law-names.js';
import { type Ends, type FigureMaker, quantityText, rising } from './quantities.js';

/** What a law is made for. */
export interface LawMaker extends FigureMaker {
  readonly ends: Ends;
  readonly dimension: Dimension;
  /** Of which mixtures are made. */
  readonly laws: readonly LawName[];
}

/** A law with parameters that fit. */
export function lawOf(name: LawName, maker: LawMaker): unknown {
  return { [name]: (PARAMETERS[name] ?? betweenEnds)(maker) };
}

const shape = ({ luck }: LawMaker) => Number(luck.scale(0.2, 20).toPrecision(3));
const someValues = ({ ends, luck }: LawMaker, count: number) => rising(count, ends, luck);
const write = (value: number, maker: LawMaker) => quantityText(value, maker.dimension, maker);
const someTexts = (maker: LawMaker, count: number) =>
  someValues(maker, count).map((value) => write(value, maker));

function betweenEnds(maker: LawMaker): unknown {
  const [low, mode, high] = someTexts(maker, 3);
  return { low, mode, high };
}

function betaOf(maker: LawMaker): unknown {
  const { luck } = maker;
  const [low, high] = someValues(maker, 2) as [number, number];
  const ends = { low: write(low, maker), high: write(high, maker) };
  if (luck.chance(0.5)) return { alpha: shape(maker), beta: shape(maker), ...ends };
  const mean = low + (high - low) * luck.between(0.3, 0.7);
  return { mean: write(mean, maker), sd: write((high - low) / 10, maker), ...ends };
}

/** Parameters of each law that is not by its least, most likely and greatest value. */
const PARAMETERS: Partial<Record<LawName, (maker: LawMaker) => unknown>> = {
  point: (maker) => someTexts(maker, 1)[0],
  lognormal(maker) {
    const [p50, upper] = someTexts(maker, 2);
    return { p50, [maker.luck.pick(['p95', 'mean'])]: upper };
  },
  exponential: (maker) => ({ mean: someTexts(maker, 1)[0] }),
  weibull: (maker) => ({ shape: shape(maker), scale: someTexts(maker, 1)[0] }),
  gamma(maker) {
    const [mean] = someValues(maker, 1) as [number];
    if (maker.luck.chance(0.5)) return { shape: shape(maker), scale: write(mean, maker) };
    return { mean: write(mean, maker), sd: write(mean * maker.luck.scale(0.05, 1.5), maker) };
  },
  uniform: (maker) => someTexts(maker, 2),
  beta: betaOf,
  normal(maker) {
    const [mean] = someValues(maker, 1) as [number];
    return { mean: write(mean, maker), sd: write(mean * maker.luck.between(0.01, 0.12), maker) };
  },
  logitNormal(maker) {
    const [p50, p95] = someTexts(maker, 2);
    return { p50, p95 };
  },
  empirical: (maker) => someTexts(maker, 1 + maker.luck.below(6)),
  mixture: (maker) =>
    maker.luck.times(2 + maker.luck.below(2), () => ({
      weight: shape(maker),
      of: maker.luck.chance(0.4)
        ? someTexts(maker, 1)[0]
        : lawOf(maker.luck.pick(maker.laws), maker),
    })),
};
