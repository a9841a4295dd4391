import {
  dataText,
  durationText,
  flowText,
  moneyText,
  percentText,
  significant,
} from '../../base/amount-text.js';
import type { Dimension } from '../../base/quantity.js';
import type { Distribution } from '../../random/distribution.js';
import type { Reading } from '../reading.js';

/** How a value of each dimension is written for people. */
const TEXTS: Partial<Record<Dimension, (value: number) => string>> = {
  duration: durationText,
  data: dataText,
  'data rate': flowText,
  share: percentText,
  'share per year': (share) => `${percentText(share)} / year`,
  'share per day': (share) => `${percentText(share)} / day`,
  frequency: (rate) => `${significant(rate)} / year`,
};

/** Digits of a law's parameters. */
const DIGITS = 3;

/**
 * The law that an interval was fitted to, in words: its median, mean and standard deviation, and
 * the parameters themselves, such as
 * `lognormal(mu 13.5, sigma 0.545): median 12.2 min, mean 14.2 min, sd 8.34 min`.
 */
export function fittedText(law: Distribution, dimension: Dimension, reading: Reading): string {
  const [median, mean, sd] = [law.quantile(0.5), law.mean, law.sd].map((value) =>
    valueText(value, dimension, reading),
  );
  const parameters = law.law.replaceAll(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, (number) =>
    rounded(Number(number)),
  );
  return `${parameters}: median ${median!}, mean ${mean!}, sd ${sd!}`;
}

/** A value for people, in three digits and its largest fitting unit. */
export function valueText(value: number, dimension: Dimension, { currency }: Reading): string {
  const text = TEXTS[dimension];
  if (text !== undefined) return text(value);
  return dimension.startsWith('money') ? moneyText(value, currency) : significant(value);
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
