import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sample } from '../../src/stats/sample.js';
import { sampleOf } from './clusters.js';

const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 5 });

test('blocks merged in order are the whole sample, bit for bit', () => {
  fc.assert(
    fc.property(fc.array(values, { maxLength: 30 }), fc.array(fc.nat(30)), (clusters, cuts) => {
      const merged = new Sample();
      const bounds = [0, ...cuts, clusters.length].toSorted((a, b) => a - b);
      bounds.slice(1).forEach((end, block) => {
        const part = clusters.map((each, i) => (i >= bounds[block]! && i < end ? each : []));
        merged.merge(sampleOf(part));
      });
      const whole = sampleOf(clusters);
      expect(merged.values).toEqual(whole.values);
      expect(merged.clusters).toEqual(whole.clusters);
      expect(merged.rising).toEqual(whole.values.toSorted());
    }),
    { seed: 1, numRuns: 200 },
  );
});
