import { scenarioSchema } from '../input/schema/json-schema.js';
import { scenarioReference } from '../input/schema/reference.js';
import { RULES } from '../plan/readiness/rules.js';
import { EXIT } from './failure.js';
import { shippedCatalogue } from './read-files.js';
import type { SchemaCall } from './schema-options.js';

/** Prints what a scenario file may look like, for an editor or for people. */
export function schema({ format }: SchemaCall): number {
  const catalogue = shippedCatalogue();
  const text =
    format === 'md'
      ? scenarioReference(catalogue, RULES)
      : JSON.stringify(scenarioSchema(catalogue), null, 2);
  process.stdout.write(`${text}\n`);
  return EXIT.done;
}
