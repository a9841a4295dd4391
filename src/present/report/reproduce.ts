import type { Summary } from '../../experiment/summary.js';
import { grouped, rateOf } from '../amounts.js';
import { printable } from '../display-width.js';
import { html, type Html } from './html.js';

/** What somebody needs to get the same figures again, and the command that does it. */
export function reproduceSection(summary: Summary): Html {
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['drsim', summary.version],
    ['Scenario', summary.scenario],
    ['Fingerprint of its text', summary.scenarioHash],
    ['Seed', summary.seed],
    ['Trials', grouped(summary.trials)],
    ['Years in each', rateOf(summary.horizonYears)],
    ['Baseline', summary.baseline],
  ];
  return html`<section id="reproduce" aria-labelledby="reproduce-title">
    <h2 id="reproduce-title">To reproduce</h2>
    <pre><code>${command(summary)}</code></pre>
    <p>
      The first word after compare is the scenario file. The same version, scenario and seed give
      the same figures on every machine; this page was made from summary.json and from nothing else.
    </p>
    <dl>
      ${facts.map(
        ([name, fact]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${fact}</dd>
          </div> `,
      )}
    </dl>
  </section> `;
}

/** The call, quoted for a shell. */
function command({ scenario, seed, trials }: Summary): string {
  const file = shellWord(`${printable(scenario)}.yaml`);
  return `drsim compare ${file} --trials ${trials} --seed=${shellWord(printable(seed))}`;
}

function shellWord(text: string): string {
  return /^[\w.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
