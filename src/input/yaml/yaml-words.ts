import type { YAMLError } from 'yaml';
import type { Place, Problem } from '../problem.js';

type Words = Pick<Problem, 'expected' | 'got' | 'fix'>;

/** Words for what the YAML parser found. */
const WORDS: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: {
    expected: 'spaces at the start of the line',
    got: 'a tab',
    fix: 'indent with spaces',
  },
  BAD_INDENT: {
    expected: 'lines of one block indented alike, and every [ and { closed',
    got: 'a line that does not fit',
    fix: 'indent it like the line above, or close the bracket',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    expected: 'one "key: value" on a line',
    got: 'a second ": " on the line, or a line indented too far',
    fix: 'put the value in quotes, or indent the line like the one above it',
  },
  MULTILINE_IMPLICIT_KEY: {
    expected: 'a key and its ":" on one line',
    got: 'a key over several lines',
  },
  MISSING_CHAR: {
    expected: 'every quote, bracket and comma in its place',
    got: 'one that is missing',
  },
  BAD_SCALAR_START: {
    expected: 'a value that does not begin with @, ` or %',
    got: 'a reserved character',
    fix: 'put the value in quotes',
  },
  UNEXPECTED_TOKEN: {
    expected: 'the end of the value, or a comma between [ ] and { }',
    got: 'something else',
    fix: 'put the value in quotes, or add the comma',
  },
  BLOCK_IN_FLOW: {
    expected: 'only lists in [ ] and mappings in { } between brackets',
    got: 'lines parted by indentation, or a bracket that is not closed',
    fix: 'close the bracket, or write all of it without brackets',
  },
  KEY_OVER_1024_CHARS: {
    expected: 'a key of at most 1,024 characters',
    got: 'a longer one, or a value in several lines without "|"',
  },
  BAD_ALIAS: { expected: 'the name of an anchor after *', got: 'an alias without a name' },
  BAD_DQ_ESCAPE: {
    expected: 'an escape such as \\n or \\" after \\',
    got: 'an unknown escape',
    fix: "write the text in '…'",
  },
};

/** A quote that is never closed, or only by that of another text. @param place where it opens */
export function unclosedQuote(
  place: Place,
  { quote, toTheEnd }: { readonly quote: string; readonly toTheEnd: boolean },
): Problem {
  return {
    ...place,
    path: '',
    expected: `a closing ${quote} for the one that opens here`,
    got: toTheEnd ? 'none until the end of the text' : 'none where its text should end',
    fix: `put ${quote} at the end of the value`,
  };
}

/** What the YAML parser found, in words for people. */
export function yamlProblem(error: YAMLError, place: Place): Problem {
  const words = WORDS[error.code] ?? {
    expected: 'well-formed YAML',
    got: error.message.slice(0, 100),
  };
  return { ...place, path: '', ...words };
}
