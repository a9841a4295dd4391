import type { Ms } from '../base/units.js';
import { type Absence, Absences } from './absences.js';
import type { Disaster } from './disasters.js';
import { type Event, TURN } from './event.js';
import type { Plan } from './plan.js';

/** What happens at a known instant whatever the strategy does. */
export interface Coming {
  readonly at: Ms;
  readonly turn: number;
  readonly event: Event;
}

/**
 * When each site of a history is there and each link carries data. Disasters do not care for
 * strategies, so one timeline serves them all.
 */
export class SiteTimeline {
  readonly #plan: Plan;
  readonly #sites: Absences;
  /** When links are cut. */
  readonly links: Absences;
  /** Strikes, and returns of what they hit, in the order in which they happen. */
  readonly coming: readonly Coming[];

  /** @param disasters in order of time */
  constructor(plan: Plan, disasters: readonly Disaster[]) {
    this.#plan = plan;
    this.#sites = new Absences(plan.sites.length);
    this.links = new Absences(plan.links.length);
    disasters.forEach((disaster, number) => {
      this.#add(disaster, number);
    });
    this.coming = this.#comingOf(disasters);
  }

  #comingOf(disasters: readonly Disaster[]): readonly Coming[] {
    const coming = disasters.map(({ at }, disaster): Coming => ({
      at,
      turn: TURN.strike,
      event: { kind: 'strike', disaster },
    }));
    const strikes = coming.length;
    this.#plan.sites.forEach((_, site) => {
      for (const at of this.returns(site)) {
        coming.push({ at, turn: TURN.return, event: { kind: 'siteReturns', site } });
      }
    });
    this.#plan.links.forEach((_, link) => {
      for (const at of this.links.returns(link)) {
        coming.push({ at, turn: TURN.return, event: { kind: 'linkReturns' } });
      }
    });
    if (coming.length === strikes) return coming;
    return coming.sort((a, b) => a.at - b.at || a.turn - b.turn);
  }

  #add({ at, hazard, absence, cut }: Disaster, disaster: number): void {
    const { sites, destroys, absence: lasting, cut: cutting } = this.#plan.hazards[hazard]!;
    if (lasting) {
      const { law } = lasting;
      const absent = { from: at, to: (at + absence) as Ms, disaster, destroys, law };
      for (const site of sites) this.#sites.add(site, absent);
    }
    if (cutting) {
      const { law, links } = cutting;
      const apart = { from: at, to: (at + cut) as Ms, disaster, destroys: false, law };
      for (const link of links) this.links.add(link, apart);
    }
  }

  /** Absences of a site in order of their beginning, those to come included. */
  absences(site: number): readonly Absence[] {
    return this.#sites.of(site);
  }

  /** Absences of a site that touch a stretch, in order of their beginning. */
  within(site: number, since: number, until: number): readonly Absence[] {
    return this.#sites.within(site, since, until);
  }

  /** The sites that a disaster hits: those in its scope where something stands. */
  hitBy(disaster: number, hazard: number): readonly number[] {
    const { sites, absence } = this.#plan.hazards[hazard]!;
    if (!absence) return sites;
    return sites.filter((site) => this.#sites.of(site).some((one) => one.disaster === disaster));
  }

  /** Instant from which a site is there for a length of time, not before one. */
  clearFrom(site: number, at: Ms, length: Ms): Ms {
    return this.#sites.clearFrom(site, at, length);
  }

  isUp(site: number, at: Ms): boolean {
    return this.#sites.isUp(site, at);
  }

  /** Whether a site was away at any moment between two instants; touching ends do not count. */
  wasAway(site: number, since: Ms, until: Ms): boolean {
    return this.#sites.wasAway(site, since, until);
  }

  /** Latest instant up to `at` at which the site was destroyed; -Infinity if it never was. */
  lastDestroyed(site: number, at: Ms): number {
    return this.#sites.lastDestroyed(site, at);
  }

  /** What a decider expects to wait until the site is back; 0 if it is up. */
  expectedReturn(site: number, at: Ms): number {
    return this.#sites.expectedReturn(site, at);
  }

  /** Instants at which a site comes back, having been away, in order. */
  returns(site: number): Ms[] {
    return this.#sites.returns(site);
  }
}
