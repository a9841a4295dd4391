import { abandonDrifts } from './drifting.js';
import { stopSeeding } from './seeding.js';
import { stopGrowth } from './serving.js';
import type { ServiceState, World } from './world.js';

/** The service stops altogether: nothing of what it was about to do goes on. */
export function halt(world: World, service: ServiceState): void {
  stopGrowth(world, service);
  stopSeeding(world, service);
  abandonDrifts(world, service);
  world.calendar.cancel(service.failback);
  service.failback = null;
  service.failingBackSince = null;
  service.serving = false;
}
