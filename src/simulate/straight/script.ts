import type { Ms } from '../../base/units.js';
import type { Phase } from '../../model/runbook.js';
import type { Recovered, Witness } from '../history.js';
import type { Option } from '../paths.js';

/** Lines that a script has room for; an incident with more is no plain one. */
const ROOM = 256;

const STRUCK = 0;
const NOTICED = 1;
const LEVEL = 2;
const CHOSE = 3;
const RECOVERED = 4;
const WHOLE = 5;
const MOVED = 6;

/** How a service came back, as the history tells it. */
export interface Return {
  readonly via: Recovered;
  readonly site: number;
  readonly captured: Ms;
  readonly stopped: Ms;
}

/** Data sent, as the history tells it. */
export interface Sending {
  readonly disaster: number;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

/** Whom a script is about. */
interface About {
  readonly service: number;
  readonly disaster: number;
}

/** What will be told of one incident of one service, once it is known how that ends. */
export class Script {
  readonly #kinds = new Uint8Array(ROOM);
  readonly #instants = new Float64Array(ROOM);
  readonly #levels = new Float64Array(ROOM);
  readonly #phases: (Phase | null)[] = [];
  readonly #sendings: Sending[] = [];
  #lines = 0;
  #chosen: { option: Option; site: number } | null = null;
  #return: Return | null = null;

  /** Forgets all lines. */
  clear(): void {
    this.#lines = 0;
    this.#sendings.length = 0;
  }

  /** Whether there is room for what one more event may bring. */
  get hasRoom(): boolean {
    return this.#lines < ROOM - 8;
  }

  struck(at: number): void {
    this.#add(STRUCK, at);
  }

  noticed(at: number): void {
    this.#add(NOTICED, at);
  }

  level(at: number, level: number, phase: Phase | null): void {
    this.#levels[this.#lines] = level;
    this.#phases[this.#lines] = phase;
    this.#add(LEVEL, at);
  }

  chose(at: number, option: Option, site: number): void {
    this.#chosen = { option, site };
    this.#add(CHOSE, at);
  }

  recovered(at: number, how: Return): void {
    this.#return = how;
    this.#add(RECOVERED, at);
  }

  whole(at: number): void {
    this.#add(WHOLE, at);
  }

  moved(at: number, sending: Sending): void {
    this.#sendings.push(sending);
    this.#add(MOVED, at);
  }

  /** Tells all of it. */
  tell(witness: Witness, about: About): void {
    let sent = 0;
    for (let line = 0; line < this.#lines; line++) {
      if (this.#kinds[line] === LEVEL) this.#tellLevel(witness, about, line);
      else if (this.#kinds[line] === MOVED) {
        tellMoved(witness, about.service, { at: this.#at(line), ...this.#sendings[sent++]! });
      } else this.#tellOther(witness, about, line);
    }
  }

  #add(kind: number, at: number): void {
    this.#kinds[this.#lines] = kind;
    this.#instants[this.#lines++] = at;
  }

  #at(line: number): Ms {
    return this.#instants[line] as Ms;
  }

  #tellLevel(witness: Witness, { service, disaster: cause }: About, line: number): void {
    const level = this.#levels[line]!;
    const phase = this.#phases[line]!;
    witness.level({ kind: 'level', at: this.#at(line), service, level, phase, cause });
  }

  #tellOther(witness: Witness, about: About, line: number): void {
    const { service, disaster } = about;
    const at = this.#at(line);
    switch (this.#kinds[line]) {
      case STRUCK:
        return witness.struck({ kind: 'struck', at, service, disaster });
      case NOTICED:
        return witness.noticed({ kind: 'noticed', at, service, disaster });
      case WHOLE:
        return witness.whole({ kind: 'whole', at, service });
      case CHOSE:
        return this.#tellChosen(witness, about, at);
      default:
        return this.#tellReturn(witness, about, at);
    }
  }

  #tellChosen(witness: Witness, { service, disaster }: About, at: Ms): void {
    const { option, site } = this.#chosen!;
    const { path, prospect: expected } = option;
    witness.chose({ kind: 'chose', at, service, disaster, via: path.kind, site, expected });
  }

  #tellReturn(witness: Witness, { service, disaster }: About, at: Ms): void {
    const { via, site, captured, stopped } = this.#return!;
    witness.recovered({
      kind: 'recovered',
      at,
      service,
      disaster,
      via,
      site,
      captured,
      stopped,
      share: 1,
    });
  }
}

function tellMoved(witness: Witness, service: number, of: Sending & { readonly at: Ms }): void {
  const { at, disaster, from, to, bytes } = of;
  witness.moved({ kind: 'moved', at, service, disaster, from, to, bytes });
}
