import { printable } from '../../present/display-width.js';
import type { CellStyle, Sheet, SheetCell } from '../../present/workbook/sheet.js';
import { zipArchive, type ZipEntry } from './zip-archive.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Worksheets as the bytes of an XLSX file, the same for the same sheets. Formulas come without
 * results: whatever opens the file computes them.
 *
 * @see ECMA-376, Office Open XML, part 1 (SpreadsheetML) and part 2 (packages)
 */
export function workbookFile(sheets: readonly Sheet[]): Uint8Array {
  const numbers = sheets.map((_, index) => index + 1);
  const entries: ZipEntry[] = [
    { name: '[Content_Types].xml', text: contentTypes(numbers) },
    { name: '_rels/.rels', text: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', text: workbook(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...numbers.map((number) => ['worksheet', `worksheets/sheet${number}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', text: STYLES },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      text: worksheet(sheet),
    })),
  ];
  return zipArchive(entries);
}

function contentTypes(numbers: readonly number[]): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    part('workbook.xml', 'sheet.main') +
    part('styles.xml', 'styles') +
    numbers.map((number) => part(`worksheets/sheet${number}.xml`, 'worksheet')).join('') +
    '</Types>'
  );
}

function relations(all: ReadonlyArray<readonly [type: string, target: string]>): string {
  const each = all.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const each = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each.join('')}</sheets>` +
    '<calcPr calcId="0" fullCalcOnLoad="1"/></workbook>'
  );
}

/** Places of the styles in `cellXfs` below. */
const STYLE_PLACES: Readonly<Record<CellStyle, number>> = {
  text: 0,
  head: 1,
  title: 2,
  input: 3,
  result: 4,
  rate: 5,
  inputRate: 6,
};

const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`;
const OPEN = '<protection locked="0"/></xf>';
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.00"/>' +
  '<numFmt numFmtId="165" formatCode="0.0000"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="14"/><name val="Calibri"/></font></fonts>' +
  '<fills count="4"><fill><patternFill patternType="none"/></fill>' +
  `<fill><patternFill patternType="gray125"/></fill>${fill('E3E8ED')}${fill('FFFFFF')}</fills>` +
  '<borders count="2"><border/><border><left style="thin"/><right style="thin"/>' +
  '<top style="thin"/><bottom style="thin"/></border></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/>' +
  '<xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/>' +
  `<xf numFmtId="164" fillId="3" borderId="1" applyNumberFormat="1" applyFill="1" applyProtection="1">${OPEN}` +
  '<xf numFmtId="164" fillId="2" applyNumberFormat="1" applyFill="1"/>' +
  '<xf numFmtId="165" fillId="2" applyNumberFormat="1" applyFill="1"/>' +
  `<xf numFmtId="165" fillId="3" borderId="1" applyNumberFormat="1" applyFill="1" applyProtection="1">${OPEN}` +
  '</cellXfs></styleSheet>';

function worksheet({ widths, rows }: Sheet): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      cell === null ? '' : cellMarkup(cell, `${columnName(column)}${index + 1}`),
    );
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return (
    `${XML}<worksheet xmlns="${MAIN}"><cols>${columns.join('')}</cols>` +
    `<sheetData>${lines.join('')}</sheetData>` +
    '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/></worksheet>'
  );
}

/** A text is never a formula, whatever it begins with. */
function cellMarkup(cell: SheetCell, place: string): string {
  const start = `<c r="${place}" s="${STYLE_PLACES[cell.style]}"`;
  switch (cell.kind) {
    case 'text':
      return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
    case 'number':
      return `${start}><v>${cell.value}</v></c>`;
    case 'formula':
      return `${start}><f>${escaped(cell.formula)}</f></c>`;
  }
}

/** A to Z: no sheet is wider. */
const columnName = (index: number) => String.fromCodePoint(65 + index);

/** Two characters that no XML may hold. */
const NO_XML = /[\uFFFE\uFFFF]/g;

const escaped = (text: string) =>
  printable(text)
    .replaceAll(NO_XML, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
