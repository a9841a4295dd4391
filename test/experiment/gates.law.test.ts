import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judged } from '../../src/experiment/gates.js';
import { GATE_MEASURES, type GateMeasure, type GateRule } from '../../src/model/gate.js';
import { MOST_TRIALS } from '../../src/model/scenario.js';
import type { Estimate } from '../../src/stats/interval.js';
import { SHOP } from '../present/fixture.js';

const RANK = { missed: 0, undecided: 1, kept: 2 } as const;

/** The shop's first strategy, all of whose money and attainment is one estimate. */
function outcomeOf(measure: GateMeasure, estimate: Estimate, bound: number) {
  const [name, first] = Object.entries(SHOP.strategies)[0]!;
  const orders = { ...first.services['orders']!, rtoAttainment: estimate };
  const strategy = {
    ...first,
    services: { orders },
    annual: { ...first.annual, loss: estimate },
  };
  const { relation } = GATE_MEASURES[measure] as GateRule;
  const gate = { text: '', measure, service: null, relation, bound, strategy: null };
  return judged({ trials: 2_000, strategies: { [name]: strategy } }, [gate])[0]!;
}

// On a grid, where the distances of the laws are no rounding errors.
const share = fc.integer({ min: 0, max: 10_000 }).map((steps) => steps / 10_000);
const estimate = fc.tuple(share, share, share).map((three): Estimate => {
  const [low, mean, high] = three.toSorted((a, b) => a - b);
  return { mean: mean!, ci95: [low!, high!] };
});
const measure = fc.constantFrom<GateMeasure>('P(rto within objective)', 'loss');

test('a stricter promise is never kept more easily', () => {
  fc.assert(
    fc.property(measure, estimate, share, share, (about, seen, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const [strict, easy] = about === 'loss' ? [low, high] : [high, low];
      expect(RANK[outcomeOf(about, seen, strict).outcome]).toBeLessThanOrEqual(
        RANK[outcomeOf(about, seen, easy).outcome],
      );
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a narrower interval around the same value never undoes a decision', () => {
  fc.assert(
    fc.property(measure, estimate, share, share, (about, seen, bound, factor) => {
      const [low, high] = seen.ci95!;
      const mean = seen.mean!;
      const ci95 = [mean - factor * (mean - low), mean + factor * (high - mean)] as const;
      const before = outcomeOf(about, seen, bound).outcome;
      const after = outcomeOf(about, { mean, ci95 }, bound).outcome;
      if (before !== 'undecided') expect(after).toBe(before);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('with the trials that it asks for, an interval would leave the bound', () => {
  fc.assert(
    fc.property(measure, estimate, share, (about, seen, bound) => {
      const { outcome, why, needsTrials } = outcomeOf(about, seen, bound);
      expect(why === undefined).toBe(outcome !== 'undecided');
      if (needsTrials === undefined) return;
      expect(needsTrials).toBeGreaterThanOrEqual(2_000);
      expect(needsTrials).toBeLessThanOrEqual(1.1 * MOST_TRIALS);
      const [low, high] = seen.ci95!;
      const mean = seen.mean!;
      // A trifle more, so that the interval does not just touch the bound.
      const factor = Math.sqrt(2_000 / (1.001 * needsTrials));
      const ci95 = [mean - factor * (mean - low), mean + factor * (high - mean)] as const;
      const atEdge = mean === low || mean === high;
      if (!atEdge) expect(outcomeOf(about, { mean, ci95 }, bound).outcome).not.toBe('undecided');
    }),
    { seed: 1, numRuns: 500 },
  );
});
