import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { empirical } from '../../src/random/empirical.js';
import { lognormalFromInterval } from '../../src/random/lognormal.js';
import { point } from '../../src/random/point.js';
import { Purposes } from '../../src/random/purpose.js';
import { uniform } from '../../src/random/uniform.js';
import { Parameters } from '../../src/simulate/parameters.js';

const rate = lognormalFromInterval({ low: 0.01, high: 0.1 });
const TRIALS = Array.from({ length: 200 }, (_, trial) => trial);

/** Values of the parameters over some trials, each drawn with all others. */
function drawn(parameters: Parameters, slots: readonly ReturnType<Parameters['add']>[]) {
  return TRIALS.map((trial) => {
    parameters.draw(trial);
    return slots.map((slot) => parameters.of(slot));
  });
}

describe('parameters', () => {
  it('drawn once are shared by trials 2j and 2j + 1 and by no others, those drawn for each by none', () => {
    const parameters = new Parameters(new Purposes('1'));
    const once = parameters.add('threats/fire/rate', { law: rate, drawn: 'once' });
    const each = parameters.add('backups/nightly/overhead', { law: rate, drawn: 'each' });
    const values = drawn(parameters, [once, each]);
    for (const trial of TRIALS) {
      const pair = values[trial - (trial % 2)]!;
      expect(values[trial]![0]).toBe(pair[0]);
      if (trial % 2 === 1) expect(values[trial]![1]).not.toBe(pair[1]);
    }
    const different = (which: number) => new Set(values.map((row) => row[which])).size;
    expect(different(0)).toBe(TRIALS.length / 2);
    expect(different(1)).toBe(TRIALS.length);
  });

  it('are the same in a trial whatever was drawn before, and whoever else is there', () => {
    const alone = new Parameters(new Purposes('1'));
    const slot = alone.add('threats/fire/rate', { law: rate, drawn: 'once' });
    const among = new Parameters(new Purposes('1'));
    among.add('links/a-b/bandwidth', { law: uniform({ low: 1, high: 2 }), drawn: 'once' });
    const other = among.add('threats/fire/rate', { law: rate, drawn: 'once' });
    const forwards = drawn(alone, [slot]);
    for (const trial of TRIALS.toReversed()) {
      among.draw(trial);
      expect(among.of(other)).toBe(forwards[trial]![0]);
    }
  });

  it('of one name share their luck, also where their laws differ', () => {
    const parameters = new Parameters(new Purposes('1'));
    const low = parameters.add('backups/x/throughput', {
      law: uniform({ low: 0, high: 1 }),
      drawn: 'once',
    });
    const high = parameters.add('backups/x/throughput', {
      law: uniform({ low: 10, high: 11 }),
      drawn: 'once',
    });
    for (const [a, b] of drawn(parameters, [low, high])) expect(b! - a!).toBeCloseTo(10, 12);
  });

  it('that are known are the same in every trial', () => {
    const parameters = new Parameters(new Purposes('1'));
    const known = parameters.add('links/a-b/efficiency', {
      law: point(0.945),
      drawn: 'once',
    });
    const same = parameters.add('services/shop/growth', { law: empirical([3, 3]), drawn: 'each' });
    expect(parameters.certain).toBe(true);
    expect(new Set(drawn(parameters, [known, same]).map(String))).toEqual(new Set(['0.945,3']));
    parameters.add('threats/fire/rate', { law: rate, drawn: 'once' });
    expect(parameters.certain).toBe(false);
  });

  it('have their mean before the first trial is drawn', () => {
    const parameters = new Parameters(new Purposes('1'));
    const slot = parameters.add('threats/fire/rate', { law: rate, drawn: 'once' });
    expect(parameters.of(slot)).toBe(rate.mean);
  });

  it('may be more than a table first has room for', () => {
    const parameters = new Parameters(new Purposes('1'));
    const slots = Array.from({ length: 1000 }, (_, i) =>
      parameters.add(`known ${i}`, { law: point(i), drawn: 'once' }),
    );
    expect(slots.map((slot) => parameters.of(slot))).toEqual(slots.map((_, i) => i));
  });

  it('that were never added are refused', () => {
    const parameters = new Parameters(new Purposes('1'));
    const { slot } = parameters.add('known', { law: point(1), drawn: 'once' });
    expect(() => parameters.of({ slot: slot + 1 })).toThrow(InvariantError);
  });
});
