import type { MoneyPerHour, Ms, Share } from '../../base/units.js';
import type { PriceList } from '../../model/prices.js';
import type { Site } from '../../model/site.js';
import type { Cost, Detection, Standby, Strategy } from '../../model/strategy.js';
import { uncertain } from '../figure/figure.js';
import { instant } from '../figure/instant.js';
import { AMOUNT, SOME_PART } from '../figure/range.js';
import { extending, laidOver } from '../form/form.js';
import { checked, mapping, named, oneOrMore, optional, required } from '../form/shape.js';
import { flag, nameOf, oneOf, text } from '../form/words.js';
import { type Reader, type Reading, type Refusal, refuse, type Spot } from '../reading.js';
import { withBeneath, withEntries } from '../use.js';
import { valueOf } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { backups } from './read-backup.js';
import { detection, failoverSteps, steps, time } from './read-runbook.js';
import { none } from './read-service.js';

/** More would be no help in comparing them. */
const MOST_STRATEGIES = 100;
const MOST_STANDBYS = 20;

/** What stands under every strategy. */
const USUAL = 'models/defaults/strategy.yaml';

/** What is not named takes no time. */
const AT_ONCE: Detection = { kind: 'after', time: none<Ms>() };

const failover = mapping({
  automatic: optional(flag, false, {
    about: 'Whether it fires at detection, without people, whenever a standby is usable.',
  }),
  steps: optional(failoverSteps, [], { about: 'In order, until the standby accepts traffic.' }),
  ramp: optional(time, null, {
    about: 'From accepting traffic until full capacity.',
    usual: 'what stands ready is all there is',
  }),
});

const costRate = uncertain<MoneyPerHour>({ dimension: 'money per time', range: AMOUNT });
const costs: Reader<readonly Cost[]> = named(
  { what: 'costs', each: costRate.form },
  (name, spot, reading): Cost | undefined => {
    const rate = costRate(spot, reading);
    return rate && { name, rate };
  },
);

const runbook = mapping({
  reviewed: optional(instant, null, {
    about: 'When the runbook was last read against reality.',
    usual: 'nobody says',
  }),
  exercised: optional(instant, null, {
    about: 'When recovery was last carried out, in a drill or in earnest.',
    usual: 'nobody says',
  }),
});

function standby(sites: readonly string[]): Reader<Standby> {
  const shape = mapping({
    site: required(nameOf('site', sites), 'site: …', 'Where it stands.'),
    capacity: required(
      uncertain<Share>({ dimension: 'share', range: SOME_PART }),
      'capacity: 50%',
      'Share of full capacity that stands ready.',
    ),
    replication: optional(oneOf(['async', 'sync']), 'async' as const, {
      about:
        'How it receives the writes: a moment later, or before they count (`sync`), which loses ' +
        'nothing while both places are in touch.',
    }),
    apply: optional(time, none<Ms>(), {
      about: 'With async: from a write’s arrival until a promotion would keep it.',
      usual: '0 s',
    }),
  });
  return checked(shape, ({ site, capacity, replication: mode, apply }) => ({
    site,
    capacity,
    replication: { mode, apply },
  }));
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
  const shape = strategyShape(all, prices);
  const each = laidOver(extending(shape.form, 'strategies'), USUAL);
  return named(
    { what: 'strategies', each, most: MOST_STRATEGIES },
    (name, at, reading): Strategy | undefined => {
      const node = withBeneath(withEntries(at, 'strategies', reading), USUAL, reading);
      const spot = {
        ...at,
        node: node.kind === 'mapping' ? { ...node, place: at.node.place } : node,
      };
      if (!placesGiven(spot, reading)) return undefined;
      const read = shape(spot, reading);
      if (read === undefined) return undefined;
      const { standby: one, standbys: more, ...rest } = read;
      if (!runbooksLead({ ...read, standbys: [...one, ...more] }, spot, reading)) return undefined;
      return { ...rest, name, title: read.title ?? name, standbys: [...one, ...more] };
    },
  );
}

/**
 * Whether the runbooks can be carried out: a failover needs a standby, and a restore without a step
 * that restores would take no time.
 */
function runbooksLead(
  strategy: Pick<Strategy, 'standbys' | 'backups' | 'failover' | 'restore'>,
  { node, path }: Spot,
  reading: Reading,
): boolean {
  const { standbys, backups: policies, failover: over, restore } = strategy;
  const wrong = (key: string, refusal: Refusal) => {
    refuse({ node, path: pathTo(path, key) }, reading, refusal);
    return false;
  };
  if (standbys.length === 0 && (over.automatic || over.steps.length > 0)) {
    return wrong('standby', {
      expected: 'a standby that the failover leads to',
      got: 'none',
      fix: 'add "standby: { site: <site> }"',
    });
  }
  const restores = restore.steps.some(
    ({ does, phase }) => does.kind === 'moves' || phase === 'restore',
  );
  if (policies.length === 0 || restores) return true;
  return wrong('restore', {
    expected: 'a step that restores the backups, or they would be back in no time',
    got: restore.steps.length === 0 ? 'no steps' : 'no such step',
    fix: 'add "restore: { steps: [{ step: restore, moves: backup }] }"',
  });
}

function strategyShape(all: readonly Site[], prices: PriceList | null) {
  const sites = all.map(({ name }) => name);
  const standbys = oneOrMore('standbys', standby(sites), MOST_STANDBYS);
  return mapping({
    title: optional(text, null, { about: 'Its name for people.', usual: 'its key' }),
    primary: required(
      nameOf('site', sites),
      `primary: ${sites[0] ?? 'here'}`,
      'Site that serves when all is well.',
    ),
    standby: optional(standbys, [], { about: 'A second site with live data that can take over.' }),
    standbys: optional(standbys, [], { about: 'Several of them.' }),
    backups: optional(backups(all, prices), [], { about: 'Regular copies to a store.' }),
    detection: optional(detection, AT_ONCE, {
      about: 'How a hard failure is noticed: after a time, or by health checks.',
      usual: 'at once',
    }),
    decision: optional(time, none<Ms>(), {
      about: 'From detection until people have chosen a path: page, diagnose, declare.',
      usual: '0 s',
    }),
    failover: optional(
      failover,
      { automatic: false, steps: [], ramp: null },
      { about: 'How a standby takes over.' },
    ),
    restore: optional(
      mapping({
        steps: optional(steps, [], {
          about: 'In order, until the restored service accepts traffic.',
        }),
      }),
      { steps: [] },
      { about: 'How the service is restored from a backup.' },
    ),
    failback: optional(
      mapping({
        switchover: required(time, 'switchover: 10 min', 'Downtime of the planned return.'),
      }),
      { switchover: none<Ms>() },
      { about: 'The return to the primary once it stands again.' },
    ),
    rebuildFromNothing: required(
      time,
      'rebuildFromNothing: 60 days',
      'From the moment all copies are known to be lost until the service restarts empty.',
    ),
    runbook: optional(
      runbook,
      { reviewed: null, exercised: null },
      { about: 'When people last saw to it that recovery would work.' },
    ),
    costs: optional(costs, [], {
      about: 'Costs that no price list knows, by name: licences, retainers, contracts.',
    }),
  });
}
