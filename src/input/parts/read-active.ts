import { type Share, share } from '../../base/units.js';
import type { Standby, Strategy } from '../../model/strategy.js';
import type { Uncertain } from '../../model/uncertain.js';
import { point } from '../../random/point.js';
import { certain, uncertain } from '../figure/figure.js';
import { SOME_PART } from '../figure/range.js';
import {
  checked,
  firstTwin,
  itemsOf,
  listOf,
  mapping,
  optional,
  required,
  sized,
} from '../form/shape.js';
import { nameOf } from '../form/words.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { frontReplication, USUAL_REPLICATION } from './read-replication.js';

/** More sites would be no help in comparing strategies. */
const MOST_SITES = 20;
/** Shares of the clients are written in whole percents or finer. */
const ROUNDING = 1e-9;

const WHOLE: Uncertain<Share> = { law: point(1), drawn: 'once' };

const capacity = uncertain<Share>({ dimension: 'share', range: SOME_PART });

/** `active:`, what holds at each of the sites that serve beside each other. */
export const active = mapping({
  capacity: optional(capacity, WHOLE, {
    about: 'Share of full capacity at each of the sites.',
    usual: '100%',
  }),
  ...frontReplication,
});

interface Front {
  readonly site: string;
  readonly clients: Share | null;
  readonly capacity: Uncertain<Share> | null;
}

function front(sites: readonly string[]): Reader<Front> {
  const named = nameOf('site', sites);
  const shape = mapping({
    site: required(named, 'site: …', 'Where it serves.'),
    clients: optional(certain<Share>({ dimension: 'share', range: SOME_PART }), null, {
      about: 'Share of the clients that it serves.',
      usual: 'an equal part of what the others leave',
    }),
    capacity: optional(capacity, null, {
      about: 'Share of full capacity there.',
      usual: 'as `active` says',
    }),
  });
  return reader({ kind: 'either', of: [named.form, shape.form] }, (spot, reading) => {
    if (spot.node.kind === 'mapping') return shape(spot, reading);
    const site = named(spot, reading);
    return site === undefined ? undefined : { site, clients: null, capacity: null };
  });
}

/** `sites:` of a strategy, those that serve beside each other, with the share of each. */
export function fronts(sites: readonly string[]): Reader<readonly Front[]> {
  return checked(
    sized(listOf('sites', front(sites), MOST_SITES), { least: 2 }),
    (all, spot, reading) => {
      const twin = firstTwin(all.map(({ site }) => site));
      if (twin >= 0) {
        return refuse(itemsOf(spot)[twin]!, reading, { expected: 'each of the sites once' });
      }
      if (all.length < 2) {
        return refuse(spot, reading, {
          expected: 'two sites or more that serve beside each other',
          got: `${all.length}`,
          fix: 'write "primary: <site>" for one',
        });
      }
      const given = all.flatMap(({ clients }) => clients ?? []).reduce((sum, one) => sum + one, 0);
      const open = all.filter(({ clients }) => clients === null).length;
      const right = open > 0 ? given < 1 - ROUNDING : Math.abs(given - 1) <= ROUNDING;
      if (right) {
        return all.map((one) => ({ ...one, clients: one.clients ?? share((1 - given) / open) }));
      }
      return refuse(spot, reading, {
        expected: 'shares of the clients that add up to 100%',
        got: `${Number((given * 100).toPrecision(6))}%${open > 0 ? ' before the rest have any' : ''}`,
        fix: 'leave "clients" out to part them evenly',
      });
    },
  );
}

type Active = typeof active extends Reader<infer T> ? T : never;

/** The sites that serve, which carry the peak together: the first stands for the primary. */
export function placesOf(
  { all, each }: { all: readonly Front[]; each: Active },
  spot: Spot,
  reading: Reading,
): Pick<Strategy, 'primary' | 'capacity' | 'standbys'> | undefined {
  const [first, ...others] = all;
  const { capacity: usual, replication, apply } = each;
  const sum = all.reduce((sofar, one) => sofar + (one.capacity ?? usual).law.mean, 0);
  if (sum < 1 - ROUNDING) {
    return refuse(spot, reading, {
      expected: 'sites that together carry the peak: a capacity of 100% or more in all',
      got: `${Number((100 * sum).toPrecision(3))}%`,
      fix: `write "active: { capacity: ${Math.ceil(100 / all.length)}% }" or more`,
    });
  }
  return {
    primary: first!.site,
    capacity: first!.capacity ?? usual,
    standbys: others.map((one): Standby => ({
      site: one.site,
      capacity: one.capacity ?? usual,
      clients: one.clients!,
      from: null,
      replication: { ...replication, apply },
    })),
  };
}

/** A strategy that serves at one site. */
export const ALONE = { capacity: WHOLE } as const;

/** Sites that serve beside each other of which nothing more is said. */
export const AS_USUAL: Active = {
  ...ALONE,
  replication: USUAL_REPLICATION,
  apply: USUAL_REPLICATION.apply,
};
