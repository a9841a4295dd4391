import { bareName, type CatalogueEntry, type CatalogueFolder, catalogueSize } from './catalogue.js';
import { asText, rowOf, ruleOf, textRow } from './markdown-text.js';
import { sourceWords } from './source-words.js';

/** The catalogue as Markdown: a table for each folder. */
export function catalogueMarkdown(folders: readonly CatalogueFolder[]): string {
  const sections = folders.flatMap(({ folder, entries }) => [
    `## ${asText(folder)}`,
    [
      rowOf(['entry', 'what', 'about']),
      ruleOf(3),
      ...entries.map(({ entry, title, about }) => textRow([bareName(entry), title, about ?? ''])),
    ].join('\n'),
  ]);
  return `${['# The catalogue', catalogueSize(folders), ...sections].join('\n\n')}\n`;
}

/** An entry as Markdown: every figure with its source. */
export function entryMarkdown({ entry, title, about, source, parts }: CatalogueEntry): string {
  const rows = parts.map((part) => {
    switch (part.kind) {
      case 'figure': {
        const { source: from, year, confidence } = part.source;
        return textRow([part.path, part.text, from, year === null ? '' : String(year), confidence]);
      }
      case 'word':
        return textRow([part.path, part.text, '', '', '']);
      case 'extends':
        return textRow([part.path, `extends ${part.entry}`, '', '', '']);
    }
  });
  const heads = ['key', 'value', 'source', 'year', 'confidence'];
  const sections = [
    `# ${asText(title)}`,
    asText(entry),
    ...(about === null ? [] : [asText(about)]),
    ...(source === null ? [] : [`Source: ${asText(sourceWords(source))}`]),
    [rowOf(heads), ruleOf(heads.length), ...rows].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}
