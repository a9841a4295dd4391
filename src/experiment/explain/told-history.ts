import type { Disaster } from '../../simulate/disasters.js';
import type { Fact, FactOf, Witness } from '../../simulate/history.js';
import { placeOf, samePath } from '../../simulate/course.js';
import { weighedOptions, type Weighed } from '../../simulate/paths.js';
import type { Plan } from '../../simulate/plan.js';
import { Recorder } from '../../simulate/recorder.js';
import { advance, beginning } from '../../simulate/run.js';
import type { SiteTimeline } from '../../simulate/site-timeline.js';
import type { World } from '../../simulate/world.js';

/** A way back that was thought of, and where it leads. */
export interface Thought extends Weighed {
  /** Number of the site. */
  readonly site: number;
  readonly chosen: boolean;
}

/** Something that happened; where it is a choice, with all that was thought of. */
export interface ToldFact {
  readonly fact: Fact;
  readonly thoughts: readonly Thought[];
}

const NONE: readonly Thought[] = [];

/** One history of one strategy event by event, with what was weighed at each choice. */
export function toldHistory(
  plan: Plan,
  history: { strategy: number; trial: number; disasters: readonly Disaster[]; sites: SiteTimeline },
): readonly ToldFact[] {
  const teller = new Teller();
  const world = beginning(plan, history, teller);
  teller.world = world;
  while (advance(world));
  return teller.told;
}

/** Writes down what happens, and asks at each choice what else there was. */
class Teller extends Recorder implements Witness {
  world: World | null = null;
  readonly #thoughts = new Map<Fact, readonly Thought[]>();

  override chose(fact: FactOf<'chose'>): void {
    super.chose(fact);
    const world = this.world!;
    const service = world.services[fact.service]!;
    const course = service.recovery!.course!;
    const thoughts = weighedOptions(world, service).map((one) => ({
      ...one,
      site: placeOf(service, one.path),
      chosen: samePath(one.path, course.path),
    }));
    this.#thoughts.set(fact, thoughts);
  }

  get told(): readonly ToldFact[] {
    return this.history.map((fact) => ({ fact, thoughts: this.#thoughts.get(fact) ?? NONE }));
  }
}
