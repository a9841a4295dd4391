import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms } from '../../src/base/units.js';
import { Calendar } from '../../src/simulate/calendar.js';

/** What playing an event leads to: bookings some time from then, and cancellations of any booking. */
interface Reaction {
  readonly books: readonly { readonly delay: number; readonly turn: number }[];
  readonly cancels: readonly number[];
}

/** The calendar under test, and the slow obvious one, seen alike: bookings go by their number. */
interface Agenda {
  book(delay: number, turn: number): void;
  cancel(number: number): void;
  next(): { number: number; now: number } | undefined;
}

function underTest(): Agenda {
  const calendar = new Calendar<number>();
  const bookings: ReturnType<typeof calendar.book>[] = [];
  return {
    book(delay, turn) {
      bookings.push(calendar.book(ms(calendar.now + delay), turn, bookings.length));
    },
    cancel(number) {
      calendar.cancel(bookings[number] ?? null);
    },
    next() {
      const number = calendar.next();
      return number === undefined ? undefined : { number, now: calendar.now };
    },
  };
}

/** Sorts all live bookings anew for each event; the sort is stable, so that ties go by booking. */
function sortingAll(): Agenda {
  let now = 0;
  let booked = 0;
  let live: { number: number; at: number; turn: number }[] = [];
  return {
    book(delay, turn) {
      live.push({ number: booked++, at: now + delay, turn });
    },
    cancel(number) {
      live = live.filter((booking) => booking.number !== number);
    },
    next() {
      const [first] = live.toSorted((a, b) => a.at - b.at || a.turn - b.turn);
      if (!first) return undefined;
      live = live.filter((booking) => booking !== first);
      now = first.at;
      return { number: first.number, now };
    },
  };
}

const MOST_EVENTS = 150;

/** Plays a plan to its end; each event leads to the reaction at its number, modulo their count. */
function played(agenda: Agenda, plan: readonly Reaction[]) {
  let booked = 0;
  const react = ({ books, cancels }: Reaction) => {
    for (const { delay, turn } of books) {
      if (booked === MOST_EVENTS) break;
      agenda.book(delay, turn);
      booked++;
    }
    for (const any of cancels) agenda.cancel(any % (booked + 1));
  };
  react(plan[0]!);
  const events: { number: number; now: number }[] = [];
  for (let event = agenda.next(); event; event = agenda.next()) {
    events.push(event);
    react(plan[(event.number + 1) % plan.length]!);
  }
  return events;
}

const reaction = fc.record<Reaction>({
  books: fc.array(
    fc.record({ delay: fc.constantFrom(0, 0, 1, 2, 5, 10), turn: fc.integer({ min: 0, max: 3 }) }),
    { maxLength: 6 },
  ),
  cancels: fc.array(fc.nat(MOST_EVENTS), { maxLength: 2 }),
});

test('any plan of bookings and cancellations, made before or while playing, is played in order', () => {
  let longest = 0;
  let cancelled = 0;
  fc.assert(
    fc.property(fc.array(reaction, { minLength: 1, maxLength: 20 }), (plan) => {
      const expected = played(sortingAll(), plan);
      expect(played(underTest(), plan)).toEqual(expected);
      longest = Math.max(longest, expected.length);
      if (expected.some(({ number }, i) => number > i)) cancelled++;
    }),
    { seed: 1, numRuns: 1000 },
  );
  // The plans are worth the name.
  expect(longest).toBeGreaterThan(100);
  expect(cancelled).toBeGreaterThan(300);
});
