import { type BytesPerSecond, type Ms, ms, type Share } from '../../base/units.js';
import type { BackupPolicy } from '../../model/backup-policy.js';
import { keptFor } from '../../model/retention.js';
import type { PriceList } from '../../model/prices.js';
import { certain, uncertain } from '../figure/figure.js';
import { DURATION, LASTING, PART, POSITIVE, RATIO } from '../figure/range.js';
import { type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { allOf, checked, itemsOf, mapping, optional, required } from '../form/shape.js';
import { withBeneath } from '../use.js';
import { nameOf, oneOf, text } from '../form/words.js';

const period = certain<Ms>({ dimension: 'duration', range: LASTING });
const rate = uncertain<BytesPerSecond>({ dimension: 'data rate', range: POSITIVE });

/** `none` undoes the incrementals of a preset. */
const periodOrNone: Reader<Ms | 'none'> = (spot, reading) =>
  spot.node.kind === 'scalar' && spot.node.value === 'none' ? 'none' : period(spot, reading);

/** What stands under every backup policy that does not say `use`. */
const USUAL = 'models/backups/object-store.yaml';

function policy(sites: readonly string[], prices: PriceList | null): Reader<BackupPolicy> {
  const classes = prices && [...prices.storage.keys()];
  const shape = mapping({
    name: optional(text, 'backups'),
    store: required(nameOf('site', sites), 'store: …'),
    full: required(period, 'full: 1 week'),
    incremental: optional(periodOrNone, 'none' as const),
    offset: optional(certain<Ms>({ dimension: 'duration', range: DURATION }), ms(0)),
    overhead: required(
      uncertain<Ms>({ dimension: 'duration', range: DURATION }),
      'overhead: 5 min',
    ),
    throughput: required(rate, 'throughput: 278 MB/s'),
    restoreRate: required(rate, 'restoreRate: 278 MB/s'),
    reduction: required(uncertain<Share>({ dimension: 'count', range: RATIO }), 'reduction: 2'),
    jobFailure: required(uncertain<Share>({ dimension: 'share', range: PART }), 'jobFailure: 4%'),
    asOf: required(oneOf(['start', 'end']), 'asOf: start'),
    keep: required(period, 'keep: 5 weeks'),
    storage: required(classes ? nameOf('storage class', classes) : text, 'storage: object'),
  });
  return checked(shape, sensible);
}

type Policy = Omit<
  BackupPolicy,
  'incremental' | 'account' | 'medium' | 'retention' | 'immutable' | 'offline' | 'verify' | 'copies'
> & { readonly incremental: Ms | 'none' };

function sensible(read: Policy, spot: Spot, reading: Reading): BackupPolicy | undefined {
  const incremental = read.incremental === 'none' ? null : read.incremental;
  if (incremental !== null && incremental >= read.full) {
    return refuse(spot, reading, {
      expected: 'incrementals more often than full copies',
      got: 'an incremental period that is not shorter than the full one',
      fix: 'write "incremental: none" for full copies only',
    });
  }
  if (read.offset >= read.full) {
    return refuse(spot, reading, {
      expected: 'an offset shorter than the full period',
      got: 'one that is not',
    });
  }
  if (read.keep < read.full) {
    return refuse(spot, reading, {
      expected: 'copies kept at least until the next full one',
      got: '"keep" shorter than the full period',
    });
  }
  return {
    ...read,
    incremental,
    account: '',
    medium: 'object',
    retention: keptFor(read.keep),
    immutable: null,
    offline: false,
    verify: null,
    copies: [],
  };
}

/** `backups:`, one policy or a list of policies with names. */
export function backups(
  sites: readonly string[],
  prices: PriceList | null,
): Reader<readonly BackupPolicy[]> {
  const read = policy(sites, prices);
  return (spot, reading) => {
    if (spot.node.kind === 'broken') return undefined;
    const policies = allOf(
      itemsOf(spot).map((item) =>
        read({ ...item, node: withBeneath(item.node, USUAL, reading) }, reading),
      ),
    );
    const names = policies?.map(({ name }) => name) ?? [];
    const twin = names.findIndex((name, number) => names.indexOf(name) < number);
    if (twin < 0) return policies;
    return refuse(itemsOf(spot)[twin]!, reading, {
      expected: 'backup policies of different names',
      got: `a second "${names[twin]!}"`,
      fix: 'add "name: …" to tell them apart',
    });
  };
}
