import { invariant } from '../base/invariant.js';
import { MINUTE, type Ms, ms, YEAR } from '../base/units.js';
import type { Phase } from '../model/runbook.js';
import type { Fact } from '../simulate/history.js';
import type { ServicePlan } from '../simulate/plan.js';
import { Levels } from './levels.js';
import type { Incident, ServiceOutcome, Shortfall } from './outcome.js';

/** Dips below the minimum level that are less apart are one outage (design §3.4). */
const SETTLE = ms(15 * MINUTE);
/** How far below the minimum level still counts as meeting it. */
const SLACK = 1e-9;

type Below = 'outage' | 'later' | 'failback';
type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

/**
 * Reads the facts about one service in order and measures them as design §3.4 says. Each stretch
 * below the minimum level is part of an outage, a later dip or a planned return; together they are
 * all the time below it.
 */
export class ServiceMeter {
  readonly #service: ServicePlan;
  readonly #horizon: Ms;
  readonly #intoWeek: Ms;
  readonly #levels = new Levels();
  readonly #incidents: Incident[] = [];
  readonly #shortfalls: Shortfall[] = [];
  readonly #downtime: Float64Array;
  readonly #below = { outage: 0, later: 0, failback: 0 };
  /** Which incident answers for a disaster: an absorbed one is answered for by its outage's. */
  readonly #owner = new Map<number, number>();
  /** Incidents not yet whole, with the beginning of their degradation, if it has begun. */
  readonly #open = new Map<number, Ms | null>();
  #exposures = 0;
  #level = 1;
  #phase: Phase | null = null;
  #since = ms(0);
  /** What the stretch below the minimum counts as; null while above it. */
  #dip: Below | null = null;
  /** Incident of the latest outage, and when that ended; it may still be reopened. */
  #outage: { incident: number; end: number } = { incident: -1, end: -Infinity };
  /** Windows of writes already counted as lost; no two overlap. */
  #lost: readonly { from: Ms; to: Ms }[] = [];

  constructor(service: ServicePlan, clock: { horizon: Ms; intoWeek: Ms }) {
    this.#service = service;
    this.#horizon = clock.horizon;
    this.#intoWeek = clock.intoWeek;
    this.#downtime = new Float64Array(Math.ceil(clock.horizon / YEAR));
  }

  struck({ at, disaster }: Of<'struck'>): void {
    this.#settleUpTo(at);
    const absorbed = this.#dip === 'outage' || at - this.#outage.end < SETTLE;
    const number = this.#incidents.length;
    this.#incidents.push({
      disaster,
      at,
      absorbed,
      rta: 0,
      timeToFull: absorbed ? null : 0,
      rpa: absorbed ? null : 0,
      lostWrites: 0,
      via: null,
      phases: {},
    });
    this.#owner.set(disaster, absorbed ? this.#outage.incident : number);
    if (absorbed) return;
    this.#open.set(number, null);
    // A planned return that a disaster cuts short is an outage from here on.
    if (this.#dip === 'failback') this.#dip = this.#kindOfDip(at, null);
  }

  exposed(): void {
    this.#exposures++;
  }

  level({ at, level, phase }: Of<'level'>): void {
    this.#settleUpTo(at);
    this.#levels.change(at, level);
    this.#level = level;
    this.#phase = phase;
    if (level < 1) {
      for (const [number, begun] of this.#open) {
        if (begun === null) this.#open.set(number, at);
      }
    }
    const below = level < this.#service.mbco - SLACK;
    if (!below && this.#dip === 'outage') this.#outage.end = at;
    if (!below) this.#dip = null;
    else this.#dip ??= this.#kindOfDip(at, phase);
  }

  recovered({ disaster, captured, stopped, via }: Of<'recovered'>): void {
    const incident = this.#incidents[this.#owner.get(disaster)!];
    invariant(incident !== undefined, () => `disaster ${disaster} struck nothing but recovered`);
    incident.via = via;
    if (captured === null) {
      incident.rpa = null;
      return;
    }
    if (incident.rpa === null || captured >= stopped) return;
    incident.rpa += stopped - captured;
    incident.lostWrites += this.#lostIn({ from: captured, to: stopped });
  }

  whole({ at }: Of<'whole'>): void {
    for (const [number, begun] of this.#open) {
      if (begun === null) continue;
      this.#incidents[number]!.timeToFull = at - begun;
      this.#open.delete(number);
    }
  }

  /** What all the facts add up to. */
  outcome(): ServiceOutcome {
    for (const [number, begun] of this.#open) {
      if (begun !== null) this.#incidents[number]!.timeToFull = null;
    }
    return {
      incidents: this.#incidents,
      exposures: this.#exposures,
      downtime: this.#downtime,
      below: this.#below,
      shortfalls: this.#shortfalls,
    };
  }

  /** Outage of the incident that has had none yet, reopened outage, later dip or planned return. */
  #kindOfDip(at: Ms, phase: Phase | null): Below {
    if (phase === 'failback') return 'failback';
    const latest = this.#incidents.findLastIndex(({ absorbed }) => !absorbed);
    if (this.#open.has(latest) && this.#outage.incident !== latest) {
      this.#outage = { incident: latest, end: Infinity };
      return 'outage';
    }
    if (at - this.#outage.end < SETTLE) return 'outage';
    return 'later';
  }

  /** Books the stretch since the last fact, at the level and phase that held in it. */
  #settleUpTo(at: Ms): void {
    const from = this.#since;
    this.#since = at;
    if (at <= from || this.#level >= 1) return;
    const share = 1 - this.#level;
    const incident = this.#incidents.findLastIndex(({ absorbed }) => !absorbed);
    this.#shortfalls.push({ from, to: at, share, incident });
    this.#addDowntime(from, at, share);
    if (this.#dip === null) return;
    this.#below[this.#dip] += Math.max(0, Math.min(at, this.#horizon) - from);
    if (this.#dip !== 'outage') return;
    const { phases } = this.#incidents[this.#outage.incident]!;
    const phase = this.#phase ?? 'wait';
    this.#incidents[this.#outage.incident]!.rta += at - from;
    phases[phase] = (phases[phase] ?? 0) + at - from;
  }

  #addDowntime(from: Ms, to: Ms, share: number): void {
    const end = Math.min(to, this.#horizon);
    for (let begin: number = from; begin < end;) {
      const year = Math.floor(begin / YEAR);
      const next = Math.min(end, (year + 1) * YEAR);
      this.#downtime[year]! += share * (next - begin);
      begin = next;
    }
  }

  /** Writes acknowledged in a window that no earlier recovery has already lost. */
  #lostIn(window: { from: Ms; to: Ms }): number {
    const over = (from: Ms, to: Ms) =>
      this.#levels.writesOver({ from, to }, this.#service.writeProfile, this.#intoWeek);
    let lost = over(window.from, window.to);
    let { from, to } = window;
    for (const earlier of this.#lost) {
      const [begin, end] = [Math.max(earlier.from, window.from), Math.min(earlier.to, window.to)];
      if (begin >= end) continue;
      lost -= over(ms(begin), ms(end));
      // Kept as one, so that no part is taken off twice.
      from = ms(Math.min(from, earlier.from));
      to = ms(Math.max(to, earlier.to));
    }
    const apart = this.#lost.filter((one) => one.to <= window.from || one.from >= window.to);
    this.#lost = [...apart, { from, to }];
    return Math.max(0, lost);
  }
}
