import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'test/validation/cases';

/** A published case: what goes in, what is known to come out, and who says so. */
export interface Case {
  readonly id: string;
  readonly area: string;
  readonly source: { readonly cite: string; readonly where?: string; readonly url?: string };
  readonly inputs: unknown;
  readonly expected: unknown;
  readonly tolerance: { readonly type: string; readonly value?: number | string };
  readonly certainty: string;
  readonly formula?: string;
  readonly notes?: string;
}

/** All published cases, area by area. */
export const CASES: readonly Case[] = readdirSync(FOLDER)
  .toSorted()
  .flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case[]);

export function caseOf(id: string): Case {
  const found = CASES.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
}
