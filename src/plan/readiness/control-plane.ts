import type { Strategy } from '../../model/strategy.js';
import type { Observation } from './observation.js';
import { pathOf } from '../../model/key-path.js';

/**
 * Whether a way back needs resources that are not there yet. A restore where a standby has taken
 * over can wait until the control plane is back.
 */
export function newResources(strategy: Strategy): readonly Observation[] {
  const { name, standbys, backups, failover, restore } = strategy;
  const path = pathOf('strategies', name);
  const asks = (steps: Strategy['restore']['steps']) =>
    steps.find(({ phase }) => phase === 'provision');
  const failing = standbys.length > 0 ? asks(failover.steps) : undefined;
  if (failing) {
    return [
      {
        rule: 'control-plane-dependence',
        path: `${path}.failover`,
        found: `The step ${failing.name} of the failover of ${name} needs new resources.`,
        fix: `Keep what the step creates running or reserved, and take it out of ${path}.failover.`,
      },
    ];
  }
  const restoring = standbys.length === 0 && backups.length > 0 ? asks(restore.steps) : undefined;
  if (!restoring) return [];
  return [
    {
      rule: 'control-plane-dependence',
      severity: 'note',
      path: `${path}.restore`,
      found: `The step ${restoring.name} of the restore of ${name} needs new resources.`,
      fix: `Reserve capacity where the restore is to run, and take the step out.`,
    },
  ];
}
