import type { Assumption } from '../../model/scenario.js';
import type { Threat } from '../../model/threat.js';
import { instantText } from '../figure/instant.js';

/**
 * The instants at which threats strike that come at fixed ones: results rest on them as on figures.
 *
 * @param start of the horizon, ms since 1970-01-01 UTC
 */
export function notedStrikes(threats: readonly Threat[], start: number): readonly Assumption[] {
  return threats.flatMap(({ arrivals }, number): Assumption[] => {
    const text = strikesText(arrivals, start);
    if (text === null) return [];
    const path = `threats[${number}].strikes`;
    return [{ path, text, source: '', year: null, confidence: 'scenario' }];
  });
}

function strikesText(arrivals: Threat['arrivals'], start: number): string | null {
  const day = (at: number) => instantText(start + at);
  switch (arrivals.kind) {
    case 'at':
      return `{ at: [${arrivals.at.map(day).join(', ')}] }`;
    case 'sweep': {
      const { from, to, slices } = arrivals;
      return `{ from: ${day(from)}, to: ${day(to)}, slices: ${slices} }`;
    }
    default:
      return null;
  }
}
