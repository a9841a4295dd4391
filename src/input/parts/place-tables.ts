import type { Coordinates, Site } from '../../model/site.js';
import { entryNames } from '../catalogue.js';
import { keysOf, type Located, valueOf } from '../yaml/located-tree.js';
import type { Reading } from '../reading.js';
import { fileOf } from '../use.js';

/** Providers whose regions the catalogue knows. */
export function providersOf(reading: Reading): readonly string[] {
  return entryNames(reading.catalogue, 'regions');
}

/** Regions of a provider that the catalogue knows. */
export function regionsOf(provider: string, reading: Reading): readonly string[] {
  const file = fileOf(`models/regions/${provider}.yaml`, reading);
  return keysOf(file && valueOf(file, 'regions'));
}

/** Where a region is, as far as the catalogue knows. */
export function regionAt(provider: string, region: string, reading: Reading): Coordinates | null {
  const file = fileOf(`models/regions/${provider}.yaml`, reading);
  const all = file && valueOf(file, 'regions');
  const entry = all && valueOf(all, region);
  const degrees = (key: string) => {
    const value = entry && valueOf(entry, key);
    return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : NaN;
  };
  const [lat, lon] = [degrees('lat'), degrees('lon')];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/**
 * Measured round trip between the regions of two sites, in ms; undefined when the catalogue does not
 * know it. The table used becomes an assumption.
 */
export function roundTripBetween(a: Site, b: Site, reading: Reading): number | undefined {
  if (a.provider !== b.provider || a.region === b.region) return undefined;
  const path = `models/latency/${a.provider}`;
  const file = fileOf(`${path}.yaml`, reading);
  const pair = a.region < b.region ? `${a.region}/${b.region}` : `${b.region}/${a.region}`;
  const table = file && valueOf(file, 'roundTripMs');
  const entry = table && valueOf(table, pair);
  const trip = entry?.kind === 'scalar' ? entry.value : undefined;
  if (typeof trip !== 'number' || !(trip >= 0 && trip < 1e6)) return undefined;
  noteTable(file!, path, reading);
  return trip;
}

/** Records a table of the catalogue, with the source that stands at its head, once. */
export function noteTable(file: Located, path: string, reading: Reading): void {
  if (reading.assumptions.some((assumption) => assumption.path === path)) return;
  const text = (key: string) => {
    const value = valueOf(file, key);
    return value?.kind === 'scalar' ? value : undefined;
  };
  const year = text('year')?.value;
  const confidence = text('confidence')?.text;
  reading.assumptions.push({
    path,
    text: text('title')?.text ?? path,
    source: text('source')?.text ?? '',
    year: typeof year === 'number' ? year : null,
    confidence: confidence === 'measured' || confidence === 'vendor' ? confidence : 'estimate',
  });
}
