import type { StrategySummary, Summary } from '../../experiment/summary.js';
import { printable } from '../display-width.js';

/** Strategies as they are drawn: in the file's order, under names that SVG can hold. */
export function strategiesOf({ strategies }: Summary): Array<readonly [string, StrategySummary]> {
  return Object.entries(strategies).map(([name, strategy]) => [printable(name), strategy] as const);
}
