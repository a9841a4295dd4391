import { type Ms, ms, YEAR } from '../base/units.js';
import type { Distribution } from '../random/distribution.js';
import { uniformOf } from '../random/draw.js';
import { exponential } from '../random/exponential.js';
import { point } from '../random/point.js';
import { Stream } from '../random/stream.js';
import { drawn, type Luck, wholeMs } from './luck.js';
import type { Hazard, Lasting, Plan } from './plan.js';

/** One occurrence of a threat, the same for every strategy. */
export interface Disaster {
  readonly at: Ms;
  /** Number of its hazard in the plan. */
  readonly hazard: number;
  /** How many its hazard had before it in this history. */
  readonly arrival: number;
  /** How long what it hits stays away; 0 where it does not. */
  readonly absence: Ms;
  /** How long links carry nothing; 0 where none is cut. */
  readonly cut: Ms;
  /** How long before it an intruder was in. */
  readonly dwell: Ms;
}

/** Everything that strikes in a trial, in order of time, before any strategy is looked at. */
export function disastersOf(plan: Plan, trial: number): Disaster[] {
  const all: Disaster[] = [];
  plan.hazards.forEach((hazard, number) => {
    arrivalsOf(plan, hazard, trial).forEach((at, arrival) => {
      all.push({
        at,
        hazard: number,
        arrival,
        absence: lasting(hazard.absence, trial, arrival),
        cut: lasting(hazard.cut, trial, arrival),
        dwell: dwellOf(hazard.wipes?.dwell ?? null, trial, arrival),
      });
    });
  });
  return all.sort((a, b) => a.at - b.at || a.hazard - b.hazard || a.arrival - b.arrival);
}

/** Shorter than the clock's tick would be nothing at all. */
function lasting(what: Lasting | null, trial: number, arrival: number): Ms {
  return ms(what ? Math.max(1, drawn(what.luck, trial, arrival)) : 0);
}

function dwellOf(luck: Luck | null, trial: number, arrival: number): Ms {
  return luck ? drawn(luck, trial, arrival) : ms(0);
}

function arrivalsOf(plan: Plan, hazard: Hazard, trial: number): Ms[] {
  const { arrivals, gaps } = hazard;
  switch (arrivals.kind) {
    case 'rate': {
      const rate = plan.parameters.of(arrivals.rate);
      if (rate === 0) return [];
      const gap = exponential(YEAR / rate);
      return renewals({ gap, age: 0 }, new Stream(gaps, trial), plan.horizon);
    }
    case 'gap': {
      const { gap, age, from } = arrivals;
      // What is not known but the same each time: one gap for the pair of trials.
      const law =
        gap.drawn === 'each'
          ? gap.law
          : point(gap.law.quantile(uniformOf(gaps, Math.floor(trial / 2), 0)));
      const away = (arrival: number) =>
        Math.max(lasting(hazard.absence, trial, arrival), lasting(hazard.cut, trial, arrival));
      const rest = from === 'return' ? away : undefined;
      return renewals({ gap: law, age, rest }, new Stream(gaps, trial), plan.horizon);
    }
    case 'at':
      return [...arrivals.at].sort((a, b) => a - b);
    case 'sweep': {
      const { from, to, slices } = arrivals;
      return [wholeMs(from + (((trial % slices) + 0.5) * (to - from)) / slices)];
    }
  }
}

/**
 * Instants of a renewal process within the horizon; gaps add up before they are rounded. The first
 * gap is what is left of one that has lasted for `age`.
 *
 * @param of `rest`: how long after each arrival the next gap begins; at once where left out
 */
function renewals(
  of: { gap: Distribution; age: number; rest?: ((arrival: number) => number) | undefined },
  stream: Stream,
  horizon: Ms,
): Ms[] {
  const { gap, age, rest = () => 0 } = of;
  const instants: Ms[] = [];
  let at = leftOf(gap, age, stream.next());
  while (at < horizon) {
    instants.push(ms(Math.floor(at)));
    at += rest(instants.length - 1) + gap.quantile(stream.next());
  }
  return instants;
}

/** What is left of a gap that has lasted for an age: one uniform, one value. */
function leftOf(gap: Distribution, age: number, uniform: number): number {
  if (age === 0) return gap.quantile(uniform);
  const past = gap.cdf(age);
  // Older than any gap is due at once.
  if (past >= 1) return 0;
  return Math.max(0, gap.quantile(past + uniform * (1 - past)) - age);
}
