import { type Bytes, ms, SECOND } from '../../src/base/units.js';
import { changedBytes } from '../../src/model/backup-policy.js';
import type { BackupPlan } from '../../src/simulate/plan.js';
import { jobRate } from './job-rate.js';
import { sizeAt, type Slow, type SlowService, writesAt } from './slow-state.js';

/** Whose jobs, and by which policy. */
export interface Whose {
  readonly slow: Slow;
  readonly service: SlowService;
  readonly policy: BackupPlan;
}

/** Stored bytes of all data; of a snapshot those of what changes until the next. */
export function fullBytes(whose: Whose, at: number): number {
  const { slow, service, policy } = whose;
  if (policy.snapshot) return changedOver(whose, at, policy.full);
  return sizeAt(slow, service, at) / slow.plan.parameters.of(policy.reduction);
}

/** Stored bytes of what has changed over a stretch that ends at an instant. */
export function changedOver({ slow, service, policy }: Whose, at: number, over: number): Bytes {
  const value = slow.plan.parameters;
  const written = (writesAt(slow, service, at) * over) / SECOND;
  const change = value.of(service.plan.change);
  const reduction = value.of(policy.reduction);
  return changedBytes({ data: sizeAt(slow, service, at), change, written, reduction }, ms(over));
}

/** How long a job lasts, in whole ms; a snapshot sends nothing. */
export function jobLength(
  { slow, policy }: Whose,
  { from, at, bytes }: { from: number; at: number; bytes: number },
): number {
  const overhead = slow.plan.parameters.of(policy.overhead);
  if (policy.snapshot) return Math.ceil(overhead);
  return Math.ceil(overhead + (bytes / jobRate(slow, policy, from, at)) * SECOND);
}

/** Whether one of a kind that usually lasts so long is taken: every one, or every so many. */
export function isInTurn(slot: number, length: number, period: number): boolean {
  return slot % Math.max(1, Math.ceil(length / period)) === 0;
}
