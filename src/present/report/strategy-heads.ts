import type { Summary } from '../../experiment/summary.js';
import { strategyColour } from '../chart/theme.js';
import { named } from '../display-width.js';
import { type Content, html, type Html, NOTHING_HERE, quoted } from './html.js';

/** Heads of the columns of strategies: name, title, and the colour that it has in the charts. */
export function strategyHeads({ strategies }: Summary): Content[] {
  return Object.entries(strategies).map(
    ([name, { title }], place) =>
      html`${swatch(strategyColour(place))}<span title=${quoted(name)}>${named(name)}</span>${
          title === name ? NOTHING_HERE : html`<span class="quiet">${named(title)}</span>`
        }`,
  );
}

const swatch = (colour: string): Html =>
  html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
    <rect width="10" height="10" fill="${colour}" />
  </svg>`;
