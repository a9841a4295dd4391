import type { Dimension } from '../base/quantity.js';

/** What a gate can be about; the key is its word in the scenario. */
export const GATE_MEASURES = {
  'P(rto within objective)': { dimension: 'share', of: 'service' },
  'P(rpo within objective)': { dimension: 'share', of: 'service' },
  availability: { dimension: 'share', of: 'service' },
  'mean rto': { dimension: 'duration', of: 'service' },
  'mean rpo': { dimension: 'duration', of: 'service' },
  incidents: { dimension: 'frequency', of: 'service' },
  'rto misses': { dimension: 'frequency', of: 'service' },
  'rpo misses': { dimension: 'frequency', of: 'service' },
  unrecoverable: { dimension: 'frequency', of: 'service' },
  /** Per year. */
  downtime: { dimension: 'duration', of: 'service' },
  outage: { dimension: 'duration', of: 'service' },
  /** Per year. */
  loss: { dimension: 'money', of: 'strategy' },
  'downtime cost': { dimension: 'money', of: 'strategy' },
  'data loss cost': { dimension: 'money', of: 'strategy' },
  'infrastructure cost': { dimension: 'money', of: 'strategy' },
  total: { dimension: 'money', of: 'strategy' },
} as const satisfies Record<string, { dimension: Dimension; of: 'service' | 'strategy' }>;
export type GateMeasure = keyof typeof GATE_MEASURES;

/** A promise that a run has to keep: exit code 99 tells when one is missed or undecided. */
export interface Gate {
  /** As written, such as `P(rto within objective) of orders >= 95% for warm-standby`. */
  readonly text: string;
  readonly measure: GateMeasure;
  /** The service measured; null for a measure of the whole strategy. */
  readonly service: string | null;
  readonly relation: '>=' | '<=';
  /** In the unit of the measure's dimension: share, ms, per year or the scenario's currency. */
  readonly bound: number;
  /** The strategy that promises; null for every one. */
  readonly strategy: string | null;
}
