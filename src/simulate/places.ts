import type { Ms } from '../base/units.js';
import { type Absence, Absences, settled } from './absences.js';
import type { SiteTimeline } from './site-timeline.js';

const NONE: readonly Absence[] = [];

/** Where one service can run: sites that are there, and its own equipment at them. */
export class Places {
  readonly #sites: SiteTimeline;
  /** Absences of its own equipment; null before the first. */
  #own: Absences | null = null;
  readonly #count: number;

  /** @param count how many sites there are */
  constructor(sites: SiteTimeline, count: number) {
    this.#sites = sites;
    this.#count = count;
  }

  /** Takes the service's own equipment at a site away. @returns whether there was any */
  add(site: number, absence: Absence): boolean {
    if (
      this.#sites
        .absences(site)
        .some(({ destroys, from, to }) => destroys && from < absence.from && absence.from < to)
    ) {
      return false;
    }
    this.#own ??= new Absences(this.#count);
    return this.#own.add(site, absence);
  }

  /** Forgets the absence of a site that was added last. */
  undo(site: number): void {
    this.#own!.undo(site);
  }

  /** A new site stands where all equipment was destroyed. */
  forget(site: number, at: Ms): void {
    this.#own?.cutShort(site, at);
  }

  /** Instant from which the service can run there for a length of time, not before one. */
  clearFrom(site: number, at: Ms, length: Ms): Ms {
    const own = this.#own;
    if (!own) return this.#sites.clearFrom(site, at, length);
    return settled(at, [
      (from) => this.#sites.clearFrom(site, from, length),
      (from) => own.clearFrom(site, from, length),
    ]);
  }

  isUp(site: number, at: Ms): boolean {
    return this.#sites.isUp(site, at) && (this.#own === null || this.#own.isUp(site, at));
  }

  /** Whether the service could not run there at any moment between two instants. */
  wasAway(site: number, since: Ms, until: Ms): boolean {
    return (
      this.#sites.wasAway(site, since, until) ||
      (this.#own !== null && this.#own.wasAway(site, since, until))
    );
  }

  /** When the service could not run there in a stretch, in order of their beginning. */
  within(site: number, since: number, until: number): readonly Absence[] {
    const all = this.#sites.within(site, since, until);
    const own = this.#own?.within(site, since, until) ?? NONE;
    if (own.length === 0) return all;
    return all.length === 0 ? own : [...all, ...own].sort((a, b) => a.from - b.from);
  }

  /** What a decider expects to wait until the service could run there; 0 if it can. */
  expectedReturn(site: number, at: Ms): number {
    const away = this.#sites.expectedReturn(site, at);
    return this.#own === null ? away : Math.max(away, this.#own.expectedReturn(site, at));
  }
}
