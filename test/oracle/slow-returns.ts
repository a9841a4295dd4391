import { linkStays } from './line.js';
import { isThere } from './presence.js';
import { shareAnew } from './sendings.js';
import { setOutAgain } from './shipping.js';
import { takeCare } from './slow-care.js';
import { accept, lookAgain } from './slow-recovery.js';
import { later, siteIsUp, type Slow, type SlowService, WHEN } from './slow-state.js';
import { mayGoOn } from './slow-waiting.js';

export function siteReturns(slow: Slow, site: number): void {
  // What was out when the site burned did not end then, but with it.
  const ends = slow.sites[site]!.stays.some(({ to }) => to === slow.future.now);
  if (!ends || !siteIsUp(slow, site)) return;
  for (const service of slow.services) placeReturns(slow, service, site);
}

export function placeReturns(slow: Slow, service: SlowService, site: number): void {
  setOutAgain(slow);
  const { recovery, copies } = service;
  if (!recovery) {
    takeCare(slow, service);
    return;
  }
  const awaited = service.seat === site || recovery.missing.length > 0;
  if (awaited && mayGoOn(slow, service)) accept(slow, service);
  else if (
    copies.some((copy) => copy.site === site) ||
    slow.strategy.backups.some(({ store }) => store === site)
  ) {
    lookAgain(slow, service);
  }
}

export function linkReturns(slow: Slow, link: number): void {
  if (!isThere(slow.links[link]!, slow.future.now)) return;
  shareAnew(slow);
  setOutAgain(slow);
  for (const service of slow.services) {
    const { recovery } = service;
    if (!recovery) continue;
    for (const copy of recovery.missing) {
      // Sending to it may go on only later.
      for (const { to } of linkStays(slow, service, { from: service.seat, to: copy })) {
        const after = to - slow.future.now;
        if (after > 0) later(slow, after, () => void resume(slow, service), WHEN.return);
      }
    }
    if (!resume(slow, service)) lookAgain(slow, service);
  }
}

/** A service that waited for copies goes on once all of them are in touch. @returns whether it does */
function resume(slow: Slow, service: SlowService): boolean {
  const { recovery } = service;
  if (!recovery || recovery.missing.length === 0 || !mayGoOn(slow, service)) return false;
  accept(slow, service);
  return true;
}
