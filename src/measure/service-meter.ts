import { invariant } from '../base/invariant.js';
import { type Ms, ms } from '../base/units.js';
import type { Phase } from '../model/runbook.js';
import type { FactOf, Return, Story } from '../simulate/history.js';
import type { ServicePlan } from '../simulate/plan.js';
import { IncidentRecord } from './incident-record.js';
import type { ServiceOutcome } from './outcome.js';
import { type Below, Books, measurePlain, SETTLE, SLACK } from './plain-incident.js';
import { partsOutside, type Window } from './window.js';

/**
 * Reads the facts about one service in order and measures them as design §3.4 says. Each stretch
 * below the minimum level is part of an outage, a later dip or a planned return; together they are
 * all the time below it.
 */
export class ServiceMeter {
  readonly #service: ServicePlan;
  readonly #intoWeek: Ms;
  readonly #books: Books;
  readonly #incidents: IncidentRecord[] = [];
  /** Number of the incident of each disaster. */
  readonly #of: number[] = [];
  /** Which incident answers for a disaster: an absorbed one is answered for by its outage's. */
  readonly #owner: number[] = [];
  /** Incidents that an outage has been due to: what follows it are later dips. */
  readonly #had: boolean[] = [];
  /** Incidents that may still degrade the service, with whether they do by now. */
  readonly #open = new Map<number, boolean>();
  /** When the degradation of each incident began. */
  readonly #begun: number[] = [];
  /** Incident of the latest recovery that moved the service, which a planned return is due to. */
  #moved: number | null = null;
  #exposures = 0;
  #level = 1;
  #phase: Phase | null = null;
  /** Disaster that the present level is due to. */
  #cause = -1;
  #since = ms(0);
  /** What the stretch below the minimum counts as; null while above it. */
  #dip: Below | null = null;
  /** Incident of the latest outage, and when that ended; it may still be reopened. */
  readonly #outage: { incident: number; end: number } = { incident: -1, end: -Infinity };
  /** Windows of writes already counted as lost, by the incident that lost them. */
  readonly #lost: (Window & { incident: number })[] = [];
  /** End of the latest of them. */
  #lostUntil = -Infinity;

  constructor(service: ServicePlan, clock: { horizon: Ms; intoWeek: Ms }) {
    this.#service = service;
    this.#intoWeek = clock.intoWeek;
    this.#books = new Books(clock.horizon);
  }

  struck({ at, disaster }: FactOf<'struck'>): void {
    this.#settleUpTo(at);
    const absorbed = this.#dip === 'outage' || at - this.#outage.end < SETTLE;
    const number = this.#incidents.length;
    const { times } = this.#books;
    this.#incidents.push(new IncidentRecord(disaster, at, { absorbed, times }));
    this.#of[disaster] = number;
    const owner = absorbed ? this.#outage.incident : number;
    this.#owner[disaster] = owner;
    if (!this.#open.has(owner)) this.#open.set(owner, false);
  }

  /**
   * Measures an incident as a whole.
   *
   * @returns false, with nothing done, where another one may not be over yet
   */
  plain(story: Story): boolean {
    const at = story.at(0);
    const isOpen = this.#level < 1 || this.#dip !== null || this.#open.size > 0;
    if (isOpen || at - this.#outage.end < SETTLE) return false;
    const { disaster } = story;
    const number = this.#incidents.length;
    const { times } = this.#books;
    const incident = new IncidentRecord(disaster, at, { absorbed: false, times });
    this.#incidents.push(incident);
    this.#of[disaster] = this.#owner[disaster] = number;
    const { mbco } = this.#service;
    const { begun, outageEnd } = measurePlain(story, this.#books, { incident, number, mbco });
    if (begun >= 0) this.#begun[number] = begun;
    if (outageEnd > -Infinity) {
      this.#had[number] = true;
      this.#outage.incident = number;
      this.#outage.end = outageEnd;
    }
    this.#recovered(disaster, story.recovery, 1);
    this.#since = story.at(story.length - 1);
    this.#cause = disaster;
    return true;
  }

  exposed(): void {
    this.#exposures++;
  }

  /** Damage that is found out during the outage of another incident is one more cause of it. */
  noticed({ at, disaster }: FactOf<'noticed'>): void {
    const number = this.#of[disaster];
    const incident = this.#incidents[number ?? -1];
    if (!incident || incident.absorbed || this.#had[number!]) return;
    incident.exposedBeforeDetection = at - incident.at;
    if (this.#dip !== 'outage') return;
    Object.assign(incident, { absorbed: true, rpa: null, timeToFull: null });
    this.#owner[disaster] = this.#outage.incident;
    this.#open.delete(number!);
  }

  level({ at, level, phase, cause }: FactOf<'level'>): void {
    this.#settleUpTo(at);
    this.#books.levels.change(at, level);
    const fallen = level < this.#level;
    this.#level = level;
    this.#phase = phase;
    this.#cause = cause;
    if (level < 1 && phase !== 'failback') this.#degrade(at);
    if (level >= this.#service.mbco - SLACK) {
      if (this.#dip === 'outage') this.#outage.end = at;
      this.#dip = null;
      return;
    }
    // A strike makes an outage of a later dip that it deepens, and of a return that it cuts short.
    const cut = this.#dip === 'failback' && phase !== 'failback';
    if (this.#dip === null || cut || (this.#dip === 'later' && fallen)) {
      this.#dip = this.#kindOfDip(at, phase);
      if (this.#dip === 'outage') this.#reopen(at);
    }
  }

  recovered(fact: FactOf<'recovered'>): void {
    this.#recovered(fact.disaster, fact, fact.share);
  }

  #recovered(
    disaster: number,
    { captured, stopped, via }: Omit<Return, 'captured'> & { captured: Ms | null },
    share: number,
  ): void {
    const number = this.#owner[disaster]!;
    const incident = this.#incidents[number];
    invariant(incident !== undefined, () => `disaster ${disaster} struck nothing but recovered`);
    incident.via = via;
    if (via !== 'wait') this.#moved = number;
    if (captured === null) {
      incident.rpa = null;
      // The value of the data stands for everything written up to here.
      this.#lost.push({ from: ms(-Infinity), to: stopped, incident: number });
      this.#lostUntil = Math.max(this.#lostUntil, stopped);
    } else if (captured < stopped) {
      this.#lose(number, { from: captured, to: stopped }, share);
    }
  }

  whole({ at }: FactOf<'whole'>): void {
    for (const [number, degraded] of this.#open) {
      if (!degraded) continue;
      this.#incidents[number]!.timeToFull = at - this.#begun[number]!;
      this.#open.delete(number);
    }
  }

  /** What all the facts add up to. */
  outcome(): ServiceOutcome {
    for (const [number, degraded] of this.#open) {
      if (degraded) this.#incidents[number]!.timeToFull = null;
    }
    return {
      incidents: this.#incidents,
      exposures: this.#exposures,
      downtime: this.#books.downtime,
      below: this.#books.below,
      shortfalls: this.#books.shortfalls,
    };
  }

  /** The incident that is the cause degrades the service from its first shortfall on. */
  #degrade(at: Ms): void {
    const number = this.#owner[this.#cause];
    if (number === undefined || !this.#open.has(number)) return;
    this.#open.set(number, true);
    this.#begun[number] ??= at;
  }

  /** Outage of the incident that has had none yet, reopened outage, later dip or planned return. */
  #kindOfDip(at: Ms, phase: Phase | null): Below {
    if (phase === 'failback') return 'failback';
    const settling = at - this.#outage.end < SETTLE;
    const number = this.#of[this.#cause];
    if (number === undefined || this.#had[number]) return settling ? 'outage' : 'later';
    this.#had[number] = true;
    const incident = this.#incidents[number]!;
    if (incident.absorbed && settling) return 'outage';
    // What was absorbed, and stayed unnoticed until that outage was over, has one of its own.
    if (incident.absorbed) this.#standAlone(number);
    this.#outage.incident = number;
    this.#outage.end = Infinity;
    return 'outage';
  }

  /** An outage that begins after all else was over, or goes on after it, is not over then. */
  #reopen(at: Ms): void {
    const { incident } = this.#outage;
    this.#open.set(incident, true);
    this.#begun[incident] ??= at;
  }

  #standAlone(number: number): void {
    const incident = this.#incidents[number]!;
    Object.assign(incident, { absorbed: false, rpa: 0, timeToFull: 0 });
    this.#owner[incident.disaster] = number;
    this.#open.set(number, true);
    this.#begun[number] = this.#since;
  }

  /** The incident that a shortfall is due to: the oldest whose consequences are not over. */
  #causing(): number {
    if (this.#dip === 'outage') return this.#outage.incident;
    for (const [number, degraded] of this.#open) if (degraded) return number;
    return this.#moved ?? this.#incidents.findLastIndex(({ absorbed }) => !absorbed);
  }

  /** Books the stretch since the last fact, at the level and phase that held in it. */
  #settleUpTo(at: Ms): void {
    const from = this.#since;
    this.#since = at;
    if (at <= from || this.#level >= 1) return;
    const books = this.#books;
    books.from = from;
    books.to = at;
    books.share = 1 - this.#level;
    books.book(this.#causing(), this.#dip);
    if (this.#dip !== 'outage') return;
    this.#incidents[this.#outage.incident]!.waitedFor(this.#phase, at - from);
  }

  /**
   * Adds what a recovery could not give back: to the recovery point as a stretch of time, without
   * what the incident has lost already; to the lost writes without what any incident has.
   *
   * @param share of the writes that were made where they are lost
   */
  #lose(number: number, window: Window, share: number): void {
    const incident = this.#incidents[number]!;
    const { from: begin, to: end } = window;
    if (begin >= this.#lostUntil) this.#loseAll(incident, window, share);
    else this.#loseParts(number, window, share);
    this.#lostUntil = Math.max(this.#lostUntil, end);
    this.#lost.push({ from: begin, to: end, incident: number });
  }

  /** Nothing of it has been lost before. */
  #loseAll(incident: IncidentRecord, window: Window, share: number): void {
    if (incident.rpa !== null) incident.rpa += window.to - window.from;
    incident.lostWrites += share * this.#writesOver(window);
  }

  #writesOver(window: Window): number {
    return this.#books.levels.writesOver(window, this.#service, this.#intoWeek);
  }

  #loseParts(number: number, window: Window, share: number): void {
    const incident = this.#incidents[number]!;
    if (incident.rpa !== null) {
      const own = this.#lost.filter((lost) => lost.incident === number);
      for (const { from, to } of partsOutside(window, own)) incident.rpa += to - from;
    }
    for (const part of partsOutside(window, this.#lost)) {
      incident.lostWrites += share * this.#writesOver(part);
    }
  }
}
