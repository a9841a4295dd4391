import { invariant } from '../base/invariant.js';
import type { Ms } from '../base/units.js';
import type { FactOf, Story, Witness } from '../simulate/history.js';
import type { Plan } from '../simulate/plan.js';
import type { Move, Outcome } from './outcome.js';
import { ServiceMeter } from './service-meter.js';

/** Measures one history of one strategy while it happens. */
export class Measure implements Witness {
  readonly #meters: readonly ServiceMeter[];
  readonly #moves: Move[] = [];
  /** When each disaster struck a service, or what that keeps. */
  readonly #strikes = new Map<number, Ms>();

  constructor(plan: Plan) {
    this.#meters = plan.services.map((service) => new ServiceMeter(service, plan));
  }

  struck(fact: FactOf<'struck'>): void {
    this.#strikes.set(fact.disaster, fact.at);
    this.#meters[fact.service]!.struck(fact);
  }

  exposed(fact: FactOf<'exposed'>): void {
    this.#strikes.set(fact.disaster, fact.at);
    this.#meters[fact.service]!.exposed();
  }

  noticed(fact: FactOf<'noticed'>): void {
    this.#meters[fact.service]!.noticed(fact);
  }

  level(fact: FactOf<'level'>): void {
    this.#meters[fact.service]!.level(fact);
  }

  /** What somebody expected is no part of what happened. */
  chose(): void {}

  recovered(fact: FactOf<'recovered'>): void {
    this.#meters[fact.service]!.recovered(fact);
  }

  whole(fact: FactOf<'whole'>): void {
    this.#meters[fact.service]!.whole(fact);
  }

  moved({ service, disaster, store, from, to, bytes }: FactOf<'moved'>): void {
    const struck = this.#strikes.get(disaster);
    invariant(struck !== undefined, () => `data moved for disaster ${disaster}, unheard of`);
    this.#moves.push({ service, disaster, struck, store, from, to, bytes });
  }

  plain(story: Story): void {
    const { service, disaster, sendings } = story;
    if (!this.#meters[service]!.plain(story)) {
      story.tell(this);
      return;
    }
    const struck = story.at(0);
    this.#strikes.set(disaster, struck);
    for (const { disaster: lostTo, store, from, to, bytes } of sendings) {
      this.#moves.push({ service, disaster: lostTo, struck, store, from, to, bytes });
    }
  }

  /** What all that was told adds up to. */
  outcome(): Outcome {
    return { services: this.#meters.map((meter) => meter.outcome()), moves: this.#moves };
  }
}
