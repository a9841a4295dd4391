import { agreementOf, type Agreement, type Pair } from './agreement.js';
import { type Drill, type Measured, type MeasuredDrill, publishedDrills } from './drill.js';
import { predict, type Prediction } from './predict.js';

/** A drill, what was measured, and what drsim says may happen. */
export interface Compared extends MeasuredDrill {
  readonly predicted: Prediction;
}

/** Histories of a drill. */
const TRIALS = 240;

/** Drills with their predictions, by default all that are published. */
export function compared(
  drills: readonly MeasuredDrill[] = publishedDrills(),
): readonly Compared[] {
  return drills.map((one) => ({ ...one, predicted: predict(one.drill, TRIALS) }));
}

export type Measure = keyof Measured;

/** What is predicted of every drill. */
export const MEASURES = ['rto', 'rpoLoss', 'lossWindow'] as const satisfies readonly Measure[];

/** Drills that are judged together. */
export interface Stratum {
  readonly name: string;
  readonly drills: readonly Compared[];
}

export const byDisaster = ({ strategy, disaster }: Drill) => `${strategy}, ${disaster}`;
export const byVariant = (drill: Drill) => `${byDisaster(drill)}, ${drill.variant}`;

/** Drills by what they have in common, by name. */
export function strataOf(
  drills: readonly Compared[],
  nameOf: (drill: Drill) => string,
): readonly Stratum[] {
  const names = [...new Set(drills.map(({ drill }) => nameOf(drill)))].toSorted();
  return names.map((name) => ({
    name,
    drills: drills.filter(({ drill }) => nameOf(drill) === name),
  }));
}

/** A measure of each drill beside its prediction. */
export function pairsOf({ drills }: Stratum, measure: Measure): readonly Pair[] {
  return drills.map(({ measured, predicted }) => ({
    measured: measured[measure],
    simulated: predicted.map((one) => one[measure]),
  }));
}

export function agreementIn(stratum: Stratum, measure: Measure): Agreement {
  return agreementOf(pairsOf(stratum, measure));
}
