import type { Assumption } from '../model/scenario.js';
import type { Finding, Severity } from '../plan/finding.js';

/** A finding, and the spot of the scenario file at which it can be mended. */
export interface PlacedFinding extends Finding {
  /** Line and column count from 1. */
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}

/** What a check of a scenario came to. */
export interface FindingsReport {
  readonly scenario: string;
  readonly title: string;
  readonly version: string;
  readonly scenarioHash: string;
  /** Kinds of findings that were looked for. */
  readonly rules: readonly RuleText[];
  /** By severity, then in the order of the file. */
  readonly findings: readonly PlacedFinding[];
  /** Where each figure comes from; null where nobody asked. */
  readonly assumptions: readonly Assumption[] | null;
}

/** A kind of finding, in words. */
export interface RuleText {
  readonly rule: string;
  readonly severity: Severity;
  /** What it looks for, in a few words. */
  readonly title: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
}

/** Headings of the severities, worst first. */
export const SEVERITY_TITLES: ReadonlyArray<readonly [Severity, string]> = [
  ['error', 'Errors: promises that cannot hold'],
  ['warning', 'Warnings: risks that will hurt on the day'],
  ['note', 'Notes: good to know'],
];

/** Open findings by severity, and the accepted ones of all severities. */
export type FindingCounts = Readonly<Record<Severity | 'accepted', number>>;

/** How many findings there are of each kind. */
export function findingCounts(findings: readonly Finding[]): FindingCounts {
  const open = (severity: Severity) => openFindings(findings, severity).length;
  return {
    error: open('error'),
    warning: open('warning'),
    note: open('note'),
    accepted: acceptedFindings(findings).length,
  };
}

/** Findings of a severity that nobody has accepted. */
export function openFindings<F extends Finding>(findings: readonly F[], severity: Severity): F[] {
  return findings.filter((one) => one.accepted === null && one.severity === severity);
}

/** Findings that the company lives with. */
export function acceptedFindings<F extends Finding>(findings: readonly F[]): F[] {
  return findings.filter((one) => one.accepted !== null);
}

/** `2 errors, 1 warning, 3 accepted`; `no findings` where there is nothing at all. */
export function countsText({ error, warning, note, accepted }: FindingCounts): string {
  const open = [some(error, 'error'), some(warning, 'warning'), some(note, 'note')].flat();
  const none = accepted > 0 ? 'no open findings' : 'no findings';
  const parts = open.length === 0 ? [none] : open;
  return [...parts, ...(accepted > 0 ? [`${accepted} accepted`] : [])].join(', ');
}

function some(count: number, word: string): string[] {
  if (count === 0) return [];
  return [count === 1 ? `1 ${word}` : `${count} ${word}s`];
}

/** Said where nothing open is left. */
export function nothingOpen(report: FindingsReport): string {
  const count = report.rules.length;
  const checks = count === 1 ? 'The one check' : `All ${count} checks`;
  return (
    `${checks} passed: nothing known beforehand keeps this plan from working. ` +
    `drsim compare shows how it does when disaster strikes.`
  );
}

/** Where a finding stands, so that an editor can jump there: `file:line:column`. */
export const placeText = ({ place: { file, line, column } }: PlacedFinding): string =>
  `${file}:${line}:${column}`;
