import type { Summary } from '../../experiment/summary.js';
import {
  type Figure,
  type Measure,
  pricedStrategy,
  SERVICE_MEASURES,
  STRATEGY_MEASURES,
  type Unit,
} from '../measures.js';
import { WORTH_MEASURES } from '../worth-measures.js';

/** One figure of a summary, and where it stands. */
export interface PlacedFigure {
  readonly strategy: string;
  /** Null for a figure of the whole strategy. */
  readonly service: string | null;
  readonly measure: string;
  readonly unit: Unit;
  readonly figure: Figure;
}

/** Every figure of the tables, in their order, as far as it applies. */
export function figuresOf(summary: Summary): PlacedFigure[] {
  return Object.entries(summary.strategies).flatMap(([strategy, { services }]) => {
    const priced = pricedStrategy(summary, strategy)!;
    const money = placed([...STRATEGY_MEASURES, ...WORTH_MEASURES], priced, [strategy, null]);
    const each = Object.entries(services).flatMap(([name, service]) =>
      placed(SERVICE_MEASURES, service, [strategy, name]),
    );
    return [...money, ...each];
  });
}

function placed<Of>(
  measures: ReadonlyArray<Measure<Of>>,
  of: Of,
  [strategy, service]: readonly [string, string | null],
): PlacedFigure[] {
  return measures
    .map(({ name, unit, pick }) => ({ strategy, service, measure: name, unit, figure: pick(of) }))
    .filter(({ figure }) => figure !== 'doesNotApply');
}
