import { anyOfForm, type Making, mappingIn, mappingOf } from './from-form.js';

/** How a standby receives the writes: what makes no sense together does not stand together. */
export const standbyReplication: Making = (form, maker, at) => {
  const { luck } = maker;
  if (luck.chance(0.4)) return luck.pick(['async', 'sync']);
  const made = anyOfForm(mappingIn(form), maker, at) as Record<string, unknown>;
  const sync = made['onPartition'] === 'halt' ? { mode: 'sync' } : {};
  return mappingOf({ ...mappingIn(form), keys: {} }, maker, at, { ...made, ...sync });
};
