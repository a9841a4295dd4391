import { type Ms, SECOND, YEAR } from '../base/units.js';
import type { Incident, ServiceOutcome } from '../measure/outcome.js';
import { PHASES } from '../model/runbook.js';
import { Sample } from '../stats/sample.js';
import { ClusterRatios, type Ratios } from './cluster-ratios.js';

const COLUMNS = [
  'years',
  'trials',
  'affected',
  'struck',
  'incidents',
  'rta',
  'whole',
  'timeToFull',
  'recoverable',
  'rpa',
  'unrecoverable',
  'unnoticed',
  'rtoHits',
  'rpoHits',
  'rtoMisses',
  'rpoMisses',
  'absorbed',
  'exposures',
  'outage',
  'later',
  'failback',
  'downtime',
  'lostBytes',
] as const;
type Column = (typeof COLUMNS)[number];

const RATIOS = {
  incidentsPerYear: ['struck', 'years'],
  affectedShare: ['affected', 'trials'],
  rto: ['rta', 'incidents'],
  timeToFull: ['timeToFull', 'whole'],
  rpo: ['rpa', 'recoverable'],
  unrecoverableShare: ['unrecoverable', 'incidents'],
  rtoAttainment: ['rtoHits', 'incidents'],
  rpoAttainment: ['rpoHits', 'incidents'],
  rtoMissesPerYear: ['rtoMisses', 'years'],
  rpoMissesPerYear: ['rpoMisses', 'years'],
  unrecoverablePerYear: ['unrecoverable', 'years'],
  absorbedPerYear: ['absorbed', 'years'],
  exposuresPerYear: ['exposures', 'years'],
  outagePerYear: ['outage', 'years'],
  laterOutagePerYear: ['later', 'years'],
  failbackPerYear: ['failback', 'years'],
  downtimePerYear: ['downtime', 'years'],
  lostBytesPerYear: ['lostBytes', 'years'],
  exposedBeforeDetection: ['unnoticed', 'incidents'],
} as const satisfies Ratios<string, Column>;

/** Targets in ms; null where the business set none. */
export interface Objectives {
  readonly rto: Ms | null;
  readonly rpo: Ms | null;
}

/** Figures of one service under one strategy, or of its incidents from one threat; in seconds. */
export class ServiceTally {
  readonly ratios = new ClusterRatios<keyof typeof RATIOS, Column>(COLUMNS, RATIOS);
  readonly rto = new Sample();
  readonly timeToFull = new Sample();
  readonly rpo = new Sample();
  /** Seconds of recovery time by what was waited for, in the order of `PHASES`. */
  readonly phaseTimes = new Float64Array(PHASES.length);
  readonly #objectives: Objectives;

  constructor(objectives: Objectives) {
    this.#objectives = objectives;
  }

  /** Adds the time that a trial simulated. */
  addTrial(horizon: Ms): void {
    this.ratios.row.trials += 1;
    this.ratios.row.years += horizon / YEAR;
  }

  /** Adds what is not about single incidents. */
  addOutcome({ below, downtime, exposures, incidents }: ServiceOutcome): void {
    const { row } = this.ratios;
    row.outage += below.outage / SECOND;
    row.later += below.later / SECOND;
    row.failback += below.failback / SECOND;
    for (const year of downtime) row.downtime += year / SECOND;
    row.exposures += exposures;
    row.affected += incidents.length > 0 ? 1 : 0;
  }

  /** @param cluster number of the pair of trials @param lostBytes writes lost in the incident */
  addIncident(incident: Incident, { cluster, lostBytes }: { cluster: number; lostBytes: number }) {
    const { row } = this.ratios;
    row.struck += 1;
    row.lostBytes += lostBytes;
    if (incident.absorbed) {
      row.absorbed += 1;
      return;
    }
    row.incidents += 1;
    row.unnoticed += incident.exposedBeforeDetection / SECOND;
    this.#addRecoveryTime(incident, cluster);
    this.#addRecoveryPoint(incident, cluster);
  }

  #addRecoveryTime(incident: Incident, cluster: number): void {
    const { rta, timeToFull } = incident;
    const { row } = this.ratios;
    row.rta += rta / SECOND;
    this.rto.append(rta / SECOND, cluster);
    const { rto } = this.#objectives;
    if (rto !== null) row[rta <= rto ? 'rtoHits' : 'rtoMisses'] += 1;
    if (timeToFull !== null) {
      row.whole += 1;
      row.timeToFull += timeToFull / SECOND;
      this.timeToFull.append(timeToFull / SECOND, cluster);
    }
    if (rta === 0) return;
    for (let phase = 0; phase < PHASES.length; phase++) {
      const time = incident.timeIn(phase);
      if (time > 0) this.phaseTimes[phase]! += time / SECOND;
    }
  }

  #addRecoveryPoint({ rpa }: Incident, cluster: number): void {
    const { row } = this.ratios;
    const { rpo } = this.#objectives;
    if (rpo !== null) row[rpa !== null && rpa <= rpo ? 'rpoHits' : 'rpoMisses'] += 1;
    if (rpa === null) {
      row.unrecoverable += 1;
      return;
    }
    row.recoverable += 1;
    row.rpa += rpa / SECOND;
    this.rpo.append(rpa / SECOND, cluster);
  }

  merge(that: ServiceTally): void {
    this.ratios.merge(that.ratios);
    this.rto.merge(that.rto);
    this.timeToFull.merge(that.timeToFull);
    this.rpo.merge(that.rpo);
    that.phaseTimes.forEach((time, phase) => {
      this.phaseTimes[phase]! += time;
    });
  }
}
