import type { FinanceSummary } from '../../experiment/finance/finance-summary.js';
import {
  figureCell,
  formulaCell,
  heads,
  numberCell,
  type Sheet,
  type SheetCell,
  textCell,
} from './sheet.js';

/** Where the discount rate stands. */
export const RATE_CELL = 'Inputs!$B$3';

/** Row of the first flow, counted from 1. */
const FIRST = 15;

/** What a sheet of a strategy is made from. */
export interface StrategySheet {
  readonly sheet: string;
  readonly title: string;
  readonly currency: string;
  readonly finance: FinanceSummary;
  /** Name of the baseline's sheet; null for the baseline itself. */
  readonly baselineSheet: string | null;
}

/** Cash of one strategy year by year, and what it is worth, by formulas that recompute. */
export function strategySheet(about: StrategySheet): Sheet {
  const { sheet, title, currency, finance, baselineSheet } = about;
  const note =
    baselineSheet === null
      ? `The baseline. Expected amounts in ${currency}.`
      : `Expected amounts in ${currency}. White cells may be changed; grey ones follow.`;
  const figures = baselineSheet === null ? ownFigures(finance) : worthFigures(finance);
  const blank = Array.from({ length: FIRST - 6 - figures.length }, (): SheetCell[] => []);
  return {
    name: sheet,
    widths: [30, 16, 16, 16, 16, 16, 16, 16, 16, 18, 10, 10],
    rows: [
      [textCell(title, 'title')],
      [textCell(note)],
      [],
      heads('Figure', 'Value', 'summary.json'),
      ...figures,
      ...blank,
      heads(...(baselineSheet === null ? COLUMNS.slice(0, 4) : COLUMNS)),
      ...finance.expected.map((_, index) => flowRow(about, index)),
    ],
  };
}

const COLUMNS = [
  'Years from now',
  'Discount factor',
  'Expected loss',
  'Spent',
  'Loss of the baseline',
  'Spent by the baseline',
  'Cash',
  'Cumulative cash',
  'Discounted cash',
  'Cumulative discounted',
  'Stays ≥ 0',
  'Stays, disc.',
] as const;

function flowRow({ finance, baselineSheet }: StrategySheet, index: number): SheetCell[] {
  const { at, loss, spent } = finance.expected[index]!;
  const row = FIRST + index;
  const end = FIRST + finance.expected.length - 1;
  const own = [
    numberCell(at),
    formulaCell(`(1+${RATE_CELL})^(-A${row})`, 'rate'),
    numberCell(loss, 'input'),
    numberCell(spent, 'input'),
  ];
  if (baselineSheet === null) return own;
  const before = (column: string) => (index === 0 ? '' : `${column}${row - 1}+`);
  return [
    ...own,
    formulaCell(`'${baselineSheet}'!C${row}`),
    formulaCell(`'${baselineSheet}'!D${row}`),
    formulaCell(`E${row}-C${row}+(F${row}-D${row})`),
    formulaCell(`${before('H')}G${row}`),
    formulaCell(`G${row}*B${row}`),
    formulaCell(`${before('J')}I${row}`),
    formulaCell(`IF(MIN(H${row}:H$${end})>=0,1,0)`),
    formulaCell(`IF(MIN(J${row}:J$${end})>=0,1,0)`),
  ];
}

/** All rows of a column. */
const rangeIn = (finance: FinanceSummary) => (column: string) =>
  `$${column}$${FIRST}:$${column}$${FIRST + finance.expected.length - 1}`;

function ownFigures(finance: FinanceSummary): SheetCell[][] {
  const all = rangeIn(finance);
  return [
    [
      textCell('Total cost of ownership'),
      formulaCell(`SUMPRODUCT((${all('C')}+${all('D')})*${all('B')})`),
      figureCell(finance.ownership.mean),
    ],
  ];
}

function worthFigures(finance: FinanceSummary): SheetCell[][] {
  const all = rangeIn(finance);
  const averted = `SUMPRODUCT((${all('E')}-${all('C')})*${all('B')})`;
  const cost = `SUMPRODUCT((${all('D')}-${all('F')})*${all('B')})`;
  const spent = `(SUM(${all('D')})-SUM(${all('F')}))`;
  const saved = `(SUM(${all('E')})-SUM(${all('C')}))`;
  const none = '"costs no more"';
  const row = (name: string, formula: SheetCell, value: number | null | undefined): SheetCell[] => [
    textCell(name),
    formula,
    figureCell(value ?? null, formula.style),
  ];
  const money = (text: string) => formulaCell(text);
  const rate = (text: string) => formulaCell(text, 'rate');
  return [
    ...ownFigures(finance),
    row('Net present value', money(`SUM(${all('I')})`), finance.npv?.mean),
    row('Internal rate of return', rateOfReturn(finance), finance.irr),
    row('Payback, years', rate(paybackFormula(finance, 'H', 'K')), finance.paybackYears),
    row(
      'Payback, discounted',
      rate(paybackFormula(finance, 'J', 'L')),
      finance.discountedPaybackYears,
    ),
    row('Benefit/cost', rate(`IF(${cost}>0,${averted}/${cost},${none})`), finance.benefitCost),
    row('ROSI', rate(`IF(${spent}>0,${saved}/${spent}-1,${none})`), finance.rosi),
  ];
}

/** A spreadsheet's function knows whole years only. */
function rateOfReturn(finance: FinanceSummary): SheetCell {
  const { irr, irrWhy, expected } = finance;
  if (typeof irr !== 'number') return textCell(`none: ${irrWhy ?? 'not told'}`, 'result');
  const whole = expected.every(({ at }, index) => at === index);
  if (!whole) return textCell('whole years only', 'result');
  return formulaCell(`IRR(${rangeIn(finance)('G')},${irr})`, 'rate');
}

function paybackFormula(finance: FinanceSummary, sums: string, stays: string): string {
  const all = rangeIn(finance);
  const match = `MATCH(1,${all(stays)},0)`;
  const at = (column: string, back: string) => `INDEX(${all(column)},${match}${back})`;
  const share = `-${at(sums, '-1')}/(${at(sums, '')}-${at(sums, '-1')})`;
  const time = `${at('A', '-1')}+(${share})*(${at('A', '')}-${at('A', '-1')})`;
  return `IF(SUM(${all(stays)})=0,"never",IF(${match}=1,0,${time}))`;
}
