import { type BytesPerSecond, type Ms, ms, YEAR } from '../../base/units.js';
import type { ReplicationPolicy } from '../../model/replication-policy.js';
import { certain, uncertain } from '../figure/figure.js';
import { DURATION, LASTING, POSITIVE, type Range } from '../figure/range.js';
import { checked, mapping, optional } from '../form/shape.js';
import { oneOf } from '../form/words.js';
import { reader, type Reader, refuse, type Spot } from '../reading.js';
import { valueOf } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { time } from './read-runbook.js';
import { none } from './read-service.js';

/** What stands under `replication`; `apply` stands beside it. */
type Sending = Omit<ReplicationPolicy, 'apply'>;

/** A copy that is further behind is no standby. */
const WHILE: Range = {
  least: 0,
  above: true,
  most: YEAR,
  words: 'longer than 0 and at most a year',
};

/** Writes are sent on a moment later, whatever happens. */
const A_MOMENT_LATER: Sending = {
  mode: 'async',
  onPartition: 'degrade',
  reconnect: ms(0),
  keeps: null,
  late: null,
};

const MODES = ['async', 'sync'] as const;
const mode = oneOf(MODES);

/** What may be said of any replication. */
const keys = {
  mode: optional(mode, 'async' as const, {
    about:
      'A moment later, or before they count (`sync`), which loses nothing while both places are in touch.',
  }),
  reconnect: optional(certain<Ms>({ dimension: 'duration', range: DURATION }), ms(0), {
    about:
      'Longest pause after a cut until sending goes on: it is anywhere up to the length of the cut, ' +
      'or up to this.',
    usual: '0 s',
  }),
  keeps: optional(certain<Ms>({ dimension: 'duration', range: LASTING }), null, {
    about:
      'How long the source keeps what the copy has not received: out of touch for longer, it is ' +
      'sent all data anew.',
    usual: 'for ever',
  }),
};

const partitionKey = {
  onPartition: optional(oneOf(['degrade', 'halt']), 'degrade' as const, {
    about:
      'With sync, while they are out of touch: the seat goes on alone, or stops until they are in ' +
      'touch again or people have noticed and decided to let it go on alone.',
  }),
};

const lateKeys = {
  delay: optional(certain<Ms>({ dimension: 'duration', range: WHILE }), null, {
    about:
      'How long after a write the standby applies it, which it receives at once: until then it can ' +
      'be rolled forward to just before what was damaged. With async only.',
    usual: 'it applies at once',
  }),
  replayRate: optional(
    uncertain<BytesPerSecond>({ dimension: 'data rate', range: POSITIVE }),
    null,
    { about: 'How fast a standby with a delay applies what it has received when it is needed.' },
  ),
};

/** The keys of a standby's replication as one part of the model. */
const sending: Reader<Sending> = checked(
  mapping({ ...keys, ...partitionKey, ...lateKeys }),
  ({ delay, replayRate, ...read }, spot, reading) => {
    if (read.onPartition === 'halt' && read.mode === 'async') {
      return refuse(below(spot, 'onPartition'), reading, {
        expected: 'replication that halts to be synchronous',
        got: 'async',
        fix: 'add "mode: sync"',
      });
    }
    if (delay === null && replayRate === null) return { ...read, late: null };
    if (read.mode === 'sync') {
      return refuse(below(spot, delay === null ? 'replayRate' : 'delay'), reading, {
        expected: 'no delay: a synchronous standby has applied what counts',
        fix: 'remove it, or write "mode: async"',
      });
    }
    if (delay !== null && replayRate !== null) return { ...read, late: { delay, replayRate } };
    const [given, missing, example] =
      delay === null
        ? ['replayRate', 'delay', 'delay: 4 h']
        : ['delay', 'replayRate', 'replayRate: 50 MB/s'];
    return refuse(below(spot, given), reading, {
      expected: `a ${missing} beside it`,
      got: 'no such key',
      fix: `add "${example}"`,
    });
  },
);

function below({ node, path }: Spot, key: string): Spot {
  return { node: valueOf(node, key) ?? node, path: pathTo(path, key) };
}

/** Just the mode, or a mapping with all that there is to say. */
function modeOr(all: Reader<Sending>): Reader<Sending> {
  return reader({ kind: 'either', of: [mode.form, all.form] }, (spot, reading) => {
    if (spot.node.kind === 'mapping') return all(spot, reading);
    const read = mode(spot, reading);
    return read && { ...A_MOMENT_LATER, mode: read };
  });
}

const apply = optional(time, none<Ms>(), {
  about: 'With async: from a write’s arrival until a promotion would keep it.',
  usual: '0 s',
});

const about =
  'How it receives the writes: a moment later, or before they count (`sync`), which loses ' +
  'nothing while both places are in touch.';

/** How a standby receives the writes. */
export const standbyReplication = {
  replication: optional(modeOr(sending), A_MOMENT_LATER, { about, usual: 'async' }),
  apply,
};

/** How sites that serve beside each other receive each other's: none of them waits for another. */
export const frontReplication = {
  replication: optional(
    modeOr(checked(mapping(keys), (read) => ({ ...A_MOMENT_LATER, ...read }))),
    A_MOMENT_LATER,
    { about, usual: 'async' },
  ),
  apply,
};

/** What holds where nothing is said. */
export const USUAL_REPLICATION: ReplicationPolicy = { ...A_MOMENT_LATER, apply: none<Ms>() };
