import { cleaningOf, stateOfCopy } from './slow-data.js';
import { luck, type Slow, type SlowCopy, type SlowService, type State } from './slow-state.js';
import { canGiveBack, statesOfUse, turningPoints } from './states.js';
import type { StepLuck } from '../../src/simulate/plan.js';

/** Who of the group goes back, too, and to where if that is settled. */
interface Other {
  readonly service: SlowService;
  readonly settled: number | null;
}

function others({ services }: Slow, { plan, recovery }: SlowService): Other[] {
  return plan.group
    .map((number) => services[number]!)
    .flatMap((service): Other[] => {
      const own = service.recovery;
      if (!own) {
        const { wentBack } = service;
        const same = wentBack !== null && wentBack.disaster === recovery!.disaster;
        return same ? [{ service, settled: wentBack.captured }] : [];
      }
      if (own.committed && own.captured !== null) return [{ service, settled: own.captured }];
      return service.lostTo === null ? [] : [{ service, settled: null }];
    });
}

/** What a store gives back that is of use; of a group what all can go back to, if there is anything. */
export function statesTogether(slow: Slow, service: SlowService, number: number): State[] {
  const beside = others(slow, service);
  const alone = statesOfUse(slow, service, number);
  if (beside.length === 0) return alone;
  const instants = [
    ...turningPoints(service, number),
    ...beside.flatMap(({ service: one, settled }) =>
      settled === null ? turningPoints(one, number) : [settled],
    ),
  ];
  const newestFirst = [...new Set(instants)].sort((a, b) => b - a);
  const common = (clean: boolean) =>
    newestFirst
      .filter((at) =>
        beside.every(({ service: one, settled }) =>
          settled === null ? canGiveBack(slow, one, { number, at, clean }) : settled === at,
        ),
      )
      .map((at) => canGiveBack(slow, service, { number, at, clean }))
      .find((state) => state !== null);
  const newest = common(false);
  if (!newest) return alone;
  const clean = newest.cleans === -1 ? undefined : common(true);
  return clean ? [newest, clean] : [newest];
}

/** The newest state of a copy that those of the group have beside it, too. */
export function stateTogether(slow: Slow, service: SlowService, copy: SlowCopy): number | null {
  const own = stateOfCopy(slow, service, copy);
  if (own === null) return null;
  const states = others(slow, service).map(({ service: one, settled }) => {
    if (settled !== null) return settled;
    const beside = one.copies.find(({ site }) => site === copy.site);
    const state = beside ? stateOfCopy(slow, one, beside) : null;
    return state === null || cleaningOf(slow, one, state) === 'refused' ? Infinity : state;
  });
  return Math.min(own, ...states);
}

/** What a promotion keeps: what the slowest of the group has applied. */
export function keptTogether(
  slow: Slow,
  service: SlowService,
  { received, applying }: { received: number; applying: StepLuck | null | undefined },
): number {
  const applied = (one: SlowService) => received - (applying ? luck(slow, one, applying) : 0);
  const states = others(slow, service).map(({ service: one, settled }) => settled ?? applied(one));
  return Math.min(applied(service), ...states);
}
