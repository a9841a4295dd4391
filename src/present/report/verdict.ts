import type { Summary } from '../../experiment/summary.js';
import { gatesHeadline, judgedGates } from '../gates.js';
import { verdictSentences } from '../verdict.js';
import { whatStruck } from '../words.js';
import { html, type Html, NOTHING_HERE } from './html.js';

/** What follows from the comparison, in words, and how sure that is. */
export function verdictSection(summary: Summary): Html {
  const gates = judgedGates(summary);
  return html`<section id="verdict" aria-labelledby="verdict-title">
    <h2 id="verdict-title">Verdict</h2>
    <ul class="verdict">
      ${sentences(summary).map((sentence) => html`<li>${sentence}</li> `)}
    </ul>
    ${
      gates.length === 0
        ? NOTHING_HERE
        : html`<p><a href="#gates">${gatesHeadline(gates)}</a>.</p> `
    }
    <p>${whatStruck(summary)}.</p>
  </section> `;
}

function sentences(summary: Summary): string[] {
  const services = Object.values(summary.strategies).flatMap((strategy) =>
    Object.values(strategy.services),
  );
  const alone = Object.keys(summary.strategies).length === 1;
  return [
    ...verdictSentences(summary),
    ...(alone
      ? ['There is one strategy only, so that nothing is compared: add another to the scenario.']
      : []),
    ...(services.every(({ rto }) => rto.n === 0)
      ? [
          'No disaster touched a service in the simulated years, so that nothing can be said of ' +
            'recovery times and data loss.',
        ]
      : []),
  ];
}
