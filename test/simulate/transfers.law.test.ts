import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms } from '../../src/base/units.js';
import { type Transfer, Transfers } from '../../src/simulate/transfers.js';

/** Bytes per second; integers, so that shares are the only fractions. */
const RATES = [100, 1000];

interface Order {
  /** ms */
  readonly from: number;
  readonly bytes: number;
  readonly link: number;
  readonly limit: number;
  /** Given up so long after its start if it is still under way, ms. */
  readonly patience: number;
}

const order = fc.record<Order>({
  from: fc.integer({ min: 0, max: 3000 }),
  bytes: fc.integer({ min: 0, max: 300 }),
  link: fc.integer({ min: 0, max: RATES.length - 1 }),
  limit: fc.constantFrom(7, 30, 60, 200, Infinity),
  patience: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 4000 })),
});
const orders = fc.array(order, { minLength: 1, maxLength: 8 });

/** What becomes of an order: when it ends, and how much was sent by then. */
interface Fate {
  readonly end: number;
  readonly sent: number;
}

/** Called for each stretch in which rates stay the same. */
type Watch = (rates: readonly Transfer<number>[], seconds: number) => void;

/** Plays orders as the simulator does: starts, ends and gives up at whole ms. */
function simulated(plan: readonly Order[], watch: Watch = () => undefined): Fate[] {
  const transfers = new Transfers<number>((link) => RATES[link]!);
  const running = new Map<number, Transfer<number>>();
  const fates: Fate[] = [];
  const sent = plan.map(() => 0);
  let now = 0;
  const advance = (to: number) => {
    watch([...running.values()], (to - now) / 1000);
    for (const [number, transfer] of running) {
      sent[number]! += Math.min(
        plan[number]!.bytes - sent[number]!,
        (transfer.rate * (to - now)) / 1000,
      );
    }
    now = to;
  };
  const begin = new Set(plan.keys());
  for (;;) {
    const first = transfers.first();
    const start = [...begin].toSorted((a, b) => plan[a]!.from - plan[b]!.from)[0];
    const tired = [...running.keys()].toSorted((a, b) => upTo(plan[a]!) - upTo(plan[b]!))[0];
    const times = {
      end: first?.at ?? Infinity,
      giveUp: tired === undefined ? Infinity : upTo(plan[tired]!),
      start: start === undefined ? Infinity : plan[start]!.from,
    };
    const next = Math.min(times.end, times.giveUp, times.start);
    if (next === Infinity) return fates;
    advance(next);
    if (first && times.end === next) {
      transfers.end(ms(next), first.transfer);
      running.delete(first.transfer.done);
      fates[first.transfer.done] = { end: next, sent: sent[first.transfer.done]! };
    } else if (tired !== undefined && times.giveUp === next) {
      transfers.end(ms(next), running.get(tired)!);
      running.delete(tired);
      fates[tired] = { end: next, sent: sent[tired]! };
    } else if (start !== undefined) {
      begin.delete(start);
      const { bytes, link, limit } = plan[start]!;
      running.set(start, transfers.start(ms(next), { bytes, link, limit, done: start }));
    }
  }
}

const upTo = ({ from, patience }: Order) => from + patience;

/** Steps through every ms. */
function stepped(plan: readonly Order[]): Fate[] {
  const left = plan.map(({ bytes }) => bytes);
  const fates: Fate[] = [];
  let active: readonly number[] = [];
  let rates: readonly number[] = [];
  for (let now = 0; fates.filter(Boolean).length < plan.length; now++) {
    plan.forEach((one, number) => {
      if (fates[number] || now < one.from) return;
      const complete = left[number]! <= 1e-9;
      if (!complete && now < upTo(one)) return;
      fates[number] = { end: now, sent: one.bytes - left[number]! };
    });
    const present = [...plan.keys()].filter((n) => !fates[n] && plan[n]!.from <= now);
    if (present.join() !== active.join()) {
      active = present;
      rates = active.map((n) => fairRate(plan, active, plan[n]!));
    }
    active.forEach((n, i) => {
      left[n] = Math.max(0, left[n]! - rates[i]! / 1000);
    });
  }
  return fates;
}

/** What one gets of its link: the common level up to which all can be served, or its limit. */
function fairRate(plan: readonly Order[], active: readonly number[], one: Order): number {
  const users = active.filter((n) => plan[n]!.link === one.link).map((n) => plan[n]!);
  const level = levelOf(
    RATES[one.link]!,
    users.map(({ limit }) => limit),
  );
  return Math.min(level, one.limit);
}

/** Highest level at which the sum of min(limit, level) is the link's rate, found by halving. */
function levelOf(rate: number, limits: readonly number[]): number {
  let [low, high] = [0, rate];
  for (let i = 0; i < 60; i++) {
    const level = (low + high) / 2;
    if (limits.reduce((sum, limit) => sum + Math.min(limit, level), 0) > rate) high = level;
    else low = level;
  }
  return high;
}

test('transfers end when those of a simulation in steps of 1 ms end', () => {
  fc.assert(
    fc.property(orders, (plan) => {
      const [seen, expected] = [simulated(plan), stepped(plan)];
      expect(seen).toHaveLength(plan.length);
      seen.forEach((fate, number) => {
        // A last byte at the very end of a step may count for the next.
        expect(Math.abs(fate.end - expected[number]!.end), `order ${number}`).toBeLessThanOrEqual(
          1,
        );
        expect(Math.abs(fate.sent - expected[number]!.sent)).toBeLessThanOrEqual(0.3);
      });
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('a link is never over-used, never idle while somebody could use it, and fair', () => {
  const fair: Watch = (running) => {
    RATES.forEach((rate, link) => {
      const users = running.filter((transfer) => transfer.link === link);
      const used = users.reduce((sum, transfer) => sum + transfer.rate, 0);
      const wanted = users.reduce((sum, { limit }) => sum + limit, 0);
      expect(Math.abs(used - Math.min(rate, wanted))).toBeLessThan(1e-9 * rate);
      const most = Math.max(...users.map((transfer) => transfer.rate));
      for (const transfer of users) {
        // Whoever gets less than somebody else has all that it can use.
        if (transfer.rate < most - 1e-9) expect(transfer.rate).toBe(transfer.limit);
        expect(transfer.rate).toBeLessThanOrEqual(transfer.limit);
      }
    });
  };
  fc.assert(
    fc.property(orders, (plan) => {
      simulated(plan, fair);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('what is sent is what was ordered: no byte more, and no less unless it is given up', () => {
  fc.assert(
    fc.property(orders, (plan) => {
      simulated(plan).forEach(({ end, sent }, number) => {
        const { bytes } = plan[number]!;
        if (end < upTo(plan[number]!)) expect(Math.abs(sent - bytes)).toBeLessThan(1e-9);
        else expect(sent).toBeLessThanOrEqual(bytes);
      });
    }),
    { seed: 3, numRuns: 500 },
  );
});

test('what ends together ends at the same ms, whatever rounding has left of it', () => {
  const twins = fc.record({
    bytes: fc.integer({ min: 1, max: 10_000 }),
    count: fc.integer({ min: 2, max: 9 }),
    disturbed: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(twins, ({ bytes, count, disturbed }) => {
      const transfers = new Transfers<number>((link) => RATES[link]!);
      const all = Array.from({ length: count }, (_, done) =>
        transfers.start(ms(0), { bytes, link: 0, limit: Infinity, done }),
      );
      let now = 0;
      for (const pause of disturbed) {
        const { at } = transfers.first()!;
        now = Math.min(now + pause, at);
        transfers.remainder(ms(now), all[0]!);
      }
      const expected = Math.ceil((bytes * count * 1000) / RATES[0]!);
      for (const _ of all) {
        const first = transfers.first()!;
        expect(first.at).toBe(expected);
        transfers.end(first.at, first.transfer);
      }
    }),
    { seed: 4, numRuns: 1000 },
  );
});
