import type { Fact, FactOf, History, Story, Witness } from './history.js';

/** Writes down all that happens, for whoever wants to read the whole history. */
export class Recorder implements Witness {
  readonly #facts: Fact[] = [];

  /** What has happened so far. */
  get history(): History {
    return this.#facts;
  }

  struck(fact: FactOf<'struck'>): void {
    this.#facts.push(fact);
  }

  exposed(fact: FactOf<'exposed'>): void {
    this.#facts.push(fact);
  }

  noticed(fact: FactOf<'noticed'>): void {
    this.#facts.push(fact);
  }

  level(fact: FactOf<'level'>): void {
    this.#facts.push(fact);
  }

  chose(fact: FactOf<'chose'>): void {
    this.#facts.push(fact);
  }

  recovered(fact: FactOf<'recovered'>): void {
    this.#facts.push(fact);
  }

  whole(fact: FactOf<'whole'>): void {
    this.#facts.push(fact);
  }

  moved(fact: FactOf<'moved'>): void {
    this.#facts.push(fact);
  }

  plain(story: Story): void {
    story.tell(this);
  }
}
