import type { Luck } from './luck.js';
import { MEDIA } from '../../src/model/backup-policy.js';
import { PHASES } from '../../src/model/runbook.js';
import type { Form, MappingForm } from '../../src/input/form/form.js';
import { type FormMaker, type Making, mappingIn, mappingOf, valueOfForm } from './from-form.js';
import type { Cast } from './cast.js';

/** Steps of a failover: each takes a time. */
export const failoverSteps: Making = (form, maker, at) =>
  maker.luck.times(maker.luck.below(4), (number) =>
    step(form, maker, at, { number, moves: false }),
  );

/** Steps of a restore, one of which moves the backup. */
export const restoreSteps: Making = (form, maker, at) =>
  maker.luck.times(2 + maker.luck.below(3), (number) =>
    step(form, maker, at, { number, moves: number === 1 }),
  );

function step(
  form: Form,
  maker: FormMaker,
  at: string,
  { number, moves }: { number: number; moves: boolean },
): unknown {
  const shape = mappingIn((form as Extract<Form, { kind: 'list' }>).each);
  const known = maker.luck.chance(0.5);
  const takes = valueOfForm(shape.keys['takes']!.form, maker, `${at}[].takes`);
  return mappingOf(shape, maker, `${at}[]`, {
    step: known ? maker.luck.pick(PHASES) : `step ${number}`,
    ...(!known && { phase: maker.luck.pick(PHASES) }),
    ...(moves ? { moves: 'backup', takes: undefined } : { moves: undefined, takes }),
  });
}

/** Of full copies, differentials, incrementals and logs, each more often than the one before. */
const PERIODS = [
  ['1 week', '2 days', '1 day', '1 h'],
  ['1 day', '12 h', '6 h', '5 min'],
  ['6 h', '2 h', '1 h', '15 min'],
  ['1 month', '1 week', '1 day', '30 min'],
  ['30 min', '10 min', '5 min', '1 min'],
] as const;

/** One policy, or several of different names. */
export function backupPolicies(form: Form, maker: FormMaker, at: string, cast: Cast): unknown {
  const shape = mappingIn(form);
  const count = maker.luck.pick([1, 1, 1, 2, 3]);
  const made = maker.luck.times(count, (number) => policy(shape, maker, at, { cast, number }));
  return count === 1 && maker.luck.chance(0.6) ? made[0] : made;
}

function policy(
  form: MappingForm,
  maker: FormMaker,
  at: string,
  { cast, number }: { cast: Cast; number: number },
): unknown {
  const { luck } = maker;
  const places = luck.shuffled(
    cast.sites.flatMap((store) => MEDIA.map((medium) => [store, medium])),
  );
  const snapshot = luck.chance(0.1);
  const many = !snapshot && luck.chance(0.4);
  const [first, ...further] = places.slice(0, many ? 1 + luck.below(3) : 1);
  const shape = mappingIn((form.keys['copies']!.form as Extract<Form, { kind: 'list' }>).each);
  const copies = further.map(([store, medium]) =>
    mappingOf(shape, maker, `${at}.copies[]`, {
      store,
      medium,
      keep: luck.chance(0.8)
        ? undefined
        : retentionOf(shape.keys['keep']!.form, maker, `${at}.copies[].keep`),
    }),
  );
  return mappingOf(form, maker, at, {
    name: number === 0 ? undefined : `policy ${number}`,
    store: first![0],
    medium: first![1],
    snapshot: snapshot || luck.pick([undefined, undefined, false]),
    ...kindsOfCopies(luck, snapshot),
    offset: luck.chance(0.8) ? undefined : '4 min',
    ...(luck.chance(0.5) && { keep: undefined }),
    use: luck.chance(0.1) ? 'object-store' : undefined,
    copies: copies.length > 0 ? copies : undefined,
    ...usualRest(maker),
  });
}

/** How often each kind of copy is made; snapshots are full. */
function kindsOfCopies(luck: Luck, snapshot: boolean) {
  const [full, ...others] = luck.pick(PERIODS);
  if (snapshot) return { full, differential: undefined, incremental: 'none', log: undefined };
  const [differential, incremental, log] = others.map((period) => luck.pick([period, 'none']));
  return { full, differential, incremental, log };
}

/** Most policies leave these to the catalogue. */
function usualRest({ luck }: FormMaker) {
  const keys = [
    'overhead',
    'throughput',
    'restoreRate',
    'reduction',
    'jobFailure',
    'asOf',
    'storage',
  ];
  return Object.fromEntries(keys.filter(() => luck.chance(0.7)).map((key) => [key, undefined]));
}

/** How long points are kept, long enough for the usual periods. */
export const retentionOf: Making = (_, { luck }) => {
  if (luck.chance(0.4)) return luck.pick(['5 weeks', '1 year', '90 days']);
  const rules = ['last', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'].filter(() =>
    luck.chance(0.4),
  );
  const counts = Object.fromEntries(rules.map((rule) => [rule, 1 + luck.below(12)]));
  return {
    age: luck.pick(['40 days', '2 years']),
    ...counts,
    fulls: luck.pick([undefined, undefined, 3, '40 days']),
    within: luck.chance(0.5) ? undefined : withinOf(luck),
    counting: luck.pick([undefined, 'beyond']),
  };
};

function withinOf(luck: Luck): unknown {
  const span = () => luck.pick(['2 months', '1y2m3d', '40d', '9 years']);
  const rules = ['all', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'];
  return luck.chance(0.4)
    ? span()
    : Object.fromEntries(
        rules.filter((rule) => rule === 'all' || luck.chance(0.4)).map((rule) => [rule, span()]),
      );
}
