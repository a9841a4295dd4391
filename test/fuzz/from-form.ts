import { lawForms } from '../../src/input/figure/law.js';
import type { LawName } from '../../src/input/figure/law-names.js';
import type { Form, KeyForm, MappingForm } from '../../src/input/form/form.js';
import { entryNames } from '../../src/input/catalogue.js';
import { CATALOGUE } from '../running.js';
import { figure } from './figures.js';
import { lawOf } from './laws.js';
import { type FigureMaker, quantityFor } from './quantities.js';
import { someText } from './oddities.js';

/** Makes values of forms; what must fit together is made by makers that know the whole. */
export interface FormMaker extends FigureMaker {
  /** By path in the form, such as `sites.*.region` or `threats[].effects`. */
  readonly makers: ReadonlyMap<string, Making>;
  /** Names of a kind, such as `site`; undefined where the scenario has none of its own. */
  readonly namesOf: (kind: string) => readonly string[] | undefined;
}

/** Makes what stands at a path; undefined leaves it out. */
export type Making = (form: Form, maker: FormMaker, at: string) => unknown;

/** A value of a form, one that can be read unless what it must fit to is unknown. */
export function valueOfForm(form: Form, maker: FormMaker, at: string): unknown {
  const making = maker.makers.get(at);
  return making ? making(form, maker, at) : anyOfForm(form, maker, at);
}

/** The same without asking the makers for this path. */
export function anyOfForm(form: Form, maker: FormMaker, at: string): unknown {
  const { luck } = maker;
  switch (form.kind) {
    case 'text':
      return form.examples ? luck.pick(form.examples) : someText(luck);
    case 'flag':
      return luck.chance(0.5);
    case 'integer':
      return luck.chance(0.9)
        ? Math.min(form.most, form.least + luck.below(12))
        : luck.pick([form.least, form.most]);
    case 'number':
      return Number(luck.between(Math.max(form.least, -1e6), Math.min(form.most, 1e6)).toFixed(3));
    case 'word':
      return luck.pick(form.words);
    case 'name':
      return nameFor(form, maker);
    case 'instant':
      return instantText(Date.UTC(2024, 0, 1) + luck.below(4 * 365) * 86_400_000, maker);
    case 'quantity':
      return quantityFor({ dimension: form.dimension, range: '' }, maker);
    case 'law':
      return lawIn(form.dimension, maker);
    case 'figure':
      return figure(form, maker);
    case 'mapping':
      return mappingOf(form, maker, at);
    case 'named':
      return namedOf(form.each, maker, at);
    case 'list':
      return luck.times(luck.below(3), () => valueOfForm(form.each, maker, `${at}[]`));
    case 'either':
      return valueOfForm(luck.pick(form.of), maker, at);
  }
}

/** An instant in one of the ways that it may be written. */
export function instantText(at: number, { luck }: FigureMaker): string {
  const text = new Date(at).toISOString();
  const length = luck.pick([10, 10, 16, 19, 23]);
  const cut = text.slice(0, length);
  return luck.chance(0.5) ? cut : cut.replace('T', ' ');
}

function nameFor({ of, folder }: Extract<Form, { kind: 'name' }>, maker: FormMaker): string {
  const own = maker.namesOf(of) ?? (folder === null ? [] : entryNames(CATALOGUE, folder));
  return own.length === 0 ? someText(maker.luck) : maker.luck.pick(own);
}

function lawIn(dimension: Extract<Form, { kind: 'law' }>['dimension'], maker: FormMaker): unknown {
  const name = maker.luck.pick(Object.keys(lawForms(dimension))) as LawName;
  return lawOf(name, { ...maker, ends: [1, 2], dimension, laws: [name] });
}

/** How often a key that may be left out is there, by how deep it stands. */
const DENSITIES = [0.5, 0.4, 0.35, 0.3] as const;

/**
 * A mapping: all keys that must be there and some of the others.
 *
 * @param given values of some keys; undefined leaves a key out
 */
export function mappingOf(
  form: MappingForm,
  maker: FormMaker,
  at: string,
  given: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const density = DENSITIES[at.split('.').length] ?? DENSITIES[3];
  const wanted = ([key, { usual }]: readonly [string, KeyForm]) =>
    !(key in given) && (usual === null || maker.luck.chance(density));
  const made = Object.entries(form.keys)
    .filter(wanted)
    .map(([key, one]): [string, unknown] => [
      key,
      valueOfForm(one.form, maker, at === '' ? key : `${at}.${key}`),
    ]);
  if (maker.luck.chance(0.03))
    made.push([maker.luck.pick(['about', 'note']), someText(maker.luck)]);
  const entries = [...made, ...Object.entries(given)].filter(([, value]) => value !== undefined);
  const ordered = maker.luck.chance(0.3) ? maker.luck.shuffled(entries) : entries;
  return Object.fromEntries(ordered) as Record<string, unknown>;
}

function namedOf(each: Form, maker: FormMaker, at: string): Record<string, unknown> {
  const count = 1 + maker.luck.below(2);
  return Object.fromEntries(
    maker.luck.times(count, (number) => [
      `${maker.luck.pick(['licences', 'retainer', 'extra'])}${number}`,
      valueOfForm(each, maker, `${at}.*`),
    ]),
  );
}

/** The mapping among the forms of an either. */
export function mappingIn(form: Form): MappingForm {
  if (form.kind === 'mapping') return form;
  const inner = form.kind === 'either' ? form.of : [];
  const found = inner.find((one) => one.kind === 'mapping');
  if (found === undefined) throw new Error(`no mapping in a form of kind ${form.kind}`);
  return found;
}
