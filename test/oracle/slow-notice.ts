import { silentHostDetection } from '../../src/model/strategy.js';
import { wholeMs } from '../../src/simulate/luck.js';
import { luck, type Slow, type SlowService } from './slow-state.js';

/** From a hard failure until somebody notices: by the threat's own law, else by the strategy's checks. */
export function noticedAfter(slow: Slow, service: SlowService, disaster: number): number {
  const { detection } = slow.strategy;
  const { detect } = slow.plan.hazards[slow.disasters[disaster]!.hazard]!;
  if (detect) return luck(slow, service, detect, { disaster });
  if (detection.kind === 'after') return luck(slow, service, detection.time, { disaster });
  const phase = luck(slow, service, detection.phase, { disaster });
  return wholeMs(silentHostDetection(detection, phase));
}
