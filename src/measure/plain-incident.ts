import { MINUTE, type Ms, ms, YEAR } from '../base/units.js';
import type { Phase } from '../model/runbook.js';
import type { Story } from '../simulate/history.js';
import type { IncidentRecord } from './incident-record.js';
import { Levels } from './levels.js';
import { PhaseTimes } from './phase-times.js';
import { Shortfalls } from './shortfalls.js';

/** Dips below the minimum level that are less apart are one outage (design §3.4). */
export const SETTLE = ms(15 * MINUTE);
/** How far below the minimum level still counts as meeting it. */
export const SLACK = 1e-9;

/** What a stretch below the minimum counts as. */
export type Below = 'outage' | 'later' | 'failback';

/** What is added up of a service, whatever it is due to. */
export class Books {
  readonly horizon: Ms;
  readonly levels = new Levels();
  readonly shortfalls = new Shortfalls();
  readonly times = new PhaseTimes();
  readonly downtime: Float64Array;
  readonly below = { outage: 0, later: 0, failback: 0 };
  from = NaN;
  to = NaN;
  share = NaN;

  constructor(horizon: Ms) {
    this.horizon = horizon;
    this.downtime = new Float64Array(Math.ceil(horizon / YEAR));
  }

  /**
   * Books the stretch of time `from` .. `to` in which a share of the demand was not met. It stands in
   * fields, as numbers that nobody has to wrap.
   *
   * @param dip what it counts as; null where the minimum was met
   */
  book(incident: number, dip: Below | null): void {
    const { from, to, share } = this;
    this.shortfalls.add(from, to, { share, incident });
    this.#addDowntime();
    if (dip === null) return;
    this.below[dip] += Math.max(0, Math.min(to, this.horizon) - from);
  }

  #addDowntime(): void {
    const { from, to, share, horizon, downtime } = this;
    const end = Math.min(to, horizon);
    for (let begin = from; begin < end;) {
      const year = Math.floor(begin / YEAR);
      const next = Math.min(end, (year + 1) * YEAR);
      downtime[year]! += share * (next - begin);
      begin = next;
    }
  }
}

/** What a story was, once it has been measured. */
export interface Ending {
  /** When its degradation began; -1 if it never did. */
  readonly begun: number;
  /** When its outage ended; -Infinity if there was none. */
  readonly outageEnd: number;
}

/**
 * Measures a story of one incident by itself, as `ServiceMeter` does fact by fact: since nothing else
 * is open, all of it is due to that incident. Tests hold the two to each other.
 */
export function measurePlain(
  story: Story,
  books: Books,
  { incident, number, mbco }: { incident: IncidentRecord; number: number; mbco: number },
): Ending {
  const { levels } = books;
  let since: number = story.at(0);
  let level = 1;
  let phase: Phase | null = null;
  let dip: Below | null = null;
  let begun = -1;
  let outageEnd = -Infinity;
  // Whether it had its outage; whether it may degrade the service, and does.
  let [had, open, degraded] = [false, true, false];
  for (let line = 1; line < story.length; line++) {
    const at = story.at(line);
    const kind = story.kind(line);
    if (kind === 'noticed' && !had) incident.exposedBeforeDetection = at - incident.at;
    if (kind === 'whole' && degraded) {
      incident.timeToFull = at - begun;
      open = degraded = false;
    }
    if (kind !== 'level') continue;
    if (at > since && level < 1) {
      books.from = since;
      books.to = at;
      books.share = 1 - level;
      books.book(number, dip);
      if (dip === 'outage') incident.waitedFor(phase, at - since);
    }
    const fallen = story.level(line) < level;
    since = at;
    level = story.level(line);
    phase = story.phase(line);
    levels.change(at, level);
    const planned = phase === 'failback';
    if (level < 1 && !planned && open) degraded = true;
    if (level >= mbco - SLACK) {
      if (dip === 'outage') outageEnd = at;
      dip = null;
    } else if (dip === null || (dip === 'failback' && !planned) || (dip === 'later' && fallen)) {
      dip = planned ? 'failback' : !had || at - outageEnd < SETTLE ? 'outage' : 'later';
      if (dip === 'outage') had = open = degraded = true;
    }
    if (degraded && begun < 0) begun = at;
  }
  return { begun, outageEnd };
}
