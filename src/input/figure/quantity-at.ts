import { type Dimension, readQuantity, splitInterval } from '../../base/quantity.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';

/** A quantity with its unit, such as `12 min`, in the unit that drsim calculates in. */
export function quantityAt(spot: Spot, dimension: Dimension, reading: Reading): number | undefined {
  const { node } = spot;
  if (node.kind === 'broken') return undefined;
  if (node.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean') {
    return refuse(spot, reading, { expected: expectedOf(dimension, reading) });
  }
  if (splitInterval(node.text) !== undefined) {
    return refuse(spot, reading, {
      expected: `${expectedOf(dimension, reading)}, known for sure: no interval`,
      fix: 'write one value',
    });
  }
  const read = readQuantity(node.text, dimension, contextOf(reading));
  return 'value' in read ? read.value : refuse(spot, reading, read);
}

/** A reader of quantities that are known for sure. */
export function quantity(dimension: Dimension): Reader<number> {
  return reader({ kind: 'quantity', dimension }, (spot, reading) =>
    quantityAt(spot, dimension, reading),
  );
}

/** What is due for a dimension, in words. */
export function expectedOf(dimension: Dimension, reading: Reading): string {
  const read = readQuantity('', dimension, contextOf(reading));
  return 'expected' in read ? read.expected : `a ${dimension}`;
}

function contextOf({ currency, exchange }: Reading) {
  return currency === '' ? {} : { currency, exchange };
}
