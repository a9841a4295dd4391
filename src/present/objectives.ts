import type { ServiceSummary } from '../experiment/summary.js';
import { durationOf } from './amounts.js';

/** What the business asked of a service: `RTO 1 h`, `RPO 5 min`; empty for nothing. */
export function objectiveTexts({ objectives }: ServiceSummary): string[] {
  return [
    ...(objectives.rto === null ? [] : [`RTO ${durationOf(objectives.rto)}`]),
    ...(objectives.rpo === null ? [] : [`RPO ${durationOf(objectives.rpo)}`]),
  ].map((text) => text.replaceAll(' ', '\u00a0'));
}
