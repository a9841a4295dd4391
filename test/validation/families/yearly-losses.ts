import { YEAR } from '../../../src/base/units.js';
import type { Summary } from '../../../src/experiment/summary.js';
import { compile } from '../../../src/simulate/compile.js';
import { disastersOf } from '../../../src/simulate/disasters.js';
import { run, scenarioFrom } from '../../running.js';

/** Incidents of one kind, each of which costs its length times a price. */
export interface Frequency {
  /** Incidents a year, as the scenario writes it: a rate, or instants of every year. */
  readonly arrivals: string;
  /** Length in minutes as a law, as the scenario writes it. */
  readonly outage: string;
  /** Cost of a minute. */
  readonly perMinute: number;
}

const MINUTES_PER_HOUR = 60;

export function lossScenario(all: readonly Frequency[], years: number) {
  const threats = all.map(
    ({ arrivals, outage }, i) =>
      `  - { name: loss${i}, scope: site, ${arrivals}, effects: { outage: ${outage} } }`,
  );
  return scenarioFrom(`
name: Compound losses
horizon: ${years} years
currency: USD
sites: { here: {} }
services: { shop: { data: { size: 1 GB }, revenue: { mean: ${MINUTES_PER_HOUR * all[0]!.perMinute} USD/h } } }
threats:
${threats.join('\n')}
strategies: { waiting: { primary: here } }
`);
}

/** The loss of each simulated year, and the summary that the product would print. */
export function yearlyLosses(
  all: readonly Frequency[],
  { years, trials }: { years: number; trials: number },
): { readonly losses: readonly number[]; readonly summary: Summary } {
  const losses: number[] = [];
  const { summary } = run(
    lossScenario(all, years),
    { trials, seed: 'losses' },
    ({ strategies }) => {
      losses.push(...strategies[0]!.losses.downtime);
    },
  );
  return { losses, summary };
}

/**
 * Yearly losses by the disasters alone, many years at a time: what strikes and for how long is drawn as
 * in a run, and as in a run that nothing overlaps each costs its length.
 */
export function lossesByDisasters(
  one: Frequency,
  { years, trials }: { years: number; trials: number },
): Float64Array {
  const plan = compile(lossScenario([one], years), 'losses');
  const losses = new Float64Array(years * trials);
  for (let trial = 0; trial < trials; trial++) {
    plan.parameters.draw(trial);
    for (const { at, absence } of disastersOf(plan, trial)) {
      losses[trial * years + Math.floor(at / YEAR)]! += (absence / 60_000) * one.perMinute;
    }
  }
  return losses;
}
