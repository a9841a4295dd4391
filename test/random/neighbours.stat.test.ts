import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { uniformOf } from '../../src/random/draw.js';
import { type Purpose, Purposes } from '../../src/random/purpose.js';
import { Stream } from '../../src/random/stream.js';
import { faultsOf, pairsToSee } from './agreement.js';

/** As many as show a correlation of 2 %. */
const PAIRS = pairsToSee(0.02);
/** For what is slow to draw: a correlation of 4 %. */
const FEWER = pairsToSee(0.04);

const purposes = new Purposes('1');
const outage = purposes.of('power-outage/virginia/arrivals');

/** How histories get their numbers: by index, or the first of a stream. */
type Draw = (purpose: Purpose, trial: number) => number;
const byIndex: Draw = (purpose, trial) => uniformOf(purpose, trial, 0);
const byStream: Draw = (purpose, trial) => new Stream(purpose, trial).next();

const DRAWS = [
  ['a draw by index', byIndex],
  ['the first draw of a stream', byStream],
] as const;

describe.each(DRAWS)('%s', (_, draw) => {
  it('of a trial has nothing to do with that of the next trial', () => {
    const faults = faultsOf(PAIRS, (i) => [draw(outage, 2 * i), draw(outage, 2 * i + 1)]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['step/1', 'step/2'],
    ['step/1', 'step/11'],
    ['ab', 'ba'],
  ])('for purpose %s has nothing to do with that for %s', (one, two) => {
    const [a, b] = [purposes.of(one), purposes.of(two)];
    expect(faultsOf(PAIRS, (i) => [draw(a, i), draw(b, i)])).toEqual([]);
  });

  it.each([
    ['1', '2'],
    ['1', '11'],
    ['', '0'],
  ])('under seed %j has nothing to do with that under %j', (one, two) => {
    const [a, b] = [one, two].map((seed) => new Purposes(seed).of('fire')) as [Purpose, Purpose];
    expect(faultsOf(PAIRS, (i) => [draw(a, i), draw(b, i)])).toEqual([]);
  });
});

describe('draws of one trial', () => {
  it('by index have nothing to do with the next', () => {
    const at = (index: number) => uniformOf(outage, 3, index);
    expect(faultsOf(PAIRS, (i) => [at(2 * i - PAIRS), at(2 * i + 1 - PAIRS)])).toEqual([]);
  });

  it('from a stream have nothing to do with the next', () => {
    const stream = new Stream(outage, 3);
    expect(faultsOf(PAIRS, () => [stream.next(), stream.next()])).toEqual([]);
  });

  it('for neighbouring names have nothing to do with each other', () => {
    const first = (number: number) => byIndex(purposes.of(`service-${number}/fire`), 0);
    expect(faultsOf(FEWER, (i) => [first(2 * i), first(2 * i + 1)])).toEqual([]);
  });
});

it('a trial’s draw has nothing to do with that of the trial and index swapped', () => {
  const pair = (i: number) => [uniformOf(outage, i, i + 1), uniformOf(outage, i + 1, i)] as const;
  expect(faultsOf(FEWER, (i) => pair(2 * i))).toEqual([]);
});

describe('it would be noticed', () => {
  it('that two draws are correlated by 2 %', () => {
    const related = (i: number) => {
      const u = uniformOf(outage, i, 0);
      return [u, uniformOf(outage, i, 1) < 0.02 ? u : uniformOf(outage, i, 2)] as const;
    };
    expect(faultsOf(PAIRS, related)).toContain('correlated');
  });

  it('that numbers come from multiples of an irrational number', () => {
    const golden = (Math.sqrt(5) - 1) / 2;
    const at = (trial: number, index: number) => (trial * golden + index * Math.SQRT2) % 1;
    expect(faultsOf(PAIRS, (i) => [at(2 * i, 0), at(2 * i + 1, 0)])).toContain('uneven');
    expect(faultsOf(PAIRS, (i) => [at(i, 0), at(i, 1)])).toContain('uneven');
  });

  it('that numbers are spread more evenly than chance would', () => {
    // The plane's most even sequence: multiples of powers of 1 / p, where p^3 = p + 1.
    const p = 1.324717957244746;
    const even = (i: number) => [(i / p) % 1, (i / p ** 2) % 1] as const;
    expect(faultsOf(PAIRS, even)).toContain('too even for chance');
  });

  it('that trials are the keys of a generator whose keyed streams are alike', () => {
    const first = (trial: number) => seedrandom.xor128(String(trial))();
    expect(faultsOf(FEWER, (i) => [first(2 * i), first(2 * i + 1)])).toContain('uneven');
  });
});
