import type { Dimension } from '../base/quantity.js';

/** What a promise about one measure looks like. */
export interface GateRule {
  /** What its bound is a quantity of. */
  readonly dimension: Dimension;
  readonly of: 'service' | 'strategy';
  /** On which side of the bound the promise is kept: at least, or at most. */
  readonly relation: Gate['relation'];
  /** Summed over a year, so that the bound may end in "/ year". */
  readonly yearly?: true;
  /** The objective that a service needs to be measured; none where it is left out. */
  readonly objective?: 'rto' | 'rpo';
}

/** What a gate can be about; the key is its word in the scenario. */
export const GATE_MEASURES = {
  'P(rto within objective)': {
    dimension: 'share',
    of: 'service',
    relation: '>=',
    objective: 'rto',
  },
  'P(rpo within objective)': {
    dimension: 'share',
    of: 'service',
    relation: '>=',
    objective: 'rpo',
  },
  availability: { dimension: 'share', of: 'service', relation: '>=' },
  'mean rto': { dimension: 'duration', of: 'service', relation: '<=' },
  'mean rpo': { dimension: 'duration', of: 'service', relation: '<=' },
  incidents: { dimension: 'frequency', of: 'service', relation: '<=' },
  'rto misses': { dimension: 'frequency', of: 'service', relation: '<=', objective: 'rto' },
  'rpo misses': { dimension: 'frequency', of: 'service', relation: '<=', objective: 'rpo' },
  unrecoverable: { dimension: 'frequency', of: 'service', relation: '<=' },
  downtime: { dimension: 'duration', of: 'service', relation: '<=', yearly: true },
  outage: { dimension: 'duration', of: 'service', relation: '<=', yearly: true },
  loss: { dimension: 'money', of: 'strategy', relation: '<=', yearly: true },
  'downtime cost': { dimension: 'money', of: 'strategy', relation: '<=', yearly: true },
  'data loss cost': { dimension: 'money', of: 'strategy', relation: '<=', yearly: true },
  'infrastructure cost': { dimension: 'money', of: 'strategy', relation: '<=', yearly: true },
  total: { dimension: 'money', of: 'strategy', relation: '<=', yearly: true },
} as const satisfies Readonly<Record<string, GateRule>>;
export type GateMeasure = keyof typeof GATE_MEASURES;

/** A promise that a run has to keep: exit code 99 tells when one is missed or undecided. */
export interface Gate {
  /** As written, such as `P(rto within objective) of orders >= 95% for warm-standby`. */
  readonly text: string;
  readonly measure: GateMeasure;
  /** The service measured; null for a measure of the whole strategy, or for every service. */
  readonly service: string | null;
  readonly relation: '>=' | '<=';
  /** In the unit of the measure's dimension: share, ms, per year or the scenario's currency. */
  readonly bound: number;
  /** The strategy that promises; null for every one. */
  readonly strategy: string | null;
}
