import { uniformOf } from '../../src/random/draw.js';
import { linkOf, type Slow, type SlowCopy, type SlowService } from './slow-state.js';

/** A stretch in which nothing is sent; `over` is the end of the cut, before the pause after it. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly over: number;
}

/** After each cut of the link to a copy so far, sending begins again a while later. */
export function linkStays(
  slow: Slow,
  service: SlowService,
  { from, to }: { from: number; to: SlowCopy },
): readonly Cut[] {
  const link = linkOf(slow, from, to.site);
  if (link < 0) return [];
  const { standbys } = slow.strategy;
  const like =
    to.standby ??
    standbys.find(({ clients }) => clients > 0) ??
    standbys.find(({ site }) => site === service.seat);
  return slow.links[link]!.stays.map((stay) => ({
    from: stay.from,
    to: stay.to + pauseAfter(slow, link, { ...stay, longest: like?.reconnect ?? 0 }),
    over: stay.to,
  }));
}

function pauseAfter(
  slow: Slow,
  link: number,
  { disaster, longest }: { disaster: number; longest: number },
): number {
  const { hazard, arrival, cut } = slow.disasters[disaster]!;
  const { links, resumes } = slow.plan.hazards[hazard]!.cut!;
  const draw = uniformOf(resumes[links.indexOf(link)]!, slow.trial, arrival);
  return Math.round(draw * Math.min(cut, longest));
}
