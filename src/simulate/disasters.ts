import { type Ms, ms, YEAR } from '../base/units.js';
import type { Distribution } from '../random/distribution.js';
import { exponential } from '../random/exponential.js';
import { Stream } from '../random/stream.js';
import { drawn, wholeMs } from './luck.js';
import type { Hazard, Plan } from './plan.js';

/** One occurrence of a threat, the same for every strategy. */
export interface Disaster {
  readonly at: Ms;
  /** Number of its hazard in the plan. */
  readonly hazard: number;
  /** How many its hazard had before it in this history. */
  readonly arrival: number;
  /** How long the site stays away. */
  readonly absence: Ms;
}

/** Everything that strikes in a trial, in order of time, before any strategy is looked at. */
export function disastersOf(plan: Plan, trial: number): Disaster[] {
  const all = plan.hazards.flatMap((hazard, number) =>
    arrivalsOf(plan, hazard, trial).map((at, arrival): Disaster => ({
      at,
      hazard: number,
      arrival,
      // Shorter than the clock's tick would be nothing at all.
      absence: ms(Math.max(1, drawn(hazard.absence, trial, arrival))),
    })),
  );
  return all.sort((a, b) => a.at - b.at || a.hazard - b.hazard || a.arrival - b.arrival);
}

function arrivalsOf(plan: Plan, hazard: Hazard, trial: number): Ms[] {
  const { arrivals, gaps } = hazard;
  switch (arrivals.kind) {
    case 'rate': {
      const rate = plan.parameters.of(arrivals.rate);
      if (rate === 0) return [];
      const gap = exponential(YEAR / rate);
      return renewals(gap, new Stream(gaps, trial), plan.horizon);
    }
    case 'gap':
      return renewals(arrivals.gap.law, new Stream(gaps, trial), plan.horizon);
    case 'at':
      return [...arrivals.at].sort((a, b) => a - b);
    case 'sweep': {
      const { from, to, slices } = arrivals;
      return [wholeMs(from + (((trial % slices) + 0.5) * (to - from)) / slices)];
    }
  }
}

/** Instants of a renewal process within the horizon; gaps add up before they are rounded. */
function renewals(gap: Distribution, stream: Stream, horizon: Ms): Ms[] {
  const instants: Ms[] = [];
  const draw = () => gap.quantile(stream.next());
  for (let at = draw(); at < horizon; at += draw()) {
    instants.push(ms(Math.floor(at)));
  }
  return instants;
}
