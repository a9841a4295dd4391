import type { Ms } from '../../base/units.js';
import type { Phase } from '../../model/runbook.js';
import type { Fact, Return, Sending, Story, Witness } from '../history.js';
import type { Option } from '../paths.js';

/** Lines that a script has room for; an incident with more is no plain one. */
const ROOM = 256;

/** What will be told of one incident of one service, once it is known how that ends. */
export class Script implements Story {
  readonly #kinds: Fact['kind'][] = Array.from({ length: ROOM }, () => 'struck');
  readonly #instants = new Float64Array(ROOM);
  readonly #levels = new Float64Array(ROOM);
  readonly #phases: (Phase | null)[] = Array.from({ length: ROOM }, () => null);
  readonly sendings: Sending[] = [];
  #chosen: { readonly option: Option; readonly site: number } | null = null;
  #return: Return | null = null;
  service = -1;
  disaster = -1;
  length = 0;

  /** Begins anew. */
  begin(service: number, disaster: number): void {
    this.service = service;
    this.disaster = disaster;
    this.length = 0;
    if (this.sendings.length > 0) this.sendings.length = 0;
  }

  /** Whether there is room for what one more event may bring. */
  get hasRoom(): boolean {
    return this.length < ROOM - 8;
  }

  get recovery(): Return {
    return this.#return!;
  }

  kind(line: number): Fact['kind'] {
    return this.#kinds[line]!;
  }

  at(line: number): Ms {
    return this.#instants[line] as Ms;
  }

  level(line: number): number {
    return this.#levels[line]!;
  }

  phase(line: number): Phase | null {
    return this.#phases[line]!;
  }

  addStrike(at: number): void {
    this.#add('struck', at);
  }

  addNotice(at: number): void {
    this.#add('noticed', at);
  }

  addLevel(at: number, level: number, phase: Phase | null): void {
    this.#levels[this.length] = level;
    this.#phases[this.length] = phase;
    this.#add('level', at);
  }

  addChoice(at: number, option: Option, site: number): void {
    this.#chosen = { option, site };
    this.#add('chose', at);
  }

  addReturn(at: number, how: Return): void {
    this.#return = how;
    this.#add('recovered', at);
  }

  addWhole(at: number): void {
    this.#add('whole', at);
  }

  addSending(at: number, sending: Sending): void {
    this.sendings.push(sending);
    this.#add('moved', at);
  }

  tell(witness: Witness): void {
    let sent = 0;
    for (let line = 0; line < this.length; line++) {
      if (this.#kinds[line] === 'moved') this.#tellSent(witness, line, sent++);
      else this.#tellOther(witness, line);
    }
  }

  #add(kind: Fact['kind'], at: number): void {
    this.#kinds[this.length] = kind;
    this.#instants[this.length++] = at;
  }

  #tellSent(witness: Witness, line: number, number: number): void {
    const { service } = this;
    const { disaster, store, from, to, bytes } = this.sendings[number]!;
    const at = this.at(line);
    witness.moved({ kind: 'moved', at, service, disaster, store, from, to, bytes });
  }

  #tellOther(witness: Witness, line: number): void {
    const { service, disaster } = this;
    const at = this.at(line);
    switch (this.#kinds[line]) {
      case 'struck':
        return witness.struck({ kind: 'struck', at, service, disaster });
      case 'noticed':
        return witness.noticed({ kind: 'noticed', at, service, disaster });
      case 'whole':
        return witness.whole({ kind: 'whole', at, service });
      case 'level':
        return this.#tellLevel(witness, line);
      case 'chose':
        return this.#tellChoice(witness, at);
      default:
        return this.#tellReturn(witness, at);
    }
  }

  #tellLevel(witness: Witness, line: number): void {
    const { service, disaster: cause } = this;
    const [at, level, phase] = [this.at(line), this.level(line), this.phase(line)];
    witness.level({ kind: 'level', at, service, level, phase, cause });
  }

  #tellChoice(witness: Witness, at: Ms): void {
    const { service, disaster } = this;
    const { option, site } = this.#chosen!;
    const { path, prospect: expected } = option;
    witness.chose({ kind: 'chose', at, service, disaster, via: path.kind, site, expected });
  }

  #tellReturn(witness: Witness, at: Ms): void {
    const { service, disaster } = this;
    const { via, site, captured, stopped } = this.recovery;
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
