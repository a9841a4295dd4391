import type { Check } from './check.js';
import { AVAILABILITY } from './checks/availability.js';
import { FAILOVER } from './checks/failover.js';
import { INCIDENTS } from './checks/incidents.js';
import { MONEY } from './checks/money.js';
import { PROTECTION } from './checks/protection.js';
import { RETENTION } from './checks/retention.js';
import { SHARING } from './checks/sharing.js';

/** How each published case is run through the product. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(
  Object.entries<Check>({
    ...AVAILABILITY,
    ...FAILOVER,
    ...INCIDENTS,
    ...MONEY,
    ...PROTECTION,
    ...RETENTION,
    ...SHARING,
  }),
);
