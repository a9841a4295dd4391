import { expect } from 'vitest';

/** Expects a value with at most so large a relative error. */
export function within(relative: number, seen: number, expected: number): void {
  expect(Math.abs(seen / expected - 1), `${seen} for ${expected}`).toBeLessThanOrEqual(relative);
}
