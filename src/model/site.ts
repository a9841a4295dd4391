/** A place where services run and copies are kept: the smallest fault domain. */
export interface Site {
  readonly name: string;
  /** Cloud region or area, such as `us-east-1`; sites of one region share its fate. */
  readonly region: string;
  /** Who runs it, such as `aws`. */
  readonly provider: string;
  /** Trust domain: whoever owns its credentials can delete everything in it. */
  readonly account: string;
  /** Buildings side by side share the fate of their campus; null for a site that stands alone. */
  readonly campus: string | null;
  /** Whether it only keeps copies: nothing can run there. */
  readonly storageOnly: boolean;
  /** Its own place, or its region's; null where neither is known. */
  readonly at: Coordinates | null;
}

/** A place on the globe, in degrees: north and east are positive. */
export interface Coordinates {
  readonly lat: number;
  readonly lon: number;
}
