import type { Dimension } from '../../base/quantity.js';

/**
 * What a value of the scenario may look like: every reader's own account of what it reads. The JSON
 * schema for editors and the reference page are made from it, so that neither can say anything else.
 */
export type Form =
  /** Any text; `pattern` is a regular expression that it must match. */
  | { readonly kind: 'text'; readonly pattern?: string; readonly examples?: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  /** The name of something: of the scenario, or of an entry of a folder of the catalogue. */
  | { readonly kind: 'name'; readonly of: string; readonly folder: string | null }
  | { readonly kind: 'instant' }
  /** A quantity with its unit, known for sure. */
  | { readonly kind: 'quantity'; readonly dimension: Dimension }
  /** A law under its name. */
  | { readonly kind: 'law'; readonly dimension: Dimension }
  | FigureForm
  | MappingForm
  /** A mapping from names that the user gives. */
  | { readonly kind: 'named'; readonly what: string; readonly each: Form }
  | ListForm
  | { readonly kind: 'either'; readonly of: readonly Form[] };

export interface ListForm {
  readonly kind: 'list';
  readonly what: string;
  readonly each: Form;
  /** How many items make sense; any number where left out. */
  readonly least?: number;
  readonly most?: number;
}

export interface FigureForm {
  readonly kind: 'figure';
  readonly dimension: Dimension;
  /** The values that make sense, in words. */
  readonly range: string;
  /** Whether intervals and laws will do. */
  readonly uncertain: boolean;
}

export interface MappingForm {
  readonly kind: 'mapping';
  readonly keys: Readonly<Record<string, KeyForm>>;
  /** Folder of the catalogue whose entries it may extend with `use`; null where it may not. */
  readonly entries: string | null;
  /** Catalogue file that gives what is left out. */
  readonly beneath: string | null;
}

/** A key of a mapping: what may stand under it, and what holds when it is left out. */
export interface KeyForm {
  readonly form: Form;
  /** What it means, in a sentence or two. */
  readonly about: string;
  /** What holds without it, in words; null for a key that must be there. */
  readonly usual: string | null;
  readonly example: string | null;
}

/** The same mapping, which may also extend an entry of a folder of the catalogue. */
export function extending(form: Form, entries: string): Form {
  return form.kind === 'mapping' ? { ...form, entries } : form;
}

/** The same mapping, laid over a file of the catalogue that gives what is left out. */
export function laidOver(form: Form, beneath: string): Form {
  return form.kind === 'mapping' ? { ...form, beneath } : form;
}
