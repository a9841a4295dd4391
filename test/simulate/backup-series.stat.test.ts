import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/base/units.js';
import { uniformOf } from '../../src/random/draw.js';
import { Purposes } from '../../src/random/purpose.js';
import { drawsToSee, meanAgrees, Z } from '../random/agreement.js';
import { backups, capturedBy, type Setting } from './backups.js';

const strikes = new Purposes('1').of('fire/here/arrivals');
const LAG = 6 * HOUR;
const DAILY: Setting = { full: DAY, incremental: null, overhead: LAG };

/** Hours lost in each of n trials, each struck once, anywhere in a hundred days. */
function losses(n: number, setting: Setting): Float64Array {
  return Float64Array.from({ length: n }, (_, trial) => {
    const at = Math.floor(100 * DAY * uniformOf(strikes, trial, 0));
    return (at - capturedBy(backups({ ...DAILY, ...setting, trial }), at)!) / HOUR;
  });
}

const seenIn = (hours: Float64Array) => ({
  mean: hours.reduce((sum, loss) => sum + loss, 0) / hours.length,
  n: hours.length,
});

describe('a daily backup that is usable 6 h after its capture', () => {
  // Lag + U(0, T): mean L + T/2, standard deviation T / sqrt(12).
  const theory = { mean: 18, sd: 24 / Math.sqrt(12) };
  const n = drawsToSee(0.01, theory);

  it('loses 18 h on average, never less than 6 h or more than 30 h', () => {
    const hours = losses(n, {});
    expect(meanAgrees(seenIn(hours), theory)).toBe(true);
    expect(hours.every((loss) => loss >= 6 && loss < 30)).toBe(true);
  });

  it('would be caught if it were usable 1 % of that later', () => {
    expect(meanAgrees(seenIn(losses(n, { overhead: LAG + 0.18 * HOUR })), theory)).toBe(false);
  });
});

describe('the same backup of which one in ten fails', () => {
  // Lag + T (U + K), K geometric: mean L + T/2 + T p / (1 - p), variance T^2 (1/12 + p / (1 - p)^2).
  const p = 0.1;
  const theory = {
    mean: 6 + 12 + (24 * p) / (1 - p),
    sd: 24 * Math.sqrt(1 / 12 + p / (1 - p) ** 2),
  };
  const n = drawsToSee(0.01, theory);
  const hours = losses(n, { jobFailure: p });

  /** Whether the share that loses more agrees with a chance. */
  const overAgrees = (limit: number, chance: number, of = hours) => {
    const share = of.filter((loss) => loss >= limit).length / of.length;
    const sd = Math.sqrt((chance * (1 - chance)) / of.length);
    return Math.abs(share - chance) <= Z.falseAlarm * sd;
  };

  it('loses 20.67 h on average', () => {
    expect(theory.mean).toBeCloseTo(20.6667, 4);
    expect(theory.sd ** 2).toBeCloseTo(119.1111, 4);
    expect(meanAgrees(seenIn(hours), theory)).toBe(true);
  });

  it('loses more than 30 h in one case of ten, and more than 54 h in one of a hundred', () => {
    expect(overAgrees(30, 0.1)).toBe(true);
    expect(overAgrees(54, 0.01)).toBe(true);
  });

  it('would be caught if a tenth more failed', () => {
    const more = losses(n, { jobFailure: 1.1 * p });
    expect(meanAgrees(seenIn(more), theory)).toBe(false);
    expect(overAgrees(30, 0.1, more)).toBe(false);
    expect(overAgrees(54, 0.01, more)).toBe(false);
  });
});
