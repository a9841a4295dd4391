import type { PlaceBytes, Summary } from '../experiment/summary.js';
import type { Cell } from './table.js';

export const BYTES_COLUMNS = [
  'strategy',
  'service',
  'kind',
  'policy',
  'site',
  'storage_class',
  'year',
  'stored_bytes',
  'billed_bytes',
  'written_bytes',
  'transferred_bytes',
  'restored_bytes',
] as const;

/** What is stored and sent: one row per strategy, service, place and year of the horizon. */
export function bytesRows({ strategies }: Summary): Cell[][] {
  return Object.entries(strategies).flatMap(([strategy, { bytes }]) =>
    bytes.flatMap((place) =>
      place.stored.map((_, year): Cell[] => [
        strategy,
        ...placeCells(place),
        ...cellsIn(place, year),
      ]),
    ),
  );
}

function placeCells({ service, kind, policy, site, storage }: PlaceBytes): Cell[] {
  return [service, kind, policy, site, storage];
}

function cellsIn(place: PlaceBytes, year: number): Cell[] {
  const { stored, billed, written, transferred, restored } = place;
  const figures = [stored, billed, written, transferred, restored];
  return [year + 1, ...figures.map((years) => years[year]!)];
}
