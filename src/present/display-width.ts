const COMBINING = /^[\u0300-\u036f]$/u;
/** Scripts whose characters fill a square (Unicode Annex 11, wide and full-width). */
const SQUARE =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3040-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3]$/u;
const SQUARE_FORMS = /^[\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]$/u;
const SQUARE_BEYOND = /^[\u{16fe0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]$/u;
const PICTURE = /^[\p{Extended_Pictographic}\p{Emoji_Presentation}]$/u;
const WIDE = [SQUARE, SQUARE_FORMS, SQUARE_BEYOND, PICTURE];

/** Characters that would move the cursor, ring the bell or turn the reading order of a line. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;

/** The user's own words as one harmless line: nothing in them can steer a terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim();
}

/** A name of the user's in a sentence or heading: printable, and no longer than a line can bear. */
export function named(name: string): string {
  return shortened(printable(name), 40);
}

/**
 * Columns that a text takes in a terminal, never fewer than it really does: 2 for East Asian and
 * emoji, 0 for the accents that every terminal combines.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (COMBINING.test(character)) continue;
    width += WIDE.some((kind) => kind.test(character)) ? 2 : 1;
  }
  return width;
}

/** The text if it fits, else its beginning and an ellipsis, together at most `width` columns. */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * A sentence as lines of at most `width` columns, broken at spaces but not at no-break spaces,
 * which become plain ones; a longer word is shortened.
 *
 * @param indent spaces before every line but the first
 */
export function wrapped(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const room = width - (lines.length > 0 ? indent : 0);
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = shortened(word, width - indent);
  }
  if (line !== '') lines.push(line);
  return lines
    .map((one) => one.replaceAll('\u00a0', ' '))
    .map((one, index) => (index === 0 ? one : ' '.repeat(indent) + one));
}
