import { DAY, YEAR } from '../../src/base/units.js';
import { entryNames } from '../../src/input/catalogue.js';
import type { Form, MappingForm } from '../../src/input/form/form.js';
import { CATALOGUE } from '../running.js';
import type { Cast } from './cast.js';
import {
  type FormMaker,
  instantText,
  type Making,
  mappingIn,
  mappingOf,
  valueOfForm,
} from './from-form.js';

/** Threats of different names, of the catalogue or of the scenario's own. */
export function threats(form: Form, maker: FormMaker, at: string) {
  if (form.kind !== 'list') return undefined;
  const entries = maker.luck.shuffled(entryNames(CATALOGUE, 'threats'));
  return maker.luck.times(1 + maker.luck.below(3), (number) => {
    const entry = entries[number];
    if (entry !== undefined && maker.luck.chance(0.4)) return entry;
    return threat(mappingIn(form.each), maker, `${at}[]`, { number, entry });
  });
}

function threat(
  form: MappingForm,
  maker: FormMaker,
  at: string,
  { number, entry }: { number: number; entry: string | undefined },
) {
  const when = maker.luck.pick(['rate', 'gap', 'strikes']);
  const one = valueOfForm(form.keys[when]!.form, maker, `${at}.${when}`);
  const arrivals = { rate: undefined, gap: undefined, strikes: undefined, [when]: one };
  const own = maker.luck.chance(0.5) ? entry : undefined;
  const wide = maker.luck.pick(['region', 'region', 'provider', 'provider', 'campus']);
  const scope = maker.luck.chance(0.8) ? { scope: 'site' } : { scope: wide, only: undefined };
  return mappingOf(form, maker, at, { name: `threat ${number}`, ...arrivals, ...scope, use: own });
}

/** One of the two effects. */
export const effects: Making = (form, maker, at) => {
  const which = maker.luck.pick(['outage', 'destroys']);
  const one = valueOfForm((form as MappingForm).keys[which]!.form, maker, `${at}.${which}`);
  return { [which]: one };
};

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
