import { listed } from '../../base/listed.js';
import type { Ms, Share } from '../../base/units.js';
import type { Scope } from '../../model/fault-domain.js';
import type { Corruption, Effects, Wipe } from '../../model/threat.js';
import { uncertain } from '../figure/figure.js';
import { DURATION, LASTING, PART } from '../figure/range.js';
import { checked, mapping, optional, required } from '../form/shape.js';
import { flag, oneOf } from '../form/words.js';
import { reader, type Reader, type Reading, refuse, type Refusal, type Spot } from '../reading.js';
import { pathTo } from '../yaml/yaml-tree.js';
import { valueOf } from '../yaml/located-tree.js';
import { none } from './read-service.js';

const lasting = uncertain<Ms>({ dimension: 'duration', range: LASTING });
const duration = uncertain<Ms>({ dimension: 'duration', range: DURATION });
const part = uncertain<Share>({ dimension: 'share', range: PART });

/** What may say nothing: all that a flag in its place would have said. */
function usualIfEmpty<T>(shape: Reader<T>): Reader<T> {
  return reader(shape.form, (spot, reading) => {
    if (spot.node.kind !== 'scalar') return shape(spot, reading);
    return refuse(spot, reading, {
      expected: 'a mapping of what differs from the usual',
      fix: 'write {} where nothing does',
    });
  });
}

const corrupts: Reader<Corruption> = mapping({
  impact: optional(part, none<Share>(), {
    about: 'Share of the service that is lost while the damage stands.',
    usual: '0%',
  }),
  keepServing: optional(flag, false, {
    about: 'Whether the service goes on, damaged, until a clean state is ready to replace it.',
  }),
});

const wipe = mapping({
  replicated: optional(flag, false, {
    about: 'Whether replication sends the damage on, to live copies that are out of its reach.',
  }),
  dwell: optional(duration, null, {
    about: 'How long before the strike the intruder was in: points captured since are tainted.',
  }),
  clean: optional(duration, none<Ms>(), {
    about: 'Step that the use of a tainted point adds.',
    usual: '0 s',
  }),
  reinfection: optional(part, none<Share>(), {
    about: 'Chance that a cleaned point is of no use after all; the next older one is tried.',
    usual: '0%',
  }),
  tainted: optional(oneOf(['use', 'discard']), 'use' as const, {
    about: 'Whether tainted points are cleaned and used, or refused.',
  }),
});

const shape = mapping({
  outage: optional(lasting, null, {
    about: 'All in scope is unavailable for so long, then comes back as it was.',
  }),
  destroys: optional(
    mapping({
      rebuild: required(lasting, 'rebuild: 180 days', 'Time until a new site stands.'),
    }),
    null,
    { about: 'Equipment and data in scope are gone.' },
  ),
  partitions: optional(lasting, null, {
    about: 'The links in scope carry nothing for so long.',
  }),
  corrupts: optional(usualIfEmpty(corrupts), null, {
    about: 'Data is damaged, and every state captured from then on with it, until that is noticed.',
  }),
  encrypts: optional(usualIfEmpty(wipe), null, {
    about:
      'Every attached copy in scope is unusable at once; offline copies and points within their immutability survive.',
  }),
  deletes: optional(usualIfEmpty(wipe), null, { about: 'The same, by deletion.' }),
  detect: optional(duration, null, {
    about: 'How long until it is noticed; needed for what corrupts.',
    usual: 'by the detection of the strategy',
  }),
});

type EffectsRead = typeof shape extends Reader<infer T> ? T : never;

/** `effects:` of a threat: one or several that make sense together. */
export const effects: Reader<Effects> = checked(shape, (read, spot, reading) => {
  const wrong = firstWrong(read);
  if (wrong) {
    const { key, ...refusal } = wrong;
    return refuse(key === null ? spot : within(spot, key), reading, refusal);
  }
  const { encrypts, deletes, outage, destroys, partitions, corrupts: damage, detect } = read;
  const wiped = encrypts ?? deletes;
  const kind: Wipe['kind'] = encrypts ? 'encrypts' : 'deletes';
  return {
    outage,
    destroys,
    partitions,
    corrupts: damage,
    detect,
    wipes: wiped && { ...wiped, kind },
  };
});

function within(spot: Spot, key: string): Spot {
  return { node: valueOf(spot.node, key) ?? spot.node, path: pathTo(spot.path, key) };
}

/** What rules each other out, or is of no use alone. */
function firstWrong(read: EffectsRead): (Refusal & { key: string | null }) | undefined {
  const { outage, destroys, partitions, corrupts: damage, encrypts, deletes, detect } = read;
  if (![outage, destroys, partitions, damage, encrypts, deletes].some((effect) => effect)) {
    return {
      key: null,
      expected: 'at least one effect',
      got: detect ? 'detect alone' : 'none',
      fix: 'write "outage: 3 h", "destroys: { rebuild: 180 days }" or another',
    };
  }
  if (outage && destroys) {
    return {
      key: 'outage',
      expected: 'either outage, or destroys with the time to rebuild',
      got: 'both',
      fix: 'remove one of them',
    };
  }
  const data = Object.entries({ corrupts: damage, encrypts, deletes }).filter(([, one]) => one);
  if (data.length > 1) {
    return {
      key: data[1]![0],
      expected: 'one of corrupts, encrypts and deletes',
      got: listed(data.map(([name]) => name)),
      fix: 'write two threats, or keep one of them',
    };
  }
  if (damage && !detect) {
    return {
      key: 'corrupts',
      expected: 'effects with the time until corrupted data is noticed',
      got: 'no detect',
      fix: 'add "detect: 4 h" beside corrupts',
    };
  }
  return undefined;
}

/** Effects that a scope can have: links can only be cut, and a service has no links of its own. */
export function fitsScope(
  { scope, effects: does }: { scope: Scope; effects: Effects },
  spot: Spot,
  reading: Reading,
): boolean {
  const { partitions, detect: _, wipes, ...others } = does;
  const all = { ...others, ...(wipes && { [wipes.kind]: wipes }) };
  const [other] = Object.entries(all).flatMap(([key, one]) => (one === null ? [] : [key]));
  if (scope === 'link' && other !== undefined) {
    refuse(effectIn(spot, other), reading, {
      expected: 'partitions, the only effect that a link can have',
      got: other,
      fix: 'write "effects: { partitions: 20 min }", or choose another scope',
    });
    return false;
  }
  if (partitions === null || (scope !== 'service' && scope !== 'account')) return true;
  refuse(effectIn(spot, 'partitions'), reading, {
    expected: `effects that a threat of scope ${scope} can have`,
    got: 'partitions',
    fix: 'write "scope: link", or remove it',
  });
  return false;
}

/** An effect of a threat where the scenario says it; the scope that it gave an entry otherwise. */
function effectIn(threat: Spot, key: string): Spot {
  const effect = within(within(threat, 'effects'), key);
  const own = effect.node.place.file === threat.node.place.file;
  return own ? effect : { ...effect, node: within(threat, 'scope').node };
}
