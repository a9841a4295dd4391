/** The jobs and logs of one policy from one source, until its source or store is lost. */
export interface Run {
  readonly source: number;
  readonly anchor: number;
  readonly jobs: Job[];
  newestFull: Job | null;
  /** Jobs under way. */
  running: Job[];
  over: boolean;
}

/** A copy that is being taken or has been. */
export interface Job {
  readonly run: Run;
  readonly full: Job | null;
  /** What it adds to; null for a full copy. */
  readonly base: Job | null;
  readonly start: number;
  readonly captured: number;
  /** Of its own, and with all that it builds on. */
  readonly bytes: number;
  readonly inAll: number;
  state: 'runs' | 'failed' | 'done';
}

/** All that was written until `captured` since the log before it. */
export interface Log {
  readonly run: Run;
  readonly captured: number;
  /** As stored. */
  readonly bytes: number;
}

export function newRun(source: number, anchor: number): Run {
  return { source, anchor, jobs: [], newestFull: null, running: [], over: false };
}

/** Whether it has failed, or what it builds on. */
export function isBroken({ state, base }: Job): boolean {
  return state === 'failed' || (base !== null && isBroken(base));
}

export function headOf(job: Job): Job {
  return job.full ?? job;
}
