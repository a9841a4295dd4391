/** A spot in a text, both counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong in what the user wrote: where, what is due there, what stands there, a way out. */
export interface Problem extends Place {
  /** The key that it is about, such as `services.orders.data.size`; empty for the whole text. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  readonly fix?: string;
}

/** More than this many of one file are counted, not listed. */
const LISTED = 100;

/** One problem for people, its first line as `file:line:column  path` so that editors can jump. */
export function problemText(problem: Problem): string {
  const { file, line, column, path, expected, got, fix } = problem;
  const lines = [
    `  ${visible(file)}:${line}:${column}${path === '' ? '' : `  ${visible(path)}`}`,
    `    expected  ${visible(expected)}`,
    `    got       ${visible(got)}`,
  ];
  if (fix !== undefined) lines.push(`    fix       ${visible(fix)}`);
  return lines.join('\n');
}

/** All problems for people, by file, each file headed by how many it has. */
export function problemsText(problems: readonly Problem[]): string {
  const files = [...new Set(problems.map((problem) => problem.file))];
  return files
    .map((file) =>
      ofFile(
        file,
        problems.filter((problem) => problem.file === file),
      ),
    )
    .join('\n');
}

/**
 * In the order in which a reader meets them: by file as given (files not named come last), then by
 * line and column. Problems that say the same of the same place are kept once.
 */
export function inReadingOrder(
  problems: readonly Problem[],
  files: readonly string[],
): readonly Problem[] {
  const rank = (file: string) => {
    const at = files.indexOf(file);
    return at < 0 ? files.length : at;
  };
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].sort(
    (a, b) =>
      rank(a.file) - rank(b.file) ||
      inCodeUnitOrder(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column,
  );
}

function ofFile(file: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const lines = [`${visible(file)}: ${count}`, ...problems.slice(0, LISTED).map(problemText)];
  if (problems.length > LISTED) lines.push(`  and ${problems.length - LISTED} more`);
  return lines.join('\n');
}

function inCodeUnitOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Control characters and those that turn the writing direction could disguise a message. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
