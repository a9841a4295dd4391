type Inputs = Readonly<Record<string, unknown>>;

/** Inputs that are wrong by something that one would want to notice, case by case. */
export const SABOTAGE: ReadonlyMap<string, Inputs> = new Map<string, Inputs>([
  ['aws-two-99', { alpha: 0.985 }],
  ['two-state-transient', { MTTR_h: 12 }],
  ['two-parallel-crews', { MTTR_h: 13 }],
  ['kofn-repairmen', { MTTR_h: 28 }],
  ['renewal-insensitive', { repair: 'lognormal mean 22 h sd 40 h' }],
  ['sla-arithmetic', { year_h: 8766 }],
  ['restic-policies', { policies: [{ Last: 11 }] }],
  ['borg-prune', { keep: { daily: 13, monthly: 6, yearly: 1 } }],
  [
    'rps-worst-case-files',
    {
      jobs: [
        { mode: 'same', retention: 1 },
        { mode: 'forward incremental', retention: 15 },
      ],
    },
  ],
  ['pgbackrest-count', { 'retention-full': 3 }],
  ['pigsty-daily-full', { retention_full_count: 1 }],
  ['weekly-full-1tb-year', { retain_weeks: 51 }],
  ['lda-5.3.2', { N: { 1: 0.7, 2: 0.3 } }],
  ['lda-5.3.4', { N: { mean: 8, sd: 3.5 } }],
  ['lda-5.5.5', { X: '1.5 x uniform{40,80,120,200}, deductible 90' }],
  ['panjer-bahnemann-4.4', { N: 'Poisson(1.85)' }],
  ['downtime-cost-compound-poisson', { outage_h: 'lognormal, median 4.5, sigma 1.2' }],
  ['riskquant-lognormal-ale', { cases: [{ freq: 0.12, low: 1, high: 10 }] }],
  ['climada-exceedance', { event_frequency_per_y_each: 0.000625 }],
  ['compound-poisson-exp-quantile', { N: 'Poisson(52)' }],
  ['km04-loss-array-baseline', { techniques: keeton({ propW_h: 49 }) }],
  ['km04-loss-site-baseline', { techniques: keeton({ propW_h: 49 }) }],
  ['km04-rt-array-baseline', { array_MBps: 460 }],
  ['km04-rt-site-baseline', { air_shipment_h: 25 }],
  ['rpo-periodic-backup', { interval_h: 25 }],
  ['rpo-periodic-backup-failing', { P_backup_unusable: 0.13 }],
  ['rpo-batch-async-mirror', { propagate_min: 0.9 }],
  ['rpo-fluid-lag', { link_MBps: 41 }],
  ['paris08-t4-mirrored-repairable', { mu_over_lambda: [500] }],
  ['pres-sites-independent', { dead_site_replaced_at_audit_every_h: 12_500 }],
  ['mm1-rho.75', { lambda: 0.27 }],
  ['mmc-5-10-2', { lambda: 5.3 }],
  ['dslab-fair-share', { capacity: 99 }],
  ['dslab-degrading-capacity', { n: [4, 5] }],
  ['pigsty-passive-failover', { plans_s: { fast: plan({ ttl: 23 }) } }],
  ['pigsty-partition-failover', { plans_s: { fast: plan({ ttl: 23 }) } }],
  ['pigsty-rpo-threshold', { pg_rpo_bytes: 50_000 }],
  ['incident-gitlab-2017', { change: ['offset: 17 h 20 min', 'offset: 15 h'] }],
  ['incident-aws-s3-2017', { change: ['4 h 17 min', '4 h 30 min'] }],
  ['incident-ovh-sbg2-2021', { change: ['store: gravelines', 'store: sbg2'] }],
  ['incident-unisuper-2024', { change: ['account: another provider', 'account: private cloud'] }],
  ['incident-nirs-2025', { change: ['weight: 38.4', 'weight: 20'] }],
]);

function keeton(tape: Inputs): Inputs {
  const backup = { accW_h: 168, propW_h: 48, holdW_h: 1, retCnt: 4, ...tape };
  return {
    split_mirror: { accW_h: 12, propW_h: 0, holdW_h: 0, retCnt: 4 },
    tape_backup: backup,
    remote_vault: { accW_h: 672, propW_h: 24, holdW_h: 684, retCnt: 39 },
  };
}

function plan(other: Inputs): Inputs {
  return { ttl: 20, loop: 5, retry: 5, inter: 1, fastinter: 0.5, rise: 3, fall: 3, ...other };
}
