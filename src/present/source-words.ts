import type { Assumption } from '../model/scenario.js';

/** Where figures come from. */
export type Source = Pick<Assumption, 'source' | 'year' | 'confidence'>;

/** Where figures come from, for people: `Ponemon Institute (2016, estimate)`. */
export function sourceWords({ source, year, confidence }: Source): string {
  if (confidence === 'scenario') return 'the scenario itself';
  const when = year === null ? confidence : `${year}, ${confidence}`;
  return source === '' ? when : `${source} (${when})`;
}
