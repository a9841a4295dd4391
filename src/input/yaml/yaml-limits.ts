/** Longest text that is read, in UTF-16 units. */
export const LONGEST = 5_000_000;
/** Most values in a text, counted after aliases are expanded, so that an alias bomb is stopped. */
export const MOST_VALUES = 100_000;
/** Most tokens of a text that can hold as many values. */
export const MOST_TOKENS = 6 * MOST_VALUES;
/** Levels of nesting. Beyond some thousands the YAML parser takes the whole process down. */
export const DEEPEST = 50;
