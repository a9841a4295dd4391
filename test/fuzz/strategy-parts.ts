import type { Form, MappingForm } from '../../src/input/form/form.js';
import type { Cast } from './cast.js';
import { oneInTime, someRelayed } from './replication-parts.js';
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
  const all = luck.shuffled(sites);
  const beside = all.length > 1 && luck.chance(0.3) ? 2 + luck.below(all.length - 1) : 0;
  const [serving, others] = [all.slice(0, beside || 1), all.slice(beside || 1)];
  const use = beside > 0 ? luck.pick([undefined, 'active-active']) : preset(others, maker);
  const made = standbys(form, maker, at, { others, use });
  const key = luck.pick(['standby', 'standbys']);
  const standing = made.length === 1 && luck.chance(0.6) ? made[0] : made;
  const backed = use === 'backups-only' || luck.chance(0.6);
  const alone = beside === 0 && made.length === 0;
  const whole: Record<string, unknown> = mappingOf(form, maker, at, {
    ...(beside > 0
      ? { primary: undefined, ...serveBeside(form, maker, at, serving) }
      : { primary: serving[0], sites: undefined, active: undefined }),
    use,
    ...{ standby: undefined, standbys: undefined, [key]: made.length > 0 ? standing : undefined },
    ...(alone && { failover: undefined }),
    backups: backed ? valueOfForm(form.keys['backups']!.form, maker, `${at}.backups`) : undefined,
    ...(backed && use === undefined && { restore: restoring(form, maker, at) }),
  });
  // A limit to what nobody is asked for makes sense only where nobody is.
  const over = whole['failover'] as Record<string, unknown> | undefined;
  if (over?.['mostLost'] !== undefined) over['automatic'] = true;
  return whole;
}

function preset(others: readonly string[], { luck }: FormMaker): string | undefined {
  return luck.pick([undefined, undefined, 'backups-only', ...(others.length > 0 ? WARM : [])]);
}

/** Standbys at sites that do not serve: at least the one of a preset for them. */
function standbys(
  form: MappingForm,
  maker: FormMaker,
  at: string,
  { others, use }: { others: readonly string[]; use: string | undefined },
): readonly unknown[] {
  const { luck } = maker;
  const warm = use !== undefined && use.endsWith('warm-standby');
  const count = warm ? 1 + luck.below(others.length) : luck.below(others.length + 1);
  const made = others.slice(0, count).map((site) => standby(form, maker, at, { site, warm }));
  return someRelayed(oneInTime(made), luck);
}

/** Shares of full capacity at each of two sites or more with which they carry the peak. */
const ENOUGH = [undefined, '100%', '50%', '60% to 90%'] as const;

/** Sites that serve beside each other, by name or with what differs about them. */
function serveBeside(
  form: MappingForm,
  maker: FormMaker,
  at: string,
  serving: readonly string[],
): Record<string, unknown> {
  const { luck } = maker;
  const shape = mappingIn((form.keys['sites']!.form as Extract<Form, { kind: 'list' }>).each);
  const sites = serving.map((site, number) => {
    if (luck.chance(0.4)) return site;
    // One of them at most says its share, so that the others have some left.
    const clients =
      number === 0 && luck.chance(0.6) ? luck.pick(['50%', '0.1%', '99%']) : undefined;
    return mappingOf(shape, maker, `${at}.sites[]`, { site, clients, capacity: luck.pick(ENOUGH) });
  });
  const each = mappingIn(form.keys['active']!.form);
  const active = mappingOf(each, maker, `${at}.active`, { capacity: luck.pick(ENOUGH) });
  return { sites, active: luck.chance(0.6) ? active : undefined };
}

function standby(
  form: MappingForm,
  maker: FormMaker,
  at: string,
  { site, warm }: { site: string; warm: boolean },
): unknown {
  const shape = mappingIn(form.keys['standby']!.form);
  const usual = warm && maker.luck.chance(0.5);
  return mappingOf(shape, maker, `${at}.standby`, { site, ...(usual && { capacity: undefined }) });
}

/** A restore that has its steps. */
function restoring(form: MappingForm, maker: FormMaker, at: string): unknown {
  const shape = mappingIn(form.keys['restore']!.form);
  const steps = valueOfForm(shape.keys['steps']!.form, maker, `${at}.restore.steps`);
  return mappingOf(shape, maker, `${at}.restore`, { steps });
}
