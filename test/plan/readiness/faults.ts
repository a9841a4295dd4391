import type { Severity } from '../../../src/plan/finding.js';
import type { RuleWord } from '../../../src/plan/readiness/rules.js';
import type { Edit } from './checking.js';

/** A fault planted in the sound scenario, what is said of it, and the change that mends it. */
export interface Fault {
  readonly rule: RuleWord;
  readonly severity: Severity;
  readonly path: string;
  readonly planted: readonly Edit[];
  /** Part of what was found. */
  readonly found: string;
  /** Part of the proposed fix. */
  readonly fix: string;
  /** The fix, carried out on what was planted. */
  readonly mended: readonly Edit[];
  /** Rules that the very same fault breaks as well. */
  readonly also?: readonly RuleWord[];
}

const ONLY = 'strategies.backups-only';
const WARM = 'strategies.warm-standby';

const OWN_COPY = 'copies: [{ store: second, account: recovery, medium: tape, offline: true }]';
const OWN_STORE = 'store: vault\n      account: vault\n      full';
const WARM_STORE = 'store: vault\n      full';
const WARM_COPY = 'copies: [{ store: main }]';
const STANDBY = 'standby: { site: second, capacity: 50% }';
const FIRE = 'threats: [power-outage, site-fire]';
const WARM_RUNBOOK = '    runbook: { reviewed: 2026-11-03, exercised: 2026-10-06 }';

const BACKUPS = `    backups:
      store: vault
      full: 2 days
      incremental: 1 h
      immutable: 5 months
      keep: { age: 6 weeks, monthly: 7 }
      verify: 2 months
      copies: [{ store: main }]
`;

const RESTORED = `${BACKUPS}    restore: { steps: [{ step: restore, moves: backup }] }
`;

/** A strategy behind the others. */
const behind = (strategy: string): Edit => [
  WARM_RUNBOOK,
  `${WARM_RUNBOOK}\n  ${strategy}\n    primary: main\n    runbook: { exercised: 2026-12-01 }`,
];

const ALL_AT_MAIN: readonly Edit[] = [
  [OWN_STORE, 'store: main\n      account: vault\n      full'],
  [OWN_COPY, 'copies: [{ store: main, medium: tape, offline: true }]'],
];

/** At least one fault for every rule. */
export const FAULTS: readonly Fault[] = [
  {
    rule: 'unused-site',
    severity: 'note',
    path: 'sites.spare',
    planted: [['links:', '  spare: { region: aws/us-east-2 }\nlinks:']],
    found: 'at spare',
    fix: 'remove sites.spare',
    mended: [['  spare: { region: aws/us-east-2 }\n', '']],
  },
  {
    rule: 'unused-link',
    severity: 'note',
    path: 'links.second-far',
    planted: [
      ['\nlinks:', '  far: { region: aws/us-east-2, account: far }\nlinks:'],
      [
        '\nservices:',
        '  main-far: { bandwidth: 1 Gbit/s }\n  second-far: { bandwidth: 1 Gbit/s }\nservices:',
      ],
      behind(
        `far:\n${RESTORED.replace('vault', 'far').replace('main', 'main, medium: tape')}`.trimEnd(),
      ),
      ['objectives: { rto: 4 h, rpo: 2 h }', 'objectives: { rto: 4 h, rpo: 3 h }'],
      ['objectives: { rto: 3 h, rpo: 2 h }', 'objectives: { rto: 3 h, rpo: 3 h }'],
    ],
    found: 'both at second and at far',
    fix: 'remove links.second-far',
    mended: [['  second-far: { bandwidth: 1 Gbit/s }\n', '']],
  },
  {
    rule: 'link-below-writes',
    severity: 'warning',
    path: 'links.main-second.bandwidth',
    planted: [['bandwidth: 1 Gbit/s', 'bandwidth: 22 Mbit/s']],
    found: 'main-second carries 2.6 MB/s, but the peak hour writes',
    fix: 'Set "bandwidth: 23 Mbit/s" in links.main-second.',
    mended: [['bandwidth: 22 Mbit/s', 'bandwidth: 23 Mbit/s']],
  },
  {
    rule: 'replication-lag-at-peak',
    severity: 'error',
    path: 'links.main-second.bandwidth',
    planted: [['bandwidth: 1 Gbit/s', 'bandwidth: 16 Mbit/s']],
    found: 'falls up to 2.83 h behind, but sign-in and app ask for an RPO of 2 h',
    fix: 'Set "bandwidth: 23 Mbit/s" in links.main-second.',
    mended: [['bandwidth: 16 Mbit/s', 'bandwidth: 23 Mbit/s']],
  },
  {
    rule: 'no-objective',
    severity: 'note',
    path: 'services.sign-in',
    planted: [['    objectives: { rto: 3 h, rpo: 2 h }\n', '']],
    found: 'sign-in has neither',
    fix: 'Add "objectives: { rto: 4 h, rpo: 1 h }"',
    mended: [
      [
        'writes: { mean: 100 kB/s }',
        'writes: { mean: 100 kB/s }\n    objectives: { rto: 4 h, rpo: 1 h }',
      ],
    ],
  },
  {
    rule: 'data-without-value',
    severity: 'note',
    path: 'services.sign-in.data',
    planted: [[', value: 1M USD', '']],
    found: 'costs nothing',
    fix: 'Add "value: <amount>" to services.sign-in.data.',
    mended: [['change: 1% / day', 'change: 1% / day, value: 2M USD']],
  },
  {
    rule: 'looser-dependency',
    severity: 'warning',
    path: 'services.app.dependsOn',
    planted: [['objectives: { rto: 3 h', 'objectives: { rto: 8 h']],
    found: 'app is to be back within 4 h, but needs sign-in, whose RTO is 8 h',
    fix: 'Set "rto: 4 h" in services.sign-in.objectives.',
    mended: [['objectives: { rto: 8 h', 'objectives: { rto: 4 h']],
  },
  {
    rule: 'threat-never-strikes',
    severity: 'note',
    path: 'threats[1]',
    planted: [[FIRE, 'threats: [power-outage, { use: site-fire, rate: 1e-7 / year }]']],
    found: 'In 10000 trials of 5 years, site-fire strikes 0.015 times on average',
    fix: 'raise its rate',
    mended: [['1e-7', '1e-4']],
  },
  {
    rule: 'no-copy-at-all',
    severity: 'error',
    path: 'strategies.nothing',
    planted: [behind('nothing:')],
    found: 'nothing has neither a standby nor backups',
    fix:
      'Add "backups: { store: second, full: 1 week, incremental: 1 day }" and ' +
      '"restore: { steps: [{ step: restore, moves: backup }] }" to strategies.nothing',
    mended: [
      [
        '  nothing:\n',
        `  nothing:\n${RESTORED.replace('1 h', '20 min').replace('main', 'second')}`,
      ],
    ],
  },
  {
    rule: 'no-copy-after-loss',
    severity: 'error',
    path: `${ONLY}.backups`,
    planted: ALL_AT_MAIN,
    found: 'at main, which site-fire destroys',
    fix: `Add "{ store: second }" to ${ONLY}.backups.copies, or move the store there.`,
    mended: [
      ['copies: [{ store: main, medium', 'copies: [{ store: second }, { store: main, medium'],
    ],
  },
  {
    rule: 'no-offsite-copy',
    severity: 'warning',
    path: `${ONLY}.backups`,
    planted: [...ALL_AT_MAIN, [FIRE, 'threats: [power-outage]']],
    found: 'are at main, where the data is',
    fix: `Add "{ store: second }" to ${ONLY}.backups.copies, or move the store there.`,
    mended: [
      ['copies: [{ store: main, medium', 'copies: [{ store: second }, { store: main, medium'],
    ],
  },
  {
    rule: 'no-backups',
    severity: 'warning',
    path: WARM,
    planted: [[BACKUPS, '']],
    found: 'warm-standby replicates to second and has no backups',
    fix: `Add "backups: { store: vault, full: 1 week, incremental: 1 day }" to ${WARM}.`,
    mended: [[STANDBY, `${STANDBY}\n${BACKUPS.trimEnd()}`]],
  },
  {
    rule: 'too-few-copies',
    severity: 'warning',
    path: `${ONLY}.backups`,
    planted: [[`      ${OWN_COPY}\n`, '']],
    found: 'backups-only has 2 copies of the data',
    fix: `Add "copies: [{ store: main }]" to ${ONLY}.backups.`,
    mended: [['verify: 1 month', 'verify: 1 month\n      copies: [{ store: main }]']],
  },
  {
    rule: 'too-few-media',
    severity: 'warning',
    path: `${WARM}.backups`,
    planted: [
      [WARM_STORE, 'store: vault\n      medium: disk\n      full'],
      [WARM_COPY, 'copies: [{ store: main, medium: disk }]'],
    ],
    found: 'All copies of warm-standby are on disk; 2 kinds of media are asked for',
    fix: `Set "medium: object" in ${WARM}.backups.`,
    mended: [['medium: disk\n', 'medium: object\n']],
  },
  {
    rule: 'backup-in-fault-domain',
    severity: 'warning',
    path: `${WARM}.backups`,
    planted: [
      [WARM_STORE, 'store: main\n      full'],
      [WARM_COPY, 'copies: [{ store: main, medium: tape }]'],
    ],
    found: 'All backups of warm-standby are at main, where the data is',
    fix: `Add "{ store: vault }" to ${WARM}.backups.copies, or move the store there.`,
    mended: [
      ['[{ store: main, medium: tape }', '[{ store: vault }, { store: main, medium: tape }'],
    ],
  },
  {
    rule: 'standby-in-fault-domain',
    severity: 'note',
    path: `${WARM}.standby`,
    planted: [
      ['second: { region: aws/us-west-2', 'second: { region: aws/us-east-1'],
      ['bandwidth: 1 Gbit/s', 'bandwidth: 1 Gbit/s, latency: 1 ms'],
    ],
    found: 'fails over to second, in the region us-east-1 of main',
    fix: `Set "site: vault" in ${WARM}.standby`,
    mended: [
      [STANDBY, 'standby: [{ site: second, capacity: 50% }, { site: vault, capacity: 50% }]'],
    ],
  },
  {
    rule: 'single-link',
    severity: 'note',
    path: ONLY,
    planted: [
      ['store: second, account: recovery, medium', 'store: vault, account: recovery, medium'],
    ],
    found: 'All 2 copies that backups-only keeps away from main travel over its link to vault',
    fix: 'at a third site',
    mended: [
      ['store: vault, account: recovery, medium', 'store: second, account: recovery, medium'],
    ],
  },
  {
    rule: 'one-account',
    severity: 'note',
    path: WARM,
    planted: [
      ['us-west-2, account: recovery', 'us-west-2'],
      ['eu-west-1, account: vault', 'eu-west-1'],
    ],
    found: 'belong to the account aws',
    fix: `Add "account: recovery", with credentials of its own, to ${WARM}.backups.`,
    mended: [[WARM_STORE, 'store: vault\n      account: recovery\n      full']],
  },
  {
    rule: 'backup-in-account',
    severity: 'warning',
    path: `${WARM}.backups`,
    planted: [
      [`${WARM_STORE}: 2 days`, 'store: vault\n      account: aws\n      full: 2 days'],
      ['      immutable: 5 months\n', ''],
    ],
    found: 'All backups of warm-standby belong to aws, the account of main',
    fix: `Add "account: recovery", with credentials of its own, to ${WARM}.backups.`,
    mended: [
      ['account: aws\n', 'account: recovery\n'],
      ['      verify: 2 months', '      immutable: 5 months\n      verify: 2 months'],
    ],
    also: ['no-immutable-or-offline-copy'],
  },
  {
    rule: 'no-immutable-or-offline-copy',
    severity: 'warning',
    path: `${WARM}.backups`,
    planted: [['      immutable: 5 months\n', '']],
    found: 'No backup of warm-standby is immutable or offline',
    fix: `Add "immutable: 4 months" to ${WARM}.backups, or keep a copy with "offline: true".`,
    mended: [[WARM_COPY, 'copies: [{ store: main, offline: true }]']],
  },
  {
    rule: 'retention-below-dwell',
    severity: 'warning',
    path: `${WARM}.backups`,
    planted: [['keep: { age: 6 weeks, monthly: 7 }', 'keep: { age: 6 weeks, daily: 20 }']],
    found: 'The oldest backup of warm-standby is 6 weeks old, but one case',
    fix: `Set "keep: { age: 6 weeks, daily: 20, monthly: 5 }" in ${WARM}.backups.`,
    mended: [['daily: 20', 'daily: 20, monthly: 5']],
  },
  {
    rule: 'immutability-below-dwell',
    severity: 'note',
    path: `${WARM}.backups`,
    planted: [['immutable: 5 months', 'immutable: 2 weeks']],
    found: 'Points of warm-standby are immutable for 2 weeks',
    fix: `Set "immutable: 4 months" in ${WARM}.backups`,
    mended: [['immutable: 2 weeks', 'immutable: 4 months']],
  },
  {
    rule: 'untested-restore',
    severity: 'warning',
    path: `${WARM}.backups`,
    planted: [['      verify: 2 months\n', '']],
    found: 'Restores of warm-standby are never tested; every 3 months is asked for',
    fix: `Set "verify: 3 months" in ${WARM}.backups.`,
    mended: [['monthly: 7 }', 'monthly: 7 }\n      verify: 3 months']],
  },
  {
    rule: 'untested-restore',
    severity: 'warning',
    path: `${WARM}.backups.verify`,
    planted: [['verify: 2 months', 'verify: 1 year']],
    found: 'tested only every year',
    fix: `Set "verify: 3 months" in ${WARM}.backups.`,
    mended: [['verify: 1 year', 'verify: 3 months']],
  },
  {
    rule: 'never-tested',
    severity: 'warning',
    path: WARM,
    planted: [[`${WARM_RUNBOOK}\n`, '']],
    found: 'Nobody says when the recovery of warm-standby was last carried out',
    fix: 'add "runbook: { exercised: <the date> }" to',
    mended: [[`      ${WARM_COPY}`, `      ${WARM_COPY}\n    runbook: { exercised: 2026-12-01 }`]],
  },
  {
    rule: 'exercise-overdue',
    severity: 'warning',
    path: `${WARM}.runbook.exercised`,
    planted: [['exercised: 2026-10-06', 'exercised: 2025-01-03']],
    found: 'last carried out on 2025-01-03, 2 years before the start; every year is asked for',
    fix: `set ${WARM}.runbook.exercised to its date`,
    mended: [['exercised: 2025-01-03', 'exercised: 2026-01-10']],
  },
  {
    rule: 'stale-runbook',
    severity: 'warning',
    path: `${WARM}.runbook.reviewed`,
    planted: [['reviewed: 2026-11-03', 'reviewed: 2025-05-01']],
    found: 'The runbook of warm-standby was last read on 2025-05-01',
    fix: `set ${WARM}.runbook.reviewed to that date`,
    mended: [['reviewed: 2025-05-01', 'reviewed: 2026-12-01']],
  },
  {
    rule: 'stale-runbook',
    severity: 'warning',
    path: `${WARM}.runbook.reviewed`,
    planted: [
      ['reviewed: 2026-11-03, exercised: 2026-10-06', 'exercised: 2025-09-01'],
      ['currency: USD', 'currency: USD\nreadiness: { exercise: 2 years }'],
    ],
    found: 'The runbook of warm-standby was last read on 2025-09-01',
    fix: `set ${WARM}.runbook.reviewed to that date`,
    mended: [['exercised: 2025-09-01', 'reviewed: 2026-12-01, exercised: 2025-09-01']],
  },
  {
    rule: 'runbook-date-ahead',
    severity: 'warning',
    path: `${WARM}.runbook.exercised`,
    planted: [['exercised: 2026-10-06', 'exercised: 2027-03-01']],
    found: 'The recovery of warm-standby is said to be carried out on 2027-03-01, after the start',
    fix: `Set ${WARM}.runbook.exercised to a date that is not after the start, 2027-01-04.`,
    mended: [['exercised: 2027-03-01', 'exercised: 2027-01-03']],
  },
  {
    rule: 'runbook-date-ahead',
    severity: 'warning',
    path: `${WARM}.runbook.reviewed`,
    planted: [['reviewed: 2026-11-03', 'reviewed: 2027-01-05']],
    found: 'The runbook of warm-standby is said to be read on 2027-01-05, after the start',
    fix: `Set ${WARM}.runbook.reviewed to a date that is not after the start, 2027-01-04.`,
    mended: [['reviewed: 2027-01-05', 'reviewed: 2027-01-04']],
  },
  {
    rule: 'backup-window-overrun',
    severity: 'error',
    path: `${WARM}.backups.full`,
    planted: [['full: 2 days', 'full: 2 days\n      throughput: 800 kB/s']],
    found:
      'A full copy of app takes 2.12 days when its data is largest, but one is due every 2 days',
    fix: `Set "full: 3 days" in ${WARM}.backups`,
    mended: [['full: 2 days', 'full: 3 days']],
  },
  {
    rule: 'rpo-below-backup-interval',
    severity: 'error',
    path: `${ONLY}.backups`,
    planted: [['incremental: 30 min', 'incremental: 3 h']],
    found: 'one every 3 h; a full copy takes',
    fix: `Set "incremental: 1 h" in ${ONLY}.backups.`,
    mended: [['incremental: 3 h', 'incremental: 1 h']],
  },
  {
    rule: 'rpo-below-lag',
    severity: 'error',
    path: `${WARM}.standby`,
    planted: [[STANDBY, 'standby: { site: second, capacity: 50%, apply: 3 h }']],
    found: 'has applied 95% of the writes after 3 h, but sign-in and app ask for an RPO of 2 h',
    fix: '"apply" in',
    mended: [['apply: 3 h', 'apply: 1 h']],
  },
  {
    rule: 'failover-slower-than-rto',
    severity: 'error',
    path: `${WARM}.failover`,
    planted: [
      [
        STANDBY,
        `${STANDBY}\n    failover: { automatic: true, steps: [{ step: promote, takes: 5 h }] }`,
      ],
    ],
    found: '5 h for its steps), but sign-in asks for an RTO of 3 h and app asks for an RTO of 4 h',
    fix: 'ask for an RTO of 6 h',
    mended: [['takes: 5 h', 'takes: 2 h']],
  },
  {
    rule: 'restore-slower-than-rto',
    severity: 'error',
    path: `${ONLY}.restore`,
    planted: [['incremental: 30 min', 'incremental: 30 min\n      restoreRate: 10 MB/s']],
    found: 'A restore of 293 GB from the backups of backups-only takes 8.55 h on average',
    fix: `Set "restoreRate: 23 MB/s" in ${ONLY}.backups`,
    mended: [['restoreRate: 10 MB/s', 'restoreRate: 23 MB/s']],
  },
  {
    rule: 'standby-below-mbco',
    severity: 'warning',
    path: `${WARM}.standby.capacity`,
    planted: [['capacity: 50%', 'capacity: 30%']],
    found: 'has 30% of full capacity, but at its peak sign-in needs 50%',
    fix: `Set "capacity: 50%" in ${WARM}.standby.`,
    mended: [['capacity: 30%', 'capacity: 50%']],
  },
  {
    rule: 'control-plane-dependence',
    severity: 'note',
    path: `${ONLY}.restore`,
    planted: [['      steps:\n', '      steps:\n        - { step: provision, takes: 20 min }\n']],
    found: 'The step provision of the restore of backups-only needs new resources',
    fix: 'take the step out',
    mended: [['        - { step: provision, takes: 20 min }\n', '']],
  },
  {
    rule: 'control-plane-dependence',
    severity: 'warning',
    path: `${WARM}.failover`,
    planted: [
      [
        STANDBY,
        `${STANDBY}\n    failover: { steps: [{ step: servers, phase: provision, takes: 20 min }] }`,
      ],
    ],
    found: 'The step servers of the failover of warm-standby needs new resources',
    fix: `take it out of ${WARM}.failover`,
    mended: [['step: servers, phase: provision', 'step: promote']],
  },
  {
    rule: 'identical-strategies',
    severity: 'note',
    path: 'strategies.twin',
    planted: [
      [
        WARM_RUNBOOK,
        `${WARM_RUNBOOK}\n  twin:\n    use: warm-standby\n    primary: main\n` +
          `    ${STANDBY}\n${BACKUPS}${WARM_RUNBOOK}`,
      ],
    ],
    found: 'twin is warm-standby under another name',
    fix: 'remove strategies.twin',
    mended: [
      [`  twin:\n    use: warm-standby\n`, `  twin:\n    use: warm-standby\n    decision: 5 min\n`],
    ],
  },
  {
    rule: 'unknown-accepted',
    severity: 'warning',
    path: 'readiness.accepted[0].finding',
    planted: [
      [
        'currency: USD',
        'currency: USD\nreadiness: { accepted: [{ finding: no-bakups, reason: Soon. }] }',
      ],
      [BACKUPS, ''],
    ],
    found: 'no finding with the word no-bakups',
    fix: 'Write "finding: no-backups".',
    mended: [['no-bakups', 'no-backups']],
    also: ['no-backups'],
  },
  {
    rule: 'needless-acceptance',
    severity: 'note',
    path: 'readiness.accepted[0]',
    planted: [
      [
        'currency: USD',
        'currency: USD\nreadiness:\n  accepted: [{ finding: single-link, at: strategies.x, reason: Soon. }]',
      ],
    ],
    found: 'single-link is accepted at strategies.x, but was not found there',
    fix: 'remove readiness.accepted[0]',
    mended: [['{ finding: single-link, at: strategies.x, reason: Soon. }', '']],
  },
];
