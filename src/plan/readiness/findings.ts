import type { Scenario } from '../../model/scenario.js';
import type { Strategy } from '../../model/strategy.js';
import type { Finding } from '../finding.js';
import { acceptedReason, idleAcceptances } from './acceptance.js';
import { deletableCopies } from './accounts.js';
import { backupSchedules } from './backup-schedules.js';
import { cleanPoints } from './clean-points.js';
import { newResources } from './control-plane.js';
import { failoverSpeed } from './failover-speed.js';
import { faultDomains } from './fault-domains.js';
import { hiddenTime } from './hidden-time.js';
import { linkCapacity } from './link-capacity.js';
import type { Observation } from './observation.js';
import { rehearsals } from './rehearsal.js';
import { restoreSpeed } from './restore-speed.js';
import { RULES } from './rules.js';
import { identicalStrategies, rareThreats, unusedLinks, unusedSites } from './scope.js';
import { serviceFindings } from './services.js';
import { standbyLag } from './standby-lag.js';
import { copyCounts } from './three-two-one.js';

/**
 * What will hurt on the day, as far as it can be known without simulating: in the order sites,
 * links, services, threats, strategies as written, accepted risks. The same scenario gives the same
 * findings in the same order.
 */
export function readinessFindings(scenario: Scenario): readonly Finding[] {
  const { accepted } = scenario.readiness;
  const observations = observationsOf(scenario);
  return [
    ...observations.map((one) => findingOf(one, acceptedReason(one, accepted))),
    ...idleAcceptances(accepted, observations).map((one) => findingOf(one, null)),
  ];
}

function observationsOf(scenario: Scenario): readonly Observation[] {
  const { services, strategies, readiness } = scenario;
  const hidden = hiddenTime(readiness);
  const ofStrategy = (strategy: Strategy) => [
    ...copyCounts(strategy, scenario),
    ...faultDomains(strategy, scenario),
    ...deletableCopies(strategy, scenario, hidden),
    ...cleanPoints(strategy, hidden),
    ...rehearsals(strategy, scenario),
    ...backupSchedules(strategy, scenario),
    ...standbyLag(strategy, scenario),
    ...failoverSpeed(strategy, scenario),
    ...restoreSpeed(strategy, scenario),
    ...newResources(strategy),
  ];
  return [
    ...unusedSites(scenario),
    ...unusedLinks(scenario),
    ...linkCapacity(scenario),
    ...services.flatMap((service) => serviceFindings(service, scenario)),
    ...rareThreats(scenario),
    ...strategies.flatMap(ofStrategy),
    ...identicalStrategies(scenario),
  ];
}

function findingOf(observation: Observation, accepted: string | null): Finding {
  const rule = RULES.find((one) => one.rule === observation.rule)!;
  return { severity: rule.severity, ...observation, why: rule.why, accepted };
}
