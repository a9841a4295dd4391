import type { FindingsReport, PlacedFinding } from '../../src/present/findings.js';

const finding = (of: Partial<PlacedFinding>): PlacedFinding => ({
  rule: 'stale-restore-test',
  severity: 'warning',
  path: 'strategies.backups-only.backups',
  found: 'Nobody has restored a backup of backups-only since 2026-01-10, 11 months ago.',
  why: 'A backup that was never restored may be none.',
  fix: 'Restore one, and write "verify: 3 months".',
  accepted: null,
  place: { file: 'scenarios/shop.yaml', line: 61, column: 5 },
  ...of,
});

/** A report with a finding of each severity and one that was accepted. */
export const REPORT: FindingsReport = {
  scenario: 'shop',
  title: 'Online shop',
  version: '1.2.3',
  scenarioHash: '0123456789abcdef',
  rules: [
    {
      rule: 'backup-interval',
      severity: 'error',
      title: 'RPO shorter than the backup interval',
      why: 'Writes since the newest backup are lost.',
    },
    {
      rule: 'stale-restore-test',
      severity: 'warning',
      title: 'Restore not tested',
      why: 'A backup that was never restored may be none.',
    },
    {
      rule: 'stale-runbook',
      severity: 'note',
      title: 'Runbook not reviewed',
      why: 'Steps that nobody has walked through fail when they are needed.',
    },
  ],
  findings: [
    finding({
      rule: 'backup-interval',
      severity: 'error',
      path: 'strategies.backups-only.backups.incremental',
      found: 'The newest backup can be 25 h old, but orders asks for an RPO of 5 min.',
      place: { file: 'scenarios/shop.yaml', line: 64, column: 33 },
    }),
    finding({}),
    finding({ rule: 'stale-runbook', severity: 'note', path: 'strategies.backups-only' }),
    finding({ path: 'strategies.warm-standby', accepted: 'The budget of 2027 has it.' }),
  ],
  assumptions: null,
};

/** The same report, every text of the scenario's replaced. */
export function withWords(words: string): FindingsReport {
  return {
    ...REPORT,
    title: words,
    scenario: words,
    findings: REPORT.findings.map((one) => ({
      ...one,
      path: words,
      found: words,
      fix: words,
      accepted: one.accepted === null ? null : words,
      place: { ...one.place, file: `${words}.yaml` },
    })),
    assumptions: [
      {
        path: words,
        text: words,
        source: words,
        year: 2025,
        confidence: 'estimate',
        fitted: words,
      },
    ],
  };
}
