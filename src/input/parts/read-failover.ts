import type { Bytes, Ms } from '../../base/units.js';
import type { MostLost } from '../../model/strategy.js';
import { certain } from '../figure/figure.js';
import { AMOUNT, DURATION } from '../figure/range.js';
import { mapping, optional } from '../form/shape.js';
import { flag } from '../form/words.js';
import { reader, type Reader } from '../reading.js';
import { valueOf } from '../yaml/located-tree.js';
import { failoverSteps, time as takes } from './read-runbook.js';

const time = certain<Ms>({ dimension: 'duration', range: DURATION });
const data = certain<Bytes>({ dimension: 'data', range: AMOUNT });

/** Amounts of data end in a B; no duration does. */
const DATA = /B$/;

/** How much may be lost: a time of writes, or an amount of them. */
const mostLost: Reader<MostLost> = reader(
  { kind: 'either', of: [time.form, data.form] },
  (spot, reading): MostLost | undefined => {
    const { node } = spot;
    const value = valueOf(node, 'value') ?? valueOf(node, 'point') ?? node;
    if (value.kind === 'scalar' && DATA.test(value.text.trim())) {
      const bytes = data(spot, reading);
      return bytes === undefined ? undefined : { kind: 'data', bytes };
    }
    const read = time(spot, reading);
    return read === undefined ? undefined : { kind: 'time', time: read };
  },
);

/** `failover:`, how a standby takes over. */
export const failover = mapping({
  automatic: optional(flag, false, {
    about: 'Whether it fires at detection, without people, whenever a standby is usable.',
  }),
  mostLost: optional(mostLost, null, {
    about:
      'Most of the newest writes, in time or data, that it may lose without people: beyond it they decide.',
    usual: 'any',
  }),
  steps: optional(failoverSteps, [], { about: 'In order, until the standby accepts traffic.' }),
  ramp: optional(takes, null, {
    about: 'From accepting traffic until full capacity.',
    usual: 'what stands ready is all there is',
  }),
});
