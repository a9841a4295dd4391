import { stringify } from 'csv-stringify/sync';
import type { Summary } from '../experiment/summary.js';
import { pricedStrategy, SERVICE_MEASURES, STRATEGY_MEASURES } from './measures.js';
import type { Figure, Measure, Unit } from './measures.js';
import { WORTH_MEASURES } from './worth-measures.js';

const COLUMNS = ['strategy', 'service', 'measure', 'mean', 'lo', 'hi', 'unit'] as const;

/**
 * The comparison for a spreadsheet or a script: a row per strategy, service and measure in SI
 * units, figures in full. The service is empty where the whole strategy is meant; `mean` is empty where
 * there are too few incidents, `never` where a break-even is never reached, and `unrecoverable` where no
 * data was ever recovered. Names that a
 * spreadsheet would take for a formula start with an apostrophe.
 */
export function csvTable(summary: Summary): string {
  const rows = Object.entries(summary.strategies).flatMap(([strategy, { services }]) => [
    ...Object.entries(services).flatMap(([service, of]) =>
      SERVICE_MEASURES.flatMap((measure) => csvRow(measure, of, [strategy, service])),
    ),
    ...[...STRATEGY_MEASURES, ...WORTH_MEASURES].flatMap((measure) => {
      const priced = pricedStrategy(summary, strategy);
      return priced === undefined ? [] : csvRow(measure, priced, [strategy, '']);
    }),
  ]);
  const all = rows.map((row) => [...row.slice(0, -1), unitName(row.at(-1) as Unit, summary)]);
  return stringify([[...COLUMNS], ...all], { escape_formulas: true });
}

type CsvRow = ReadonlyArray<string | number | null>;

function csvRow<Of>(measure: Measure<Of>, of: Of, place: readonly [string, string]): CsvRow[] {
  const figure: Figure = measure.pick(of);
  if (figure === 'doesNotApply') return [];
  const [mean, lo, hi] =
    typeof figure === 'string'
      ? [figure, null, null]
      : [figure.mean, figure.ci95?.[0] ?? null, figure.ci95?.[1] ?? null];
  return [[...place, measure.name, mean, lo, hi, measure.unit]];
}

const SI: Readonly<Record<Unit, string | null>> = {
  seconds: 's',
  'seconds per year': 's/year',
  share: '1',
  times: '1',
  'per year': '1/year',
  money: null,
  'money per year': null,
};

const unitName = (unit: Unit, { currency }: Summary) =>
  SI[unit] ?? (unit === 'money' ? currency : `${currency}/year`);
