import { ms } from '../../base/units.js';
import type { Passage } from './passage.js';

/** The incident is over: it is told, and has left what it leaves. */
export function settle(passage: Passage): void {
  const { world, service, script, disaster, committed, returned } = passage;
  const { told } = service;
  service.serving = true;
  service.recovery = service.seatLostTo = null;
  service.lastDisaster = told.cause = disaster;
  if (committed >= 0) {
    service.seatSince = returned >= 0 ? returned : committed;
    for (const damage of service.damages) if (damage.to > committed) damage.to = committed;
    settleCopies(passage);
    settleBackups(passage);
  }
  world.next = passage.next;
  world.witness.plain(script);
}

/** What served meanwhile, or was seeded, holds all that was written since. */
function settleCopies({ service, returned, seeded }: Passage): void {
  for (const copy of service.copies) {
    if (!copy.standby) continue;
    copy.holds = { kind: 'live', since: returned >= 0 ? returned : seeded };
  }
}

function settleBackups({ service, restarts, committed, returned }: Passage): void {
  for (const series of service.backups) series.stop(ms(committed));
  for (const { policy, at, source } of restarts) {
    const series = service.backups[policy]!;
    if (at >= returned && returned >= 0) series.stop(ms(returned));
    series.restart(at, source);
  }
}
