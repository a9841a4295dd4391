/** Records of a CSV file (RFC 4180) by the names in its first line; all cells are text. */
export function csvRecords(text: string): readonly Readonly<Record<string, string>>[] {
  const [names, ...lines] = cells(text);
  if (!names) return [];
  return lines
    .filter((line) => line.length > 1)
    .map((line) => Object.fromEntries(names.map((name, i) => [name, line[i] ?? ''])));
}

/** A cell, quoted or not, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;

function cells(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(CELL)) {
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '') break;
    if (end !== ',') lines.push([]);
  }
  return lines;
}
