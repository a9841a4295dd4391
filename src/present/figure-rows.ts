import type { Summary } from '../experiment/summary.js';
import type { Row } from './column-tables.js';
import { figureText, NOTHING } from './figure-text.js';
import type { Measure } from './measures.js';

/** Services of all strategies, in the order of the first that has them. */
export function serviceNames({ strategies }: Summary): string[] {
  const all = Object.values(strategies).flatMap(({ services }) => Object.keys(services));
  return [...new Set(all)];
}

export interface Measured<Of> {
  readonly measures: ReadonlyArray<Measure<Of>>;
  /** Written behind each amount; null where a heading says it. */
  readonly currency: string | null;
}

/**
 * A row for each measure with the figure of each column; none where no column has figures, or for
 * what applies to none of them.
 */
export function figureRows<Of>(
  columns: ReadonlyArray<Of | undefined>,
  { measures, currency }: Measured<Of>,
): Row[] {
  const some = columns.find((of) => of !== undefined);
  if (some === undefined) return [];
  const applies = ({ pick, whereItApplies }: Measure<Of>) =>
    !whereItApplies || columns.some((of) => of !== undefined && pick(of) !== 'doesNotApply');
  return measures.filter(applies).map((measure) => ({
    label: measure.label(some),
    cells: columns.map((of) =>
      of === undefined ? NOTHING : figureText(measure.pick(of), measure.unit, currency),
    ),
  }));
}
