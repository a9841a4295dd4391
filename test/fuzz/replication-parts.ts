import type { Luck } from './luck.js';
import { anyOfForm, type Making, mappingIn, mappingOf } from './from-form.js';

/** How a standby receives the writes: what makes no sense together does not stand together. */
export const standbyReplication: Making = (form, maker, at) => {
  const { luck } = maker;
  if (luck.chance(0.4)) return luck.pick(['async', 'sync']);
  const made = anyOfForm(mappingIn(form), maker, at) as Record<string, unknown>;
  const late = made['delay'] !== undefined && luck.chance(0.5);
  const lateness = late
    ? { mode: 'async', onPartition: undefined, replayRate: '50 MB/s' }
    : { delay: undefined, replayRate: undefined };
  const sync = !late && made['onPartition'] === 'halt' ? { mode: 'sync' } : {};
  const keys = { ...made, ...lateness, ...sync };
  return mappingOf({ ...mappingIn(form), keys: {} }, maker, at, keys);
};

/** A rule that asks nobody needs one standby at least that does not apply late. */
export function oneInTime(standbys: readonly unknown[]): readonly unknown[] {
  const isLate = (one: unknown) => JSON.stringify(one).includes('"replayRate"');
  if (!standbys.every(isLate)) return standbys;
  return standbys.map((one, i) => (i === 0 ? { ...(one as object), replication: 'async' } : one));
}

/** Some that receive from the first of several, unless every write would wait for them. */
export function someRelayed(standbys: readonly unknown[], luck: Luck): readonly unknown[] {
  const [first, ...others] = standbys as readonly Record<string, unknown>[];
  if (others.length === 0) return standbys;
  const relayed = others.map((one) =>
    JSON.stringify(one['replication'] ?? '').includes('sync"') || !luck.chance(0.3)
      ? one
      : { ...one, replication: 'async', from: first!['site'] },
  );
  return [first, ...relayed];
}
