import type { Incident } from '../../src/measure/outcome.js';
import { run, scenarioFrom } from '../running.js';
import type { Drill, Measured } from './drill.js';
import { type Told, scenariosOf } from './scenario-of.js';
import { marginOf } from './striking.js';

/** What a drill may bring: the same figures as were measured, one for each trial. */
export type Prediction = readonly Measured[];

/** Simulates a drill. @param trials about how many histories */
export function predict(drill: Drill, trials: number): Prediction {
  const scenarios = scenariosOf(drill, trials);
  return scenarios.flatMap((one) => {
    const found: Measured[] = [];
    const scenario = scenarioFrom(one.text, `drill ${drill.id}`);
    const each = Math.ceil(trials / scenarios.length);
    run(scenario, { trials: each, seed: `drill ${drill.id}` }, ({ strategies }) => {
      found.push(measuredOf(drill, one, strategies[0]!.outcome.services[0]!.incidents));
    });
    return found;
  });
}

/** The figures of a drill from the incidents of a history. */
function measuredOf(
  drill: Drill,
  { clock, hidden }: Told,
  incidents: readonly Incident[],
): Measured {
  const total = (of: (incident: Incident) => number) =>
    clock.seconds(incidents.reduce((sum, incident) => sum + of(incident), 0));
  const down = total(({ rta }) => rta);
  const lost = total(({ rpa }) => rpa ?? Infinity);
  if (drill.disaster !== 'corruption') {
    const sinceAlarm = down - total(({ phases }) => phases.detect ?? 0);
    return whole(drill, { rto: down, rpoLoss: lost, lossWindow: lost, sinceAlarm });
  }
  const open = hidden ?? total((one) => one.exposedBeforeDetection) - marginOf(drill);
  const rpoLoss = lost - open;
  // Nothing is acknowledged any more once the workload's own table is gone.
  const lossWindow = drill.corruption === 'drop_events' ? rpoLoss : lost;
  return whole(drill, { rto: down + open, rpoLoss, lossWindow, sinceAlarm: down + drill.decide });
}

/** Less than what lies between two commits is no commit. */
function whole({ commitsPerSecond }: Drill, figures: Measured): Measured {
  const seen = (loss: number) => (loss * commitsPerSecond < 1 ? 0 : loss);
  return { ...figures, rpoLoss: seen(figures.rpoLoss), lossWindow: seen(figures.lossWindow) };
}
