import type { Ms } from '../base/units.js';
import { silentHostDetection } from '../model/strategy.js';
import { wholeMs } from './luck.js';
import { hazardOf, luckFor, type ServiceState, type World } from './world.js';

/** From a hard failure until somebody notices, by the threat's own law or by the strategy's checks. */
export function detectionTime(world: World, service: ServiceState, disaster: number): Ms {
  const { detection } = world.strategy;
  const { detect } = hazardOf(world, disaster);
  if (detect) return luckFor(world, service, detect, { disaster });
  if (detection.kind === 'after') return luckFor(world, service, detection.time, { disaster });
  const phase = luckFor(world, service, detection.phase, { disaster });
  return wholeMs(silentHostDetection(detection, phase));
}
