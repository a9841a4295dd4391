import { isThere } from './presence.js';
import { shareAnew } from './sendings.js';
import { setOutAgain } from './shipping.js';
import { takeCare } from './slow-care.js';
import { accept, lookAgain } from './slow-recovery.js';
import { placeIsUp, siteIsUp, type Slow, type SlowService } from './slow-state.js';

export function siteReturns(slow: Slow, site: number): void {
  if (!siteIsUp(slow, site)) return;
  for (const service of slow.services) placeReturns(slow, service, site);
}

export function placeReturns(slow: Slow, service: SlowService, site: number): void {
  setOutAgain(slow);
  const { recovery, copies } = service;
  if (!recovery) {
    takeCare(slow, service);
    return;
  }
  const intact = service.seat === site && service.lostTo === null && placeIsUp(slow, service, site);
  if (intact && !recovery.committed && !service.serving) accept(slow, service);
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
  for (const service of slow.services) if (service.recovery) lookAgain(slow, service);
}
