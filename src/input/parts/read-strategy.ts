import { listed } from '../../base/listed.js';
import type { MoneyPerHour, Ms } from '../../base/units.js';
import type { PriceList } from '../../model/prices.js';
import type { Site } from '../../model/site.js';
import type { Cost, Detection, Strategy } from '../../model/strategy.js';
import { uncertain } from '../figure/figure.js';
import { instant } from '../figure/instant.js';
import { AMOUNT } from '../figure/range.js';
import { extending, laidOver } from '../form/form.js';
import { mapping, named, oneOrMore, optional, required } from '../form/shape.js';
import { nameOf, text } from '../form/words.js';
import { type Reader, type Reading, type Refusal, refuse, type Spot } from '../reading.js';
import { withBeneath, withEntries } from '../use.js';
import { valueOf } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { backups } from './read-backup.js';
import { detection, steps, time } from './read-runbook.js';
import { active, ALONE, AS_USUAL, fronts, placesOf } from './read-active.js';
import { relaysHold } from './read-relays.js';
import { standby } from './read-standby.js';
import { failover } from './read-failover.js';
import { investment } from './read-investment.js';
import { none } from './read-service.js';

/** More would be no help in comparing them. */
const MOST_STRATEGIES = 100;
const MOST_STANDBYS = 20;

/** What stands under every strategy. */
const USUAL = 'models/defaults/strategy.yaml';

/** What is not named takes no time. */
const AT_ONCE: Detection = { kind: 'after', time: none<Ms>() };

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
      if (spot.node.kind === 'scalar' || spot.node.kind === 'list') {
        return refuseUnmapped(spot, { shape, sites: all }, reading);
      }
      if (!placesGiven(spot, reading)) return undefined;
      const read = shape(spot, reading);
      if (read === undefined) return undefined;
      const { standby: one, standbys: more, primary, sites, active: every, ...rest } = read;
      const places = servingAt({ primary, sites, active: every }, spot, reading);
      if (!places) return undefined;
      const standbys = [...places.standbys, ...one, ...more];
      if (!relaysHold(standbys, spot, reading)) return undefined;
      if (!runbooksLead({ ...read, standbys }, spot, reading)) return undefined;
      return { ...rest, ...places, name, title: read.title ?? name, standbys };
    },
  );
}

/** Says what makes the shortest strategy: where it serves, which no other key has to say. */
function refuseUnmapped(
  spot: Spot,
  { shape, sites }: { shape: ReturnType<typeof strategyShape>; sites: readonly Site[] },
  reading: Reading,
): undefined {
  const { form } = shape;
  const keys = form.kind === 'mapping' ? Object.keys(form.keys) : [];
  return refuse(spot, reading, {
    expected: `a mapping with ${listed(keys)}`,
    fix: `write { primary: ${sites[0]?.name ?? '<site>'} }`,
  });
}

type StrategyRead = ReturnType<typeof strategyShape> extends Reader<infer T> ? T : never;

/** Where a strategy serves: at its primary, or at several sites beside each other. */
function servingAt(
  { primary, sites, active: each }: Pick<StrategyRead, 'primary' | 'sites' | 'active'>,
  { node, path }: Spot,
  reading: Reading,
): Pick<Strategy, 'primary' | 'capacity' | 'standbys'> | undefined {
  const at = (key: string): Spot => ({
    node: valueOf(node, key) ?? node,
    path: pathTo(path, key),
  });
  if (primary !== null && sites !== null) {
    return refuse(at('sites'), reading, {
      expected: 'either primary, or the sites that serve beside each other',
      got: 'both',
      fix: 'remove one of them',
    });
  }
  if (sites !== null) {
    return placesOf({ all: sites, each: each ?? AS_USUAL }, at('sites'), reading);
  }
  if (each !== null) {
    return refuse(at(primary === null ? 'sites' : 'primary'), reading, {
      expected: 'the sites that serve beside each other',
      got: primary === null ? 'no such key' : 'a primary',
      fix:
        primary === null
          ? 'add "sites: [<site>, <site>]"'
          : `write "sites: [${primary}, <site>]" instead`,
    });
  }
  if (primary !== null) return { primary, ...ALONE, standbys: [] };
  return refuse(at('primary'), reading, {
    expected: 'a value for "primary"',
    got: 'no such key',
    fix: `add "primary: <site>"`,
  });
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
  if (
    over.automatic &&
    standbys.length > 0 &&
    standbys.every(({ replication }) => replication.late)
  ) {
    return wrong('failover', {
      expected: 'a standby without a delay, which alone a rule can use',
      got: 'none',
      fix: 'write "automatic: false", or add another standby',
    });
  }
  if (over.mostLost !== null && !over.automatic) {
    return wrong('failover', {
      expected: 'a limit of what is lost only where nobody decides',
      got: 'mostLost without automatic',
      fix: 'add "automatic: true", or remove it',
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
    primary: optional(nameOf('site', sites), null, {
      about: 'Site that serves when all is well; this or sites.',
    }),
    sites: optional(fronts(sites), null, {
      about: 'Several sites that serve beside each other, each a share of the clients.',
    }),
    active: optional(active, null, { about: 'What holds at each of the sites that serve.' }),
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
      { automatic: false, mostLost: null, steps: [], ramp: null },
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
    investment: optional(investment, [], {
      about: 'What is paid once, before the first year, by name: equipment, a migration.',
    }),
  });
}
