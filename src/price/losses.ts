import { inHours, ms, YEAR } from '../base/units.js';
import { DisasterLosses, type Loss } from './disaster-losses.js';
import { growthAt } from '../model/service.js';
import { transferPrice } from '../model/prices.js';
import { meanTimeOver } from '../model/week-profile.js';
import type { Incident, Move, Outcome, ServiceOutcome } from '../measure/outcome.js';
import type { Plan, ServicePlan } from '../simulate/plan.js';

/** What disasters cost in one history, in the scenario's currency, by year of the strike. */
export interface Losses {
  /** Revenue not earned and not made up for later. */
  readonly downtime: Float64Array;
  /** Lost writes, and data lost for good. */
  readonly data: Float64Array;
  /** What recovering took: data read back and sent. */
  readonly recovery: Float64Array;
  /** Largest cost of a single disaster. */
  readonly largest: Float64Array;
  /**
   * Cost of each incident, by service and by number in its list. Recovering from what was only an
   * exposure belongs to none.
   */
  readonly incidents: ReadonlyArray<readonly Loss[]>;
  /** Cost of each disaster over all services, exposures included, by its number in the trial. */
  readonly disasters: DisasterLosses;
}

/**
 * Prices one history (design §6). A disaster's loss belongs whole to the year in which it struck,
 * also where its consequences last longer.
 *
 * @param strategy number of the one that lived through it
 */
export function lossesOf(plan: Plan, outcome: Outcome, strategy: number): Losses {
  const incidents = outcome.services.map((service, number) =>
    incidentLosses(plan, plan.services[number]!, service),
  );
  const disasters = new DisasterLosses(Math.ceil(plan.horizon / YEAR));
  outcome.services.forEach((service, number) => {
    const { downtime, data } = incidents[number]!;
    for (let index = 0; index < service.incidents.length; index++) {
      const incident = service.incidents[index]!;
      disasters.add(incident, 'downtime', downtime[index]!);
      disasters.add(incident, 'data', data[index]!);
    }
  });
  const prices = outcome.moves.map((move) => move.bytes * pricePerByte(plan, strategy, move));
  outcome.moves.forEach(({ disaster, struck: at }, number) => {
    disasters.add({ disaster, at }, 'recovery', prices[number]!);
  });
  const { downtime, data, recovery } = disasters;
  return {
    downtime,
    data,
    recovery,
    largest: disasters.largest(),
    get incidents() {
      return incidents.map((parts, service) => lossList(outcome, parts, { service, prices }));
    },
    disasters,
  };
}

/** By number of the incident. */
interface IncidentLosses {
  readonly downtime: Float64Array;
  readonly data: Float64Array;
}

/** @param of `prices` of the outcome's moves */
function lossList(
  { services, moves }: Outcome,
  { downtime, data }: IncidentLosses,
  { service, prices }: { service: number; prices: readonly number[] },
): Loss[] {
  const { incidents } = services[service]!;
  const losses = incidents.map((_, i) => ({ downtime: downtime[i]!, data: data[i]!, recovery: 0 }));
  moves.forEach((move, number) => {
    if (move.service !== service) return;
    const incident = incidents.findIndex(({ disaster }) => disaster === move.disaster);
    if (incident >= 0) losses[incident]!.recovery += prices[number]!;
  });
  return losses;
}

function incidentLosses(
  plan: Plan,
  service: ServicePlan,
  { incidents, shortfalls }: ServiceOutcome,
): IncidentLosses {
  const value = plan.parameters;
  const downtime = new Float64Array(incidents.length);
  const data = new Float64Array(incidents.length);
  for (let i = 0; i < data.length; i++) data[i] = dataLoss(plan, service, incidents[i]!);
  const perHour = value.of(service.revenue) * (1 - value.of(service.recaptured));
  for (let number = 0; number < shortfalls.length; number++) {
    const from = ms(shortfalls.from(number) + plan.intoWeek);
    const to = ms(shortfalls.to(number) + plan.intoWeek);
    downtime[shortfalls.incident(number)]! +=
      perHour *
      shortfalls.share(number) *
      inHours(meanTimeOver(service.revenueProfile, { from, to }));
  }
  return { downtime, data };
}

/** Lost writes at their price per hour; data lost for good at its value, which grows with it. */
function dataLoss({ parameters }: Plan, service: ServicePlan, incident: Incident): number {
  const writes = parameters.of(service.dataLoss) * inHours(ms(incident.lostWrites));
  if (incident.rpa !== null || incident.absorbed) return writes;
  const growth = growthAt(parameters.of(service.growth), incident.at);
  return writes + parameters.of(service.value) * growth;
}

/** Price of sending a byte, and of reading it where its storage class asks one. */
function pricePerByte(
  { scenario, strategies }: Plan,
  strategy: number,
  { store, from, to }: Move,
): number {
  const { prices, sites } = scenario;
  if (!prices) return 0;
  const sending = transferPrice(prices, sites[from]!.region, sites[to]!.region);
  if (store < 0) return sending;
  const { storage } = strategies[strategy]!.backups[store]!;
  return sending + prices.storage.get(storage)!.retrieval;
}
