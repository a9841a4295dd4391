import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { ms } from '../../src/base/units.js';
import { type Transfer, Transfers } from '../../src/simulate/transfers.js';

const LINK = 0;

/** What to send over one link of 100 bytes per second: from when on, how much, and how fast at most. */
interface Order {
  readonly from: number;
  readonly bytes: number;
  readonly limit?: number;
}

/** Seconds at which each order is complete. */
function finishes(orders: readonly Order[]): number[] {
  const transfers = new Transfers<number>(() => 100);
  const ends: number[] = [];
  const waiting = orders.map((order, done) => ({ ...order, done }));
  waiting.sort((a, b) => a.from - b.from);
  for (;;) {
    const first = transfers.first();
    const [next] = waiting;
    if (next && (!first || next.from * 1000 < first.at)) {
      waiting.shift();
      transfers.start(ms(next.from * 1000), {
        bytes: next.bytes,
        link: LINK,
        limit: next.limit ?? Infinity,
        done: next.done,
      });
    } else if (first) {
      transfers.end(first.at, first.transfer);
      ends[first.transfer.done] = first.at / 1000;
    } else {
      return ends;
    }
  }
}

describe('transfers over one link', () => {
  it('share it equally', () => {
    expect(finishes([{ from: 0, bytes: 150 }])).toEqual([1.5]);
    expect(
      finishes([
        { from: 0, bytes: 150 },
        { from: 0, bytes: 150 },
      ]),
    ).toEqual([3, 3]);
  });

  it('leave what one cannot use to the others', () => {
    expect(
      finishes([
        { from: 0, bytes: 10, limit: 10 },
        { from: 0, bytes: 45, limit: 60 },
        { from: 0, bytes: 90 },
      ]),
    ).toEqual([1, 1, 1.45]);
  });

  // Bertsekas & Gallager (1992), §6.5.2: fill up together, stop who is content.
  it('are filled up together until each is content', () => {
    const transfers = new Transfers<string>(() => 100);
    const rates = [70, 8, 30, 45].map((limit) =>
      transfers.start(ms(0), { bytes: 1000, link: LINK, limit, done: '' }),
    );
    expect(rates.map(({ rate }) => rate)).toEqual([31, 8, 30, 31]);
  });

  it('are complete at the whole millisecond after their last byte', () => {
    expect(
      finishes([
        { from: 0, bytes: 100 / 3 },
        { from: 1, bytes: 0 },
      ]),
    ).toEqual([0.334, 1]);
  });
});

describe('the published cases of DSLab', () => {
  const { cases } = JSON.parse(readFileSync('test/simulate/dslab-fair-share.json', 'utf8')) as {
    cases: Record<string, { transfers: readonly (readonly [number, number])[]; ends: number[] }>;
  };

  it.each(Object.entries(cases))('%s', (_, { transfers, ends }) => {
    expect(finishes(transfers.map(([from, bytes]) => ({ from, bytes })))).toEqual(ends);
  });
});

describe('a transfer under way', () => {
  const order = (bytes: number, link = LINK, limit = Infinity) => ({
    bytes,
    link,
    limit,
    done: '',
  });

  it('frees its share when it is given up, once', () => {
    const transfers = new Transfers<string>(() => 100);
    const [a, b] = [transfers.start(ms(0), order(1000)), transfers.start(ms(0), order(1000))];
    expect(transfers.remainder(ms(2000), b)).toBe(18_000);
    transfers.end(ms(2000), a);
    expect(transfers.remainder(ms(2000), b)).toBe(9_000);
    transfers.end(ms(2000), a);
    transfers.end(ms(2000), null);
    expect(transfers.first()).toEqual({ at: 11_000, transfer: b });
  });

  it('does not feel what goes over another link or within a site', () => {
    const transfers = new Transfers<string>((link) => [100, 10][link]!);
    const slow = transfers.start(ms(0), order(50, 1));
    const fast = transfers.start(ms(0), order(400));
    const within = [1, 2].map(() => transfers.start(ms(0), order(1000, -1, 500)));
    expect([slow, fast, ...within].map(({ rate }) => rate)).toEqual([10, 100, 500, 500]);
  });

  it('needs no time within a site where nothing limits it, however many there are', () => {
    const transfers = new Transfers<string>(() => 100);
    const all: Transfer<string>[] = [];
    for (let i = 0; i < 3; i++) all.push(transfers.start(ms(5), order(1e12, -1)));
    for (const transfer of all) {
      expect(transfers.remainder(ms(5), transfer)).toBe(0);
    }
    expect(transfers.first()?.at).toBe(5);
  });

  it('is promised its share of the link among those under way', () => {
    const transfers = new Transfers<string>(() => 100);
    expect(transfers.estimate(order(100))).toBe(1000);
    transfers.start(ms(0), order(1000));
    expect(transfers.estimate(order(100))).toBe(2000);
    expect(transfers.estimate(order(100, LINK, 10))).toBe(10_000);
    expect(transfers.estimate(order(100, -1, 10))).toBe(10_000);
    expect(transfers.estimate(order(0, LINK))).toBe(0);
  });

  it('is promised what those leave that cannot use their share', () => {
    const transfers = new Transfers<string>(() => 100);
    const slow = transfers.start(ms(0), order(1000, LINK, 10));
    expect(transfers.estimate(order(90))).toBe(1000);
    transfers.start(ms(0), order(1000));
    expect(transfers.estimate(order(90))).toBe(2000);
    expect(slow.rate).toBe(10);
  });

  it('is promised the share of one that would be given up for it', () => {
    const transfers = new Transfers<string>(() => 100);
    const other = transfers.start(ms(0), order(1000));
    expect(transfers.estimate(order(100), other)).toBe(1000);
  });

  it('is forgotten once everything is cleared', () => {
    const transfers = new Transfers<string>(() => 100);
    transfers.start(ms(5000), order(1000));
    transfers.clear();
    expect(transfers.first()).toBeUndefined();
    transfers.start(ms(0), order(100));
    expect(transfers.first()?.at).toBe(1000);
  });

  it.each([
    [-1, 10],
    [NaN, 10],
    [100, 0],
    [100, NaN],
  ])('is refused with %s bytes at %s B/s', (bytes, limit) => {
    const transfers = new Transfers<string>(() => 100);
    expect(() => transfers.start(ms(0), order(bytes, LINK, limit))).toThrow(InvariantError);
  });
});
