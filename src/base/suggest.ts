/** Words further from a known one than this are no typing mistakes of it. */
const FARTHEST = 2;
/** Characters; comparing longer words would take long, and nobody types them. */
const LONGEST = 100;

/**
 * The known word that somebody most likely meant: at most two letters away, upper and lower case
 * alike, never so far that nothing of a short word is left; of equals one that begins alike, then the
 * first in order.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.min(FARTHEST, Math.max(0, word.length - 1)) + 1;
  const written = word.toLowerCase();
  const [first = ''] = written;
  const inOrder = [...known].toSorted();
  const alike = (candidate: string) => candidate.toLowerCase().startsWith(first);
  const others = inOrder.filter((candidate) => !alike(candidate));
  for (const candidate of [...inOrder.filter(alike), ...others]) {
    const distance = editDistance(written, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/**
 * Letters to insert, delete or replace to make one word of another (Levenshtein 1966), right up to
 * the farthest that counts: only the cells so near the diagonal are filled (Ukkonen 1985).
 */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FARTHEST) return Infinity;
  // Column j of row i stands at j - i + FARTHEST.
  const width = 2 * FARTHEST + 1;
  let row = Array.from({ length: width }, (_, at) => (at < FARTHEST ? Infinity : at - FARTHEST));
  for (let i = 1; i <= a.length; i++) {
    const next: number[] = [];
    for (let at = 0; at < width; at++) {
      const j = i + at - FARTHEST;
      const replaced = row[at]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const changed = Math.min(
        replaced,
        (row[at + 1] ?? Infinity) + 1,
        (next[at - 1] ?? Infinity) + 1,
      );
      next.push(j === 0 ? i : j > 0 && j <= b.length ? changed : Infinity);
    }
    row = next;
  }
  return row[b.length - a.length + FARTHEST]!;
}
