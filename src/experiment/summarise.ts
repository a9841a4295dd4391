import { inSeconds, inYears, type Ms } from '../base/units.js';
import type { Phase } from '../model/runbook.js';
import { COMPONENTS } from '../price/infrastructure.js';
import { breakEvenFrequency } from '../price/break-even.js';
import type { Plan } from '../simulate/plan.js';
import { exceedanceCurve, tailValueAtRisk, valueAtRisk } from '../stats/exceedance.js';
import {
  type Estimate,
  estimateOfProportion,
  estimateOfRate,
  estimateOfRatio,
} from '../stats/interval.js';
import { quantilesOf } from '../stats/quantiles.js';
import type { Sample } from '../stats/sample.js';
import type { DifferenceTally } from './difference-tally.js';
import type { MoneyTally } from './money-tally.js';
import type { ServiceTally } from './service-tally.js';
import type {
  DifferenceSummary,
  ServiceSummary,
  Spread,
  StrategySummary,
  Summary,
} from './summary.js';
import type { Tally } from './tally.js';

/** What the run is known by, beside its figures. */
export interface RunIdentity {
  readonly seed: string;
  readonly version: string;
  readonly scenarioHash: string;
  readonly interrupted: boolean;
}

/** Points of an exceedance curve and of a distribution's curve that are kept for charts. */
const CURVE_POINTS = { exceedance: 200, spread: 64 };
const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
/** Levels of value at risk, in per cent. */
const RISK_LEVELS = { '95': 0.95, '99': 0.99, '99.6': 0.996 } as const;
