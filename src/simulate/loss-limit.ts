import { type Ms, ms, SECOND } from '../base/units.js';
import { meanTimeOver } from '../model/week-profile.js';
import { type ServiceState, type World, writesNow } from './world.js';

/** Whether a failover that nobody has decided may lose so much of the newest writes. */
export function mayLose(world: World, service: ServiceState, loss: Ms): boolean {
  const { mostLost } = world.strategy;
  if (mostLost === null) return true;
  if (mostLost.kind === 'time') return loss <= mostLost.time;
  const to = service.recovery!.stopped + world.plan.intoWeek;
  const stretch = { from: ms(to - loss), to: ms(to) };
  const written = meanTimeOver(service.plan.writeProfile, stretch) / SECOND;
  return written * writesNow(world, service.plan, service.recovery!.stopped) <= mostLost.bytes;
}
