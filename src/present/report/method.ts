import type { Summary } from '../../experiment/summary.js';
import { grouped, rateOf } from '../amounts.js';
import { html, type Html } from './html.js';

/** How the figures came about and what they cannot tell. */
export function methodSection(summary: Summary): Html {
  return html`<section id="method" aria-labelledby="method-title">
    <h2 id="method-title">Method and limits</h2>
    ${paragraphs(summary).map((text) => html`<p>${text}</p> `)}
  </section> `;
}

function paragraphs({ trials, horizonYears, currency }: Summary): string[] {
  return [
    `drsim simulated ${grouped(trials)} histories of ${rateOf(horizonYears)} years each. ` +
      'Disasters strike in them as often as the scenario says. Every strategy meets the same ' +
      'disasters, and where two take the same step they have the same luck, so that a difference ' +
      'between them comes from the strategies and not from chance.',
    'An outage is followed step by step: how it is noticed, who decides, which way back looks best ' +
      'by what is known at the time, how long restores, promotions and the return of the clients ' +
      'take. RTO and RPO are what came out of it, not what anybody promised. Damage and attacks are ' +
      'followed from the strike on, noticed or not: which copies and backups carry them, what ' +
      'survives, and how old the newest state is that can be used.',
    `Amounts a year are means over the horizon, in ${currency}, not discounted. A loss counts ` +
      'whole in the year in which its disaster struck, with the threat that the disaster belongs ' +
      'to; what happens during an outage counts once, with the disaster that the outage is due to.',
    'Intervals say how much chance is left in a finite number of histories; figures that nobody ' +
      'knows exactly are drawn anew for each pair of histories, so that this doubt is in them too ' +
      'where the scenario gives an interval. More histories make them narrower; they do not make a ' +
      'wrong assumption right. A figure with too few incidents is missing and never 0, and what ' +
      'was never seen has an upper bound.',
    'What the model does not know did not happen: threats that the scenario does not name, steps ' +
      'that the runbook forgets, people who do something else. A real disaster is one history, and ' +
      'it may lie beyond all that were simulated. Use the figures to choose between strategies ' +
      'rather than to promise a time to the minute, and rehearse the recovery.',
  ];
}
