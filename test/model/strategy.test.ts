import { describe, expect, it } from 'vitest';
import { silentHostDetection } from '../../src/model/strategy.js';

const detected = (check: { interval: number; failures: number; timeout: number }, phase = 0) =>
  silentHostDetection(check, phase);

describe('time until health checks raise the alarm for a host that stays silent', () => {
  it('is that of the checks in a row, each an interval after the one before, and a timeout', () => {
    expect(detected({ interval: 30_000, failures: 3, timeout: 5_000 })).toBe(65_000);
    expect(detected({ interval: 10_000, failures: 3, timeout: 2_000 })).toBe(22_000);
  });

  it('begins with the next check', () => {
    expect(detected({ interval: 30_000, failures: 3, timeout: 5_000 }, 12_345)).toBe(77_345);
  });

  it('is a timeout after the next check if one failure is enough', () => {
    expect(detected({ interval: 30_000, failures: 1, timeout: 5_000 }, 1_000)).toBe(6_000);
  });

  it('is stretched by timeouts longer than the interval, since a check waits for the one before', () => {
    expect(detected({ interval: 1_000, failures: 3, timeout: 4_000 })).toBe(12_000);
  });
});
