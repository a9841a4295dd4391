import { type Ms, ms } from '../base/units.js';

/** A stretch of time, from its first instant until just before `to`. */
export interface Window {
  readonly from: Ms;
  readonly to: Ms;
}

/**
 * The parts of a window that lie in none of the others, in order of time.
 *
 * @param known may overlap each other
 */
export function partsOutside(window: Window, known: readonly Window[]): readonly Window[] {
  const near = known.filter(({ from, to }) => from < window.to && window.from < to);
  return near.reduce<readonly Window[]>(
    (parts, { from, to }) =>
      parts.flatMap((part) =>
        [
          { from: part.from, to: ms(Math.min(part.to, from)) },
          { from: ms(Math.max(part.from, to)), to: part.to },
        ].filter((piece) => piece.from < piece.to),
      ),
    [window],
  );
}
