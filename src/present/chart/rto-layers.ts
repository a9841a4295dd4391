import { durationOf } from '../amounts.js';
import { INK, strategyColours, type ChartSpec } from './theme.js';

const known = (...fields: readonly string[]) => [
  { filter: fields.map((field) => `isValid(datum.${field})`).join(' && ') },
];

/** Line, bar, median, mean and note of every strategy; what is not known is left out. */
export function barLayers(strategies: readonly string[]): ChartSpec[] {
  const colour = {
    field: 'strategy',
    type: 'nominal',
    scale: strategyColours(strategies),
    legend: null,
  };
  return [
    {
      transform: known('least', 'most', 'p50'),
      mark: { type: 'rule', strokeWidth: 2, opacity: 0.55 },
      encoding: { x: { field: 'least' }, x2: { field: 'most' }, color: colour },
    },
    {
      transform: known('p50', 'p95'),
      mark: { type: 'bar', size: 16, cornerRadius: 2 },
      encoding: { x: { field: 'p50' }, x2: { field: 'p95' }, color: colour },
    },
    {
      transform: known('p50'),
      mark: { type: 'tick', size: 24, thickness: 3, opacity: 1 },
      encoding: { x: { field: 'p50' }, color: colour },
    },
    {
      transform: known('mean'),
      mark: {
        type: 'point',
        filled: true,
        size: 60,
        color: '#ffffff',
        stroke: INK.text,
        strokeWidth: 1.5,
        opacity: 1,
      },
      encoding: { x: { field: 'mean' } },
    },
    {
      mark: {
        type: 'text',
        align: 'left',
        x: 6,
        // Above the single incidents, where there are any.
        dy: { expr: 'isValid(datum.most) ? -13 : 0' },
        fontSize: 11,
        color: INK.quiet,
      },
      encoding: { text: { field: 'note' }, x: { value: 6 } },
    },
  ];
}

/** Single incidents as thin strokes, where there are too few for a bar. */
export function singlesLayer(values: readonly unknown[], strategies: readonly string[]): ChartSpec {
  return {
    data: { values },
    mark: { type: 'tick', size: 16, thickness: 2 },
    encoding: {
      x: { field: 'time' },
      color: {
        field: 'strategy',
        type: 'nominal',
        scale: strategyColours(strategies),
        legend: null,
      },
    },
  };
}

/** The objective as a dashed line across all strategies, named above the plot. */
export function objectiveLayers(objective: number): ChartSpec[] {
  const data = { values: [{ objective, text: `objective ${durationOf(objective)}` }] };
  return [
    {
      data,
      mark: { type: 'rule', strokeDash: [5, 4], color: INK.text },
      encoding: { x: { field: 'objective' }, y: null },
    },
    {
      data,
      mark: { type: 'text', baseline: 'bottom', fontSize: 11 },
      encoding: { x: { field: 'objective' }, y: { value: -3 }, text: { field: 'text' } },
    },
  ];
}
