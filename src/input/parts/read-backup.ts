import { type BytesPerSecond, type Ms, ms, type Share } from '../../base/units.js';
import { type BackupPolicy, type BackupStore, MEDIA } from '../../model/backup-policy.js';
import type { PriceList } from '../../model/prices.js';
import type { Site } from '../../model/site.js';
import { certain, uncertain } from '../figure/figure.js';
import { DURATION, LASTING, PART, POSITIVE, RATIO } from '../figure/range.js';
import { extending, laidOver } from '../form/form.js';
import {
  checked,
  firstTwin,
  itemsOf,
  listOf,
  mapping,
  oneOrMore,
  optional,
  required,
} from '../form/shape.js';
import { flag, nameOf, oneOf, text } from '../form/words.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { withBeneath } from '../use.js';
import { valueOf, writtenShort } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { retention } from './read-retention.js';

const period = certain<Ms>({ dimension: 'duration', range: LASTING });
const rate = uncertain<BytesPerSecond>({ dimension: 'data rate', range: POSITIVE });

/** Words that stand for having one or none, but do not say how long. */
const FLAG_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', 'no', 'off', 'never', ''].map((word) => [word, false] as const),
]);

/** `none` undoes what a preset has. */
const periodOrNone: Reader<Ms | 'none'> = reader(
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

/** Policies of one strategy, and further stores of one policy. */
const MOST_POLICIES = 20;

/** What stands under every backup policy that does not say `use`. */
const USUAL = 'models/backups/object-store.yaml';

/** What a policy is read against. */
interface Around {
  readonly sites: readonly Site[];
  /** Storage classes that have a price; null where nothing is priced. */
  readonly classes: readonly string[] | null;
}

/** The keys of a place that keeps copies. */
function storeKeys({ sites, classes }: Around) {
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
    storage: required(
      classes ? nameOf('storage class', classes) : text,
      'storage: object',
      'Storage class in the price list.',
    ),
  };
}

/** A further store; it keeps as the policy does unless it says otherwise. */
function copyShape(around: Around) {
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
  });
}

function policyShape(around: Around) {
  return mapping({
    name: optional(text, 'backups', { about: 'To tell several policies of one strategy apart.' }),
    ...storeKeys(around),
    full: required(period, 'full: 1 week', 'Period of full copies.'),
    incremental: optional(periodOrNone, 'none' as const, {
      about: 'Period of copies of what changed since the point before.',
    }),
    offset: optional(certain<Ms>({ dimension: 'duration', range: DURATION }), ms(0), {
      about:
        'First capture after the start of the horizon; the schedule has been running for ever.',
      usual: '0 s',
    }),
    overhead: required(
      uncertain<Ms>({ dimension: 'duration', range: DURATION }),
      'overhead: 5 min',
      'Part of a job’s length that does not depend on its bytes.',
    ),
    throughput: required(
      rate,
      'throughput: 278 MB/s',
      'Most that a job can send, before the link’s own limit.',
    ),
    restoreRate: required(
      rate,
      'restoreRate: 278 MB/s',
      'Most that a restore can write at the target, in bytes before reduction.',
    ),
    reduction: required(
      uncertain<Share>({ dimension: 'count', range: RATIO }),
      'reduction: 2',
      'Bytes kept in the service per byte stored: compression and deduplication.',
    ),
    jobFailure: required(
      uncertain<Share>({ dimension: 'share', range: PART }),
      'jobFailure: 4%',
      'Chance that a job fails, visibly; the next one is tried as planned.',
    ),
    asOf: required(
      oneOf(['start', 'end']),
      'asOf: start',
      'Which state a point gives back: that at the job’s start (a snapshot) or end (with its log).',
    ),
    keep: required(
      retention,
      'keep: 5 weeks',
      'How long points are kept; what a point builds on is kept as long as it.',
    ),
    verify: optional(periodOrNone, 'none' as const, {
      about: 'Period of restore tests, which find points that cannot be restored.',
    }),
    copies: optional(listOf('further stores', copyShape(around), MOST_POLICIES), [], {
      about: 'Further stores: each is sent a point when the store before it has it whole.',
    }),
  });
}

type Read<T> = T extends Reader<infer U> ? U : never;
type PolicyRead = Read<ReturnType<typeof policyShape>>;
type StoreRead = Pick<BackupStore, 'store' | 'medium' | 'retention' | 'offline' | 'storage'> & {
  readonly account: string | null;
  readonly immutable: Ms | 'none';
};

const given = (value: Ms | 'none') => (value === 'none' ? null : value);

function storeOf(read: StoreRead, { sites }: Around): BackupStore {
  const { store, account, medium, immutable, offline, storage } = read;
  const owner = account ?? sites.find(({ name }) => name === store)?.account ?? '';
  return {
    store,
    account: owner,
    medium,
    retention: read.retention,
    immutable: given(immutable),
    offline,
    storage,
  };
}

function policyOf(read: PolicyRead, around: Around): BackupPolicy {
  const { keep, copies, verify, incremental, ...rest } = read;
  const store = storeOf({ ...rest, retention: keep }, around);
  return {
    ...rest,
    ...store,
    incremental: given(incremental),
    verify: given(verify),
    copies: copies.map(({ keep: own, storage, ...copy }) =>
      storeOf({ ...copy, retention: own ?? keep, storage: storage ?? store.storage }, around),
    ),
  };
}

function sensible(policy: BackupPolicy, spot: Spot, reading: Reading): BackupPolicy | undefined {
  const { full, incremental, offset, retention: kept, copies } = policy;
  if (incremental !== null && incremental >= full) {
    return refuse(keyOf(spot, 'incremental'), reading, {
      expected: 'incrementals more often than full copies',
      got: `${figureIn(spot, 'incremental')} with full copies every ${figureIn(spot, 'full')}`,
      fix: 'write "incremental: none" for full copies only',
    });
  }
  if (offset >= full) {
    return refuse(keyOf(spot, 'offset'), reading, {
      expected: 'an offset shorter than the full period',
      got: `${figureIn(spot, 'offset')} with full copies every ${figureIn(spot, 'full')}`,
      fix: 'write what is left of the offset after whole periods',
    });
  }
  const places = [spot, ...itemsOf(keyOf(spot, 'copies'))];
  for (const [number, one] of [kept, ...copies.map((copy) => copy.retention)].entries()) {
    const { age, ...counts } = one;
    if (age === null || age >= full || Object.values(counts).some((count) => count > 0)) continue;
    const place = places[number] ?? spot;
    return refuse(keyOf(place, 'keep'), reading, {
      expected: 'copies kept at least until the next full one',
      got: `${figureIn(place, 'keep')} with full copies every ${figureIn(spot, 'full')}`,
      fix: 'write a longer "keep", or a shorter "full"',
    });
  }
  const stores = [policy, ...copies].map((place) => `${place.store}\n${place.medium}`);
  const twin = firstTwin(stores);
  if (twin < 0) return policy;
  return refuse(places[twin] ?? spot, reading, {
    expected: 'copies in different stores',
    got: `${stores[twin]!.replace('\n', ', ')} twice`,
    fix: 'name another site, or another medium',
  });
}

/** What stands under a key of a policy; the policy itself where its preset says it. */
function keyOf({ node, path }: Spot, key: string): Spot {
  const value = valueOf(node, key);
  const own = value !== undefined && value.place.file === node.place.file;
  return own ? { node: value, path: pathTo(path, key) } : { node, path };
}

/** A figure as it was written, without its source. */
function figureIn({ node }: Spot, key: string): string {
  const value = valueOf(node, key);
  return value === undefined ? 'none' : writtenShort(valueOf(value, 'value') ?? value);
}

/** `backups:`, one policy or a list of policies with names. */
export function backups(
  sites: readonly Site[],
  prices: PriceList | null,
): Reader<readonly BackupPolicy[]> {
  const around = { sites, classes: prices && [...prices.storage.keys()] };
  const policy = checked(policyShape(around), (read, spot, reading) =>
    sensible(policyOf(read, around), spot, reading),
  );
  const one = reader(laidOver(extending(policy.form, 'backups'), USUAL), (spot, reading) =>
    policy({ ...spot, node: withBeneath(spot.node, USUAL, reading) }, reading),
  );
  const several = oneOrMore('policies', one, MOST_POLICIES);
  return reader(several.form, (spot, reading) => {
    const policies = several(spot, reading);
    const names = policies?.map(({ name }) => name) ?? [];
    const twin = firstTwin(names);
    if (twin < 0) return policies;
    return refuse(itemsOf(spot)[twin]!, reading, {
      expected: 'backup policies of different names',
      got: `a second "${names[twin]!}"`,
      fix: 'add "name: …" to tell them apart',
    });
  });
}
