import type { Summary } from '../experiment/summary.js';
import type { Cell } from './table.js';

export const CASH_COLUMNS = [
  'strategy',
  'years_from_now',
  'loss',
  'spent',
  'discount_factor',
  'flow',
  'flow_lo',
  'flow_hi',
  'cumulative',
  'cumulative_lo',
  'cumulative_hi',
  'cumulative_p5',
  'cumulative_p25',
  'cumulative_p50',
  'cumulative_p75',
  'cumulative_p95',
] as const;

/**
 * Expected cash: one row per strategy and time, at once and at year ends. What is spent at 0 is paid
 * once. Flows are against the baseline, which has none of its own.
 */
export function cashRows({ strategies }: Summary): Cell[][] {
  return Object.entries(strategies).flatMap(([strategy, { finance }]) =>
    finance.expected.map(({ at, loss, spent, factor }, time): Cell[] => {
      const point = finance.cash?.[time];
      const figures = [point?.flow, point?.cumulative].flatMap((figure) => [
        figure?.mean ?? null,
        figure?.ci95?.[0] ?? null,
        figure?.ci95?.[1] ?? null,
      ]);
      const fan = Array.from({ length: 5 }, (_, index) => point?.fan[index] ?? null);
      return [strategy, at, loss, spent, factor, ...figures, ...fan];
    }),
  );
}
