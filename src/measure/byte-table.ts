/** Data of one service in one place under one strategy. */
export interface BytePlace {
  /** Number of the service. */
  readonly service: number;
  /** Live data at the primary, live data at another site, or copies in a store. */
  readonly kind: 'primary' | 'replica' | 'backups';
  /** Number of the store among all of the strategy; -1 for live data. */
  readonly store: number;
  /** Number of the site. */
  readonly site: number;
  /** Storage class. */
  readonly storage: string;
  /** Sites that it is sent from over a link, and which part of what is written comes from each. */
  readonly sources: readonly ByteSource[];
}

export interface ByteSource {
  /** Number of the site. */
  readonly site: number;
  /** Number of the link. */
  readonly link: number;
  readonly share: number;
}

/** What is in a place and comes there in each year of the horizon, in bytes; the last may be shorter. */
export interface YearlyBytes {
  /** On average over the year. */
  readonly stored: number[];
  /** The same with what has been deleted and is billed all the same. */
  readonly billed: number[];
  /** Added by jobs, logs and copies. */
  readonly written: number[];
  /** Of that, over a link between sites. */
  readonly sent: number[];
}

export interface ByteRow extends BytePlace, YearlyBytes {}

/** All places of a strategy, service by service: live data first, then its stores. */
export type ByteTable = readonly ByteRow[];
