import type { Summary } from '../../experiment/summary.js';
import { provenance } from '../words.js';
import { worthDefinitions } from '../worth-words.js';
import {
  figureCell,
  heads,
  numberCell,
  type Sheet,
  type SheetCell,
  sheetName,
  textCell,
} from './sheet.js';
import { strategySheet } from './strategy-sheet.js';

/**
 * What the strategies are worth, as worksheets whose formulas recompute it from expected amounts and
 * the discount rate: the same figures as in `summary.json`, open to other assumptions.
 */
export function financeWorkbook(summary: Summary): Sheet[] {
  const entries = Object.entries(summary.strategies);
  const names = entries.map(([name], index) => sheetName(index + 1, name));
  const baseline = entries.findIndex(([name]) => name === summary.baseline);
  return [
    inputs(summary),
    ...entries.map(([name, { title, finance }], index) =>
      strategySheet({
        sheet: names[index]!,
        title: title === name ? name : `${title} (${name})`,
        currency: summary.currency,
        finance,
        baselineSheet: index === baseline ? null : names[baseline]!,
      }),
    ),
    yearLosses(summary),
    assumptions(summary),
  ];
}

function inputs(summary: Summary): Sheet {
  const { finance, currency, horizonYears } = summary;
  const figures: SheetCell[][] = [
    [textCell('Discount rate'), numberCell(finance.discountRate ?? 0, 'inputRate')],
    [textCell('Horizon, years'), numberCell(horizonYears)],
    [textCell('Currency'), textCell(currency, 'result')],
    [textCell('Amounts'), textCell(finance.real ? 'real' : 'nominal', 'result')],
  ];
  return {
    name: 'Inputs',
    widths: [24, 18, 90],
    rows: [
      [textCell(summary.title, 'title')],
      [textCell(provenance(summary))],
      ...figures,
      [],
      [textCell('White cells may be changed, grey ones follow from them.')],
      ...worthDefinitions(summary).map((text) => [textCell(text)]),
    ],
  };
}

/** The chance that a year loses more than an amount, of each strategy, and its worst years. */
function yearLosses({ strategies, currency }: Summary): Sheet {
  const risks = Object.entries(strategies).flatMap(([name, { exceedance }]) =>
    Object.keys(exceedance.var).map((level): SheetCell[] => [
      textCell(name),
      textCell(`${level} %`),
      figureCell(exceedance.var[level] ?? null),
      figureCell(exceedance.tvar[level] ?? null),
    ]),
  );
  const curves = Object.entries(strategies).flatMap(([name, { exceedance }]) =>
    exceedance.aep.map(([amount, chance]): SheetCell[] => [
      textCell(name),
      numberCell(amount),
      numberCell(chance, 'rate'),
    ]),
  );
  return {
    name: 'Year losses',
    widths: [28, 18, 18, 18],
    rows: [
      [textCell(`Losses of single years, ${currency}; all of them stand in years.csv`, 'title')],
      heads('Strategy', 'Level', 'Value at risk', 'Tail value at risk'),
      ...risks,
      [],
      heads('Strategy', 'Loss in a year', 'Chance of more'),
      ...curves,
    ],
  };
}

function assumptions({ assumptions: all }: Summary): Sheet {
  return {
    name: 'Assumptions',
    widths: [50, 50, 60, 10, 14],
    rows: [
      heads('Where', 'As written', 'Source', 'Year', 'Confidence'),
      ...all.map(({ path, text, source, year, confidence }): SheetCell[] => [
        textCell(path),
        textCell(text),
        textCell(source),
        year === null ? textCell('') : numberCell(year, 'text'),
        textCell(confidence),
      ]),
    ],
  };
}
