import type { BackupPolicy } from './backup-policy.js';
import { policyPath } from './key-path.js';
import type { Scenario } from './scenario.js';

/** Something that the scenario language accepts and this version does not yet simulate. */
export interface NotSimulated {
  /** Where the scenario says it, such as `strategies.warm-standby.backups.verify`. */
  readonly path: string;
  /** What is left out, and what is simulated in its place. */
  readonly what: string;
}

/** All of a scenario that a run leaves out, in the order of the file's parts. */
export function notSimulated(scenario: Scenario): readonly NotSimulated[] {
  const { finance, strategies } = scenario;
  const discounting: NotSimulated[] =
    finance.discountRate === null
      ? []
      : [{ path: 'finance.discountRate', what: 'net present value; amounts are not discounted' }];
  const copies = strategies.flatMap((strategy) =>
    strategy.backups.flatMap((policy, number) => ofPolicy(policy, policyPath(strategy, number))),
  );
  return [...discounting, ...copies];
}

function ofPolicy({ verify, copies }: BackupPolicy, path: string): NotSimulated[] {
  const all: readonly (NotSimulated | false)[] = [
    verify !== null && {
      path: `${path}.verify`,
      what: 'restore tests; every backup that completes can be restored',
    },
    copies.length > 0 && {
      path: `${path}.copies`,
      what: 'further stores; only the first one is used',
    },
  ];
  return all.filter((one) => one !== false);
}
