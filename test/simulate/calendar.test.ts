import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { ms } from '../../src/base/units.js';
import { Calendar } from '../../src/simulate/calendar.js';
import { TURN } from '../../src/simulate/event.js';

const all = (calendar: Calendar<string>) => {
  const events: string[] = [];
  for (let event = calendar.next(); event !== undefined; event = calendar.next())
    events.push(event);
  return events;
};

describe('calendar', () => {
  it('plays what shares an instant by turn, then in order of booking', () => {
    const calendar = new Calendar<string>();
    calendar.book(ms(5), TURN.observe, 'detected');
    calendar.book(ms(5), TURN.strike, 'strike');
    calendar.book(ms(5), TURN.return, 'site returns');
    calendar.book(ms(5), TURN.finish, 'copy complete');
    for (let i = 1; i <= 13; i++) calendar.book(ms(5), TURN.observe, `check ${i}`);
    calendar.book(ms(4), TURN.observe, 'before');
    expect(all(calendar)).toEqual([
      'before',
      'copy complete',
      'site returns',
      'strike',
      'detected',
      ...Array.from({ length: 13 }, (_, i) => `check ${i + 1}`),
    ]);
  });

  it('moves its clock to what it plays, and not for what is cancelled', () => {
    const calendar = new Calendar<string>();
    const first = calendar.book(ms(3), 0, 'first');
    calendar.book(ms(7), 0, 'second');
    calendar.cancel(first);
    expect(calendar.now).toBe(0);
    expect(calendar.next()).toBe('second');
    expect(calendar.now).toBe(7);
    expect(calendar.next()).toBeUndefined();
    expect(calendar.now).toBe(7);
  });

  it('takes no harm from cancelling twice, after the event, or nothing', () => {
    const calendar = new Calendar<string>();
    const played = calendar.book(ms(1), 0, 'played');
    const given = calendar.book(ms(2), 0, 'given up');
    calendar.next();
    for (const booking of [played, given, given, null]) calendar.cancel(booking);
    calendar.book(ms(2), 0, 'last');
    expect(all(calendar)).toEqual(['last']);
  });

  it('books for this very instant, but never for the past', () => {
    const calendar = new Calendar<string>();
    calendar.book(ms(10), 0, 'now');
    calendar.next();
    expect(() => calendar.book(ms(9), 0, 'past')).toThrow(InvariantError);
    calendar.book(ms(10), 0, 'same instant');
    expect(all(calendar)).toEqual(['same instant']);
  });

  it.each([0.5, NaN, Infinity])('refuses the instant %s', (at) => {
    expect(() => new Calendar<string>().book(ms(at), 0, 'never')).toThrow(InvariantError);
  });

  it('plays in its last instant what would come after it', () => {
    const calendar = new Calendar<string>();
    calendar.book(ms(2 ** 60), 0, 'beyond');
    calendar.book(ms(2 ** 55), 0, 'beyond too');
    expect(all(calendar)).toEqual(['beyond', 'beyond too']);
    expect(calendar.now).toBe(9e15);
  });

  it('begins anew once it is cleared', () => {
    const calendar = new Calendar<string>();
    calendar.book(ms(10), 0, 'old');
    calendar.next();
    calendar.book(ms(20), 0, 'forgotten');
    calendar.clear();
    expect(calendar.now).toBe(0);
    calendar.book(ms(1), 0, 'new');
    expect(all(calendar)).toEqual(['new']);
  });
});
