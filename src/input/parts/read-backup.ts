import { type Ms, ms, type PerYear, type Share } from '../../base/units.js';
import type { BackupPolicy } from '../../model/backup-policy.js';
import { byAgeAlone } from '../../model/retention.js';
import type { PriceList } from '../../model/prices.js';
import type { Site } from '../../model/site.js';
import { uncertain } from '../figure/figure.js';
import { DURATION, FREQUENCY, PART, RATIO } from '../figure/range.js';
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
import { flag, integer, oneOf, text } from '../form/words.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { withBeneath } from '../use.js';
import { valueOf, writtenShort } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { none } from './read-service.js';
import { retention } from './read-retention.js';
import {
  type Around,
  furtherStoreOf,
  furtherStoreShape,
  given,
  period,
  periodOrNone,
  rate,
  storeKeys,
  storeOf,
  stretch,
} from './read-store.js';
import { jobWindow } from './read-window.js';

/** Policies of one strategy, and further stores of one policy. */
const MOST_POLICIES = 20;

/** What stands under every backup policy that does not say `use`. */
const USUAL = 'models/backups/object-store.yaml';

function policyShape(around: Around) {
  return mapping({
    name: optional(text, 'backups', { about: 'To tell several policies of one strategy apart.' }),
    ...storeKeys(around),
    full: required(period, 'full: 1 week', 'Period of full copies.'),
    differential: optional(periodOrNone, 'none' as const, {
      about: 'Period of copies of what changed since the full copy; a restore needs both.',
    }),
    incremental: optional(periodOrNone, 'none' as const, {
      about: 'Period of copies of what changed since the point before; a restore needs them all.',
    }),
    log: optional(periodOrNone, 'none' as const, {
      about:
        'Period in which the log of all writes is sent: gives back any instant up to the last one.',
    }),
    replayRate: required(
      rate,
      'replayRate: 60 MB/s',
      'Bytes of the log, before reduction, that a restore applies per second.',
    ),
    window: optional(jobWindow, null, {
      about: 'When jobs may run; one that has not ended when it closes is lost. Logs always may.',
      usual: 'always',
    }),
    snapshot: optional(flag, false, {
      about:
        'Whether copies stay within the storage of the live data: no bytes move, they are taken only where the service serves, and are lost with its equipment.',
    }),
    offset: optional(stretch, ms(0), {
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
    silentFaults: optional(
      uncertain<PerYear>({ dimension: 'frequency', range: FREQUENCY }),
      none<PerYear>(),
      {
        about:
          'How often a fault begins that nobody sees: no later point can be restored until a restore test finds it.',
        usual: '0 / year',
      },
    ),
    verify: optional(periodOrNone, 'none' as const, {
      about: 'Period of restore tests, which find points that cannot be restored.',
    }),
    tries: optional(integer({ least: 1, most: 100 }), 2, {
      about:
        'Restores that may turn out bad before only a point that passed a restore test is tried.',
    }),
    copies: optional(listOf('further stores', furtherStoreShape(around), MOST_POLICIES), [], {
      about:
        'Further stores: each is sent a point when the nearest store before it that a link joins has it whole.',
    }),
  });
}

type Read<T> = T extends Reader<infer U> ? U : never;
type PolicyRead = Read<ReturnType<typeof policyShape>>;
function policyOf(read: PolicyRead, around: Around): BackupPolicy {
  const { keep, copies, verify, differential, incremental, log, ...rest } = read;
  const store = storeOf({ ...rest, retention: keep }, around);
  return {
    ...rest,
    ...store,
    differential: given(differential),
    incremental: given(incremental),
    log: given(log),
    verify: given(verify),
    copies: copies.map((copy) => furtherStoreOf(copy, store, around)),
  };
}

function sensible(policy: BackupPolicy, spot: Spot, reading: Reading): BackupPolicy | undefined {
  const { full, offset, retention: kept, copies } = policy;
  const inVain = refuseRare(policy, spot, reading) ?? refuseInSnapshot(policy, spot, reading);
  if (inVain) return undefined;
  if (offset >= full) {
    return refuse(keyOf(spot, 'offset'), reading, {
      expected: 'an offset shorter than the full period',
      got: `${figureIn(spot, 'offset')} with full copies every ${figureIn(spot, 'full')}`,
      fix: 'write what is left of the offset after whole periods',
    });
  }
  const places = [spot, ...itemsOf(keyOf(spot, 'copies'))];
  for (const [number, one] of [kept, ...copies.map((copy) => copy.retention)].entries()) {
    if ((byAgeAlone(one) ?? full) >= full) continue;
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

/** What builds on another kind of copy comes more often than it. @returns whether it does not */
function refuseRare(policy: BackupPolicy, spot: Spot, reading: Reading): true | undefined {
  for (const [kind, rarer] of OFTEN) {
    const [own, other] = [policy[kind], policy[rarer]];
    if (own === null || other === null || own < other) continue;
    const word = rarer === 'full' ? 'full copies' : 'differentials';
    refuse(keyOf(spot, kind), reading, {
      expected: `${KIND_WORDS[kind]} more often than ${word}`,
      got: `${figureIn(spot, kind)} with ${word} every ${figureIn(spot, rarer)}`,
      fix: `write "${kind}: none" to leave them out`,
    });
    return true;
  }
  return undefined;
}

const KIND_WORDS = { differential: 'differentials', incremental: 'incrementals', log: 'logs' };
const OFTEN = [
  ['incremental', 'full'],
  ['differential', 'full'],
  ['incremental', 'differential'],
  ['log', 'full'],
] as const;

/** Copies within the storage of the live data are all of one kind and stay there. */
function refuseInSnapshot(policy: BackupPolicy, spot: Spot, reading: Reading): true | undefined {
  if (!policy.snapshot) return undefined;
  const { differential, incremental, log } = policy;
  const kinds = { differential, incremental, log, copies: policy.copies.length > 0 || null };
  const found = Object.entries(kinds).find(([, value]) => value !== null)?.[0];
  if (found === undefined) return undefined;
  refuse(keyOf(spot, found), reading, {
    expected: `a policy of snapshots without "${found}"`,
    got: `"${found}"`,
    fix: 'give what leaves the storage a policy of its own, with another name',
  });
  return true;
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
