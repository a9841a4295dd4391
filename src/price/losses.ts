import { inHours, ms, YEAR } from '../base/units.js';
import { growthAt } from '../model/service.js';
import { transferPrice } from '../model/prices.js';
import { meanTimeOver } from '../model/week-profile.js';
import type { Incident, Outcome, ServiceOutcome } from '../measure/outcome.js';
import type { Plan, ServicePlan } from '../simulate/plan.js';

/** What disasters cost in one history, in the scenario's currency, by year of the strike. */
export interface Losses {
  /** Revenue not earned and not made up for later. */
  readonly downtime: Float64Array;
  /** Lost writes, and data lost for good. */
  readonly data: Float64Array;
  /** What recovering took: data sent. */
  readonly recovery: Float64Array;
  /** Largest cost of a single disaster. */
  readonly largest: Float64Array;
  /**
   * Cost of each incident, by service and by number in its list. Recovering from what was only an
   * exposure belongs to none.
   */
  readonly incidents: ReadonlyArray<readonly Loss[]>;
  /** Cost of each disaster over all services, exposures included, by its number in the trial. */
  readonly disasters: ReadonlyMap<number, DisasterLoss>;
}

/** A loss by what it is made of. */
export interface Loss {
  downtime: number;
  data: number;
  recovery: number;
}

/** What one disaster cost. */
export interface DisasterLoss extends Loss {
  /** Of the horizon, in which it struck; the first is 0. */
  readonly year: number;
  /** All of it. */
  total: number;
}

/**
 * Prices one history (design §6). A disaster's loss belongs whole to the year in which it struck,
 * also where its consequences last longer.
 */
export function lossesOf(plan: Plan, outcome: Outcome): Losses {
  const incidents = outcome.services.map((service, number) =>
    incidentLosses(plan, plan.services[number]!, service),
  );
  const book = new Book(Math.ceil(plan.horizon / YEAR));
  outcome.services.forEach((service, number) => {
    incidents[number]!.forEach(({ downtime, data }, index) => {
      const { at, disaster } = service.incidents[index]!;
      book.add({ at, disaster, part: 'downtime' }, downtime);
      book.add({ at, disaster, part: 'data' }, data);
    });
  });
  for (const { service, disaster, struck, from, to, bytes } of outcome.moves) {
    const price = bytes * pricePerByte(plan, from, to);
    book.add({ at: struck, disaster, part: 'recovery' }, price);
    const list = outcome.services[service]!.incidents;
    const incident = list.findIndex((one) => one.disaster === disaster);
    if (incident >= 0) incidents[service]![incident]!.recovery += price;
  }
  return { ...book.years, largest: book.largest(), incidents, disasters: book.disasters };
}

/** Losses by year and by disaster, as they are told. */
class Book {
  readonly years: Readonly<Record<keyof Loss, Float64Array>>;
  readonly disasters = new Map<number, DisasterLoss>();

  constructor(years: number) {
    const zero = () => new Float64Array(years);
    this.years = { downtime: zero(), data: zero(), recovery: zero() };
  }

  add(due: { at: number; disaster: number; part: keyof Loss }, loss: number): void {
    const year = Math.floor(due.at / YEAR);
    this.years[due.part][year]! += loss;
    let known = this.disasters.get(due.disaster);
    if (!known) {
      known = { year, downtime: 0, data: 0, recovery: 0, total: 0 };
      this.disasters.set(due.disaster, known);
    }
    known[due.part] += loss;
    known.total += loss;
  }

  largest(): Float64Array {
    const largest = new Float64Array(this.years.downtime.length);
    for (const { year, total } of this.disasters.values()) {
      largest[year] = Math.max(largest[year]!, total);
    }
    return largest;
  }
}

function incidentLosses(plan: Plan, service: ServicePlan, outcome: ServiceOutcome): Loss[] {
  const value = plan.parameters;
  const losses = outcome.incidents.map((incident) => ({
    downtime: 0,
    data: dataLoss(plan, service, incident),
    recovery: 0,
  }));
  const perHour = value.of(service.revenue) * (1 - value.of(service.recaptured));
  const { shortfalls } = outcome;
  for (let number = 0; number < shortfalls.length; number++) {
    const from = ms(shortfalls.from(number) + plan.intoWeek);
    const to = ms(shortfalls.to(number) + plan.intoWeek);
    losses[shortfalls.incident(number)]!.downtime +=
      perHour *
      shortfalls.share(number) *
      inHours(meanTimeOver(service.revenueProfile, { from, to }));
  }
  return losses;
}

/** Lost writes at their price per hour; data lost for good at its value, which grows with it. */
function dataLoss({ parameters }: Plan, service: ServicePlan, incident: Incident): number {
  const writes = parameters.of(service.dataLoss) * inHours(ms(incident.lostWrites));
  if (incident.rpa !== null || incident.absorbed) return writes;
  const growth = growthAt(parameters.of(service.growth), incident.at);
  return writes + parameters.of(service.value) * growth;
}

function pricePerByte({ scenario }: Plan, from: number, to: number): number {
  const { prices, sites } = scenario;
  return prices ? transferPrice(prices, sites[from]!.region, sites[to]!.region) : 0;
}
