import type { Severity } from '../finding.js';

/** A kind of finding: what is looked for, and why it matters. */
export interface Rule {
  /** Its word, which findings carry and `readiness.accepted` names. */
  readonly rule: string;
  /** The gravest that a finding of this kind can be; where less is at stake it is milder. */
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
}

/** Everything that `drsim check` looks for. */
export const RULES = [
  {
    rule: 'unused-site',
    severity: 'note',
    title: 'A site that no strategy uses',
    why: 'What strikes there changes no result, and protection that was meant to be there is not.',
  },
  {
    rule: 'unused-link',
    severity: 'note',
    title: 'A link that no strategy uses',
    why: 'Nothing travels over it, so its bandwidth helps no recovery.',
  },
  {
    rule: 'link-below-writes',
    severity: 'warning',
    title: 'A replication link below the writes of the peak',
    why:
      'While more is written than the link carries, the standby falls behind, and a disaster ' +
      'then loses all that is queued.',
  },
  {
    rule: 'replication-lag-at-peak',
    severity: 'error',
    title: 'A standby so far behind at the peak that the RPO is missed',
    why: 'A disaster in the busy hours loses every write that still waits to be sent.',
  },
  {
    rule: 'no-objective',
    severity: 'note',
    title: 'A service without objectives',
    why: 'Without an RTO and an RPO no strategy can be said to be good enough for it, or too much.',
  },
  {
    rule: 'data-without-value',
    severity: 'note',
    title: 'Data whose loss costs nothing',
    why: 'A strategy that can lose everything for good then looks cheaper than it is.',
  },
  {
    rule: 'looser-dependency',
    severity: 'warning',
    title: 'A service that needs one with a longer RTO',
    why: 'A service is not back before everything that it needs is back.',
  },
  {
    rule: 'threat-never-strikes',
    severity: 'note',
    title: 'A threat too rare to be seen in the trials',
    why: 'Most likely no trial meets it, so the results say nothing about it.',
  },
  {
    rule: 'no-copy-at-all',
    severity: 'error',
    title: 'A strategy that keeps no copy of the data',
    why: 'Whatever takes the live data takes everything for good.',
  },
  {
    rule: 'no-copy-after-loss',
    severity: 'error',
    title: 'A threat of the scenario leaves no copy',
    why: 'Copies beside the data they protect share its fate: nothing is left to recover from.',
  },
  {
    rule: 'no-backups',
    severity: 'warning',
    title: 'Replicas but no backups',
    why:
      'A replica takes over deletions, damage and encryption within moments; only a backup ' +
      'gives back the state before.',
  },
  {
    rule: 'too-few-copies',
    severity: 'warning',
    title: 'Fewer copies than the rule of 3-2-1 asks for',
    why:
      'With one copy fewer, a single fault in a backup, found on the day it is needed, leaves ' +
      'nothing.',
  },
  {
    rule: 'too-few-media',
    severity: 'warning',
    title: 'Fewer kinds of media than the rule of 3-2-1 asks for',
    why:
      'A fault of one kind of storage, such as bad firmware, can take every copy on it at the ' +
      'same time.',
  },
  {
    rule: 'no-offsite-copy',
    severity: 'warning',
    title: 'Fewer copies away from the primary than the rule of 3-2-1 asks for',
    why: 'Fire, water or a long loss of power reaches every copy at the same site.',
  },
  {
    rule: 'backup-in-fault-domain',
    severity: 'warning',
    title: 'All backups in one fault domain with the data they protect',
    why: 'One disaster can take the data and the backups of it together.',
  },
  {
    rule: 'standby-in-fault-domain',
    severity: 'warning',
    title: 'A standby in one fault domain with the primary',
    why: 'One disaster can take the primary and the place that was to take over together.',
  },
  {
    rule: 'single-link',
    severity: 'note',
    title: 'All copies travel over one link',
    why: 'When that link is cut, every copy falls behind at once.',
  },
  {
    rule: 'one-account',
    severity: 'warning',
    title: 'One account for everything',
    why:
      'Whoever gets hold of its credentials, or a mistake made with them, reaches the data and ' +
      'every copy.',
  },
  {
    rule: 'backup-in-account',
    severity: 'warning',
    title: 'All backups in the account of the data they protect',
    why: 'An intruder deletes the backups first, with the credentials that the data gave away.',
  },
  {
    rule: 'no-immutable-or-offline-copy',
    severity: 'warning',
    title: 'No copy that cannot be deleted',
    why: 'Ransomware destroys every backup that it can reach before it shows itself.',
  },
  {
    rule: 'retention-below-dwell',
    severity: 'warning',
    title: 'Backups that do not reach back to before an intruder came',
    why: 'Once the damage is noticed, every backup that is still kept may carry it.',
  },
  {
    rule: 'immutability-below-dwell',
    severity: 'note',
    title: 'Points can be deleted before an intruder is noticed',
    why:
      'Those of before the intrusion have lost their protection by then, and those that still ' +
      'have it were made while the intruder was inside.',
  },
  {
    rule: 'untested-restore',
    severity: 'warning',
    title: 'Backups whose restore is not tested, or too seldom',
    why: 'A backup that cannot be restored is noticed in a test, or on the day it is needed.',
  },
  {
    rule: 'never-tested',
    severity: 'warning',
    title: 'A recovery that was never carried out',
    why:
      'Steps that nobody ever took fail where nobody looked, and the times in the plan are ' +
      'guesses.',
  },
  {
    rule: 'exercise-overdue',
    severity: 'warning',
    title: 'A recovery that was not carried out for long',
    why:
      'Systems, people and credentials change, and each change can break a step that once ' +
      'worked.',
  },
  {
    rule: 'stale-runbook',
    severity: 'warning',
    title: 'A runbook that was not read against reality for long',
    why: 'Steps for systems that are gone cost the hours that matter most.',
  },
  {
    rule: 'runbook-date-ahead',
    severity: 'warning',
    title: 'A date of the runbook after the start',
    why:
      'At the start of the horizon it has not happened yet: nobody knows how old the newest review ' +
      'or exercise is by then.',
  },
  {
    rule: 'backup-window-overrun',
    severity: 'error',
    title: 'Backup jobs longer than their period',
    why:
      'A job that still runs when the next is due makes it drop out, so there are fewer points ' +
      'than planned.',
  },
  {
    rule: 'rpo-below-backup-interval',
    severity: 'error',
    title: 'An RPO shorter than the age of the newest backup',
    why: 'Everything written since the newest usable backup is lost.',
  },
  {
    rule: 'rpo-below-lag',
    severity: 'error',
    title: 'An RPO shorter than the usual lag of the standby',
    why: 'A failover loses what the standby has not applied yet, however quiet the hour.',
  },
  {
    rule: 'failover-slower-than-rto',
    severity: 'error',
    title: 'A failover that takes longer than the RTO',
    why: 'An RTO that the mean recovery misses is missed in most disasters.',
  },
  {
    rule: 'restore-slower-than-rto',
    severity: 'error',
    title: 'A restore that takes longer than the RTO',
    why: 'An RTO that the mean recovery misses is missed in most disasters.',
  },
  {
    rule: 'standby-below-mbco',
    severity: 'error',
    title: 'A standby too small for the minimum service level at the peak',
    why: 'The service has taken over and is still down for all who are turned away.',
  },
  {
    rule: 'control-plane-dependence',
    severity: 'warning',
    title: 'A recovery that needs new resources on the day',
    why:
      'In a large outage the provider’s control plane is often down too, and everybody asks for ' +
      'the same capacity.',
  },
  {
    rule: 'identical-strategies',
    severity: 'note',
    title: 'Two strategies that are the same',
    why: 'Comparing them can show no difference; most likely one was copied and not changed yet.',
  },
  {
    rule: 'unknown-accepted',
    severity: 'warning',
    title: 'An accepted risk that no finding has as its word',
    why: 'The finding that it was meant for stays open.',
  },
  {
    rule: 'needless-acceptance',
    severity: 'note',
    title: 'An accepted risk that is not there',
    why: 'It would hide the risk without a word should it come back.',
  },
] as const satisfies readonly Rule[];

/** The word of a rule. */
export type RuleWord = (typeof RULES)[number]['rule'];
