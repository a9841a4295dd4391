import { type Slow, WHEN } from './slow-state.js';

/** Something to be sent as soon as all that it needs is there for as long as it takes. */
export interface Shipment {
  readonly length: number;
  readonly canGo: () => boolean;
  /** Whether there is nothing left to send. */
  readonly isVain: () => boolean;
  /** Whether it has parted from what is there with the first instant of its way. */
  readonly leavesForGood: boolean;
  readonly arrives: () => void;
}

/** What is held back until its time, waits for what it needs, or is on its way. */
export interface Shipping extends Shipment {
  state: 'held' | 'waits' | 'on its way';
  /** Number of the journey; each that is interrupted is followed by a new one. */
  journey: number;
}

export function ship(slow: Slow, shipment: Shipment, from: number): void {
  const shipping: Shipping = { ...shipment, state: 'held', journey: 0 };
  slow.shippings.add(shipping);
  tryAt(slow, shipping, Math.max(from, slow.future.now));
}

function tryAt(slow: Slow, shipping: Shipping, at: number): void {
  const run = () => {
    if (shipping.state !== 'on its way' && slow.shippings.has(shipping)) leave(slow, shipping);
  };
  slow.future.add(at, WHEN.jobBegins, { kind: 'job', run });
}

function leave(slow: Slow, shipping: Shipping): void {
  if (shipping.isVain()) {
    slow.shippings.delete(shipping);
    return;
  }
  shipping.state = 'waits';
  if (!shipping.canGo()) return;
  shipping.state = 'on its way';
  const journey = ++shipping.journey;
  const run = () => {
    if (shipping.state === 'on its way' && shipping.journey === journey) arrive(slow, shipping);
  };
  slow.future.add(slow.future.now + shipping.length, WHEN.jobEnds, { kind: 'job', run });
}

function arrive(slow: Slow, shipping: Shipping): void {
  slow.shippings.delete(shipping);
  if (shipping.leavesForGood || !shipping.isVain()) shipping.arrives();
}

/** Something has gone: what needs it turns back. */
export function turnBack(slow: Slow): void {
  for (const shipping of slow.shippings) {
    if (shipping.state === 'on its way' && !shipping.canGo()) shipping.state = 'waits';
  }
}

/** Something is there again: what waited for it sets out. */
export function setOutAgain(slow: Slow): void {
  for (const shipping of slow.shippings) {
    if (shipping.state === 'waits') tryAt(slow, shipping, slow.future.now);
  }
}
