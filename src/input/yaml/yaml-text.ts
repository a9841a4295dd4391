import { Composer, type CST, Lexer, Parser } from 'yaml';
import { lineIndex } from './line-index.js';
import type { Located } from './located-tree.js';
import type { Place, Problem } from '../problem.js';
import { canBeRead, syntaxProblems } from './syntax-problems.js';
import { tokensBelow } from './tokens-below.js';
import { DEEPEST, LONGEST, MOST_TOKENS } from './yaml-limits.js';
import { locatedTree, TooMuch } from './yaml-tree.js';

/** A text as a tree, null when it has none, with everything that is wrong with its YAML. */
export interface YamlText {
  readonly tree: Located | null;
  readonly problems: readonly Problem[];
}

/** Characters that no text has: a picture or an archive was given by mistake. */
const BINARY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Reads a YAML 1.2 text of one mapping. Never throws, whatever the text. */
export function readYaml(source: { file: string; text: string }): YamlText {
  const { file, text } = source;
  const positionOf = lineIndex(text);
  const place = (offset: number): Place => ({ file, ...positionOf(offset) });
  const refusal = tooLarge(text);
  if (refusal !== undefined) return refused(place(refusal.offset), refusal.words);
  const tokens = [...new Parser().parse(text)];
  const directive = tokens.find((token) => token.type === 'directive');
  if (directive !== undefined) return refused(place(directive.offset), DIRECTIVE);
  const deep = deepToken(tokens);
  if (deep !== undefined) return refused(place(deep.offset), TOO_DEEP);
  return composed(tokens, { text, place });
}

type Words = Pick<Problem, 'expected' | 'got' | 'fix'>;

const TOO_LONG = { expected: 'a text of at most 5 MB', got: 'more' };
const TOO_MUCH = {
  expected: 'at most 100,000 values, counted after YAML aliases are expanded',
  got: 'more',
};
const TOO_DEEP = { expected: `at most ${DEEPEST} levels`, got: 'values nested too deeply' };
const EXPANDED = { ...TOO_LONG, got: 'more, after YAML aliases are expanded' };
const TOO = { values: TOO_MUCH, depth: TOO_DEEP, length: EXPANDED };
const NOT_TEXT = { expected: 'a YAML text', got: 'a file that is not text' };
const EMPTY = { expected: 'a mapping of keys to values', got: 'an empty text' };
const DIRECTIVE = {
  expected: 'YAML without directives',
  got: 'a line that begins with %',
  fix: 'remove the line',
};

function refused(place: Place, words: Words): YamlText {
  return { tree: null, problems: [{ ...place, path: '', ...words }] };
}

function composed(
  tokens: readonly CST.Token[],
  origin: { text: string; place: (offset: number) => Place },
): YamlText {
  const composer = new Composer({ version: '1.2', uniqueKeys: false });
  const documents = [...composer.compose(tokens, true, origin.text.length)];
  const errors = documents.flatMap(({ errors: found }) => found);
  const problems = syntaxProblems(errors, { text: origin.text, tokens, place: origin.place });
  if (!canBeRead(errors)) return { tree: null, problems };
  const [document, second] = documents;
  if (second !== undefined) {
    const got = `${documents.length} documents, parted by "---"`;
    return refused(origin.place(second.range[0]), { expected: 'one YAML document in a file', got });
  }
  if (!document?.contents) return refused(origin.place(0), EMPTY);
  try {
    const damaged = errors.map(({ pos: [offset] }) => offset);
    const read = locatedTree(document.contents, { ...origin, damaged });
    return { tree: read.tree, problems: [...problems, ...read.problems] };
  } catch (failure) {
    if (!(failure instanceof TooMuch)) throw failure;
    return refused(origin.place(failure.offset), TOO[failure.what]);
  }
}

/** Tokens of the lexer that stand for no text: start of a document, of a scalar, end of a flow. */
const MARKS = new Set(['\u0002', '\u001f', '\u0018']);

/** What makes a text too large to parse, before anything is kept of it; undefined if nothing. */
function tooLarge(text: string): { words: Words; offset: number } | undefined {
  if (text.length > LONGEST) return { words: TOO_LONG, offset: LONGEST };
  const binary = text.search(BINARY);
  if (binary >= 0) return { words: NOT_TEXT, offset: binary };
  let [count, depth, offset] = [0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    count++;
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (count > MOST_TOKENS) return { words: TOO_MUCH, offset };
    if (depth > DEEPEST) return { words: TOO_DEEP, offset };
    if (!MARKS.has(token)) offset += token.length;
  }
  return undefined;
}

/** The first token found below the deepest level. */
function deepToken(tokens: readonly CST.Token[]): CST.Token | undefined {
  for (const { token, depth } of tokensBelow(tokens)) if (depth > DEEPEST) return token;
  return undefined;
}
