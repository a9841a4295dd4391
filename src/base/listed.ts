/** More words are not read, only counted. */
const MOST = 20;

/** Words as in a sentence, such as `a, b and c`; cut after twenty. */
export function listed(words: readonly string[], conjunction = 'and'): string {
  if (words.length > MOST) return `${words.slice(0, MOST).join(', ')} and more`;
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
