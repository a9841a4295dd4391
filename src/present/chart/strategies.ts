import type { ServiceSummary, StrategySummary, Summary } from '../../experiment/summary.js';
import { printable } from '../display-width.js';

/** Strategies as they are drawn: in the file's order, under names that SVG can hold. */
export function strategiesOf({ strategies }: Summary): Array<readonly [string, StrategySummary]> {
  return Object.entries(strategies).map(([name, strategy]) => [chartText(name), strategy] as const);
}

/** A strategy, as it is drawn, and what a service goes through under it. */
export type Column = readonly [strategy: string, service: ServiceSummary];

/** Services by name, each with the strategies that have it. */
export function servicesOf(summary: Summary): Array<readonly [string, readonly Column[]]> {
  const strategies = strategiesOf(summary);
  const names = new Set(strategies.flatMap(([, { services }]) => Object.keys(services)));
  return [...names].map((name) => {
    const columns = strategies.flatMap(([strategy, { services }]) => {
      const service = services[name];
      return service === undefined ? [] : [[strategy, service] as const];
    });
    return [name, columns] as const;
  });
}

/** Cannot be seen, and makes one text differ from another. */
const WORD_JOINER = '\u2060';

/** The user's own words in a chart. Vega takes a text such as `constructor` for what objects have. */
export function chartText(text: string): string {
  const shown = printable(text);
  return shown in Object.prototype ? shown + WORD_JOINER : shown;
}
