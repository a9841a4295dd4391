import type { Dimension } from '../../base/quantity.js';
import { type MoneyPerByte, type MoneyPerByteYear, type Ms, ms } from '../../base/units.js';
import type { StoragePrice } from '../../model/prices.js';
import { quantity } from '../figure/quantity-at.js';
import { DURATION } from '../figure/range.js';
import { checked, mapping, optional, required } from '../form/shape.js';
import { reader, type Reader, refuse } from '../reading.js';

/** An amount of money per something, in the scenario's currency. */
export function amount<U extends number>(dimension: Dimension): Reader<U> {
  return quantity(dimension) as unknown as Reader<U>;
}

const perYear = amount<MoneyPerByteYear>('money per data and time');

const minimum: Reader<Ms> = checked(quantity('duration'), (read, spot, reading) =>
  read >= DURATION.least && read <= DURATION.most
    ? ms(Math.round(read))
    : refuse(spot, reading, { expected: `a duration ${DURATION.words}` }),
);

const terms: Reader<StoragePrice> = mapping({
  price: required(
    perYear,
    'price: 0.0036 USD/GB/month',
    'What it costs to keep data, per data and time.',
  ),
  minimum: optional(minimum, ms(0), {
    about: 'What is deleted before it is so old is paid for up to that age.',
    usual: '0 s',
  }),
  retrieval: optional(amount<MoneyPerByte>('money per data'), 0 as MoneyPerByte, {
    about: 'Price of reading data back, a cost of the recovery that does.',
    usual: 'nothing',
  }),
});

/** A storage class: its price alone, or a mapping of the terms that it comes with. */
export const storageClass: Reader<StoragePrice> = reader(
  { kind: 'either', of: [perYear.form, terms.form] },
  (spot, reading) => {
    if (spot.node.kind === 'mapping') return terms(spot, reading);
    const price = perYear(spot, reading);
    return price === undefined
      ? undefined
      : { price, minimum: ms(0), retrieval: 0 as MoneyPerByte };
  },
);
