/** A place where services run and copies are kept: the smallest fault domain. */
export interface Site {
  readonly name: string;
  /** Cloud region or area, such as `us-east-1`; sites of one region share its fate. */
  readonly region: string;
  /** Who runs it, such as `aws`. */
  readonly provider: string;
  /** Trust domain: whoever owns its credentials can delete everything in it. */
  readonly account: string;
}
