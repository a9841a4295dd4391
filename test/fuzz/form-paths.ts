import type { Form } from '../../src/input/form/form.js';

const under = (at: string, key: string) => (at === '' ? key : `${at}.${key}`);

/** Every path of a form, such as `services.*.data.size`; items of a list have the list's own. */
export function pathsOfForm(form: Form, at = '', found = new Set<string>()): Set<string> {
  if (at !== '') found.add(at);
  if (form.kind === 'mapping') {
    for (const [key, { form: inner }] of Object.entries(form.keys)) {
      pathsOfForm(inner, under(at, key), found);
    }
  }
  if (form.kind === 'named') pathsOfForm(form.each, under(at, '*'), found);
  if (form.kind === 'list') pathsOfForm(form.each, at, found);
  if (form.kind === 'either') for (const one of form.of) pathsOfForm(one, at, found);
  return found;
}

/** The paths of a form that a tree of values has something under. */
export function pathsInTree(tree: unknown, form: Form): Set<string> {
  const found = new Set<string>();
  collect(tree, form, { at: '', found });
  return found;
}

function collect(value: unknown, form: Form, to: { at: string; found: Set<string> }): void {
  const { at, found } = to;
  if (value === undefined) return;
  if (at !== '') found.add(at);
  if (form.kind === 'either') for (const one of form.of) collect(value, one, to);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (form.kind === 'list' && Array.isArray(value)) collect(inner, form.each, to);
    if (form.kind === 'named') collect(inner, form.each, { at: under(at, '*'), found });
    if (form.kind !== 'mapping' || !Object.hasOwn(form.keys, key)) continue;
    collect(inner, form.keys[key]!.form, { at: under(at, key), found });
  }
}
