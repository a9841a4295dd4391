import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMap, parseDocument, visit } from 'yaml';
import { invariant } from '../base/invariant.js';
import type { Catalogue } from '../input/catalogue.js';
import type { Problem } from '../input/problem.js';
import { readScenario } from '../input/scenario.js';
import { type Answers, type Draft, type Question, QUESTIONS } from './init-questions.js';
import { PACKAGE } from './package.js';
import { type Edit, edited, inYaml, replacedAt, startOf } from './yaml-edit.js';

const TEMPLATES = join(PACKAGE, 'scenarios', 'templates');
const SCHEMA = join(PACKAGE, 'models', 'schema', 'scenario.json');
const SCHEMA_LINE = /^# yaml-language-server:.*\n/;

/** Stands where the catalogue knows no round trip between two regions. */
const GUESSED_LATENCY = '10 ms';
const UNMEASURED = `Nobody has measured the round trip between the two regions: their link is given a latency of ${GUESSED_LATENCY}. Put in your own.`;
const LINK = ['links', 'main-second'];
const LATENCY = [...LINK, 'latency'].join('.');

/** Names of the scenarios to start from, `two-sites` first. */
export function templateNames(): readonly string[] {
  const names = readdirSync(TEMPLATES)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''));
  return names.sort((a, b) => Number(b === 'two-sites') - Number(a === 'two-sites'));
}

/** A template that answers are put into. */
export class Starter implements Draft {
  readonly #template: string;
  readonly #catalogue: Catalogue;
  /** Code of the currency that the template and its price list are in. */
  readonly currency: string;

  /** @param name one of the templates */
  constructor(name: string, catalogue: Catalogue) {
    this.#template = readFileSync(join(TEMPLATES, `${name}.yaml`), 'utf8').replace(SCHEMA_LINE, '');
    this.#catalogue = catalogue;
    this.currency = String(parseDocument(this.#template).get('currency'));
  }

  asksFor({ key }: Question, { currency }: Answers): boolean {
    if (key !== 'exchange') return true;
    return currency !== this.currency && /^[A-Z]{3}$/.test(currency ?? '');
  }

  /** What stands in the place of an answer until it is given. */
  usual(question: Question, answers: Answers): string {
    if (question.key === 'exchange') return '';
    const value = parseDocument(this.#filled(answers)).getIn(question.path);
    invariant(typeof value === 'string', () => `no ${question.path.join('.')} in the template`);
    return value;
  }

  /** What a scenario's readers say about an answer. */
  problems(question: Question, answers: Answers): readonly Problem[] {
    const places = new Set([question.path.join('.'), ...(question.alsoAt ?? [])]);
    return this.#problemsIn(this.#filled(answers)).filter(({ path }) => places.has(path));
  }

  /**
   * The whole scenario, and what its user should know of it.
   *
   * @param file that it is for, which its first line leads to the schema from
   * @throws InvariantError when an answer was not checked
   */
  finished(answers: Answers, file: string): { text: string; notes: readonly string[] } {
    const filled = this.#filled(answers);
    const unmeasured = this.#problemsIn(filled).some(({ path }) => path === LATENCY);
    const text = unmeasured ? withLatency(filled) : filled;
    const problems = this.#problemsIn(text);
    invariant(problems.length === 0, () => `the starter is wrong: ${JSON.stringify(problems)}`);
    return {
      text: `# yaml-language-server: $schema=${schemaFrom(file)}\n${text}`,
      notes: unmeasured ? [UNMEASURED] : [],
    };
  }

  #filled(answers: Answers): string {
    return QUESTIONS.reduce((text, question) => {
      const answer = answers[question.key];
      if (answer === undefined || !this.asksFor(question, answers)) return text;
      if (question.key === 'exchange') return withExchange(text, this.currency, answer);
      const before = question.key === 'currency' ? inCurrency(text, answer) : text;
      return replacedAt(before, question.path, answer);
    }, this.#template);
  }

  #problemsIn(text: string): readonly Problem[] {
    const read = readScenario({ file: 'scenario.yaml', text }, this.#catalogue);
    return 'problems' in read ? read.problems : [];
  }
}

/** A link whose latency nobody has measured gets one that its user is to correct. */
function withLatency(text: string): string {
  const link = parseDocument(text).getIn(LINK, true);
  invariant(isMap(link), () => 'the template has no link between its sites');
  return replacedAt(text, LINK, { ...(link.toJSON() as object), latency: GUESSED_LATENCY });
}

/** What the price list's currency is worth today, just before the price list. */
function withExchange(text: string, code: string, rate: string): string {
  const date = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const worth = inYaml({ [code]: { rate, date } });
  return edited(text, [{ ...startOf(text, 'prices'), by: `exchange: ${worth}\n` }]);
}

/** Amounts of a template, which are rough anyway, as amounts of another currency. */
function inCurrency(text: string, code: string): string {
  const template = parseDocument(text);
  const amount = new RegExp(`^(\\d.*) ${String(template.get('currency'))}\\b`);
  const edits: Edit[] = [];
  visit(template, {
    Scalar: (_, { value, range }) => {
      if (typeof value !== 'string' || !range || !amount.test(value)) return;
      const converted = value.replace(amount, (_whole, figure: string) => `${figure} ${code}`);
      edits.push({ from: range[0], to: range[1], by: inYaml(converted) });
    },
  });
  return edited(text, edits);
}

/** The schema as seen from a file: relative where both share a folder and no editor can misread it. */
function schemaFrom(file: string): string {
  const from = dirname(resolve(file));
  const path = relative(from, SCHEMA).split(sep).join('/');
  const shared = common(from, SCHEMA) !== parse(from).root;
  return shared && /^[\w./+@-]+$/.test(path) ? path : pathToFileURL(SCHEMA).href;
}

/** The folder that both lie in. */
function common(a: string, b: string): string {
  const [left, right] = [a.split(sep), b.split(sep)];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return left.slice(0, differs < 0 ? left.length : differs).join(sep) || parse(a).root;
}
