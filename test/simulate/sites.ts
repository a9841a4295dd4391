import { type Ms, ms } from '../../src/base/units.js';
import type { Distribution } from '../../src/random/distribution.js';
import { point } from '../../src/random/point.js';
import type { Disaster } from '../../src/simulate/disasters.js';
import type { Hazard, Plan } from '../../src/simulate/plan.js';
import { SiteTimeline } from '../../src/simulate/site-timeline.js';

/** Something that strikes a site, and for how long it is away then. */
export interface Blow {
  readonly site: number;
  readonly at: number;
  readonly absence: number;
  readonly destroys?: boolean;
  /** What a decider knows of the absence; the point value unless given. */
  readonly law?: Distribution;
}

/** The history of so many sites under these blows, each a hazard and a disaster of its own. */
export function timelineOf(sites: number, blows: readonly Blow[]): SiteTimeline {
  const hazards = blows.map(
    ({
      site,
      destroys = false,
      law,
      absence,
    }): Pick<Hazard, 'sites' | 'destroys' | 'absence' | 'cut'> => ({
      sites: [site],
      destroys,
      // A timeline asks for the law only; the disaster has its length already.
      absence: { law: law ?? point(absence) } as Hazard['absence'],
      cut: null,
    }),
  );
  const disasters = blows
    .map(({ at, absence }, hazard): Disaster => ({
      at: ms(at),
      hazard,
      arrival: 0,
      absence: ms(absence),
      cut: ms(0),
      dwell: ms(0),
    }))
    .toSorted((a, b) => a.at - b.at || a.hazard - b.hazard);
  const names = Array.from({ length: sites }, (_, site) => `site ${site}`);
  // A timeline asks its plan for sites and hazards only.
  return new SiteTimeline({ sites: names, links: [], hazards } as unknown as Plan, disasters);
}

/** Stretches in which a site is away, without those of no length. */
export function absencesOf(sites: SiteTimeline, site: number): { from: Ms; to: Ms }[] {
  return sites
    .absences(site)
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({ from, to }));
}
