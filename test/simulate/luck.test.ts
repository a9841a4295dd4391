import { describe, expect, it } from 'vitest';
import { ms } from '../../src/base/units.js';
import { exponential } from '../../src/random/exponential.js';
import { point } from '../../src/random/point.js';
import { Purposes } from '../../src/random/purpose.js';
import { uniform } from '../../src/random/uniform.js';
import { drawn, luckOf, wholeMs } from '../../src/simulate/luck.js';

const purposes = new Purposes('1');
const EVENTS = Array.from({ length: 100 }, (_, event) => event);

describe('luck of an event', () => {
  it('differs from event to event and from trial to trial, and is the same whoever asks', () => {
    const restore = luckOf({ law: exponential(1e9), drawn: 'each' }, 'orders/restore', purposes);
    const again = luckOf({ law: exponential(1e9), drawn: 'each' }, 'orders/restore', purposes);
    const all = EVENTS.flatMap((event) => [0, 1].map((trial) => drawn(restore, trial, event)));
    expect(new Set(all).size).toBe(all.length);
    expect(EVENTS.map((event) => drawn(again, 1, event))).toEqual(
      EVENTS.map((event) => drawn(restore, 1, event)),
    );
  });

  it('that is drawn once is the same for every event of a pair of trials', () => {
    const promote = luckOf({ law: exponential(1e9), drawn: 'once' }, 'orders/promote', purposes);
    const pair = EVENTS.flatMap((event) => [6, 7].map((trial) => drawn(promote, trial, event)));
    expect(new Set(pair).size).toBe(1);
    expect(drawn(promote, 8, 0)).not.toBe(pair[0]);
  });

  it('needs no draw where the time is known', () => {
    const known = luckOf({ law: point(ms(1234.4)), drawn: 'each' }, 'orders/known', purposes);
    expect(known.purpose).toBeNull();
    expect(EVENTS.map((event) => drawn(known, 5, event))).toEqual(EVENTS.map(() => 1234));
  });

  it('is whole ms, and never below 0', () => {
    const wide = luckOf({ law: uniform({ low: -5, high: 5 }), drawn: 'each' }, 'wide', purposes);
    const seen = new Set(EVENTS.map((event) => drawn(wide, 0, event)));
    expect([...seen].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

it('a duration becomes the nearest whole ms, up to 200,000 years', () => {
  expect([0.4, 0.5, 1.49, -3].map(wholeMs)).toEqual([0, 1, 1, 0]);
  expect(wholeMs(Infinity)).toBe(6.3e15);
  expect(Number.isSafeInteger(wholeMs(1e300))).toBe(true);
});
