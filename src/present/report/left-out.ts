import type { Summary } from '../../experiment/summary.js';
import { leftOutTexts } from '../left-out.js';
import { html, type Html, NOTHING_HERE } from './html.js';

/** What the scenario says and the run left out; nothing where it left out nothing. */
export function leftOutSection({ notSimulated = [] }: Summary): Html {
  if (notSimulated.length === 0) return NOTHING_HERE;
  return html`<section id="left-out" aria-labelledby="left-out-title">
    <h2 id="left-out-title">Not simulated</h2>
    <p>The scenario says this, and this version of drsim takes no account of it:</p>
    <ul>
      ${leftOutTexts(notSimulated).map((text) => html`<li>${text}</li> `)}
    </ul>
  </section> `;
}
