import { nearest } from '../../base/suggest.js';
import type { AcceptedRisk } from '../../model/readiness.js';
import type { Observation } from './observation.js';
import { RULES } from './rules.js';

/** Why the company lives with what was found; null where it does not. */
export function acceptedReason(
  { rule, path }: Observation,
  accepted: readonly AcceptedRisk[],
): string | null {
  return accepted.find((risk) => risk.finding === rule && isBelow(path, risk.at))?.reason ?? null;
}

/** Acceptances that name no rule, or that nothing was found for. */
export function idleAcceptances(
  accepted: readonly AcceptedRisk[],
  observations: readonly Observation[],
): readonly Observation[] {
  const words = RULES.map(({ rule }) => rule as string);
  return accepted.flatMap(({ finding, at }, number): Observation[] => {
    const path = `readiness.accepted[${number}]`;
    if (!words.includes(finding)) {
      const near = nearest(finding, words);
      const fix =
        near === undefined
          ? `Write the word of a finding as "drsim check" shows it, or remove ${path}.`
          : `Write "finding: ${near}".`;
      const found = `There is no finding with the word ${finding}.`;
      return [{ rule: 'unknown-accepted', path: `${path}.finding`, found, fix }];
    }
    if (observations.some(({ rule, path: seen }) => rule === finding && isBelow(seen, at)))
      return [];
    const where = at === null ? '' : ` at ${at}`;
    const found = `${finding} is accepted${where}, but was not found there.`;
    const anywhere = `${finding} is accepted, but was not found.`;
    return [
      {
        rule: 'needless-acceptance',
        path,
        found: at === null ? anywhere : found,
        fix: at === null ? `Remove ${path}.` : `Correct its "at", or remove ${path}.`,
      },
    ];
  });
}

/** Whether a path is another one or leads on from it, key by key. */
function isBelow(path: string, at: string | null): boolean {
  if (at === null || path === at) return true;
  return path.startsWith(`${at}.`) || path.startsWith(`${at}[`);
}
