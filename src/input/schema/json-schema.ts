import { type Dimension, readQuantity } from '../../base/quantity.js';
import { type Catalogue, entryNames } from '../catalogue.js';
import { lawForms } from '../figure/law.js';
import type { FigureForm, Form, KeyForm, ListForm, MappingForm } from '../form/form.js';
import { REMARKS } from '../form/shape.js';
import { SCENARIO_FORM } from '../scenario.js';
import { folderUnder } from '../use.js';
import { namesIn } from './catalogue-names.js';

/** A JSON schema of draft 7, which the language servers of editors understand. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The schema of scenario files, made from what the readers say of themselves and from the names of
 * the catalogue. It accepts everything that drsim accepts, so that an editor never marks a right
 * scenario; what it cannot say, such as which names there are, `drsim check` does.
 */
export function scenarioSchema(catalogue: Catalogue): JsonSchema {
  const schema = new SchemaBuilder(catalogue);
  const root = schema.of(SCENARIO_FORM, NOWHERE);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'drsim scenario',
    description: 'Sites, links, services, threats and strategies that drsim compares.',
    ...root,
    definitions: schema.definitions(),
  };
}

/** Where a form stands: in an entry that may extend others, and in which folder names are looked up. */
interface Where {
  readonly extendable: boolean;
  readonly folder: string;
}

const NOWHERE: Where = { extendable: false, folder: '' };
const TEXT = { type: 'string' } as const;
/** Names that a user gives; the readers say more. */
const NAMES = { minLength: 1, maxLength: 100 };

class SchemaBuilder {
  readonly #catalogue: Catalogue;
  readonly #definitions = new Map<string, JsonSchema>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** All that was referred to, by name, in the order of the names. */
  definitions(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  of(form: Form, where: Where): JsonSchema {
    switch (form.kind) {
      case 'text': {
        const { pattern, examples } = form;
        return { ...TEXT, ...(pattern && { pattern }), ...(examples && { examples }) };
      }
      case 'flag':
        return { type: 'boolean' };
      case 'integer':
        return { type: 'integer', minimum: form.least, maximum: form.most };
      case 'number':
        return { type: 'number', ...limits(form) };
      case 'word':
        return { enum: form.words };
      case 'name':
        return this.#name(form);
      case 'instant':
        return { ...TEXT, pattern: '^\\s*\\d{4}-\\d{2}-\\d{2}', examples: ['2027-03-01 12:00'] };
      case 'quantity':
        return this.#quantity(form.dimension);
      case 'law':
        return this.#law(form.dimension);
      case 'figure':
        return this.#figure(form, where);
      case 'mapping':
        return this.#mapping(form, where);
      case 'named':
        return {
          type: 'object',
          additionalProperties: this.of(form.each, where),
          propertyNames: NAMES,
        };
      case 'list':
        return { type: 'array', items: this.of(form.each, where), ...sizes(form) };
      case 'either':
        return { anyOf: form.of.map((one) => this.of(one, where)) };
    }
  }

  #name({ of, folder }: Extract<Form, { kind: 'name' }>): JsonSchema {
    const names = folder === null ? [] : namesIn(this.#catalogue, folder);
    if (names.length === 0) return { ...TEXT, description: `Name of a ${of}.` };
    return { description: `Name of a ${of}.`, anyOf: [{ enum: names }, TEXT] };
  }

  #quantity(dimension: Dimension): JsonSchema {
    return this.#defined(`quantity ${dimension}`, () => ({
      description: sentence(wordsFor(dimension)),
      type: dimension === 'count' ? ['string', 'number'] : 'string',
    }));
  }

  #law(dimension: Dimension): JsonSchema {
    return this.#defined(`law of ${dimension}`, () => ({
      description: 'A law under its name.',
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(lawForms(dimension)).map(([law, form]) => [law, this.of(form, NOWHERE)]),
      ),
    }));
  }

  #figure({ dimension, uncertain }: FigureForm, where: Where): JsonSchema {
    const kind = uncertain ? 'figure' : 'value';
    const figure: JsonSchema = this.#defined(`${kind} ${dimension}`, (self) => {
      const plain = this.#quantity(dimension);
      const law = uncertain ? [this.#law(dimension), drawn('each', self), drawn('once', self)] : [];
      const point = uncertain ? [] : [objectOf({ point: plain })];
      return { anyOf: [plain, ...law, ...point, sourced(self)] };
    });
    return where.extendable ? { anyOf: [figure, this.#entry(where)] } : figure;
  }

  #mapping(form: MappingForm, around: Where): JsonSchema {
    const { keys, entries, beneath } = form;
    const where = entries === null ? around : { extendable: true, folder: entries };
    const properties = Object.entries(keys).map(([key, one]) => {
      const inner = this.of(one.form, { ...where, folder: folderUnder(key, where.folder) });
      return [key, { description: described(one), ...withoutWords(inner) }] as const;
    });
    const remarks = [...REMARKS]
      .filter((word) => !(word in keys))
      .map((word) => [word, {}] as const);
    const use = where.extendable ? [['use', this.#use(where)] as const] : [];
    const lax = where.extendable || beneath !== null;
    const required = Object.keys(keys).filter((key) => keys[key]!.usual === null);
    return {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries([...use, ...properties, ...remarks]),
      ...(lax || required.length === 0 ? {} : { required }),
    };
  }

  #use({ folder }: Where): JsonSchema {
    const names = folder === '' ? [] : entryNames(this.#catalogue, folder);
    const description = `Entry of models/${folder} that is extended; keys beside it override it.`;
    return names.length === 0
      ? { ...TEXT, description }
      : { description, anyOf: [{ enum: names }, TEXT] };
  }

  /** A figure that is an entry of the catalogue. */
  #entry(where: Where): JsonSchema {
    return { type: 'object', required: ['use'], properties: { use: this.#use(where) } };
  }

  #defined(name: string, make: (self: JsonSchema) => JsonSchema): JsonSchema {
    const key = name.replaceAll(' ', '-');
    const self = { $ref: `#/definitions/${key}` };
    if (!this.#definitions.has(key)) {
      this.#definitions.set(key, {});
      this.#definitions.set(key, make(self));
    }
    return self;
  }
}

/** An infinite limit is none. */
function limits({ least, most }: { least: number; most: number }): JsonSchema {
  return {
    ...(least > -Infinity && { minimum: least }),
    ...(most < Infinity && { maximum: most }),
  };
}

function sizes({ least, most }: ListForm): JsonSchema {
  return {
    ...(least !== undefined && { minItems: least }),
    ...(most !== undefined && { maxItems: most }),
  };
}

function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const required = Object.keys(properties);
  return { type: 'object', properties, required, additionalProperties: false };
}

function drawn(when: 'each' | 'once', figure: JsonSchema): JsonSchema {
  return objectOf({ [when]: figure });
}

function sourced(figure: JsonSchema): JsonSchema {
  const remarks = Object.fromEntries([...REMARKS].map((word) => [word, {}]));
  return {
    type: 'object',
    properties: {
      value: figure,
      source: TEXT,
      year: { type: 'integer' },
      confidence: { enum: ['measured', 'vendor', 'estimate'] },
      ...remarks,
    },
    required: ['value'],
    additionalProperties: false,
  };
}

/** What a key means and what holds without it. */
function described({ about, usual }: KeyForm): string {
  return usual === null ? `${about} Must be there.` : `${about} Without it: ${usual}.`;
}

/** The key says what it means; a reference beside other words is ignored by draft 7, so it is wrapped. */
function withoutWords(schema: JsonSchema): JsonSchema {
  if ('$ref' in schema) return { allOf: [schema] };
  const { description: _, ...rest } = schema;
  return rest;
}

/** Such as `a duration such as "15 min"`. */
export function wordsFor(dimension: Dimension): string {
  const read = readQuantity('', dimension);
  return 'expected' in read ? read.expected : dimension;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
