import { dataText } from '../../base/amount-text.js';
import type { PlaceBytes, Summary } from '../../experiment/summary.js';
import { named } from '../display-width.js';
import { NOTHING } from '../figure-text.js';
import { dataTable, type RowGroup, type TableRow } from './figure-table.js';
import { html, type Html } from './html.js';
import { strategyHeads } from './strategy-heads.js';

const HEADS = ['', 'Storage class', 'Stored', 'Written', 'Over a link'];

/** How much data each place of a strategy keeps, and how much comes there in a year. */
export function bytesSection(summary: Summary): Html {
  const heads = strategyHeads(summary);
  const year = lastWholeYear(summary);
  const groups = Object.values(summary.strategies).map(({ bytes }, strategy): RowGroup => ({
    title: heads[strategy] ?? '',
    rows: bytes.map((place) => rowOf(place, year)),
  }));
  return html`<section id="bytes" aria-labelledby="bytes-title">
    <h2 id="bytes-title">What is stored and sent</h2>
    ${dataTable({ caption: 'Data by place', note: noteFor(summary, year), heads: HEADS, groups })}
  </section> `;
}

/** A part of a year at the end says nothing of a year; where there is no whole one it is all there is. */
function lastWholeYear({ horizonYears }: Summary): number {
  return Math.max(0, Math.floor(horizonYears) - 1);
}

function noteFor({ horizonYears }: Summary, year: number): string {
  if (horizonYears < 1) return 'While all is well, over the horizon.';
  if (year === 0) return 'While all is well, in the first year.';
  return `While all is well, in the first year and in year ${year + 1}.`;
}

function rowOf(place: PlaceBytes, year: number): TableRow {
  const { storage, stored, written, transferred } = place;
  const figures = [stored, written, transferred].map((years) => yearsText(years, year));
  return { label: labelOf(place), cells: [named(storage), ...figures] };
}

const KINDS = { primary: 'live at', replica: 'replica at', backups: 'at' } as const;

function labelOf({ service, kind, policy, site }: PlaceBytes): string {
  const what = policy === null ? KINDS[kind] : `${named(policy)} ${KINDS[kind]}`;
  return `${named(service)}: ${what} ${named(site)}`;
}

function yearsText(years: readonly number[], last: number): string {
  const texts = [years[0], years[last]].map((bytes) => (bytes ? dataText(bytes) : NOTHING));
  return [...new Set(texts)].join(' \u2192 ').replaceAll(/(?<=\d) /g, '\u00a0');
}
