import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Summary } from '../experiment/summary.js';
import type { Trial } from '../experiment/trials.js';
import { chartsOf } from '../present/chart/charts.js';
import type { Drawing, Drawings } from '../present/report/charts.js';
import { pageChart } from '../present/report/page-chart.js';
import { report } from '../present/report/report.js';
import type { Plan } from '../simulate/plan.js';
import { EXIT, Failure, isSystemError, wrongInput } from './failure.js';
import { INCIDENT_COLUMNS, incidentRows } from './incident-rows.js';
import { renderPng, renderSvg } from './render-chart.js';
import { YEAR_COLUMNS, yearRows } from './year-rows.js';

/** What every file of a run carries, so that it can be run again. */
export interface RunLabel {
  readonly scenario: string;
  readonly version: string;
  readonly scenarioHash: string;
  readonly seed: string;
  readonly trials: number;
}

/** The files of a run, `out/<scenario>/`. */
export interface Results {
  /** Takes the rows of a trial; they are written at the next `flush`. */
  record(plan: Plan, trial: Trial): void;
  flush(): void;
  writeSummary(summary: Summary): void;
  /** @returns the charts as the report shows them */
  drawCharts(summary: Summary): Promise<Drawings>;
  writeReport(summary: Summary, drawings: Drawings): void;
  close(): void;
  /** One line for the user. */
  whatIsWhere(): string;
}

/** Makes the folder and begins its files. @throws Failure where it cannot be written */
export function openResults(out: string, label: RunLabel): Results {
  const folder = join(out, label.scenario);
  try {
    for (const old of ['charts', 'report.html']) {
      rmSync(join(folder, old), { recursive: true, force: true });
    }
    makeFolders(join(folder, 'charts'));
    return new ResultFiles(folder, label);
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

class ResultFiles implements Results {
  readonly #folder: string;
  readonly #incidents: CsvFile;
  readonly #years: CsvFile;
  #drawn = false;

  constructor(folder: string, label: RunLabel) {
    this.#folder = folder;
    this.#incidents = new CsvFile(join(folder, 'incidents.csv'), label, INCIDENT_COLUMNS);
    this.#years = new CsvFile(join(folder, 'years.csv'), label, YEAR_COLUMNS);
  }

  record(plan: Plan, trial: Trial): void {
    this.#incidents.add(incidentRows(plan, trial));
    this.#years.add(yearRows(plan, trial));
  }

  flush(): void {
    this.#incidents.flush();
    this.#years.flush();
  }

  writeSummary(summary: Summary): void {
    const text = `${JSON.stringify(summary, null, 2)}\n`;
    writeFileSync(join(this.#folder, 'summary.json'), text);
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
    this.#years.close();
  }

  whatIsWhere(): string {
    const charts = this.#drawn ? ', charts/' : '';
    const files = `report.html, summary.json, incidents.csv, years.csv${charts}`;
    return `Written to ${this.#folder}: ${files}`;
  }
}

/** Separators as escapes of JSON, so that no spreadsheet begins a cell in the middle of a text. */
function oneCell(text: string): string {
  const escape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replace(/[,;\t]/g, escape);
}

/** A table written piece by piece, so that memory stays bounded. */
class CsvFile {
  readonly #file: number;
  #rows: (string | number)[][] = [];

  constructor(path: string, label: RunLabel, columns: readonly string[]) {
    this.#file = openSync(path, 'w');
    const { scenario, version, scenarioHash, seed, trials } = label;
    writeSync(
      this.#file,
      `# drsim ${version}, scenario ${oneCell(scenario)}, hash ${scenarioHash}, ` +
        `seed ${oneCell(JSON.stringify(seed))}, ${trials} trials\n${columns.join(',')}\n`,
    );
  }

  add(rows: readonly (string | number)[][]): void {
    for (const row of rows) this.#rows.push(row);
  }

  flush(): void {
    // Text that a spreadsheet would run as a formula stays text.
    writeSync(this.#file, stringify(this.#rows, { escape_formulas: true }));
    this.#rows = [];
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }
}
