import { readFileSync } from 'node:fs';

/** Arguments, the double nearest to the truth, and by how many last places it is too small. */
type ReferenceRow = readonly number[];

const SMALLEST_NORMAL = 2.2250738585072014e-308;

const asDouble = new Float64Array(1);
const asBits = new BigInt64Array(asDouble.buffer);

/** The double next to x on the side away from 0; x positive. */
export function nextUp(x: number): number {
  return moved(x, 1n);
}

/** The double next to x on the side of 0; x positive. */
export function nextDown(x: number): number {
  return moved(x, -1n);
}

function moved(x: number, places: bigint): number {
  asDouble[0] = x;
  asBits[0] = asBits[0]! + places;
  return asDouble[0];
}

/** One unit in the last place of x. */
function unitInLastPlace(x: number): number {
  const size = Math.abs(x);
  return size < SMALLEST_NORMAL ? 5e-324 : size - nextDown(size) || 5e-324;
}

/** The tables of one file in `reference/`, made at 50 digits by `make-reference.py` there. */
export function referenceTables(file: string): (name: string) => readonly ReferenceRow[] {
  const url = new URL(`reference/${file}.json`, import.meta.url);
  const tables = JSON.parse(readFileSync(url, 'utf8')) as Record<string, readonly ReferenceRow[]>;
  return (name) => {
    const rows = tables[name];
    if (rows === undefined || rows.length < 100) throw new Error(`no table of ${name} in ${file}`);
    return rows;
  };
}

type Numeric = (...values: number[]) => number;

/** Largest error over the rows with a normal result, in units of the last place of that result. */
export function worstUlps(compute: Numeric, rows: readonly ReferenceRow[]): number {
  return worst(rows.filter(isNormal), (row) => ulpsOff(compute, row));
}

/** Largest error over the rows with a subnormal result, in units of 5e-324. */
export function worstSubnormalUlps(compute: Numeric, rows: readonly ReferenceRow[]): number {
  return worst(
    rows.filter((row) => !isNormal(row)),
    (row) => ulpsOff(compute, row),
  );
}

/** Largest relative error over the rows with a normal result. */
export function worstRelative(compute: Numeric, rows: readonly ReferenceRow[]): number {
  return worst(rows.filter(isNormal), (row) => {
    const truth = row.at(-2)!;
    return (ulpsOff(compute, row) * unitInLastPlace(truth)) / Math.abs(truth);
  });
}

function isNormal(row: ReferenceRow): boolean {
  return Math.abs(row.at(-2)!) >= SMALLEST_NORMAL;
}

function ulpsOff(compute: Numeric, row: ReferenceRow): number {
  const nearest = row.at(-2)!;
  return Math.abs(
    (compute(...row.slice(0, -2)) - nearest) / unitInLastPlace(nearest) - row.at(-1)!,
  );
}

/** NaN counts as infinitely wrong, and so does an empty table. */
function worst(rows: readonly ReferenceRow[], error: (row: ReferenceRow) => number): number {
  if (rows.length === 0) return Infinity;
  return Math.max(...rows.map((row) => (error(row) >= 0 ? error(row) : Infinity)));
}

/** FNV-1a over the bits of the numbers: one changed last place changes it. */
export function fingerprint(values: Iterable<number>): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of values) {
    view.setFloat64(0, value);
    for (let i = 0; i < 8; i++) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
