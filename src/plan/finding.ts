/** How bad a finding is: a promise that cannot hold, a risk, something to know. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something about a scenario that will hurt on the day, found without simulating. */
export interface Finding {
  /** Its word, such as `no-immutable-or-offline-copy`: what `readiness.accepted` names. */
  readonly rule: string;
  readonly severity: Severity;
  /** Where in the scenario, such as `strategies.warm-standby.backups`. */
  readonly path: string;
  /** What was found, with its figures, in one sentence. */
  readonly found: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** The smallest change that mends it. */
  readonly fix: string;
  /** The reason for which the company lives with it; null for an open finding. */
  readonly accepted: string | null;
}
