import type { Bytes, Ms } from '../../base/units.js';
import type { MostLost } from '../../model/strategy.js';
import { certain } from '../figure/figure.js';
import { AMOUNT, DURATION } from '../figure/range.js';
import { reader, type Reader } from '../reading.js';
import { valueOf } from '../yaml/located-tree.js';

const time = certain<Ms>({ dimension: 'duration', range: DURATION });
const data = certain<Bytes>({ dimension: 'data', range: AMOUNT });

/** Amounts of data end in a B; no duration does. */
const DATA = /B$/;

/** How much may be lost: a time of writes, or an amount of them. */
export const mostLost: Reader<MostLost> = reader(
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
