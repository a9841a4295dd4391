import { describe, expect, it } from 'vitest';
import { HOUR, ms } from '../../src/base/units.js';
import { exponential } from '../../src/random/exponential.js';
import { lognormal } from '../../src/random/lognormal.js';
import { absencesOf, timelineOf } from './sites.js';

const [HERE, THERE] = [0, 1];

describe('a site that is out', () => {
  const sites = timelineOf(2, [{ site: HERE, at: 10, absence: 5 }]);

  it('is away from the strike on, and there again at the instant of its return', () => {
    expect([9, 10, 14, 15].map((at) => sites.isUp(HERE, ms(at)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(sites.returns(HERE)).toEqual([15]);
  });

  it('says nothing of other sites', () => {
    expect(sites.isUp(THERE, ms(12))).toBe(true);
    expect(sites.returns(THERE)).toEqual([]);
    expect(sites.wasAway(THERE, ms(0), ms(100))).toBe(false);
  });

  it('was away in a stretch that overlaps the outage, but not in one that touches it', () => {
    const away = (from: number, to: number) => sites.wasAway(HERE, ms(from), ms(to));
    expect([away(0, 10), away(15, 20)]).toEqual([false, false]);
    expect([away(0, 11), away(14, 20), away(11, 13), away(0, 100)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('was not destroyed', () => {
    expect(sites.lastDestroyed(HERE, ms(100))).toBe(-Infinity);
  });
});

describe('outages that overlap', () => {
  it('end with the last of them', () => {
    const sites = timelineOf(1, [
      { site: HERE, at: 10, absence: 5 },
      { site: HERE, at: 12, absence: 10 },
      { site: HERE, at: 13, absence: 1 },
    ]);
    expect(sites.returns(HERE)).toEqual([22]);
    expect(sites.isUp(HERE, ms(16))).toBe(false);
  });

  it('leave no gap where one begins as the other ends', () => {
    const sites = timelineOf(1, [
      { site: HERE, at: 10, absence: 5 },
      { site: HERE, at: 15, absence: 5 },
    ]);
    expect(sites.isUp(HERE, ms(15))).toBe(false);
    expect(sites.returns(HERE)).toEqual([20]);
  });

  it('that end together are one return', () => {
    const sites = timelineOf(1, [
      { site: HERE, at: 10, absence: 10 },
      { site: HERE, at: 15, absence: 5 },
      { site: HERE, at: 30, absence: 1 },
    ]);
    expect(sites.returns(HERE)).toEqual([20, 31]);
  });
});

describe('a site that is destroyed', () => {
  it('cannot be hit until it stands again', () => {
    const sites = timelineOf(1, [
      { site: HERE, at: 10, absence: 100, destroys: true },
      { site: HERE, at: 50, absence: 500 },
      { site: HERE, at: 60, absence: 500, destroys: true },
      { site: HERE, at: 110, absence: 5 },
    ]);
    expect(absencesOf(sites, HERE)).toEqual([
      { from: 10, to: 110 },
      { from: 110, to: 115 },
    ]);
    expect([0, 1, 2, 3].map((number) => sites.hitBy(number, number).length > 0)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(sites.returns(HERE)).toEqual([115]);
  });

  it('ends the outages that it was in, and stays away until it is rebuilt', () => {
    const sites = timelineOf(1, [
      { site: HERE, at: 10, absence: 1000 },
      { site: HERE, at: 20, absence: 30, destroys: true },
    ]);
    expect(absencesOf(sites, HERE)).toEqual([
      { from: 10, to: 20 },
      { from: 20, to: 50 },
    ]);
    expect(sites.returns(HERE)).toEqual([50]);
  });

  it('is not hit by what strikes at the same instant after it', () => {
    const sites = timelineOf(1, [
      { site: HERE, at: 10, absence: 30, destroys: true },
      { site: HERE, at: 10, absence: 1000 },
    ]);
    expect(sites.returns(HERE)).toEqual([40]);
    expect(sites.hitBy(1, 1)).toEqual([]);
  });

  it('remembers when it last was, from that very instant', () => {
    const sites = timelineOf(1, [
      { site: HERE, at: 10, absence: 5, destroys: true },
      { site: HERE, at: 40, absence: 5, destroys: true },
      { site: HERE, at: 60, absence: 5 },
    ]);
    expect([9, 10, 39, 40, 100].map((at) => sites.lastDestroyed(HERE, ms(at)))).toEqual([
      -Infinity,
      10,
      10,
      40,
      40,
    ]);
  });
});

describe('what a decider expects to wait for a site', () => {
  const left = (blows: Parameters<typeof timelineOf>[1], at: number) =>
    timelineOf(1, blows).expectedReturn(HERE, ms(at));

  it('is nothing while it is there, before, after and at its return', () => {
    const blows = [{ site: HERE, at: 10, absence: 5 }];
    expect([0, 9, 15, 100].map((at) => left(blows, at))).toEqual([0, 0, 0, 0]);
  });

  it('is what is left of an outage of known length', () => {
    const blows = [{ site: HERE, at: 10, absence: 3 * HOUR }];
    expect([10, 10 + HOUR, 9 + 3 * HOUR].map((at) => left(blows, at))).toEqual([
      3 * HOUR,
      2 * HOUR,
      1,
    ]);
  });

  it('does not depend on the draw: only law and time elapsed are known', () => {
    const law = lognormal({ mu: 10, sigma: 1.5 });
    const after = 50_000;
    const seen = [60_000, 1e6, 1e9].map((absence) =>
      left([{ site: HERE, at: 10, absence, law }], 10 + after),
    );
    expect(seen).toEqual([law, law, law].map((each) => each.meanBeyond(after)));
    // A heavy tail: what has lasted long is expected to last longer still.
    expect(seen[0]).toBeGreaterThan(law.mean);
  });

  it('is the longest of what keeps it away', () => {
    const blows = [
      { site: HERE, at: 0, absence: 1000, law: exponential(70) },
      { site: HERE, at: 10, absence: 100 },
    ];
    expect(left(blows, 20)).toBe(90);
    expect(left(blows, 60)).toBe(70);
  });
});
