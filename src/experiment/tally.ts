import { SECOND, YEAR } from '../base/units.js';
import { bytePlaces } from '../measure/byte-places.js';
import type { ByteTable } from '../measure/byte-table.js';
import type { Outcome } from '../measure/outcome.js';
import type { YearCost } from '../price/infrastructure.js';
import type { Losses } from '../price/losses.js';
import type { Disaster } from '../simulate/disasters.js';
import type { Plan } from '../simulate/plan.js';
import { BytesTally } from './bytes-tally.js';
import { ClusterRatios } from './cluster-ratios.js';
import { DifferenceTally } from './difference-tally.js';
import { FinanceTally } from './finance/finance-tally.js';
import { lostBytes } from './lost-bytes.js';
import { MoneyTally, type TrialMoney } from './money-tally.js';
import { ServiceTally } from './service-tally.js';
import { ThreatTally } from './threat-tally.js';

/** One strategy's part of a trial: what happened to it and what that cost. */
export interface StrategyTrial {
  readonly outcome: Outcome;
  readonly losses: Losses;
  readonly infrastructure: readonly YearCost[];
  readonly bytes: ByteTable;
}

/** Figures of one strategy. */
class StrategyTally {
  readonly money = new MoneyTally();
  readonly bytes: BytesTally;
  /** Money by threat. */
  readonly threats: readonly ThreatTally[];
  readonly services: readonly ServiceTally[];
  /** By service, then by threat. */
  readonly byThreat: ReadonlyArray<readonly ServiceTally[]>;
  /** All of them. */
  readonly all: readonly ServiceTally[];

  /** @param number of the strategy */
  constructor(plan: Plan, number: number) {
    const { scenario, horizon } = plan;
    const places = bytePlaces(plan, plan.strategies[number]!).length;
    this.bytes = new BytesTally({ places, horizon });
    const tallies = () => scenario.services.map(({ objectives }) => new ServiceTally(objectives));
    this.threats = scenario.threats.map(() => new ThreatTally());
    this.services = tallies();
    this.byThreat = scenario.services.map(({ objectives }) =>
      scenario.threats.map(() => new ServiceTally(objectives)),
    );
    this.all = [...this.services, ...this.byThreat.flat()];
  }
}

/**
 * What many trials add up to. Trials are added in order; tallies of consecutive blocks are merged in
 * order, which gives the same whether one or many did the work.
 */
export class Tally {
  readonly strategies: readonly StrategyTally[];
  /** Against the first strategy, for all the others. */
  readonly differences: readonly DifferenceTally[];
  /** Disasters by threat, and those that were an incident under the baseline, per year. */
  readonly disasters: readonly ClusterRatios<'perYear', 'count' | 'years'>[];
  readonly baselineDisasters = newCount();
  readonly finance: FinanceTally;
  readonly #plan: Plan;
  trials = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    const { scenario } = plan;
    this.strategies = scenario.strategies.map((_, number) => new StrategyTally(plan, number));
    this.differences = scenario.strategies.slice(1).map(
      () =>
        new DifferenceTally({
          services: scenario.services.length,
          threats: scenario.threats.length,
        }),
    );
    this.disasters = scenario.threats.map(newCount);
    this.finance = new FinanceTally(plan);
  }

  /** Adds a trial: its disasters, and what they did to each strategy. */
  add(trial: number, disasters: readonly Disaster[], parts: readonly StrategyTrial[]): void {
    const cluster = Math.floor(trial / 2);
    this.#addDisasters(disasters, parts[0]!);
    const money = parts.map((part, number) => {
      this.#addServices(this.strategies[number]!, part.outcome, { disasters, cluster });
      const about = { horizon: this.#plan.horizon, cluster };
      this.strategies[number]!.bytes.add(part.bytes, part.outcome.moves);
      return this.strategies[number]!.money.add(part, about);
    });
    const lossByThreat = parts.map((part, number) =>
      this.#addThreats(this.strategies[number]!, part, disasters),
    );
    this.#addDifferences(parts, { money, lossByThreat });
    this.finance.add(parts, cluster);
    this.trials++;
    if (trial % 2 === 1) this.endCluster();
  }

  /** Closes the pair of trials in the making; an odd last trial is a cluster of its own. */
  endCluster(): void {
    for (const strategy of this.strategies) {
      strategy.bytes.endCluster(strategy.money.ratios.row.years);
      strategy.money.ratios.endCluster();
      for (const threat of strategy.threats) threat.ratios.endCluster();
      for (const tally of strategy.all) tally.ratios.endCluster();
    }
    for (const difference of this.differences) difference.endCluster();
    this.finance.endCluster();
    for (const count of [...this.disasters, this.baselineDisasters]) count.endCluster();
  }

  /** Adds the trials that come next. */
  merge(that: Tally): void {
    this.trials += that.trials;
    this.strategies.forEach((strategy, number) => {
      const other = that.strategies[number]!;
      strategy.money.merge(other.money);
      strategy.bytes.merge(other.bytes);
      strategy.threats.forEach((threat, index) => {
        threat.ratios.merge(other.threats[index]!.ratios);
      });
      strategy.all.forEach((tally, index) => {
        tally.merge(other.all[index]!);
      });
    });
    this.differences.forEach((difference, number) => {
      difference.merge(that.differences[number]!);
    });
    this.disasters.forEach((count, threat) => {
      count.merge(that.disasters[threat]!);
    });
    this.baselineDisasters.merge(that.baselineDisasters);
    this.finance.merge(that.finance);
  }

  #addDisasters(disasters: readonly Disaster[], baseline: StrategyTrial): void {
    const { hazards, horizon } = this.#plan;
    for (const { hazard } of disasters) {
      this.disasters[hazards[hazard]!.threat]!.row.count += 1;
    }
    this.baselineDisasters.row.count += felt(baseline.outcome).length;
    for (const count of [...this.disasters, this.baselineDisasters]) {
      count.row.years += horizon / YEAR;
    }
  }

  #addServices(
    tally: StrategyTally,
    outcome: Outcome,
    about: { disasters: readonly Disaster[]; cluster: number },
  ): void {
    const { hazards, horizon } = this.#plan;
    for (const all of tally.all) all.addTrial(horizon);
    outcome.services.forEach((service, number) => {
      tally.services[number]!.addOutcome(service);
      for (const incident of service.incidents) {
        const { threat } = hazards[about.disasters[incident.disaster]!.hazard]!;
        const detail = {
          cluster: about.cluster,
          lostBytes: lostBytes(this.#plan, number, incident),
        };
        tally.services[number]!.addIncident(incident, detail);
        tally.byThreat[number]![threat]!.addIncident(incident, detail);
      }
    });
  }

  /** @returns what the trial lost to each threat */
  #addThreats(
    { threats }: StrategyTally,
    { outcome, losses }: StrategyTrial,
    disasters: readonly Disaster[],
  ): readonly number[] {
    const { hazards, horizon } = this.#plan;
    const threatOf = (disaster: number) => hazards[disasters[disaster]!.hazard]!.threat;
    const lost = threats.map(() => 0);
    for (const threat of threats) threat.addTrial(horizon);
    for (const disaster of felt(outcome)) threats[threatOf(disaster)]!.addIncident();
    const { disasters: known } = losses;
    for (let place = 0; place < known.count; place++) {
      const threat = threatOf(known.number(place));
      threats[threat]!.addLoss(known, place);
      lost[threat]! += known.total(place);
    }
    return lost;
  }

  #addDifferences(
    parts: readonly StrategyTrial[],
    of: { money: readonly TrialMoney[]; lossByThreat: ReadonlyArray<readonly number[]> },
  ): void {
    const downtime = parts.map(({ outcome }) =>
      outcome.services.map((service) => service.downtime.reduce((a, b) => a + b, 0) / SECOND),
    );
    const beyondBaseline = (amounts: ReadonlyArray<readonly number[]>, strategy: number) =>
      amounts[strategy]!.map((amount, index) => amount - amounts[0]![index]!);
    this.differences.forEach((difference, index) => {
      const number = index + 1;
      difference.add(
        {
          money: { strategy: of.money[number]!, baseline: of.money[0]! },
          downtime: beyondBaseline(downtime, number),
          lossByThreat: beyondBaseline(of.lossByThreat, number),
        },
        this.#plan.horizon,
      );
    });
  }
}

/** Disasters that were an incident of at least one service. */
function felt({ services }: Outcome): readonly number[] {
  const seen: boolean[] = [];
  const numbers: number[] = [];
  for (const { incidents } of services) {
    for (const { disaster } of incidents) {
      if (!seen[disaster]) numbers.push(disaster);
      seen[disaster] = true;
    }
  }
  return numbers;
}

function newCount(): ClusterRatios<'perYear', 'count' | 'years'> {
  return new ClusterRatios(['count', 'years'], { perYear: ['count', 'years'] });
}
