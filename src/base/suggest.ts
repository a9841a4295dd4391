/** Words further from a known one than this are no typing mistakes of it. */
const FARTHEST = 2;
/** Characters; comparing longer words would take long, and nobody types them. */
const LONGEST = 100;

/**
 * The known word that somebody most likely meant: at most two letters away, upper and lower case
 * alike, never so far that nothing of a short word is left; of equals the first in order.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.min(FARTHEST, Math.max(0, word.length - 1)) + 1;
  for (const candidate of [...known].toSorted()) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Letters to insert, delete or replace to make one word of another (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FARTHEST) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
