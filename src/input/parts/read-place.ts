import { listed } from '../../base/listed.js';
import { type BytesPerSecond, type Ms, ms, type Share } from '../../base/units.js';
import type { Link } from '../../model/link.js';
import type { Coordinates, Site } from '../../model/site.js';
import type { Uncertain } from '../../model/uncertain.js';
import { point } from '../../random/point.js';
import { uncertain } from '../figure/figure.js';
import { quoted, valueOf } from '../yaml/located-tree.js';
import { providersOf, regionAt, regionsOf, roundTripBetween } from './place-tables.js';
import { DURATION, POSITIVE, SOME_PART } from '../figure/range.js';
import { extending, laidOver } from '../form/form.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { checked, firstTwin, listOf, mapping, named, optional, required } from '../form/shape.js';
import { withBeneath, withEntries } from '../use.js';
import { flag, nameOf, number, text } from '../form/words.js';
import { pathTo } from '../yaml/yaml-tree.js';

/** What stands under every link. */
const LEASED_LINE = 'models/links/leased-line.yaml';

/** Provider of a site that could not be read. */
export const UNKNOWN = '';

/** Where a site is, as it was written: a region of a provider, or a place of one's own. */
interface Region {
  readonly provider: string;
  readonly region: string;
}

/** A region such as `aws/us-east-1`; a name without a provider is a region of one's own. */
const region: Reader<Region> = reader(
  { kind: 'name', of: 'region', folder: 'regions' },
  (spot, reading) => {
    const name = text(spot, reading);
    if (name === undefined) return undefined;
    const [provider = '', ...rest] = name.split('/');
    if (rest.length === 0) return ownRegion(name, spot, reading);
    const at = (of: string): Spot => ({
      path: spot.path,
      node: { kind: 'scalar', place: spot.node.place, value: of, text: of },
    });
    const known = nameOf('provider', providersOf(reading))(at(provider), reading);
    if (known === undefined) return undefined;
    const read = nameOf(`region of ${known}`, regionsOf(known, reading))(
      at(rest.join('/')),
      reading,
    );
    return read === undefined ? undefined : { provider: known, region: read };
  },
);

/** A place of one's own; the bare name of a provider's region was most likely meant as that. */
function ownRegion(name: string, spot: Spot, reading: Reading): Region | undefined {
  const meant = providersOf(reading).find((known) => regionsOf(known, reading).includes(name));
  if (meant === undefined) return { provider: 'own', region: name };
  return refuse(spot, reading, {
    expected: 'a region with its provider, or a name of your own',
    fix: `write "${meant}/${name}"`,
  });
}

const place: Reader<Coordinates> = mapping({
  lat: required(
    number({ least: -90, most: 90 }),
    'lat: 48.86',
    'Latitude in degrees, north positive.',
  ),
  lon: required(
    number({ least: -180, most: 180 }),
    'lon: 2.35',
    'Longitude in degrees, east positive.',
  ),
});

const site = mapping({
  region: optional(region, null, {
    about:
      'Region of a provider, such as `aws/us-east-1`, or a name of your own: sites of one region share its fate.',
    usual: 'the site’s own name',
  }),
  account: optional(text, null, {
    about: 'Trust domain: whoever owns its credentials can delete everything in it.',
    usual: 'the provider’s name',
  }),
  campus: optional(text, null, { about: 'Buildings of one campus share its fate.' }),
  storageOnly: optional(flag, false, {
    about: 'Whether it only keeps copies, like a vault: no service can run there.',
  }),
  at: optional(place, null, {
    about: 'Where the site is.',
    usual: 'where the region is, if the catalogue knows',
  }),
});

/** `sites:`, by name. */
export const sites: Reader<readonly Site[]> = named(
  { what: 'sites', each: site.form },
  (name, spot, reading) => {
    const read = site(spot, reading);
    if (read === undefined) return undefined;
    const { provider, region: area } = read.region ?? { provider: 'own', region: name };
    const { account, campus, storageOnly, at } = read;
    const where = at ?? regionAt(provider, area, reading);
    return {
      name,
      provider,
      region: area,
      account: account ?? provider,
      campus,
      storageOnly,
      at: where,
    };
  },
);

const pair = (names: readonly string[]): Reader<readonly string[]> =>
  checked(listOf('two sites', nameOf('site', names)), (ends, spot, reading) =>
    ends.length === 2 ? ends : refuse(spot, reading, { expected: 'a list of two sites' }),
  );

/** `links:`, by name. @param all the sites, to which they lead */
export function links(all: readonly Site[]): Reader<readonly Link[]> {
  const names = all.map(({ name }) => name);
  const shape = mapping({
    between: optional(pair(names), null, {
      about: 'The two sites that it joins.',
      usual: 'the sites in its name, such as `paris-lyon`',
    }),
    bandwidth: required(
      uncertain<BytesPerSecond>({ dimension: 'data rate', range: POSITIVE }),
      'bandwidth: 1 Gbit/s',
      'Nominal line rate, the same both ways.',
    ),
    efficiency: required(
      uncertain<Share>({ dimension: 'share', range: SOME_PART }),
      'efficiency: 94.5%',
      'What is left of the nominal rate after protocol overhead.',
    ),
    latency: optional(uncertain<Ms>({ dimension: 'duration', range: DURATION }), null, {
      about: 'One way.',
      usual: 'half the round trip between the regions, if the catalogue knows it',
    }),
  });
  const each = laidOver(extending(shape.form, 'links'), LEASED_LINE);
  const form = { kind: 'named', what: 'links', each } as const;
  return reader(form, (spot, reading) => {
    // Where nothing has to flow no link is needed.
    if (spot.node.kind === 'mapping' && spot.node.entries.size === 0) return [];
    const read = named({ what: 'links', each }, (name, at, into): Link | undefined => {
      const expanded = withEntries(at, 'links', into);
      const node = withBeneath(expanded, LEASED_LINE, into);
      const link = shape({ ...at, node }, into);
      const ends = link && endsOf(name, link.between ?? endsIn(name, names), { at, into });
      const latency = ends && (link.latency ?? measuredLatency(ends, all, { at, into }));
      if (!latency) return undefined;
      return { name, ends, bandwidth: link.bandwidth, efficiency: link.efficiency, latency };
    })(spot, reading);
    return read && withoutTwins(read, spot, reading);
  });
}

/**
 * The two sites in a name such as `virginia-ohio`. Site names may have hyphens themselves, so that a
 * name may be read in two ways: then all the sites in it are given.
 */
function endsIn(name: string, names: readonly string[]): readonly string[] {
  return names.flatMap((first) => {
    const second = name.slice(first.length + 1);
    return name.startsWith(`${first}-`) && names.includes(second) ? [first, second] : [];
  });
}

interface Context {
  readonly at: Spot;
  readonly into: Reading;
}

function endsOf(
  name: string,
  sitesNamed: readonly string[],
  { at, into }: Context,
): readonly [string, string] | undefined {
  const [first, second, ...more] = sitesNamed;
  if (first === undefined || second === undefined || more.length > 0) {
    return refuse(at, into, {
      expected: 'a link between two sites',
      got: more.length > 0 ? `any of ${listed(sitesNamed)}` : `no two sites in ${quoted(name)}`,
      fix: 'add "between: [<site>, <site>]"',
    });
  }
  if (first !== second) return [first, second];
  return refuse(at, into, {
    expected: 'a link between two different sites',
    got: `${first} at both ends`,
  });
}

function measuredLatency(
  ends: readonly [string, string],
  all: readonly Site[],
  { at, into }: Context,
): Uncertain<Ms> | undefined {
  const [a, b] = ends.map((end) => all.find(({ name }) => name === end)!);
  const unread = a!.provider === UNKNOWN || b!.provider === UNKNOWN;
  const trip = unread ? 0 : roundTripBetween(a!, b!, into);
  if (trip !== undefined) return { law: point(ms(trip / 2)), drawn: 'once' };
  const [from, to] = [a!, b!].map(({ provider, region: area }) => `${provider}/${area}`);
  return refuse({ ...at, path: pathTo(at.path, 'latency') }, into, {
    expected: `a latency: none is known between ${from!} and ${to!}`,
    got: 'no such key',
    fix: 'add "latency: 5 ms"',
  });
}

function withoutTwins(
  all: readonly Link[],
  spot: Spot,
  reading: Reading,
): readonly Link[] | undefined {
  const pairs = all.map(({ ends }) => ends.toSorted().join('\n'));
  const twin = firstTwin(pairs);
  if (twin < 0) return all;
  const first = all[pairs.indexOf(pairs[twin]!)]!;
  const name = all[twin]!.name;
  const node = valueOf(spot.node, name) ?? spot.node;
  return refuse({ node, path: pathTo(spot.path, name) }, reading, {
    expected: 'one link between two sites',
    got: `${first.name} and ${all[twin]!.name} between ${first.ends.join(' and ')}`,
  });
}
