import type { Money } from '../../base/units.js';
import type { Investment } from '../../model/strategy.js';
import { uncertain } from '../figure/figure.js';
import { AMOUNT } from '../figure/range.js';
import { named } from '../form/shape.js';
import type { Reader } from '../reading.js';

const price = uncertain<Money>({ dimension: 'money', range: AMOUNT });

/** `investment:` of a strategy, by name. */
export const investment: Reader<readonly Investment[]> = named(
  { what: 'investments', each: price.form },
  (name, spot, reading): Investment | undefined => {
    const amount = price(spot, reading);
    return amount && { name, amount };
  },
);
