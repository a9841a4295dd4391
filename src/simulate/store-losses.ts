import { type Ms, ms } from '../base/units.js';
import type { SiteTimeline } from './site-timeline.js';
import type { RecoveryPoint } from './stored-points.js';

/** An attack on the store: points whose full copy was captured later than `spared` survive it. */
interface Wipe {
  readonly at: Ms;
  readonly spared: number;
}

/** What has been taken from a store: by attacks, and with its site. */
export class StoreLosses {
  readonly #of: { readonly store: number; readonly immutable: Ms };
  readonly #sites: SiteTimeline;
  readonly #wipes: Wipe[] = [];

  constructor(of: { readonly store: number; readonly immutable: Ms }, sites: SiteTimeline) {
    this.#of = of;
    this.#sites = sites;
  }

  /** Whoever owns the store's account deletes all that is not immutable. */
  wipe(at: Ms): void {
    this.#wipes.push({ at, spared: at - this.#of.immutable });
  }

  /** The storage itself is lost, with all that is in it. */
  lose(at: Ms): void {
    this.#wipes.push({ at, spared: Infinity });
  }

  /** The latest attack up to an instant; null where there was none. */
  lastWipe(at: number): Ms | null {
    return this.#wipes.findLast((wipe) => wipe.at <= at)?.at ?? null;
  }

  /** Whether a point that was there has been taken. */
  took({ end, chain }: Pick<RecoveryPoint, 'end' | 'chain'>, at: number): boolean {
    if (end <= this.#sites.lastDestroyed(this.#of.store, ms(at))) return true;
    // A snapshot that is taken at once, after the attack of the same instant, is there.
    return this.#wipes.some(
      (wipe) => wipe.at <= at && end <= wipe.at && chain < wipe.at && chain <= wipe.spared,
    );
  }
}
