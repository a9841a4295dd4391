import { isSpoilt } from './silent-faults.js';
import { type Slow, type SlowService, WHEN } from './slow-state.js';
import type { Store } from './store.js';

/** From time to time the newest point of a store is restored, to see whether it can be. */
export function testRestores(
  slow: Slow,
  service: SlowService,
  { store, since }: { store: Store; since: number },
): void {
  const { verify, silentFaults } = store.plan;
  if (verify === null || slow.plan.parameters.of(silentFaults) === 0) return;
  const testAt = (at: number): void => {
    const run = () => {
      const newest = store.points[0];
      if (newest && !isSpoilt({ slow, service, policy: store.plan }, newest)) newest.passed = true;
      testAt(at + verify);
    };
    // A snapshot that is taken then is there already.
    slow.future.add(at, WHEN.test, { kind: 'job', run });
  };
  testAt(Math.ceil(since / verify) * verify);
}
