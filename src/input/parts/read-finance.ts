import { readQuantity } from '../../base/quantity.js';
import type { Share } from '../../base/units.js';
import type { ExchangeRate, Scenario } from '../../model/scenario.js';
import { uncertain } from '../figure/figure.js';
import { instant } from '../figure/instant.js';
import { quantityAt } from '../figure/quantity-at.js';
import { mapping, named, optional, required } from '../form/shape.js';
import { flag, text } from '../form/words.js';
import { reader, type Reader, type Reading, refuse, type Spot } from '../reading.js';
import { quoted, valueOf } from '../yaml/located-tree.js';

const RATE = { least: 0, most: 1, words: 'a share from 0% to 100%' };

/** `finance:`, how later money compares with money now. */
export const finance: Reader<Scenario['finance']> = mapping({
  discountRate: optional(uncertain<Share>({ dimension: 'share', range: RATE }), null, {
    about: 'Yearly rate at which later money counts less.',
  }),
  real: optional(flag, false, {
    about: 'Whether amounts are in money of the first year, so that the rate leaves out inflation.',
  }),
});

/** An amount that no rate can convert, since it is itself one. */
const rateAmount: Reader<number> = reader(
  { kind: 'quantity', dimension: 'money' },
  (spot, reading) => {
    const { node } = spot;
    const { currency } = reading;
    const amount = node.kind === 'scalar' ? readQuantity(node.text, 'money') : { expected: '' };
    const own = node.kind === 'scalar' ? readQuantity(node.text, 'money', { currency }) : amount;
    if ('value' in own || !('value' in amount)) return quantityAt(spot, 'money', reading);
    return refuse(spot, reading, {
      expected: `an amount of ${currency}, the scenario's currency`,
      fix: `convert the rate to ${currency}`,
    });
  },
);

const rateShape = mapping({
  rate: required(
    rateAmount,
    'rate: 1.08 USD',
    'What one unit of it is worth, in the scenario’s currency.',
  ),
  date: required(instant, 'date: 2026-08-03', 'Day of the rate.'),
  source: optional(text, null, { about: 'Where the rate comes from.' }),
});

/** `exchange:`, by code: what amounts in other currencies are converted at. */
export const exchange: Reader<readonly ExchangeRate[]> = named(
  { what: 'exchange rates', each: rateShape.form },
  (currency, spot, reading): ExchangeRate | undefined => {
    const read = rateShape(spot, reading);
    if (read === undefined) return undefined;
    const other = otherCurrency(currency, spot, reading);
    if (other === undefined) return undefined;
    if (!(read.rate > 0 && read.rate <= 1e12)) {
      const worth = { node: valueOf(spot.node, 'rate') ?? spot.node, path: `${spot.path}.rate` };
      return refuse(worth, reading, { expected: 'a rate above 0, at most 1e12' });
    }
    const { rate, date, source } = read;
    reading.assumptions.push({
      path: spot.path,
      text: `1 ${currency} = ${rate} ${reading.currency} on ${dayOf(date)}`,
      source: source ?? '',
      year: new Date(date).getUTCFullYear(),
      confidence: 'scenario',
    });
    return { currency, rate, date };
  },
);

/** The code of a currency, if amounts in it need a rate. */
function otherCurrency(code: string, spot: Spot, reading: Reading): string | undefined {
  if (code === reading.currency) {
    return refuse(spot, reading, {
      expected: `a currency other than ${code}, the scenario's own`,
      got: quoted(code),
      fix: `remove it: amounts in ${code} need no rate`,
    });
  }
  if (/^[A-Z]{3}$/.test(code)) return code;
  const upper = code.toUpperCase();
  return refuse(spot, reading, {
    expected: 'another currency by its three letters, such as EUR',
    got: quoted(code),
    fix: /^[A-Z]{3}$/.test(upper) ? `write "${upper}"` : undefined,
  });
}

function dayOf(date: number): string {
  return new Date(date).toISOString().slice(0, 10);
}
