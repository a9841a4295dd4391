import { SECOND } from '../base/units.js';
import type { Trial } from '../experiment/trials.js';
import { COMPONENTS } from '../price/infrastructure.js';
import type { Plan } from '../simulate/plan.js';

export const YEAR_COLUMNS = [
  'strategy',
  'trial',
  'year',
  'downtime_s',
  'downtime_cost',
  'data_loss_cost',
  'recovery_cost',
  'largest_disaster',
  'infrastructure_cost',
  'total',
] as const;

/** The year-loss table: one row per strategy and year of a trial. Downtime is summed over services. */
export function yearRows(plan: Plan, { trial, strategies }: Trial) {
  return strategies.flatMap(({ outcome, losses, infrastructure }, strategy) =>
    infrastructure.map((costs, year): (string | number)[] => {
      const downtime = outcome.services.reduce((sum, service) => sum + service.downtime[year]!, 0);
      const spent = COMPONENTS.reduce((sum, component) => sum + costs[component], 0);
      const loss = losses.downtime[year]! + losses.data[year]! + losses.recovery[year]!;
      return [
        plan.strategies[strategy]!.name,
        trial,
        year + 1,
        downtime / SECOND,
        losses.downtime[year]!,
        losses.data[year]!,
        losses.recovery[year]!,
        losses.largest[year]!,
        spent,
        loss + spent,
      ];
    }),
  );
}
