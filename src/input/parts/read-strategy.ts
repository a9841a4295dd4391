import type { MoneyPerHour, Ms, Share } from '../../base/units.js';
import type { PriceList } from '../../model/prices.js';
import { PHASES, type Step } from '../../model/runbook.js';
import type { Site } from '../../model/site.js';
import type { Cost, Detection, Standby, Strategy } from '../../model/strategy.js';
import { certain, uncertain } from '../figure/figure.js';
import { valueOf } from '../yaml/located-tree.js';
import { AMOUNT, DURATION, LASTING, SOME_PART } from '../figure/range.js';
import { backups } from './read-backup.js';
import { none } from './read-service.js';
import { type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { checked, itemsOf, listOf, mapping, named, optional, required } from '../form/shape.js';
import { withBeneath, withEntries } from '../use.js';
import { flag, nameOf, oneOf, text } from '../form/words.js';
import { pathTo } from '../yaml/yaml-tree.js';

const time = uncertain<Ms>({ dimension: 'duration', range: DURATION });
const MOST_FAILURES = 1000;

/** What is not named takes no time. */
const AT_ONCE: Detection = { kind: 'after', time: none<Ms>() };

/** Failed checks in a row, a figure of the catalogue like any other. */
const failures: Reader<number> = checked(
  certain<number>({
    dimension: 'count',
    range: { least: 1, most: MOST_FAILURES, words: `a whole number from 1 to ${MOST_FAILURES}` },
  }),
  (count, spot, reading) =>
    Number.isInteger(count) ? count : refuse(spot, reading, { expected: 'a whole number' }),
);

const healthCheck = mapping({
  interval: required(certain<Ms>({ dimension: 'duration', range: LASTING }), 'interval: 30 s'),
  failures: required(failures, 'failures: 3'),
  timeout: required(certain<Ms>({ dimension: 'duration', range: DURATION }), 'timeout: 10 s'),
  phase: optional(certain<Ms>({ dimension: 'duration', range: DURATION }), null),
});

const detection: Reader<Detection> = (spot, reading) => {
  if (valueOf(spot.node, 'interval') !== undefined) {
    const check = healthCheck(spot, reading);
    return check && { kind: 'healthCheck', ...check };
  }
  const after = time(spot, reading);
  return after && { kind: 'after', time: after };
};

const stepShape = mapping({
  step: required(text, 'step: promote'),
  phase: optional(oneOf(PHASES), null),
  takes: optional(time, null),
  moves: optional(oneOf(['backup']), null),
  tail: optional(
    mapping({
      share: required(uncertain<Share>({ dimension: 'share', range: SOME_PART }), 'share: 10%'),
      lasts: required(time, 'lasts: 30 min'),
    }),
    null,
  ),
});

const step: Reader<Step> = checked(stepShape, (read, spot, reading): Step | undefined => {
  const phase = read.phase ?? PHASES.find((known) => known === read.step);
  if (phase === undefined) {
    return refuse(spot, reading, {
      expected: `a step with a phase: one of ${PHASES.join(', ')}`,
      got: `"${read.step}" without one`,
      fix: 'add "phase: …"',
    });
  }
  const { step: name, tail, takes, moves } = read;
  if ((takes === null) === (moves === null)) {
    return refuse(spot, reading, {
      expected: 'a step that either takes a time or moves the backup',
      fix: 'write "takes: 10 min" or "moves: backup"',
    });
  }
  return { name, phase, does: takes ? { kind: 'takes', time: takes } : { kind: 'moves' }, tail };
});

const steps = listOf('steps', step);

/** A failover sends nothing: its standby has the data. */
const failoverSteps: Reader<readonly Step[]> = checked(steps, (all, spot, reading) => {
  const moving = all.findIndex(({ does }) => does.kind === 'moves');
  if (moving < 0) return all;
  return refuse(itemsOf(spot)[moving]!, reading, {
    expected: 'a step that takes a time: a failover moves no backup',
  });
});

const failover = mapping({
  automatic: optional(flag, false),
  steps: optional(failoverSteps, []),
  ramp: optional(time, null),
});

const costs: Reader<readonly Cost[]> = named('costs', (name, spot, reading): Cost | undefined => {
  const rate = uncertain<MoneyPerHour>({ dimension: 'money per time', range: AMOUNT })(
    spot,
    reading,
  );
  return rate && { name, rate };
});

function standby(sites: readonly string[]): Reader<Standby> {
  const shape = mapping({
    site: required(nameOf('site', sites), 'site: …'),
    capacity: required(uncertain<Share>({ dimension: 'share', range: SOME_PART }), 'capacity: 50%'),
    replication: optional(oneOf(['async']), 'async' as const),
    apply: optional(time, none<Ms>()),
  });
  return (spot, reading) => {
    const read = shape(spot, reading);
    if (read === undefined) return undefined;
    const { site, capacity, replication: mode, apply } = read;
    return { site, capacity, replication: { mode, apply } };
  };
}

/** One, or a list of them. */
export function oneOrMore<T>(what: string, read: Reader<T>): Reader<readonly T[]> {
  return (spot, reading) => {
    if (spot.node.kind === 'list') return listOf(what, read)(spot, reading);
    const one = read(spot, reading);
    return one === undefined ? undefined : [one];
  };
}

/** Blocks of a preset that only the scenario can complete, and with which key. */
const PLACES = [
  { block: 'backups', key: 'store', example: 'backups: { store: <site> }' },
  { block: 'standby', key: 'site', example: 'standby: { site: <site> }' },
] as const;

/** What a preset leaves open is asked for where the strategy stands, not in the catalogue. */
function placesGiven(spot: Spot, reading: Reading): boolean {
  return PLACES.every(({ block, key, example }) => {
    const value = valueOf(spot.node, block);
    if (value?.kind !== 'mapping' || value.entries.has(key)) return true;
    refuse({ node: spot.node, path: pathTo(spot.path, block) }, reading, {
      expected: `${block} with a ${key}`,
      got: `no ${key}`,
      fix: `add "${example}"`,
    });
    return false;
  });
}

/** `strategies:`, by name, as written. @param prices null where nothing is priced */
export function strategies(
  all: readonly Site[],
  prices: PriceList | null,
): Reader<readonly Strategy[]> {
  const sites = all.map(({ name }) => name);
  const standbys = oneOrMore('standbys', standby(sites));
  const shape = mapping({
    title: optional(text, null),
    primary: required(nameOf('site', sites), `primary: ${sites[0] ?? 'here'}`),
    standby: optional(standbys, []),
    standbys: optional(standbys, []),
    backups: optional(backups(sites, prices), []),
    detection: optional(detection, AT_ONCE),
    decision: optional(time, none<Ms>()),
    failover: optional(failover, { automatic: false, steps: [], ramp: null }),
    restore: optional(mapping({ steps: optional(steps, []) }), { steps: [] }),
    failback: optional(mapping({ switchover: required(time, 'switchover: 10 min') }), {
      switchover: none<Ms>(),
    }),
    rebuildFromNothing: required(time, 'rebuildFromNothing: 60 days'),
    costs: optional(costs, []),
  });
  return named('strategies', (name, at, reading): Strategy | undefined => {
    const node = withDefaults(withEntries(at, 'strategies', reading), reading);
    const spot = {
      ...at,
      node: node.kind === 'mapping' ? { ...node, place: at.node.place } : node,
    };
    if (!placesGiven(spot, reading)) return undefined;
    const read = shape(spot, reading);
    if (read === undefined) return undefined;
    const { standby: one, standbys: more, ...rest } = read;
    return {
      ...rest,
      name,
      title: read.title ?? name,
      runbook: { reviewed: null, exercised: null },
      standbys: [...one, ...more],
    };
  });
}

/** What every strategy has unless it says otherwise. */
function withDefaults(node: Spot['node'], reading: Reading): Spot['node'] {
  return withBeneath(node, 'models/defaults/strategy.yaml', reading);
}
