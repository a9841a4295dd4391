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
  /** Cost of each incident, by service and by number in its list. */
  readonly incidents: ReadonlyArray<readonly IncidentLoss[]>;
}

interface IncidentLoss {
  downtime: number;
  data: number;
}

/**
 * Prices one history (design §6). A disaster's loss belongs whole to the year in which it struck,
 * also where its consequences last longer.
 */
export function lossesOf(plan: Plan, outcome: Outcome): Losses {
  const years = Math.ceil(plan.horizon / YEAR);
  const zero = () => new Float64Array(years);
  const losses = { downtime: zero(), data: zero(), recovery: zero(), largest: zero() };
  const byDisaster = new Map<number, { year: number; loss: number }>();
  const add = (to: Float64Array, strike: { at: number; disaster: number }, loss: number) => {
    const year = Math.floor(strike.at / YEAR);
    to[year]! += loss;
    const known = byDisaster.get(strike.disaster);
    if (known) known.loss += loss;
    else byDisaster.set(strike.disaster, { year, loss });
  };
  const incidents = outcome.services.map((service, number) => {
    const priced = incidentLosses(plan, plan.services[number]!, service);
    priced.forEach((loss, index) => {
      add(losses.downtime, service.incidents[index]!, loss.downtime);
      add(losses.data, service.incidents[index]!, loss.data);
    });
    return priced;
  });
  for (const { disaster, struck, from, to, bytes } of outcome.moves) {
    add(losses.recovery, { at: struck, disaster }, bytes * pricePerByte(plan, from, to));
  }
  for (const { year, loss } of byDisaster.values()) {
    losses.largest[year] = Math.max(losses.largest[year]!, loss);
  }
  return { ...losses, incidents };
}

function incidentLosses(plan: Plan, service: ServicePlan, outcome: ServiceOutcome) {
  const value = plan.parameters;
  const losses = outcome.incidents.map((incident) => ({
    downtime: 0,
    data: dataLoss(plan, service, incident),
  }));
  const perHour = value.of(service.revenue) * (1 - value.of(service.recaptured));
  for (const { from, to, share, incident } of outcome.shortfalls) {
    const stretch = { from: ms(from + plan.intoWeek), to: ms(to + plan.intoWeek) };
    losses[incident]!.downtime +=
      perHour * share * inHours(meanTimeOver(service.revenueProfile, stretch));
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
