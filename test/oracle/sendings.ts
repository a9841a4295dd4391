import { isThere } from './presence.js';
import { cancel, lineRate, type Sending, type Slow, WHEN } from './slow-state.js';

export function send(slow: Slow, order: Omit<Sending, 'left' | 'rate'>): Sending {
  proceed(slow);
  const sending = { ...order, left: order.bytes, rate: 0 };
  slow.sendings.push(sending);
  shareAnew(slow);
  return sending;
}

export function giveUp(slow: Slow, sending: Sending | null): null {
  if (!sending || !slow.sendings.includes(sending)) return null;
  proceed(slow);
  slow.sendings.splice(slow.sendings.indexOf(sending), 1);
  shareAnew(slow);
  return null;
}

/** What has been sent since the last change. */
export function proceed(slow: Slow): void {
  const seconds = (slow.future.now - slow.sentUntil) / 1000;
  for (const sending of slow.sendings) {
    if (seconds > 0) sending.left = Math.max(0, sending.left - seconds * sending.rate);
  }
  slow.sentUntil = slow.future.now;
}

/** Rates change, and with them who arrives first. */
export function shareAnew(slow: Slow): void {
  proceed(slow);
  for (const sending of slow.sendings) {
    const others = slow.sendings.filter(({ link }) => link === sending.link);
    const up = sending.link < 0 || isThere(slow.links[sending.link]!, slow.future.now);
    sending.rate = up ? fairRates(lineRate(slow, sending.link), others).get(sending)! : 0;
  }
  slow.sendingEnds = cancel(slow.sendingEnds);
  const next = firstToArrive(slow);
  if (next) {
    slow.sendingEnds = slow.future.add(next.at, WHEN.finish, { kind: 'transferEnds' });
  }
}

/** The first to arrive, rounded up to whole ms but for what is only rounding. */
export function firstToArrive(slow: Slow): { at: number; sending: Sending } | undefined {
  let first: { at: number; sending: Sending } | undefined;
  for (const sending of slow.sendings) {
    const needed = msFor(sending.left, sending.rate);
    const at = slow.sentUntil + Math.max(0, Math.ceil(needed - 1e-3));
    if (at < Infinity && (!first || at < first.at)) first = { at, sending };
  }
  return first;
}

/** Time that an order would take if it began now on a link that is up. */
export function estimate(
  slow: Slow,
  order: { bytes: number; link: number; limit: number },
  without: Sending | null,
): number {
  const others = slow.sendings.filter((one) => one.link === order.link && one !== without);
  const rates = fairRates(lineRate(slow, order.link), [...others, order]);
  return msFor(order.bytes, rates.get(order)!);
}

/** Time that one under way still needs; if its link is cut, once that is up. */
export function rest(slow: Slow, sending: Sending): number {
  proceed(slow);
  const users = slow.sendings.filter(({ link }) => link === sending.link);
  return msFor(sending.left, fairRates(lineRate(slow, sending.link), users).get(sending)!);
}

/** Max-min: whoever wants least gets it as long as that is no more than an equal share. */
export function fairRates<T extends { limit: number }>(
  rate: number,
  users: readonly T[],
): Map<T, number> {
  const rates = new Map<T, number>();
  let left = rate;
  for (const user of [...users].sort((a, b) => a.limit - b.limit)) {
    const own = Math.min(user.limit, left / (users.length - rates.size));
    rates.set(user, own);
    if (left < Infinity) left -= own;
  }
  return rates;
}

function msFor(bytes: number, rate: number): number {
  return bytes === 0 ? 0 : (bytes * 1000) / rate;
}
