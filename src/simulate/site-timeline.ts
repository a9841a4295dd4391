import type { Ms } from '../base/units.js';
import type { Disaster } from './disasters.js';
import type { Plan } from './plan.js';

/** A stretch of time in which a site is away: out, or destroyed and being rebuilt. */
export interface Absence {
  readonly from: Ms;
  /** First instant at which this disaster no longer keeps the site away. */
  to: Ms;
  /** Number of its disaster. */
  readonly disaster: number;
  readonly hazard: number;
  readonly destroys: boolean;
}

/**
 * When each site of a history is there. Disasters do not care for strategies, so one timeline
 * serves them all. Times to come stand in it too: whoever decides at an instant may look at what
 * began before it, never at when that will end.
 */
export class SiteTimeline {
  readonly #plan: Plan;
  readonly #absences: Absence[][];

  /** @param disasters in order of time */
  constructor(plan: Plan, disasters: readonly Disaster[]) {
    this.#plan = plan;
    this.#absences = plan.sites.map(() => []);
    disasters.forEach((disaster, number) => {
      this.#add(disaster, number);
    });
  }

  #add({ at, hazard, absence }: Disaster, disaster: number): void {
    const { sites, destroys } = this.#plan.hazards[hazard]!;
    const absent = { from: at, to: (at + absence) as Ms, disaster, hazard, destroys };
    for (const site of sites) this.#addTo(site, absent);
  }

  #addTo(site: number, absence: Absence): void {
    const { from: at, destroys } = absence;
    const known = this.#absences[site]!;
    // Where nothing stands, nothing can be hit.
    if (known.some((earlier) => earlier.destroys && earlier.to > at)) return;
    if (destroys) {
      for (const earlier of known) if (earlier.to > at) earlier.to = at;
    }
    known.push({ ...absence });
  }

  /** Absences of a site in order of their beginning, those to come included. */
  absences(site: number): readonly Absence[] {
    return this.#absences[site]!;
  }

  /** The sites that a disaster hits: those in its scope where something stands. */
  hitBy(disaster: number, hazard: number): readonly number[] {
    return this.#plan.hazards[hazard]!.sites.filter((site) =>
      this.#absences[site]!.some((absence) => absence.disaster === disaster),
    );
  }

  isUp(site: number, at: Ms): boolean {
    return !this.#absences[site]!.some(({ from, to }) => from <= at && at < to);
  }

  /** Whether a site was away at any moment between two instants; touching ends do not count. */
  wasAway(site: number, between: { from: Ms; to: Ms }): boolean {
    return this.#absences[site]!.some(
      ({ from, to }) => from < between.to && between.from < to && from < to,
    );
  }

  /** Latest instant up to `at` at which the site was destroyed; -Infinity if it never was. */
  lastDestroyed(site: number, at: Ms): number {
    return this.#absences[site]!.reduce(
      (latest, { from, destroys }) => (destroys && from <= at ? from : latest),
      -Infinity,
    );
  }

  /**
   * What a decider expects to wait until the site is back: 0 if it is up, else the longest of the
   * expected remainders of what keeps it away, given how long each has lasted.
   */
  expectedReturn(site: number, at: Ms): number {
    return this.#absences[site]!.reduce((longest, { from, to, hazard }) => {
      if (from > at || to <= at) return longest;
      const { absenceLaw } = this.#plan.hazards[hazard]!;
      return Math.max(longest, absenceLaw.meanBeyond(at - from));
    }, 0);
  }

  /** Instants at which a site comes back, having been away, in order. */
  returns(site: number): Ms[] {
    const instants: Ms[] = [];
    for (const { to } of this.#absences[site]!) {
      if (this.isUp(site, to) && !instants.includes(to)) instants.push(to);
    }
    return instants.sort((a, b) => a - b);
  }
}
