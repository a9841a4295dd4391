import { type BytesPerSecond, type Ms, ms } from '../../base/units.js';
import { type BackupStore, type FurtherStore, MEDIA } from '../../model/backup-policy.js';
import type { Retention } from '../../model/retention.js';
import type { Site } from '../../model/site.js';
import type { Uncertain } from '../../model/uncertain.js';
import { point } from '../../random/point.js';
import { certain, uncertain } from '../figure/figure.js';
import { DURATION, LASTING, POSITIVE } from '../figure/range.js';
import { type Field, mapping, optional, required } from '../form/shape.js';
import { flag, nameOf, oneOf, text } from '../form/words.js';
import { reader, type Reader, refuse } from '../reading.js';
import { retention } from './read-retention.js';

export const period = certain<Ms>({ dimension: 'duration', range: LASTING });
export const stretch = certain<Ms>({ dimension: 'duration', range: DURATION });
export const rate = uncertain<BytesPerSecond>({ dimension: 'data rate', range: POSITIVE });

/** Words that stand for having one or none, but do not say how long. */
const FLAG_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', 'never', ''].map((word) => [word, false] as const),
]);

/** A period; `none` undoes what a preset has. */
export const periodOrNone: Reader<Ms | 'none'> = reader(
  { kind: 'either', of: [period.form, { kind: 'word', words: ['none'] }] },
  (spot, reading) => {
    const { node } = spot;
    if (node.kind !== 'scalar') return period(spot, reading);
    if (node.value === 'none') return 'none';
    const given = FLAG_WORDS.get(node.text.toLowerCase());
    if (given === undefined) return period(spot, reading);
    const fix = given ? 'write how long, such as "30 days"' : 'write "none"';
    return refuse(spot, reading, { expected: 'a duration such as "30 days", or none', fix });
  },
);

/** Null for `none`. */
export const given = (value: Ms | 'none') => (value === 'none' ? null : value);

/** What a store is read against. */
export interface Around {
  readonly sites: readonly Site[];
  /** Storage classes that have a price; null where nothing is priced. */
  readonly classes: readonly string[] | null;
}

const AT_ONCE: Uncertain<Ms> = { law: point(0), drawn: 'each' };

/** The keys of a place that keeps copies. */
export function storeKeys({ sites, classes }: Around) {
  const names = sites.map(({ name }) => name);
  return {
    store: required(nameOf('site', names), 'store: …', 'Site where the copies are kept.'),
    account: optional(text, null, {
      about: 'Trust domain that owns the store.',
      usual: 'that of the site',
    }),
    medium: optional(oneOf(MEDIA), 'object' as const, {
      about: 'What the store is made of: the rule of 3-2-1 counts kinds.',
    }),
    immutable: optional(periodOrNone, 'none' as const, {
      about: 'For how long nobody can delete or change a point, not even the owner of the account.',
    }),
    offline: optional(flag, false, {
      about: 'Whether no credential reaches the copies: tape on a shelf, an air gap.',
    }),
    retrieve: optional(uncertain<Ms>({ dimension: 'duration', range: DURATION }), AT_ONCE, {
      about:
        'From asking for a copy until its first byte can be read: thaw of an archive class, a courier with tapes. It begins with the choice of the way back, beside the other steps.',
      usual: '0 s',
    }),
    readRate: optional(rate, null, {
      about: 'Most that the store gives per second, in bytes as stored.',
      usual: 'no limit of its own',
    }),
    serial: optional(flag, false, {
      about: 'Whether a restore reads everything before it writes, so that the times add up.',
    }),
    storage: required(
      classes ? nameOf('storage class', classes) : text,
      'storage: object',
      'Storage class in the price list.',
    ),
  } satisfies Record<string, Field<unknown>>;
}

/** A further store as read; what it leaves out is as in the first one. */
export interface FurtherStoreRead extends Omit<StoreRead, 'storage' | 'retention'> {
  readonly storage: string | null;
  readonly keep: Retention | null;
  readonly every: Ms | null;
  readonly hold: Ms;
  readonly takes: Ms | null;
}

/** A further store; it keeps as the policy does unless it says otherwise. */
export function furtherStoreShape(around: Around): Reader<FurtherStoreRead> {
  const { storage, ...keys } = storeKeys(around);
  return mapping({
    ...keys,
    keep: optional(retention, null, {
      about: 'How long points are kept there.',
      usual: 'as long as in the first store',
    }),
    storage: optional(storage.read, null, {
      about: storage.about,
      usual: 'that of the first store',
    }),
    every: optional(period, null, {
      about:
        'Only the first full copy of each stretch of this length is sent on, such as 4 weeks for a vault.',
      usual: 'every point is',
    }),
    hold: optional(stretch, ms(0), {
      about: 'How long a point stays in the store before until it is sent.',
      usual: '0 s',
    }),
    takes: optional(stretch, null, {
      about:
        'How long it is on its way whatever its size, by courier. A courier brings it back, too, in the time of `retrieve`.',
      usual: 'what the link between the stores takes',
    }),
  });
}

type StoreRead = Omit<BackupStore, 'account' | 'immutable'> & {
  readonly account: string | null;
  readonly immutable: Ms | 'none';
};

/** A store of the model. */
export function storeOf(read: StoreRead, { sites }: Around): BackupStore {
  const { store, account, medium, immutable, offline, storage, retrieve, readRate, serial } = read;
  const owner = account ?? sites.find(({ name }) => name === store)?.account ?? '';
  return {
    store,
    account: owner,
    medium,
    retention: read.retention,
    immutable: given(immutable),
    offline,
    retrieve,
    readRate,
    serial,
    storage,
  };
}

/** A further store of the model. @param first what holds where it says nothing */
export function furtherStoreOf(
  { keep, storage, every, hold, takes, ...read }: FurtherStoreRead,
  first: Pick<BackupStore, 'retention' | 'storage'>,
  around: Around,
): FurtherStore {
  const store = { ...read, retention: keep ?? first.retention, storage: storage ?? first.storage };
  return { ...storeOf(store, around), every, hold, takes };
}
