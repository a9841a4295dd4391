import type { Form, MappingForm } from '../../src/input/form/form.js';
import type { Cast } from './cast.js';
import { type FormMaker, mappingIn, mappingOf, valueOfForm } from './from-form.js';

/** Strategies whose parts fit: presets with what they leave open, standbys elsewhere. */
export function strategies(form: Form, maker: FormMaker, at: string, cast: Cast) {
  if (form.kind !== 'named') return undefined;
  const each = form.each as MappingForm;
  return Object.fromEntries(
    cast.strategies.map((name) => [name, strategy(each, maker, `${at}.*`, cast)]),
  );
}

const WARM = ['warm-standby', 'models/strategies/warm-standby'] as const;

function strategy(form: MappingForm, maker: FormMaker, at: string, { sites }: Cast) {
  const { luck } = maker;
  const [primary, ...others] = luck.shuffled(sites);
  const presets = others.length > 0 ? WARM : [];
  const use = luck.pick([undefined, undefined, 'backups-only', ...presets]);
  const warm = use !== undefined && use !== 'backups-only';
  const count = warm ? 1 + luck.below(others.length) : luck.below(others.length + 1);
  const made = others.slice(0, count).map((site) => standby(form, maker, at, { site, warm }));
  const key = luck.pick(['standby', 'standbys']);
  const standing = made.length === 1 && luck.chance(0.6) ? made[0] : made;
  const backed = use === 'backups-only' || luck.chance(0.6);
  return mappingOf(form, maker, at, {
    primary,
    use,
    ...{ standby: undefined, standbys: undefined, [key]: made.length > 0 ? standing : undefined },
    ...(made.length === 0 && { failover: undefined }),
    backups: backed ? valueOfForm(form.keys['backups']!.form, maker, `${at}.backups`) : undefined,
    ...(backed && use === undefined && { restore: restoring(form, maker, at) }),
  });
}

function standby(
  form: MappingForm,
  maker: FormMaker,
  at: string,
  { site, warm }: { site: string; warm: boolean },
): unknown {
  const shape = mappingIn(form.keys['standby']!.form);
  const preset = warm && maker.luck.chance(0.5);
  return mappingOf(shape, maker, `${at}.standby`, { site, ...(preset && { capacity: undefined }) });
}

/** A restore that has its steps. */
function restoring(form: MappingForm, maker: FormMaker, at: string): unknown {
  const shape = mappingIn(form.keys['restore']!.form);
  const steps = valueOfForm(shape.keys['steps']!.form, maker, `${at}.restore.steps`);
  return mappingOf(shape, maker, `${at}.restore`, { steps });
}
