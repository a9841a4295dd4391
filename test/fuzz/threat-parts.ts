import { parse } from 'yaml';
import { DAY, YEAR } from '../../src/base/units.js';
import { entryNames } from '../../src/input/catalogue.js';
import type { Form, MappingForm } from '../../src/input/form/form.js';
import type { Scope } from '../../src/model/fault-domain.js';
import { CATALOGUE } from '../running.js';
import { type Cast, linkNames } from './cast.js';
import { type FormMaker, instantText, mappingIn, mappingOf, valueOfForm } from './from-form.js';
import type { Luck } from './luck.js';

/** What each threat of the catalogue strikes. */
const SCOPE_OF = new Map(
  entryNames(CATALOGUE, 'threats').map((entry) => {
    const { scope } = parse(CATALOGUE.text(`models/threats/${entry}.yaml`)!) as { scope: Scope };
    return [entry, scope];
  }),
);

/** Threats of different names, of the catalogue or of the scenario's own. */
export function threats(form: Form, maker: FormMaker, at: string, cast: Cast) {
  if (form.kind !== 'list') return undefined;
  const entries = maker.luck.shuffled(
    [...SCOPE_OF.keys()].filter((entry) => hasSome(SCOPE_OF.get(entry)!, cast)),
  );
  return maker.luck.times(1 + maker.luck.below(3), (number) => {
    const entry = entries[number]!;
    if (maker.luck.chance(0.4)) return entry;
    return threat(mappingIn(form.each), maker, `${at}[]`, { number, entry, cast });
  });
}

/** Whether a scenario has something of a scope's kind; links need two sites. */
function hasSome(scope: Scope, { sites }: Cast): boolean {
  return scope !== 'link' || sites.length > 1;
}

function threat(
  form: MappingForm,
  maker: FormMaker,
  at: string,
  { number, entry, cast }: { number: number; entry: string; cast: Cast },
) {
  const { luck } = maker;
  const when = luck.pick(['rate', 'gap', 'strikes']);
  const one = valueOfForm(form.keys[when]!.form, maker, `${at}.${when}`);
  const arrivals = { rate: undefined, gap: undefined, strikes: undefined, [when]: one };
  const own = luck.chance(0.5) ? entry : undefined;
  // The effects of an entry are those of its own scope.
  const scope = own === undefined ? scopeIn(cast, luck) : SCOPE_OF.get(own)!;
  return mappingOf(form, maker, at, {
    name: `threat ${number}`,
    ...arrivals,
    ...(when !== 'gap' && { age: undefined, gapFrom: undefined }),
    scope: own === undefined || luck.chance(0.3) ? scope : undefined,
    only: luck.chance(0.3) ? some(membersOf(scope, cast), luck) : undefined,
    use: own,
    effects: effects(mappingIn(form.keys['effects']!.form), maker, `${at}.effects`, scope),
  });
}

const SCOPES_OFTEN: readonly Scope[] = ['site', 'site', 'service', 'account', 'link'];

function scopeIn(cast: Cast, luck: Luck): Scope {
  const often = SCOPES_OFTEN.filter((scope) => hasSome(scope, cast));
  return luck.chance(0.8) ? luck.pick(often) : luck.pick(['region', 'provider', 'campus']);
}

/** Members that a threat can name; none where names follow from what the sites say. */
function membersOf(scope: Scope, cast: Cast): readonly string[] {
  if (scope === 'site') return cast.sites;
  if (scope === 'service') return cast.services;
  return scope === 'link' ? linkNames(cast) : [];
}

function some(all: readonly string[], luck: Luck): readonly string[] | undefined {
  return all.length === 0 ? undefined : luck.shuffled(all).slice(0, 1 + luck.below(2));
}

/** Effects that make sense together, whatever they strike. */
const TOGETHER = [
  ['outage'],
  ['destroys'],
  ['corrupts', 'detect'],
  ['corrupts', 'detect', 'outage'],
  ['encrypts'],
  ['encrypts', 'detect'],
  ['deletes'],
  ['deletes', 'destroys'],
  ['deletes', 'outage', 'detect'],
] as const;

/** Those of what has links at its ends. */
const CUTTING = [['partitions'], ['partitions', 'outage'], ['partitions', 'deletes']] as const;

function effects(form: MappingForm, maker: FormMaker, at: string, scope: Scope) {
  const keys = maker.luck.pick<readonly string[]>(combinations(scope));
  const given = Object.fromEntries(
    Object.entries(form.keys).map(([key, one]) => [
      key,
      keys.includes(key) ? valueOfForm(one.form, maker, `${at}.${key}`) : undefined,
    ]),
  );
  return mappingOf(form, maker, at, given);
}

function combinations(scope: Scope): readonly (readonly string[])[] {
  if (scope === 'link') return [['partitions']];
  return scope === 'service' || scope === 'account' ? TOGETHER : [...TOGETHER, ...CUTTING];
}

/** Instants, or a stretch, within the horizon. */
export function strikes(maker: FormMaker, { start, horizonYears }: Cast) {
  const { luck } = maker;
  const at = () => start + Math.floor(luck.unit() * horizonYears * YEAR * 0.98);
  const write = (when: number) => instantText(when, maker);
  if (luck.chance(0.5))
    return { at: [...new Set(luck.times(1 + luck.below(3), () => write(at())))] };
  const from = at();
  return { from: write(from), to: write(from + DAY), slices: luck.pick([1, 2, 100, 1_000_000]) };
}
