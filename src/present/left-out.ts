import type { NotSimulated } from '../model/not-simulated.js';
import { printable } from './display-width.js';

/** What a run left out of its scenario, in a sentence for each kind; the same is said once. */
export function leftOutTexts(leftOut: readonly NotSimulated[]): string[] {
  const kinds = [...new Set(leftOut.map(({ what }) => what))];
  return kinds.map((what) => {
    const same = leftOut.filter((one) => one.what === what);
    const paths = same.map(({ path }) => printable(path)).join(', ');
    return `Not simulated yet: ${what} (${paths}).`;
  });
}
