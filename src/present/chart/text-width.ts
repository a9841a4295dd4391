import { displayWidth } from '../display-width.js';

const NARROW = /[\s.,:;'’|!()[\]ijlfrtI]/u;
const BROAD = /[A-Z\d%±@mwMW–]/u;

/**
 * About how wide a line of Inter is, in pixels, rather too wide than too narrow: for laying a chart
 * out where no canvas can measure text.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += charWidth(character);
  return Math.ceil(ems * fontSize);
}

function charWidth(character: string): number {
  if (displayWidth(character) !== 1) return 0.6 * displayWidth(character);
  if (NARROW.test(character)) return 0.36;
  return BROAD.test(character) ? 0.74 : 0.61;
}
