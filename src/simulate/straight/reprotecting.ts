import { type Ms, ms } from '../../base/units.js';
import { nextQuietHour } from '../../model/week-profile.js';
import { bytesToSeed } from '../seeding.js';
import { durationAlone } from '../transfers.js';
import { connected, linkBetween, usableRate } from '../world.js';
import { type Due, LEAVE, SEEDED } from './due.js';
import type { Passage } from './passage.js';

/** Builds up again what protects the service, as far as the sites are there. */
export function reprotect(passage: Passage, due: Due, now: Ms): void {
  if (!passage.serving) return;
  if (passage.lacking && passage.seeded < 0 && due[SEEDED] === Infinity) seed(passage, due, now);
  restartBackups(passage, now);
  planReturn(passage, due, now);
}

function seed(passage: Passage, due: Due, now: Ms): void {
  const { world, service, seat } = passage;
  const { copy, parted } = passage.lacking!;
  const { site } = service.copies[copy]!;
  if (!service.places.isUp(site, now) || !connected(world.plan, seat, site)) return;
  const link = linkBetween(world.plan, seat, site);
  const bytes = bytesToSeed(world, service, { parted, at: now });
  const flows = link < 0 || world.sites.links.isUp(link, now);
  due[SEEDED] = flows ? now + durationAlone(bytes, usableRate(world.plan, link)) : NaN;
  passage.sent = bytes;
}

function restartBackups(passage: Passage, at: Ms): void {
  const { world, seat: source, still, restarts } = passage;
  for (let policy = 0; policy < still.length; policy++) {
    const { store, snapshot } = world.strategy.backups[policy]!;
    if (snapshot && source !== store) continue;
    if (!still[policy] || !world.sites.isUp(store, at)) continue;
    if (!connected(world.plan, source, store)) continue;
    still[policy] = false;
    restarts.push({ policy, at, source });
  }
}

/** Once the primary holds the data again, the service returns to it at the next quiet hour. */
function planReturn({ world, service, seat, seeded }: Passage, due: Due, now: Ms): void {
  const { plan, strategy } = world;
  if (seat === strategy.primary || seeded < 0 || due[LEAVE] !== Infinity) return;
  if (!service.places.isUp(strategy.primary, now)) return;
  due[LEAVE] = nextQuietHour(service.plan.load, ms(now + plan.intoWeek)) - plan.intoWeek;
}
