import { DIMENSIONS } from '../../base/quantity-dimensions.js';
import type { Dimension } from '../../base/quantity.js';
import { type Catalogue, entryNames } from '../catalogue.js';
import { catalogueYaml } from '../catalogue-yaml.js';
import { lawForms } from '../figure/law.js';
import type { FigureForm, Form, KeyForm, MappingForm } from '../form/form.js';
import { GATE_MEASURES, type GateRule } from '../../model/gate.js';
import { SCENARIO_FORM } from '../scenario.js';
import { type Located, valueOf, written } from '../yaml/located-tree.js';
import {
  REFERENCE_EFFECTS,
  REFERENCE_FINDINGS,
  REFERENCE_GATES,
  REFERENCE_HEAD,
  REFERENCE_LAWS,
  REFERENCE_TAIL,
} from './reference-words.js';
import { wordsFor } from './json-schema.js';

/** What `drsim check` looks for: its word, how grave it can be, what it is and why it matters. */
export interface FindingKind {
  readonly rule: string;
  readonly severity: string;
  readonly title: string;
  readonly why: string;
}

/**
 * The reference page of scenario files as Markdown, made from what the readers say of themselves:
 * every key with what may stand under it, its unit, and what holds without it, with its source.
 *
 * @param findings all that `drsim check` can find
 */
export function scenarioReference(catalogue: Catalogue, findings: readonly FindingKind[]): string {
  const page = new Page(catalogue);
  page.mapping('Top level', SCENARIO_FORM as MappingForm, '');
  return [
    REFERENCE_HEAD,
    quantities(),
    REFERENCE_LAWS,
    laws(),
    ...page.sections,
    REFERENCE_EFFECTS,
    entries(catalogue),
    REFERENCE_GATES,
    gateMeasures(),
    REFERENCE_FINDINGS,
    findingWords(findings),
    REFERENCE_TAIL,
  ].join('\n\n');
}

class Page {
  readonly sections: string[] = [];
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** A section for a mapping, followed by one for each mapping in it. */
  mapping(title: string, form: MappingForm, path: string): void {
    const beneath = form.beneath === null ? null : this.#file(form.beneath);
    const rows = Object.entries(form.keys).map(([key, one]) => {
      const usual = usualOf(key, one, beneath);
      return `| \`${key}\` | ${cell(one.about)} | ${cell(wordsOf(one.form))} | ${cell(usual)} |`;
    });
    const remarks = [
      form.entries === null
        ? ''
        : `May extend an entry: \`use: …\` of \`models/${form.entries}/\`.`,
      form.beneath === null ? '' : `What is left out comes from \`${form.beneath}\`.`,
    ].filter((remark) => remark !== '');
    this.sections.push(
      [
        `## ${title}`,
        ...(remarks.length === 0 ? [] : [remarks.join(' ')]),
        [
          '| key | meaning | what stands there | without it |',
          '| --- | --- | --- | --- |',
          ...rows,
        ].join('\n'),
      ].join('\n\n'),
    );
    for (const [key, one] of Object.entries(form.keys)) this.#inner(one.form, join(path, key));
  }

  #inner(form: Form, path: string): void {
    switch (form.kind) {
      case 'mapping':
        this.mapping(`\`${path}\``, form, path);
        return;
      case 'named':
        this.#inner(form.each, join(path, '<name>'));
        return;
      case 'list':
        this.#inner(form.each, `${path}[]`);
        return;
      case 'either':
        for (const one of withoutListsOfTheSame(form.of)) this.#inner(one, path);
        return;
      default:
    }
  }

  #file(path: string): Located | null {
    return catalogueYaml(this.#catalogue, path)?.tree ?? null;
  }
}

/** Of "one or a list of them" one is enough to describe. */
function withoutListsOfTheSame(forms: readonly Form[]): readonly Form[] {
  const texts = new Set(forms.map((form) => JSON.stringify(form)));
  return forms.filter((form) => form.kind !== 'list' || !texts.has(JSON.stringify(form.each)));
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** What holds without a key: the catalogue's figure with its source, or the reader's own words. */
function usualOf(key: string, { usual }: KeyForm, beneath: Located | null): string {
  const given = beneath === null ? undefined : valueOf(beneath, key);
  if (given === undefined) return usual ?? '**must be there**';
  const value = valueOf(given, 'value');
  if (value === undefined) return `\`${written(given)}\``;
  const [source, year, confidence] = ['source', 'year', 'confidence'].map((word) => {
    const found = valueOf(given, word);
    return found === undefined ? '' : written(found).replaceAll(/\s+/g, ' ').trim();
  });
  return `\`${written(value)}\` (${source!}, ${year!}, ${confidence!})`;
}

/** What may stand there, in words. */
function wordsOf(form: Form): string {
  switch (form.kind) {
    case 'text':
      return form.examples === undefined ? 'text' : `text such as \`${form.examples[0]!}\``;
    case 'flag':
      return '`true` or `false`';
    case 'integer':
      return `whole number, ${form.least} to ${form.most}`;
    case 'number':
      return form.most === Infinity ? 'number' : `number, ${form.least} to ${form.most}`;
    case 'word':
      return form.words.map((word) => `\`${word}\``).join(', ');
    case 'name':
      return form.folder === null
        ? `name of a ${form.of}`
        : `name of a ${form.of}, in \`models/${form.folder}/\``;
    case 'instant':
      return 'date, UTC, such as `2027-03-01 12:00`';
    case 'quantity':
      return wordsFor(form.dimension);
    case 'law':
      return 'law';
    case 'figure':
      return figureWords(form);
    case 'mapping':
      return 'mapping';
    case 'named':
      return `mapping of ${form.what} by name`;
    case 'list':
      return `list of ${form.what}`;
    case 'either': {
      const words = withoutListsOfTheSame(form.of).map(wordsOf);
      const several = words.length < form.of.length ? ', or a list of them' : '';
      return [...new Set(words)].join('; or ') + several;
    }
  }
}

function figureWords({ dimension, range, uncertain }: FigureForm): string {
  return `**${dimension}**${uncertain ? ' F' : ''}${range === '' ? '' : `, ${range}`}`;
}

function quantities(): string {
  const rows = (Object.keys(DIMENSIONS) as Dimension[]).map(
    (dimension) => `| **${dimension}** | ${cell(wordsFor(dimension))} |`,
  );
  return ['| quantity | written as |', '| --- | --- |', ...rows].join('\n');
}

/** Every law with its keys; the dimension does not matter to their names. */
function laws(): string {
  const rows = Object.entries(lawForms('duration')).map(([law, form]) => {
    const inner = form.kind === 'list' ? form.each : form;
    const words = form.kind === 'list' ? `${wordsOf(form)}. ` : '';
    if (inner.kind !== 'mapping') return `| \`${law}\` | ${cell(wordsOf(form))} |`;
    const keys = Object.entries(inner.keys).map(([key, { about }]) => `\`${key}\`: ${about}`);
    return `| \`${law}\` | ${cell(words + keys.join(' '))} |`;
  });
  return ['| law | keys |', '| --- | --- |', ...rows].join('\n');
}

/** What a gate can be about, with the unit of its bound and the side that it promises. */
function gateMeasures(): string {
  const rows = Object.entries<GateRule>(GATE_MEASURES).map(([measure, rule]) => {
    const bound = `**${rule.dimension}**${rule.yearly ? ', for a year' : ''}`;
    const of = rule.of === 'strategy' ? 'a strategy' : 'a service';
    const whose =
      rule.objective === undefined ? of : `${of} with an objective for its ${rule.objective}`;
    return `| \`${measure}\` | ${whose} | \`${rule.relation}\` | ${bound} |`;
  });
  return ['| measure | of | promised | bound |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function findingWords(findings: readonly FindingKind[]): string {
  const rows = findings.map(
    ({ rule, severity, title, why }) =>
      `| \`${rule}\` | ${severity} | ${cell(title)} | ${cell(why)} |`,
  );
  return ['| word | at most | what | why |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** What `use` and names can refer to. */
function entries(catalogue: Catalogue): string {
  const folders = new Set(catalogue.paths().map((path) => path.split('/')[1]!));
  const rows = [...folders]
    .filter((folder) => entryNames(catalogue, folder).length > 0)
    .map((folder) => {
      const names = entryNames(catalogue, folder).map((name) => `\`${name}\``);
      return `| \`models/${folder}/\` | ${names.join(', ')} |`;
    });
  return ['## The catalogue', '| folder | entries |\n| --- | --- |\n' + rows.join('\n')].join(
    '\n\n',
  );
}

/** A text in a cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
