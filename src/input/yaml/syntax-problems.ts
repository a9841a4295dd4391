import type { CST, YAMLError } from 'yaml';
import type { Place, Problem } from '../problem.js';
import { tokensBelow } from './tokens-below.js';
import { unclosedQuote, yamlProblem } from './yaml-words.js';

/** Errors that spoil one value: the parser takes the rest of the text as it was meant. */
const SPOILING: ReadonlySet<YAMLError['code']> = new Set(['BAD_SCALAR_START', 'BAD_DQ_ESCAPE']);

/** Errors after which the parser is on the right track again at the next line. */
const PASSING: ReadonlySet<YAMLError['code']> = new Set([...SPOILING, 'BLOCK_AS_IMPLICIT_KEY']);

/** More damage than that is no scenario; each value is compared with all of it. */
const MOST_SPOILED = 100;

/** Whether a few values are all that is wrong, so that the rest can be read. */
export function canBeRead(errors: readonly YAMLError[]): boolean {
  return errors.length <= MOST_SPOILED && errors.every(({ code }) => SPOILING.has(code));
}

interface Parsed {
  readonly text: string;
  readonly tokens: readonly CST.Token[];
  readonly place: (offset: number) => Place;
}

/**
 * What is wrong with the YAML of a text, a problem for each line: all up to the first error that
 * throws the parser off, as the rest is its guesswork; of tabs, which are told for certain, all.
 */
export function syntaxProblems(errors: readonly YAMLError[], parsed: Parsed): readonly Problem[] {
  const placed = errors
    .map((error) => ({ error, place: parsed.place(error.pos[0]) }))
    .sort((a, b) => a.error.pos[0] - b.error.pos[0]);
  const off = placed.find(({ error }) => !PASSING.has(error.code));
  const last = off?.place.line ?? Infinity;
  const isTab = (code: YAMLError['code']) => code === 'TAB_AS_INDENT';
  const told = placed.filter(
    ({ error, place }) =>
      place.line <= last || (off !== undefined && isTab(off.error.code) && isTab(error.code)),
  );
  const lines = new Set<number>();
  const first = told.filter(({ place: { line } }) => !lines.has(line) && lines.add(line));
  return first.map(({ error, place }) => quoteProblem(error, parsed) ?? yamlProblem(error, place));
}

/** The quote whose end is missing, at its beginning; undefined for any other error. */
function quoteProblem(error: YAMLError, { text, tokens, place }: Parsed): Problem | undefined {
  if (error.code !== 'MISSING_CHAR') return undefined;
  for (const { token } of tokensBelow(tokens)) {
    if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') continue;
    const { offset, source } = token;
    const quote = source[0]!;
    const end = offset + source.length;
    if (end !== error.pos[0] || (source.length > 1 && source.endsWith(quote))) continue;
    return unclosedQuote(place(offset), { quote, toTheEnd: end >= text.trimEnd().length });
  }
  return undefined;
}
