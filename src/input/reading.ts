import type { Assumption } from '../model/scenario.js';
import type { Catalogue } from './catalogue.js';
import type { Form } from './form/form.js';
import { described, type Located } from './yaml/located-tree.js';
import type { Place, Problem } from './problem.js';

/** What is gathered while a scenario is read, and what its parts are read against. */
export interface Reading {
  readonly catalogue: Catalogue;
  readonly problems: Problem[];
  readonly assumptions: Assumption[];
  /** Catalogue files read so far, with all they extend merged in; by path. */
  readonly entries: Map<string, Located>;
  /** Catalogue files being read, outermost first. */
  readonly open: string[];
  /** ISO 4217 code of the scenario; empty while it is unknown. */
  currency: string;
  /** What one unit of another currency is worth in the scenario's, by its code. */
  readonly exchange: Map<string, number>;
}

/** A value under the key that it is read for. */
export interface Spot {
  readonly node: Located;
  /** Such as `services.orders.data.size`. */
  readonly path: string;
}

/**
 * Turns a spot into a part of the model, and says which form it reads. Undefined means that it
 * reported a problem, or that one was reported before.
 */
export interface Reader<T> {
  (spot: Spot, reading: Reading): T | undefined;
  readonly form: Form;
}

/** A reader of values of a form. */
export function reader<T>(
  form: Form,
  read: (spot: Spot, reading: Reading) => T | undefined,
): Reader<T> {
  return Object.assign((spot: Spot, reading: Reading) => read(spot, reading), { form });
}

/** A reading that has met nothing yet. */
export function newReading(catalogue: Catalogue): Reading {
  return {
    catalogue,
    problems: [],
    assumptions: [],
    entries: new Map(),
    open: [],
    currency: '',
    exchange: new Map(),
  };
}

/** What a problem says, and where if not at the spot's value. */
export interface Refusal {
  readonly expected: string;
  /** What stands at the spot when absent. */
  readonly got?: string | undefined;
  readonly fix?: string | undefined;
  readonly place?: Place;
}

/** Reports a problem at a spot; nothing for what was already reported as unreadable. */
export function refuse(spot: Spot, reading: Reading, refusal: Refusal): undefined {
  if (spot.node.kind === 'broken') return undefined;
  const { file, line, column } = refusal.place ?? spot.node.place;
  const got = refusal.got ?? described(spot.node);
  const fix = refusal.fix === undefined ? {} : { fix: refusal.fix };
  reading.problems.push({
    file,
    line,
    column,
    path: spot.path,
    expected: refusal.expected,
    got,
    ...fix,
  });
  return undefined;
}
