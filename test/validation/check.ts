import type { Figure } from './figure.js';

/** Runs a case through the product: what came out beside what is published. */
export interface Check<I = unknown, E = unknown> {
  figures(of: { readonly inputs: I; readonly expected: E }): readonly Figure[];
}

/** A check of cases whose inputs and results have a shape that it knows. */
export function check<I, E>(run: (inputs: I, expected: E) => readonly Figure[]): Check<I, E> {
  return { figures: ({ inputs, expected }) => run(inputs, expected) };
}
