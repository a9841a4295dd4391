import { listed } from '../../base/listed.js';
import { type Ms, ms, type PerYear } from '../../base/units.js';
import { type Members, membersOf, type Scope, SCOPES } from '../../model/fault-domain.js';
import type { Arrivals, Threat } from '../../model/threat.js';
import { certain, uncertain } from '../figure/figure.js';
import { instant, instantText } from '../figure/instant.js';
import { type Located, valueOf } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { DURATION, FREQUENCY, GAP } from '../figure/range.js';
import { extending, type Form } from '../form/form.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import {
  allOf,
  checked,
  firstTwin,
  itemsOf,
  listOf,
  mapping,
  MOST_PARTS,
  optional,
  refuseTooMany,
  refuseUnlisted,
  required,
  sized,
} from '../form/shape.js';
import { withEntries } from '../use.js';
import { integer, nameOf, oneOf, text } from '../form/words.js';
import { effects, fitsScope } from './read-effects.js';

const MOST_SLICES = 1_000_000;

/** The time that a scenario covers. */
export interface Span {
  /** ms since 1970-01-01 UTC. */
  readonly start: number;
  readonly horizon: Ms;
}

const scope = oneOf(SCOPES);

const PLURALS: Readonly<Record<Scope, string>> = {
  site: 'sites',
  campus: 'campuses',
  region: 'regions',
  provider: 'providers',
  account: 'accounts',
  link: 'links',
  service: 'services',
};

/** A list of at least one part, each once. */
function some<T>(what: string, read: Reader<T>): Reader<readonly T[]> {
  return checked(sized(listOf(what, read), { least: 1 }), (all, spot, reading) => {
    if (all.length === 0) return refuse(spot, reading, { expected: `at least one of the ${what}` });
    const twin = firstTwin(all);
    return twin < 0
      ? all
      : refuse(itemsOf(spot)[twin]!, reading, { expected: `each of the ${what} once` });
  });
}

/** An instant within the span, in ms since its start. */
function within({ start, horizon }: Span): Reader<Ms> {
  return checked(instant, (at, spot, reading) => {
    if (at >= start && at < start + horizon) return ms(at - start);
    return refuse(spot, reading, {
      expected: `an instant from ${instantText(start)} until ${instantText(start + horizon)} (UTC)`,
    });
  });
}

/** Fixed instants, or one instant for each trial that sweeps over a stretch. */
function strikes(span: Span): Reader<Arrivals> {
  const at = within(span);
  const fixed = mapping({
    at: required(
      some('instants', at),
      "at: ['2027-03-01 12:00']",
      'Once at each of these instants, in every trial.',
    ),
  });
  const sweep = checked(
    mapping({
      from: required(at, "from: '2027-03-01'", 'Beginning of the stretch.'),
      to: required(at, "to: '2027-03-02'", 'End of the stretch.'),
      slices: required(
        integer({ least: 1, most: MOST_SLICES }),
        'slices: 1000',
        'Trial i strikes in the middle of slice i, so that every phase comes up once.',
      ),
    }),
    (read, spot, reading): Arrivals | undefined =>
      read.from < read.to
        ? { kind: 'sweep', ...read }
        : refuse(spot, reading, { expected: 'a stretch whose end is after its beginning' }),
  );
  return reader({ kind: 'either', of: [fixed.form, sweep.form] }, (spot, reading) => {
    if (valueOf(spot.node, 'at') === undefined) return sweep(spot, reading);
    const read = fixed(spot, reading);
    return read && { kind: 'at', at: read.at.toSorted((a, b) => a - b) };
  });
}

/** `threats:`, a list of names of the catalogue or of what changes about one. */
export function threats(all: Members, span: Span): Reader<readonly Threat[]> {
  const shapes = Object.fromEntries(
    SCOPES.map((kind) => [kind, threatShape(kind, membersOf(kind, all), span)]),
  ) as Record<Scope, ReturnType<typeof threatShape>>;
  const named: Form = { kind: 'name', of: 'threat', folder: 'threats' };
  const each: Form = { kind: 'either', of: [named, extending(shapes.site.form, 'threats')] };
  return reader({ kind: 'list', what: 'threats', each }, (spot, reading) => {
    const { node } = spot;
    if (node.kind === 'broken') return undefined;
    if (node.kind !== 'list') return refuseUnlisted('threats', spot, reading);
    const count = node.items.length;
    if (count > MOST_PARTS) return refuseTooMany('threats', { spot, count }, reading);
    const read = itemsOf(spot).map((item): Threat | undefined => {
      const expanded = withEntries(byName(item), 'threats', reading);
      const one = shapes[scopeIn(expanded)]({ ...item, node: expanded }, reading);
      const arrivals = one && arrivalsOf(one, item, reading);
      if (!arrivals || !fitsScope(one, { ...item, node: expanded }, reading)) return undefined;
      const members = one.only ?? membersOf(one.scope, all);
      if (members.length === 0) return refuseDomain(one.scope, item, reading);
      const entry = expanded.kind === 'mapping' ? expanded.extends : null;
      const name = one.name ?? entry;
      if (name === null) {
        return refuse(item, reading, { expected: 'a threat with a name', fix: 'add "name: …"' });
      }
      const { title, scope: kind, effects: does } = one;
      return { name, title: title ?? name, scope: kind, members, arrivals, effects: does };
    });
    const known = allOf(read);
    return known && withoutTwins(known, spot, reading);
  });
}

/** The keys of a threat, of whose scope's kind there are some members. */
function threatShape(kind: Scope, members: readonly string[], span: Span) {
  return mapping({
    name: optional(text, null, {
      about: 'To tell two threats of one entry apart.',
      usual: 'the name of the entry',
    }),
    title: optional(text, null, { about: 'Its name for people.', usual: 'its name' }),
    scope: required(
      scope,
      'scope: site',
      'What one disaster strikes: a site, all the sites of a campus, a region, a provider or an account, a link, or a service.',
    ),
    only: optional(some(PLURALS[kind], nameOf(kind, members)), null, {
      about:
        'The members of the scope’s kind that it can strike: names of sites, links, accounts, …',
      usual: 'all',
    }),
    rate: optional(uncertain<PerYear>({ dimension: 'frequency', range: FREQUENCY }), null, {
      about: 'How often it strikes one member, at random; this, gap or strikes.',
    }),
    gap: optional(uncertain<Ms>({ dimension: 'duration', range: GAP }), null, {
      about: 'Time between strikes of one member, for what ages and is renewed.',
    }),
    age: optional(certain<Ms>({ dimension: 'duration', range: DURATION }), null, {
      about: 'With gap: how long ago the last one was when the horizon begins.',
      usual: 'new at the start',
    }),
    gapFrom: optional(oneOf(['strike', 'return']), null, {
      about:
        'With gap: whether it counts from the strike before, or from the return of what that hit, which does not age while it is away.',
      usual: 'strike',
    }),
    strikes: optional(strikes(span), null, { about: 'At fixed instants, for exercises.' }),
    effects: required(effects, 'effects: { outage: 3 h }', 'What it does to everything in scope.'),
  });
}

/** The scope as far as it can be read; what is wrong with it is said when the threat is read. */
function scopeIn(node: Located): Scope {
  const value = valueOf(node, 'scope');
  return SCOPES.find((known) => value?.kind === 'scalar' && value.value === known) ?? 'site';
}

function refuseDomain(kind: Scope, spot: Spot, reading: Reading): undefined {
  const node = valueOf(spot.node, 'scope') ?? spot.node;
  return refuse({ node, path: pathTo(spot.path, 'scope') }, reading, {
    ...(kind === 'link'
      ? {
          expected: 'a scope that the scenario has something of',
          got: '"link", but there is no link',
          fix: 'add "links", or choose another scope',
        }
      : {
          expected: 'a scope that some site lies in',
          got: `"${kind}", but no site has one`,
          fix: `add "${kind}: …" to the sites that share one`,
        }),
  });
}

/** A threat that is only a name is that entry of the catalogue. */
function byName({ node, path }: Spot): Spot {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return { node, path };
  const { place } = node;
  const entry: Located = {
    kind: 'mapping',
    place,
    entries: new Map([['use', { key: place, value: node }]]),
    extends: null,
  };
  return { node: entry, path };
}

interface When {
  readonly rate: Extract<Arrivals, { kind: 'rate' }>['rate'] | null;
  readonly gap: Extract<Arrivals, { kind: 'gap' }>['gap'] | null;
  readonly age: Ms | null;
  readonly gapFrom: 'strike' | 'return' | null;
  readonly strikes: Arrivals | null;
}

function arrivalsOf(
  { rate, gap, age, gapFrom, strikes: fixed }: When,
  spot: Spot,
  reading: Reading,
): Arrivals | undefined {
  const given = Object.entries({ rate, gap, strikes: fixed })
    .filter(([, one]) => one !== null)
    .map(([key]) => key);
  const inVain = Object.entries({ age, gapFrom }).find(([, one]) => one !== null && !gap)?.[0];
  if (inVain !== undefined) {
    const node = valueOf(spot.node, inVain) ?? spot.node;
    return refuse({ node, path: pathTo(spot.path, inVain) }, reading, {
      expected: `${inVain === 'age' ? 'an age' : 'gapFrom'} only where "gap" says how long things last`,
      fix: 'remove it, or write "gap" for what ages and is renewed',
    });
  }
  if (given.length === 1) {
    if (rate) return { kind: 'rate', rate };
    return gap ? { kind: 'gap', gap, age: age ?? ms(0), from: gapFrom ?? 'strike' } : fixed!;
  }
  return refuse(spot, reading, {
    expected: 'one of rate, gap and strikes, to say when the threat strikes',
    got: given.length === 0 ? 'none of them' : listed(given),
  });
}

function withoutTwins(
  all: readonly Threat[],
  spot: Spot,
  reading: Reading,
): readonly Threat[] | undefined {
  const names = all.map(({ name }) => name);
  const twin = firstTwin(names);
  if (twin < 0) return all;
  return refuse(itemsOf(spot)[twin]!, reading, {
    expected: 'threats of different names',
    got: `a second "${names[twin]!}"`,
    fix: 'add "name: …" to tell them apart',
  });
}
