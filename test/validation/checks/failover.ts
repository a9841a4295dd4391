import { check } from '../check.js';
import { absolute, exact, type Figure, meanOf } from '../figure.js';
import { failovers, failoverWithin, type Stage } from '../families/failover.js';

interface Plan {
  readonly ttl: number;
  readonly loop: number;
  readonly retry: number;
  readonly inter: number;
  readonly fastinter: number;
  readonly rise: number;
}

interface Published {
  readonly rto_s_min_avg_max: Readonly<Record<string, readonly [number, number, number]>>;
}

const elected: Stage = { name: 'promote', least: 0.1, most: 2, mean: 1 };

const seen = ({ inter, fastinter, rise }: Plan): Stage => ({
  name: 'redirect',
  least: (rise - 1) * fastinter,
  most: (rise - 1) * fastinter + inter,
});

/** The node is dead: its lease runs out, and a replica notices. */
const passive = (plan: Plan): readonly Stage[] => [
  { name: 'detect', least: plan.ttl - plan.loop, most: plan.ttl },
  { name: 'detect', least: 0, most: plan.loop },
  elected,
  seen(plan),
];

/** The node is cut off: it steps down by itself, and the rest of its lease runs out. */
const cutOff = (plan: Plan): readonly Stage[] => [
  { name: 'detect', least: plan.retry, most: plan.loop + plan.retry },
  {
    name: 'detect',
    least: plan.ttl - plan.loop - plan.retry,
    most: plan.ttl - plan.loop - plan.retry,
  },
  { name: 'detect', least: 0, most: plan.loop },
  elected,
  seen(plan),
];

const TRIALS = 1000;

const path = (stagesOf: (plan: Plan) => readonly Stage[]) =>
  check<{ plans_s: Readonly<Record<string, Plan>> }, Published>(
    ({ plans_s }, { rto_s_min_avg_max: published }) =>
      Object.entries(plans_s).flatMap(([name, plan]): Figure[] => {
        const stages = stagesOf(plan);
        const alone = (at: 'best' | 'worst') => failovers(stages, { trials: 1, at })[0]!;
        const { mean } = meanOf(failovers(stages, { trials: TRIALS, at: 'random' }));
        const [least, average, most] = published[name]!;
        const second = { by: 1, unit: 's' };
        return [
          absolute(`${name}: at best, s`, [least, alone('best')], second),
          absolute(`${name}: on average, s`, [average, mean], second),
          absolute(`${name}: at worst, s`, [most, alone('worst')], second),
        ];
      }),
  );

const threshold = check<
  { async_lag_normal: { bytes: readonly number[] }; pg_rpo_bytes: number },
  { lag_le_threshold: string; lag_gt_threshold: string; pg_rpo_0: string }
>(({ async_lag_normal, pg_rpo_bytes: limit }, expected) => {
  const of = (lag: number) => failoverWithin({ lag, limit });
  const usual = Math.max(...async_lag_normal.bytes);
  const refused = expected.lag_gt_threshold.includes('refused') ? 0 : 1;
  return [
    exact(`${usual} B behind: without people`, [1, of(usual).automatic ? 1 : 0]),
    absolute(`${usual} B behind: B lost`, [usual, of(usual).lost], { by: 1, unit: 'B' }),
    exact('at the limit: without people', [1, of(limit).automatic ? 1 : 0]),
    exact('1 % beyond it: without people', [refused, of(1.01 * limit).automatic ? 1 : 0]),
    exact('synchronous: B lost', [0, failoverWithin({ lag: 0, limit: 0 }).lost]),
  ];
});

/** Checks of failovers in stages, by case. */
export const FAILOVER = {
  'pigsty-passive-failover': path(passive),
  'pigsty-partition-failover': path(cutOff),
  'pigsty-rpo-threshold': threshold,
};
