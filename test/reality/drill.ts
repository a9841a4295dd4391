import { readFileSync } from 'node:fs';
import { csvRecords } from './csv-records.js';

const FILE = 'test/reality/data/drills.csv';

/** What was planned of a drill: all that a prediction may know. Times in s, sizes in MB, rates in MB/s. */
export interface Drill {
  readonly id: string;
  readonly strategy: string;
  readonly disaster: string;
  readonly variant: string;
  /** The host answers nothing at all, instead of refusing. */
  readonly silent: boolean;
  /** What the damage was; empty for none. */
  readonly corruption: string;
  readonly sizeMb: number;
  /** Size of a file of the log, in MiB. */
  readonly segmentMib: number;
  readonly checkpoint: number;
  readonly commitsPerSecond: number;
  readonly payloadBytes: number;
  /** Share of the commits that change a random page beside. */
  readonly updates: number;
  /** Stretches with more commits; null for none. */
  readonly bursts: {
    readonly period: number;
    readonly duty: number;
    readonly factor: number;
  } | null;
  readonly replicated: boolean;
  /** Links to the replica, to the repository and from there to the recovery host; 0 for no limit. */
  readonly toReplica: number;
  readonly toRepository: number;
  readonly fromRepository: number;
  readonly backup: string;
  readonly backupInterval: number;
  readonly spreadCheckpoint: boolean;
  readonly compress: string;
  readonly processes: number;
  readonly archive: string;
  /** 0 for none. */
  readonly archiveTimeout: number;
  /** After this time without a replica a synchronous primary goes on alone; Infinity for never. */
  readonly degradeAfter: number;
  readonly applyDelay: number;
  readonly check: {
    readonly interval: number;
    readonly timeout: number;
    readonly failures: number;
  };
  readonly decide: number;
  readonly validationInterval: number;
  readonly targetMargin: number;
  readonly knowsTime: boolean;
  readonly partition: number;
  /** From the end of the partition to the loss; null where it lasts until then. */
  readonly healBefore: number | null;
  readonly client: {
    /** Whether clients look the server up, in a cache, rather than try all hosts. */
    readonly discovers: boolean;
    readonly retry: number;
    readonly ttl: number;
    readonly opTimeout: number;
    readonly connectTimeout: number;
  };
  /** From the end of the first backup, else from 2 s after the workload began, to the disaster or the cut. */
  readonly wait: number;
}

/** What was measured, in s. */
export interface Measured {
  readonly rto: number;
  readonly rpoLoss: number;
  readonly lossWindow: number;
  /** The part of `rto` that follows the detection: what to expect of a drill whose detection is known. */
  readonly sinceAlarm: number;
}

export interface MeasuredDrill {
  readonly drill: Drill;
  readonly measured: Measured;
}

/** All drills of a file that came to an end, planned and measured. */
export function drillsOf(text: string): readonly MeasuredDrill[] {
  return csvRecords(text)
    .filter(({ status }) => status === 'ok')
    .map((row) => ({ drill: drillOf(row), measured: measuredOf(row) }));
}

/** The half of the drills that is published with the project. */
export const publishedDrills = () => drillsOf(readFileSync(FILE, 'utf8'));

type Row = Readonly<Record<string, string>>;

function measuredOf(row: Row): Measured {
  const at = (name: string) => Number(row[name]);
  const rto = at('rto_s');
  const sinceAlarm = rto - at('detect_s');
  return { rto, rpoLoss: at('rpo_loss_s'), lossWindow: at('loss_window_s'), sinceAlarm };
}

/** Reads the columns of parameters, and no others. */
function drillOf(row: Row): Drill {
  const text = (name: string) => row[name] ?? '';
  const at = (name: string) => Number(text(name));
  return {
    id: text('drill_id'),
    strategy: text('strategy'),
    disaster: text('disaster'),
    variant: text('variant'),
    silent: text('failure_mode') === 'host_silent',
    corruption: text('corruption'),
    sizeMb: at('size_mb'),
    segmentMib: at('seg_mb'),
    checkpoint: at('ckpt_s'),
    commitsPerSecond: at('commits_per_s'),
    payloadBytes: at('payload_bytes'),
    updates: at('update_frac'),
    bursts:
      text('burst_period_s') === ''
        ? null
        : { period: at('burst_period_s'), duty: at('burst_duty'), factor: at('burst_factor') },
    replicated: text('replica') === '1',
    toReplica: at('link_ps'),
    toRepository: at('link_pr'),
    fromRepository: at('link_rs'),
    backup: text('backup'),
    backupInterval: at('backup_interval_s'),
    spreadCheckpoint: text('backup_checkpoint') === 'spread',
    compress: text('compress'),
    processes: at('process_max'),
    archive: text('archive'),
    archiveTimeout: at('archive_timeout_s'),
    degradeAfter: text('sync_degrade_s') === '' ? Infinity : at('sync_degrade_s'),
    applyDelay: at('apply_delay_s'),
    check: {
      interval: at('hc_interval_s'),
      timeout: at('hc_timeout_s'),
      failures: at('hc_threshold'),
    },
    decide: at('decide_s'),
    validationInterval: at('ic_interval_s'),
    targetMargin: at('target_margin_s'),
    knowsTime: text('know_time') !== '0',
    partition: at('partition_s'),
    healBefore: text('heal_before_s') === '' ? null : at('heal_before_s'),
    client: {
      discovers: text('client_mode') !== 'multihost',
      retry: at('retry_s'),
      ttl: at('ttl_s'),
      opTimeout: at('op_timeout_s'),
      connectTimeout: at('connect_timeout_s'),
    },
    wait: at('t_wait_s'),
  };
}
