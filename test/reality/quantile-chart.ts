import { CONFIG, type ChartSpec, INK, strategyColour } from '../../src/present/chart/theme.js';
import { quantileOf } from './agreement.js';
import { type Measure, pairsOf, type Stratum } from './strata.js';

/** Panels in a row, and the side of one in pixels. */
const COLUMNS = 4;
const SIDE = 150;

/** Ticks of an axis, about. */
const TICKS = 4;

/** Measured quantiles over predicted ones, a panel for each stratum. */
export function quantileChart(
  strata: readonly Stratum[],
  { measure, title }: { measure: Measure; title: string },
): ChartSpec {
  const strategies = [...new Set(strata.map(strategyOf))];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${title}: measured quantiles of the drills of each stratum over the quantiles of their predictions, in seconds; points on the diagonal agree.`,
    title: {
      text: title,
      subtitle:
        'Seconds, measured (upwards) over predicted, from the least to the greatest. On the line both are the same.',
    },
    spacing: 24,
    columns: COLUMNS,
    concat: strata.map((stratum) =>
      panel(stratum, { measure, colour: strategyColour(strategies.indexOf(strategyOf(stratum))) }),
    ),
    config: CONFIG,
  };
}

/** Quantiles of a stratum: its measured values in order over those of all its predictions together. */
export function quantilesOf(
  stratum: Stratum,
  measure: Measure,
): readonly { readonly predicted: number; readonly measured: number }[] {
  const pairs = pairsOf(stratum, measure);
  const all = pairs.flatMap(({ simulated }) => simulated);
  const rising = pairs.map(({ measured }) => measured).toSorted((a, b) => a - b);
  return rising.map((measured, i) => ({
    predicted: quantileOf(all, (i + 0.5) / rising.length),
    measured,
  }));
}

function panel(
  stratum: Stratum,
  { measure, colour }: { measure: Measure; colour: string },
): ChartSpec {
  const values = quantilesOf(stratum, measure);
  const most = Math.max(
    1,
    ...values.map(({ predicted, measured }) => Math.max(predicted, measured)),
  );
  const scale = { domain: [0, most], nice: TICKS };
  const axis = { tickCount: TICKS };
  const position = (field: string) => ({ field, type: 'quantitative', scale, axis, title: null });
  const encoding = { x: position('predicted'), y: position('measured') };
  const ends = [0, most].map((end) => ({ predicted: end, measured: end }));
  const [strategy, disaster] = stratum.name.split(', ');
  return {
    width: SIDE,
    height: SIDE,
    title: {
      text: `${worded(strategy!)} (${stratum.drills.length})`,
      subtitle: worded(disaster!),
      fontSize: 12,
      subtitleFontSize: 11,
      frame: 'group',
      offset: 6,
      subtitlePadding: 2,
    },
    layer: [
      {
        data: { values: ends },
        mark: { type: 'line', color: INK.rule, strokeWidth: 1.5 },
        encoding,
      },
      {
        data: { values },
        mark: {
          type: 'point',
          filled: true,
          size: 36,
          opacity: 0.85,
          color: colour,
        },
        encoding,
      },
    ],
  };
}

const strategyOf = ({ name }: Stratum) => name.split(', ')[0]!;

const worded = (name: string) => name.replaceAll('_', ' ');
