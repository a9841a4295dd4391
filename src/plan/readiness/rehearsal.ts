import type { Scenario } from '../../model/scenario.js';
import type { Strategy } from '../../model/strategy.js';
import type { Observation } from './observation.js';
import { pathOf, policyPath } from '../../model/key-path.js';
import { dayText, every, span } from './words.js';

/**
 * Whether people have seen to it that recovery works: restores tested, the way back carried out,
 * the runbook read. Ages are those at the start of the horizon.
 */
export function rehearsals(strategy: Strategy, scenario: Scenario): readonly Observation[] {
  if (strategy.standbys.length + strategy.backups.length === 0) return [];
  return [
    ...untestedRestores(strategy, scenario),
    ...datesAhead(strategy, scenario),
    ...exercises(strategy, scenario),
    ...reviews(strategy, scenario),
  ];
}

function untestedRestores(strategy: Strategy, { readiness }: Scenario): Observation[] {
  const limit = span(readiness.restoreTest);
  return strategy.backups.flatMap((policy, number): Observation[] => {
    const { verify } = policy;
    if (verify !== null && verify <= readiness.restoreTest) return [];
    const path = policyPath(strategy, number);
    const asked = `${every(readiness.restoreTest)} is asked for`;
    const often = verify === null ? 'never tested' : `tested only ${every(verify)}`;
    return [
      {
        rule: 'untested-restore',
        path: verify === null ? path : `${path}.verify`,
        found: `Restores of ${strategy.name} are ${often}; ${asked}.`,
        fix: `Set "verify: ${limit}" in ${path}.`,
      },
    ];
  });
}

/** Such a date would silence what is found by the age of a review or an exercise. */
function datesAhead({ name, runbook }: Strategy, { start }: Scenario): Observation[] {
  return (['reviewed', 'exercised'] as const).flatMap((key): Observation[] => {
    const date = runbook[key];
    if (date === null || date <= start) return [];
    const path = `${pathOf('strategies', name, 'runbook')}.${key}`;
    const what = key === 'reviewed' ? 'The runbook' : 'The recovery';
    const done = key === 'reviewed' ? 'read' : 'carried out';
    return [
      {
        rule: 'runbook-date-ahead',
        path,
        found: `${what} of ${name} is said to be ${done} on ${dayText(date)}, after the start.`,
        fix: `Set ${path} to a date that is not after the start, ${dayText(start)}.`,
      },
    ];
  });
}

function exercises({ name, runbook }: Strategy, scenario: Scenario): Observation[] {
  const { start, readiness } = scenario;
  const path = pathOf('strategies', name);
  const how = '"runbook: { exercised: <the date> }"';
  if (runbook.exercised === null) {
    return [
      {
        rule: 'never-tested',
        path,
        found: `Nobody says when the recovery of ${name} was last carried out or its runbook read.`,
        fix: `Carry it out in a drill, then add ${how} to ${path}.`,
      },
    ];
  }
  const age = start - runbook.exercised;
  if (age <= readiness.exercise) return [];
  return [
    {
      rule: 'exercise-overdue',
      path: `${path}.runbook.exercised`,
      found:
        `The recovery of ${name} was last carried out on ${dayText(runbook.exercised)}, ` +
        `${span(age)} before the start; ${every(readiness.exercise)} is asked for.`,
      fix: `Carry it out in a drill, and set ${path}.runbook.exercised to its date.`,
    },
  ];
}

/** Where no review is told of, whoever carried the runbook out last has read it. */
function reviews({ name, runbook }: Strategy, { start, readiness }: Scenario): Observation[] {
  const read = runbook.reviewed ?? runbook.exercised;
  if (read === null || start - read <= readiness.review) return [];
  // That nobody has carried it out for long either has been said.
  if (runbook.reviewed === null && start - read > readiness.exercise) return [];
  const path = `${pathOf('strategies', name, 'runbook')}.reviewed`;
  return [
    {
      rule: 'stale-runbook',
      path,
      found:
        `The runbook of ${name} was last read on ${dayText(read)}, ${span(start - read)} before ` +
        `the start; ${every(readiness.review)} is asked for.`,
      fix: `Read it against reality, and set ${path} to that date.`,
    },
  ];
}
