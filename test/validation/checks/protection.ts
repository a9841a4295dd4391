import { caseOf } from '../case.js';
import { check } from '../check.js';
import {
  absolute,
  deviationOf,
  exact,
  type Figure,
  meanOf,
  relative,
  shareOf,
  sigma,
} from '../figure.js';
import { losses, type Periodic } from '../families/backup-age.js';
import { type Level, recoveryTime, worstLoss } from '../families/keeton.js';
import { losing } from '../families/lost-copies.js';
import { unsentOver } from '../families/lag.js';
import { exponential } from '../families/laws.js';

/** In the order in which each level is made from the one before. */
const levelsOf = (techniques: Readonly<Record<string, Level>>) => Object.values(techniques);

const hours = (by: number) => ({ by, unit: 'h' });

const lossAfter = (lost: number) =>
  check<{ techniques: Record<string, Level> }, { worst_case_recent_data_loss_h: number }>(
    ({ techniques }, { worst_case_recent_data_loss_h: published }) => [
      absolute(
        'worst loss, hours',
        [published, worstLoss({ levels: levelsOf(techniques), lost })],
        hours(0.01),
      ),
    ],
  );

interface Restore {
  readonly restore_GB: number;
  readonly tape_MBps: number;
  readonly array_MBps: number;
  readonly tape_load_h: number;
  readonly spare_s: number;
}

/** Levels of the baseline of Keeton & Merchant; the time to recover does not depend on them. */
const LEVELS: readonly Level[] = [
  { accW_h: 12, propW_h: 0, holdW_h: 0, retCnt: 4 },
  { accW_h: 168, propW_h: 48, holdW_h: 1, retCnt: 4 },
  { accW_h: 672, propW_h: 24, holdW_h: 684, retCnt: 39 },
];

function recovered(
  inputs: Restore,
  { lost, shipped, provisioning }: { lost: number; shipped: number; provisioning: number },
): number {
  const recovery = {
    gib: inputs.restore_GB,
    read: inputs.tape_MBps,
    write: inputs.array_MBps,
    load: shipped + inputs.tape_load_h,
    spare: inputs.spare_s / 3600,
    provisioning,
  };
  return recoveryTime({ levels: LEVELS, lost, recovery });
}

type Recovery = { worst_case_recovery_h: number };

const arrayBack = check<Restore, Recovery>((inputs, { worst_case_recovery_h: published }) => [
  absolute(
    'recovery, hours',
    [published, recovered(inputs, { lost: 1, shipped: 0, provisioning: 0 })],
    hours(0.05),
  ),
]);

const siteBack = check<
  { as: string; air_shipment_h: number; site_provisioning_h: number },
  Recovery
>((inputs, { worst_case_recovery_h: published }) => {
  const restore = caseOf(inputs.as).inputs as Restore;
  const { air_shipment_h: shipped, site_provisioning_h: provisioning } = inputs;
  const time = recovered(restore, { lost: 2, shipped, provisioning });
  return [absolute('recovery, hours', [published, time], hours(0.05))];
});

/** Times of losses in the unit of the case. */
interface Lost {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  readonly sd?: number;
}

const TRIALS = 2000;

function periodic(copies: Periodic, expected: Lost, unit: { name: string; hours: number }) {
  const found = losses(copies, TRIALS).map((loss) => loss / unit.hours);
  // Strikes lie in the middle of so many slices of a period.
  const slice = copies.interval / unit.hours / TRIALS;
  const edge = { by: slice, unit: unit.name };
  const figures: Figure[] = [
    sigma(`mean loss, ${unit.name}`, expected.mean, meanOf(found)),
    absolute(`least loss, ${unit.name}`, [expected.min, Math.min(...found)], edge),
    absolute(`greatest loss, ${unit.name}`, [expected.max, Math.max(...found)], edge),
  ];
  if (expected.sd === undefined) return figures;
  return [...figures, sigma(`sd of the loss, ${unit.name}`, expected.sd, deviationOf(found))];
}

const backups = check<
  { interval_h: number; backup_duration_and_offsite_lag_h: number },
  { loss_h: Lost }
>((inputs, { loss_h }) =>
  periodic(
    {
      interval: inputs.interval_h,
      lag: inputs.backup_duration_and_offsite_lag_h,
      failure: 0,
    },
    loss_h,
    { name: 'h', hours: 1 },
  ),
);

const mirror = check<{ accumulate_min: number; propagate_min: number }, { loss_min: Lost }>(
  ({ accumulate_min, propagate_min }, { loss_min }) =>
    periodic({ interval: accumulate_min / 60, lag: propagate_min / 60, failure: 0 }, loss_min, {
      name: 'min',
      hours: 1 / 60,
    }),
);

const failing = check<
  { interval_h: number; lag_h: number; P_backup_unusable: number },
  { mean_loss_h: number; P_loss_over_30h: number; P_loss_over_54h: number; var_h2: number }
>(({ interval_h: interval, lag_h: lag, P_backup_unusable: failure }, expected) => {
  const n = 10_000;
  const found = losses({ interval, lag, failure }, n);
  const over = (limit: number, p: number) =>
    sigma(
      `chance of more than ${limit} h`,
      p,
      shareOf(found.filter((loss) => loss > limit).length, { n, p }),
    );
  return [
    sigma('mean loss, h', expected.mean_loss_h, meanOf(found)),
    sigma('sd of the loss, h', Math.sqrt(expected.var_h2), deviationOf(found)),
    over(lag + interval, expected.P_loss_over_30h),
    over(lag + 2 * interval, expected.P_loss_over_54h),
  ];
});

const lag = check<
  { write_rate_MBps: { day_12h: number; night_12h: number }; link_MBps: number },
  {
    peak_backlog_MB: number;
    peak_lag_if_failure_at_dusk_s: number;
    drain_after_dusk_h: number;
    mean_backlog_MB: number;
  }
>(({ write_rate_MBps: { day_12h, night_12h }, link_MBps: link }, expected) => {
  const [dawn, dusk] = [6, 18];
  const writes = Array.from({ length: 24 }, (_, hour) =>
    hour >= dawn && hour < dusk ? day_12h : night_12h,
  );
  const flow = { writes, link };
  const [atDusk] = unsentOver(flow, { from: dusk - 0.001, to: dusk + 0.001, slices: 1 });
  const day = unsentOver(flow, { from: dusk, to: dusk + 24, slices: 960 });
  const width = 24 / 960;
  // Half a slice before the first moment at which nothing is unsent.
  const drained = day.find(({ megabytes }) => megabytes === 0)!.hour - dusk - width / 2;
  const mean = day.reduce((sum, { megabytes }) => sum + megabytes, 0) / day.length;
  return [
    exact('greatest backlog, MB', [expected.peak_backlog_MB, atDusk!.megabytes]),
    exact('age of the oldest write at dusk, s', [
      expected.peak_lag_if_failure_at_dusk_s,
      atDusk!.age,
    ]),
    absolute('drained after dusk, h', [expected.drain_after_dusk_h, drained], hours(width / 2)),
    relative('mean backlog, MB', [expected.mean_backlog_MB, mean], 1e-6),
  ];
});

const HOURS_PER_LIFE = 8766;

const mirrored = check<
  { mu_over_lambda: readonly number[]; nines: readonly number[] },
  { lifespan_in_disk_MTTF: Readonly<Record<string, readonly number[]>> }
>(({ mu_over_lambda: [ratio], nines: [nines] }, { lifespan_in_disk_MTTF }) => {
  // The first of the table: the others need a thousand times as many histories.
  const [life] = lifespan_in_disk_MTTF[nines!]!;
  const n = 10_000;
  const p = 10 ** -nines!;
  const copies = {
    copies: 2,
    life: HOURS_PER_LIFE,
    replaced: exponential(HOURS_PER_LIFE / ratio!),
    horizon: HOURS_PER_LIFE * life!,
  };
  const lost = losing(copies, n);
  return [sigma(`chance of loss within ${life} lives`, p, shareOf(lost, { n, p }))];
});

const sites = check<
  { sites: number; dead_site_replaced_at_audit_every_h: number },
  {
    P_total_loss_and_se: Readonly<
      Record<string, Readonly<Record<string, readonly [number, number]>>>
    >;
  }
>(({ sites: copies, dead_site_replaced_at_audit_every_h: audit }, { P_total_loss_and_se: table }) =>
  Object.entries(table).flatMap(([halfLife, row]) => {
    // At an audit everything is as new, so each stretch between two is a history of its own.
    const n = 25_000;
    const copied = {
      copies,
      life: Number(halfLife) / Math.LN2,
      horizon: audit,
      replaced: '10 years',
    };
    const p = losing(copied, n) / n;
    return Object.entries(row).map(([horizon, [published, se]]) => {
      const stretches = Number(horizon) / audit;
      const mean = 1 - (1 - p) ** stretches;
      // If the published chance is right, few losses or none say as much.
      const right = 1 - (1 - published) ** (1 / stretches);
      const own = stretches * Math.sqrt((right * (1 - right)) / n);
      const what = `chance of loss, half-life ${halfLife} h, within ${horizon} h`;
      return sigma(what, published, { mean, se: own }, { se });
    });
  }),
);

/** Checks of the areas of protection, by case. */
export const PROTECTION = {
  'km04-loss-array-baseline': lossAfter(1),
  'km04-loss-site-baseline': lossAfter(2),
  'km04-rt-array-baseline': arrayBack,
  'km04-rt-site-baseline': siteBack,
  'rpo-periodic-backup': backups,
  'rpo-periodic-backup-failing': failing,
  'rpo-batch-async-mirror': mirror,
  'rpo-fluid-lag': lag,
  'paris08-t4-mirrored-repairable': mirrored,
  'pres-sites-independent': sites,
};
