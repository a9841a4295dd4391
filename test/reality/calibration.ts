import { readFileSync } from 'node:fs';
import { exp, log } from '../../src/base/special/elementary.js';
import { csvRecords } from './csv-records.js';

const FILE = 'test/reality/data/calibration.csv';
const MIB_IN_MB = 1.048576;

/** A value measured before any disaster. */
interface Value {
  readonly experiment: string;
  readonly metric: string;
  readonly sizeMb: number;
  /** 0 for no limit. */
  readonly linkMbs: number;
  readonly load: number;
  readonly params: Readonly<Record<string, string>>;
  readonly value: number;
}

const VALUES: readonly Value[] = csvRecords(readFileSync(FILE, 'utf8')).map((row) => ({
  experiment: row['experiment']!,
  metric: row['metric']!,
  sizeMb: Number(row['size_mb']),
  linkMbs: Number(row['link_mbs']),
  load: Number(row['load_commits_per_s']),
  params: paramsOf(row['params']!),
  value: Number(row['value']),
}));

/** Pairs such as `seg_mb=4;kind=crash`. */
function paramsOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(';').map((pair) => {
      const [name, value] = pair.split('=');
      return [name!, value ?? ''] as const;
    }),
  );
}

function valuesOf(experiment: string, metric: string, where: (one: Value) => boolean = () => true) {
  return VALUES.filter(
    (one) => one.experiment === experiment && one.metric === metric && where(one),
  );
}

/** A positive quantity by its median and its 95th percentile. */
export interface Law {
  readonly p50: number;
  readonly p95: number;
}

/** The lognormal law with the mean and the standard deviation of the logarithms of some values. */
export function lognormalOf(values: readonly number[]): Law {
  const logs = values.map(log);
  const middle = mean(logs);
  const spread = Math.sqrt(mean(logs.map((one) => (one - middle) * (one - middle))));
  return { p50: exp(middle), p95: exp(middle + 1.645 * spread) };
}

const lawOf = (values: readonly Value[]) => lognormalOf(values.map(({ value }) => value));
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const meanOf = (values: readonly Value[]) => mean(values.map(({ value }) => value));

/** The straight line of least squares. */
function lineThrough(points: readonly (readonly [x: number, y: number])[]) {
  const x0 = mean(points.map(([x]) => x));
  const y0 = mean(points.map(([, y]) => y));
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0) /
    points.reduce((sum, [x]) => sum + (x - x0) * (x - x0), 0);
  return (x: number) => y0 + slope * (x - x0);
}

/** What a limited link carries, as a share of its nominal rate. */
export const GOODPUT = mean(
  valuesOf('link', 'goodput', ({ linkMbs }) => linkMbs > 0).map((one) => one.value / one.linkMbs),
);

/** What a link without a limit carries, MB/s. */
export const UNLIMITED = meanOf(valuesOf('link', 'goodput', ({ linkMbs }) => linkMbs === 0));

const WAL = valuesOf('wal', 'wal_bytes_per_commit');
const walLine = lineThrough(WAL.map((one) => [Number(one.params['payload_bytes']), one.value]));

/** A page of PostgreSQL, which the log holds whole when it is changed for the first time. */
const PAGE = 8192;

/** Bytes of the log for a commit. */
export function logBytes(payload: number, updates: number): number {
  return walLine(payload) + updates * PAGE;
}

/** How well that is known: values measured over the line, for payloads of at least a page. */
export const LOG_SPREAD: Law = lognormalOf(
  WAL.map((one) => [one.value, walLine(Number(one.params['payload_bytes']))] as const)
    .filter(([value]) => value > 5000)
    .map(([value, line]) => value / line),
);

const idleCopies = valuesOf('backup', 'bytes', ({ load, params }) => {
  return load === 0 && params['tool'] === 'pg_basebackup';
});
/** Files of the log as PostgreSQL has them unless it is told otherwise, MB. */
const DEFAULT_FILE = 16 * MIB_IN_MB;
const copyLine = lineThrough(idleCopies.map((one) => [one.sizeMb, one.value - DEFAULT_FILE]));
const dumpLine = lineThrough(
  valuesOf('backup', 'bytes', ({ params }) => params['tool'] === 'pg_dump').map((one) => [
    one.sizeMb,
    one.value,
  ]),
);

/** MB of a base backup without the files of the log that travel along, and of a dump, by nominal size in MB. */
export const copyMb = (sizeMb: number) => copyLine(sizeMb);
export const dumpMb = (sizeMb: number) => dumpLine(sizeMb);

/** MB/s of a base backup and of a dump that no link limits. */
export const COPY_RATE = meanOf(
  valuesOf('backup', 'throughput', ({ linkMbs, load }) => linkMbs === 0 && load > 0),
);
export const DUMP_RATE = mean(
  valuesOf('backup', 'bytes', ({ params }) => params['tool'] === 'pg_dump').map((one) => {
    const took = valuesOf('backup', 'duration', ({ params, sizeMb }) => {
      return params['tool'] === 'pg_dump' && sizeMb === one.sizeMb;
    });
    return one.value / meanOf(took);
  }),
);

/** MB/s of a restore that no link limits. */
export const RESTORE_RATE = {
  tar: lawOf(
    valuesOf('restore', 'copy_throughput', ({ linkMbs, params }) => {
      return linkMbs === 0 && params['tool'] === 'tar';
    }),
  ),
  dump: lawOf(
    valuesOf('restore', 'copy_throughput', ({ params }) => params['tool'] === 'pg_restore'),
  ),
};

const PGBACKREST = valuesOf('restore', 'copy_throughput', ({ params }) => {
  return params['tool'] === 'pgbackrest';
});
const ownRate = (compress: string) =>
  PGBACKREST.filter((one) => one.params['compress'] === compress);

/**
 * The same of pgBackRest, from the least to the most. It is bound by its processes, where it
 * decompresses each by itself, up to what it gives without compression. The calibration ran alone,
 * while three drills at once share their machine's processors: what one gets is a third, or more.
 */
export function pgbackrestRates(compress: string, processes: number): readonly [number, number] {
  const plain = lawOf(ownRate('none')).p50;
  const each = mean(ownRate(compress).map((one) => one.value / Number(one.params['process_max'])));
  const most = compress === 'none' ? plain : Math.min(plain, each * processes);
  return [most / DRILLS_AT_ONCE, most];
}

const DRILLS_AT_ONCE = 3;

/** Seconds of a full backup of pgBackRest under load. */
export const pgbackrestDuration = (compress: string): number =>
  meanOf(
    valuesOf('backup', 'duration', ({ params }) => {
      return params['type'] === 'full' && params['compress'] === compress;
    }),
  );

/**
 * Seconds from the start of a restored server until it can be written to, without an archive:
 * pgBackRest leaves less to be flushed.
 */
export const STARTUP = {
  tar: lawOf(valuesOf('restore', 'start_to_writable', ({ params }) => params['tool'] === 'tar')),
  pgbackrest: lawOf(
    valuesOf('restore', 'start_to_writable', ({ params }) => params['tool'] === 'pgbackrest'),
  ),
};

/** Seconds to start a server that was stopped in order. */
export const RESTART = lawOf(valuesOf('misc', 'clean_start_to_writable'));

const FLUSHES = valuesOf('restore', 'startup_fsync')
  .map(({ value }) => value)
  .toSorted((a, b) => a - b);

/** Seconds that the disk needs for what is left of a copy just written, at a share of all measured. */
export function flushAt(share: number): number {
  return FLUSHES[Math.floor(share * FLUSHES.length)]!;
}

/** Seconds to make and start an empty server that a dump is loaded into. */
export const INITDB = lawOf(valuesOf('restore', 'initdb_and_start'));

/** Seconds of a promotion, and of the first connection and write after it. */
export const PROMOTE = lawOf(valuesOf('promote', 'promote'));
export const FIRST_WRITE = meanOf(valuesOf('promote', 'connect_and_first_write'));

/** MB of log per second that a server applies where it has the log already. */
export const REPLAY_RATE = meanOf(
  valuesOf('replay', 'replay_rate', ({ params }) => params['kind'] === 'crash'),
);

/**
 * Seconds to send one file of the log over a link, or to fetch it: what it takes without a limit,
 * and what the link takes for its bytes.
 */
export function fileTime(way: 'archive' | 'restore', segmentMib: number, linkMbs: number): number {
  const free = meanOf(
    valuesOf('misc', `${way}_segment`, ({ linkMbs: limit, params }) => {
      return limit === 0 && Number(params['seg_mb']) === segmentMib;
    }),
  );
  return free + (linkMbs > 0 ? (segmentMib * MIB_IN_MB) / (GOODPUT * linkMbs) : 0);
}

/** MB of a file of the log. */
export const segmentMb = (segmentMib: number) => segmentMib * MIB_IN_MB;

/**
 * How long replication stands still for a cut of the link, in s: from its beginning to the first
 * retransmission after its end. TCP repeats what was not acknowledged after a time that doubles, so
 * that the n-th repeat is (2^n - 1) times the first wait after the cut. The first waits are those
 * that the healed cuts of the calibration imply.
 */
export function standstills(cut: number): readonly number[] {
  return firstWaits().map((wait) => afterDoubling(wait, cut));
}

function firstWaits(): readonly number[] {
  return valuesOf('heal', 'heal_to_first_wal').map(({ params, value }) => {
    const cut = Number(params['cut_s']);
    const stood = cut + value;
    let doublings = 1;
    while (afterDoublings(stood, doublings) > LONGEST_FIRST_WAIT) doublings++;
    return afterDoublings(stood, doublings);
  });
}

/** Linux waits at least 0.2 s before it repeats for the first time, here with little on top. */
const LONGEST_FIRST_WAIT = 0.3;

const afterDoublings = (stood: number, doublings: number) => stood / (2 ** doublings - 1);

function afterDoubling(wait: number, cut: number): number {
  let at = wait;
  for (let pause = 2 * wait; at < cut; pause *= 2) at += pause;
  return at;
}
