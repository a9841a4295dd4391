import { describe, expect, it } from 'vitest';
import { HOUR, type Ms, ms, YEAR } from '../../src/base/units.js';
import { exponential } from '../../src/random/exponential.js';
import { point } from '../../src/random/point.js';
import { Purposes } from '../../src/random/purpose.js';
import type { Distribution } from '../../src/random/distribution.js';
import { disastersOf } from '../../src/simulate/disasters.js';
import { luckOf } from '../../src/simulate/luck.js';
import { Parameters } from '../../src/simulate/parameters.js';
import type { Hazard, Plan } from '../../src/simulate/plan.js';

const HORIZON = ms(10 * YEAR);
const purposes = new Purposes('1');
const parameters = new Parameters(purposes);

function hazard(name: string, arrivals: Hazard['arrivals'], absence: Distribution): Hazard {
  return {
    threat: 0,
    member: 'here',
    sites: [0],
    service: -1,
    account: null,
    arrivals,
    gaps: purposes.of(`${name}/arrivals`),
    destroys: false,
    absence: {
      law: absence,
      luck: luckOf({ law: absence, drawn: 'each' }, `${name}/absence`, purposes),
    },
    cut: null,
    corrupts: null,
    wipes: null,
    detect: null,
  };
}

/** What disasters ask a plan for. */
const planOf = (...hazards: Hazard[]) =>
  ({ hazards, parameters, horizon: HORIZON }) as unknown as Plan;

const rate = (name: string, value: number): Hazard['arrivals'] => ({
  kind: 'rate',
  rate: parameters.add(`${name}/rate`, { law: point(value), drawn: 'once' }),
});
const often = hazard('often', rate('often', 30), exponential(1e7));
const rare = hazard(
  'rare',
  { kind: 'gap', gap: { law: point(YEAR), drawn: 'each' }, age: ms(0), from: 'strike' },
  point(5),
);
const TRIALS = Array.from({ length: 50 }, (_, trial) => trial);

describe('disasters of a trial', () => {
  it('come in order of time, at whole ms within the horizon', () => {
    for (const trial of TRIALS) {
      const all = disastersOf(planOf(often, rare), trial);
      expect(all).toEqual(all.toSorted((a, b) => a.at - b.at));
      expect(all.every(({ at }) => Number.isInteger(at) && at >= 0 && at < HORIZON)).toBe(true);
    }
  });

  it('of one hazard do not depend on the others', () => {
    const together = disastersOf(planOf(rare, often), 3).filter((one) => one.hazard === 1);
    const alone = disastersOf(planOf(often), 3);
    expect(together.map(({ at, absence }) => [at, absence])).toEqual(
      alone.map(({ at, absence }) => [at, absence]),
    );
    expect(alone.map(({ arrival }) => arrival)).toEqual([...alone.keys()]);
  });

  it('strike at the rate: 30 a year for 10 years, to within chance', () => {
    const count = TRIALS.reduce((sum, trial) => sum + disastersOf(planOf(often), trial).length, 0);
    const expected = 300 * TRIALS.length;
    // Poisson: a right rate fails once in a million seeds, and one that is 5 % too high is seen.
    expect(Math.abs(count - expected)).toBeLessThan(4.8916 * Math.sqrt(expected));
    expect(Math.abs(count - 1.05 * expected)).toBeGreaterThan(4.8916 * Math.sqrt(expected));
  });

  it('come after their gap and never at the horizon or later', () => {
    const years = disastersOf(planOf(rare), 0).map(({ at }) => at / YEAR);
    expect(years).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('do not come at all at a rate of 0', () => {
    expect(disastersOf(planOf(hazard('never', rate('never', 0), point(1))), 0)).toEqual([]);
  });

  it('come when they are told to, in order, in every trial', () => {
    const told = hazard('told', { kind: 'at', at: [ms(500), ms(20), ms(20)] }, point(5));
    for (const trial of TRIALS) {
      expect(disastersOf(planOf(told), trial)).toEqual(
        [20, 20, 500].map((at, arrival) => ({
          at,
          hazard: 0,
          arrival,
          absence: 5,
          cut: 0,
          dwell: 0,
        })),
      );
    }
  });

  it('meet every phase of a schedule once where they sweep it, in the middle of each slice', () => {
    const sweep = hazard(
      'sweep',
      { kind: 'sweep', from: ms(1000), to: ms(2000), slices: 10 },
      point(5),
    );
    const at = (trial: number): Ms => disastersOf(planOf(sweep), trial)[0]!.at;
    expect(TRIALS.slice(0, 10).map(at)).toEqual([
      1050, 1150, 1250, 1350, 1450, 1550, 1650, 1750, 1850, 1950,
    ]);
    expect(at(10)).toBe(1050);
  });

  it('last a ms at least', () => {
    const short = hazard('short', { kind: 'at', at: [ms(5)] }, point(0));
    expect(disastersOf(planOf(short), 0)[0]!.absence).toBe(1);
  });
});

describe('what is renewed when it returns', () => {
  const returning = (from: 'strike' | 'return') =>
    planOf(
      hazard(
        'pump',
        { kind: 'gap', gap: { law: point(100 * HOUR), drawn: 'each' }, age: ms(0), from },
        point(10 * HOUR),
      ),
    );
  const hours = (from: 'strike' | 'return') =>
    disastersOf(returning(from), 0)
      .slice(0, 3)
      .map(({ at }) => at / HOUR);

  it('does not age while it is away', () => {
    expect(hours('return')).toEqual([100, 210, 320]);
    expect(hours('strike')).toEqual([100, 200, 300]);
  });
});
