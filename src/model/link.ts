import type { BytesPerSecond, Ms, Share } from '../base/units.js';
import type { Uncertain } from './uncertain.js';

/** A path between two sites that carries replication, backups and restores, both ways alike. */
export interface Link {
  readonly name: string;
  readonly ends: readonly [string, string];
  /** Nominal line rate. */
  readonly bandwidth: Uncertain<BytesPerSecond>;
  /** What is left of the nominal rate after protocol overhead. */
  readonly efficiency: Uncertain<Share>;
  /** One way. */
  readonly latency: Uncertain<Ms>;
}

/** Whether the link joins the two sites, in either order. */
export function joins(link: Link, a: string, b: string): boolean {
  const [left, right] = link.ends;
  return (left === a && right === b) || (left === b && right === a);
}

/** What is left of the nominal rate after overhead, on average, in bytes per second. */
export function carriedBy({ bandwidth, efficiency }: Link): number {
  return bandwidth.law.mean * efficiency.law.mean;
}
