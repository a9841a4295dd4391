import { RatioTally } from '../../src/stats/ratio-tally.js';
import { Sample } from '../../src/stats/sample.js';

/** Sums of one cluster. */
export type Cluster = readonly [y: number, x: number];

/** So many clusters with the same sums. */
export const alike = (count: number, [y, x]: Cluster): Cluster[] =>
  Array.from({ length: count }, (): Cluster => [y, x]);

export function tallyOf(...clusters: readonly Cluster[]): RatioTally {
  const tally = new RatioTally();
  for (const [y, x] of clusters) tally.add(y, x);
  return tally;
}

/** A sample of the values of each cluster in turn. */
export function sampleOf(clusters: readonly (readonly number[])[]): Sample {
  const sample = new Sample();
  clusters.forEach((values, cluster) => {
    for (const value of values) sample.append(value, cluster);
  });
  return sample;
}
