import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Summary } from '../experiment/summary.js';
import type { Trial } from '../experiment/trials.js';
import { chartsOf } from '../present/chart/charts.js';
import type { Drawing, Drawings } from '../present/report/charts.js';
import { pageChart } from '../present/report/page-chart.js';
import { report } from '../present/report/report.js';
import { financeWorkbook } from '../present/workbook/finance-workbook.js';
import type { Plan } from '../simulate/plan.js';
import { EXIT, Failure, isSystemError, wrongInput } from './failure.js';
import { BYTES_COLUMNS, bytesRows } from './bytes-rows.js';
import { CASH_COLUMNS, cashRows } from './cash-rows.js';
import { CsvFile } from './csv-file.js';
import { incidentColumns, incidentRows } from './incident-rows.js';
import { ParquetFile } from './parquet-file.js';
import { renderPng, renderSvg } from './render-chart.js';
import type { RunLabel } from './table.js';
import { workbookFile } from './xlsx/workbook-file.js';
import { YEAR_COLUMNS, yearRows } from './year-rows.js';

/** The files of a run, `out/<scenario>/`. */
export interface Results {
  /** Takes the rows of a trial; they are written at the next `flush`. */
  record(plan: Plan, trial: Trial): void;
  flush(): void;
  writeSummary(summary: Summary): void;
  /** Ends the files of rows; the summary is written before it. */
  close(): void;
  /** @returns the charts as the report shows them */
  drawCharts(summary: Summary): Promise<Drawings>;
  writeReport(summary: Summary, drawings: Drawings): void;
  /** One line for the user. */
  whatIsWhere(): string;
}

/** What the files of a run are about. */
type FilesLabel = RunLabel & { readonly currency: string };

/** Makes the folder and begins its files. @throws Failure where it cannot be written */
export async function openResults(out: string, label: FilesLabel): Promise<Results> {
  const folder = join(out, label.scenario);
  try {
    for (const old of ['charts', 'report.html']) {
      rmSync(join(folder, old), { recursive: true, force: true });
    }
    makeFolders(join(folder, 'charts'));
    const columns = incidentColumns(label.currency);
    const parquet = await ParquetFile.open(join(folder, 'incidents.parquet'), columns);
    return new ResultFiles(folder, label, { columns, parquet });
  } catch (error) {
    throw isSystemError(error) ? unwritable(folder, error) : error;
  }
}

/** What somebody named who may not write there, or what is no folder. */
const MISNAMED: ReadonlySet<string | undefined> = new Set([
  'EACCES',
  'EEXIST',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

function unwritable(folder: string, { code }: NodeJS.ErrnoException): Failure {
  const message = `--out: ${folder} cannot be written (${code})\n  fix  name a folder that you may write to`;
  return MISNAMED.has(code) ? wrongInput(message) : new Failure(message, EXIT.worldFailed);
}

/**
 * A folder and all above it that are not there. One after the other: where a folder takes none, as
 * `/proc` does, Node's own recursive way tries for ever.
 */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder);
}

type IncidentColumns = ReturnType<typeof incidentColumns>;

class ResultFiles implements Results {
  readonly #folder: string;
  readonly #columns: IncidentColumns;
  readonly #incidents: CsvFile;
  readonly #parquet: ParquetFile;
  readonly #years: CsvFile;
  #label: FilesLabel & { readonly interrupted: boolean };
  #drawn = false;

  constructor(
    folder: string,
    label: FilesLabel,
    { columns, parquet }: { columns: IncidentColumns; parquet: ParquetFile },
  ) {
    this.#folder = folder;
    this.#label = { ...label, interrupted: true };
    this.#columns = columns;
    this.#parquet = parquet;
    const names = columns.map(({ name }) => name);
    this.#incidents = new CsvFile(join(folder, 'incidents.csv'), label, names);
    this.#years = new CsvFile(join(folder, 'years.csv'), label, YEAR_COLUMNS);
  }

  record(plan: Plan, trial: Trial): void {
    const incidents = incidentRows(plan, trial, this.#columns);
    this.#incidents.add(incidents);
    this.#parquet.add(incidents);
    this.#years.add(yearRows(plan, trial));
  }

  flush(): void {
    this.#incidents.flush();
    this.#years.flush();
  }

  writeSummary(summary: Summary): void {
    const { trials, interrupted = false } = summary;
    this.#label = { ...this.#label, trials, interrupted };
    const text = `${JSON.stringify(summary, null, 2)}\n`;
    writeFileSync(join(this.#folder, 'summary.json'), text);
    const bytes = new CsvFile(join(this.#folder, 'bytes.csv'), this.#label, BYTES_COLUMNS);
    bytes.add(bytesRows(summary));
    bytes.close();
    const cash = new CsvFile(join(this.#folder, 'cashflow.csv'), this.#label, CASH_COLUMNS);
    cash.add(cashRows(summary));
    cash.close();
    writeFileSync(join(this.#folder, 'finance.xlsx'), workbookFile(financeWorkbook(summary)));
  }

  async drawCharts(summary: Summary): Promise<Drawings> {
    this.#drawn = true;
    const drawings = new Map<string, Drawing>();
    for (const chart of chartsOf(summary)) {
      const { name, spec } = chart;
      const file = join(this.#folder, 'charts', name);
      const svg = await renderSvg(spec);
      writeFileSync(`${file}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
      writeFileSync(`${file}.svg`, svg);
      writeFileSync(`${file}.png`, await renderPng(svg));
      drawings.set(name, {
        wide: await renderSvg(pageChart(chart, 'wide')),
        narrow: await renderSvg(pageChart(chart, 'narrow')),
      });
    }
    return drawings;
  }

  writeReport(summary: Summary, drawings: Drawings): void {
    writeFileSync(join(this.#folder, 'report.html'), report(summary, drawings));
  }

  close(): void {
    this.#incidents.close();
    this.#parquet.close(this.#label);
    this.#years.close();
  }

  whatIsWhere(): string {
    const charts = this.#drawn ? ', charts/' : '';
    const tables = 'incidents.csv, incidents.parquet, years.csv, bytes.csv, cashflow.csv';
    const files = `report.html, summary.json, finance.xlsx, ${tables}${charts}`;
    return `Written to ${this.#folder}: ${files}`;
  }
}
