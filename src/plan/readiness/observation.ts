import type { Severity } from '../finding.js';
import type { RuleWord } from './rules.js';

/** What a rule has seen, before anybody has accepted it; why it matters is the rule's to say. */
export interface Observation {
  readonly rule: RuleWord;
  /** Where less is at stake than the rule's severity says. */
  readonly severity?: Severity;
  readonly path: string;
  readonly found: string;
  readonly fix: string;
}
