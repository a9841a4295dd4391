import type { Summary } from '../../experiment/summary.js';
import { headline, interruptedNote, provenance } from '../words.js';
import { assumptionsSection } from './assumptions.js';
import { bytesSection } from './bytes.js';
import { chartsSection, type Drawings } from './charts.js';
import { comparisonSection } from './comparison.js';
import { detailSection } from './detail.js';
import { gatesSection } from './gates.js';
import { Html, html, NOTHING_HERE, plain, quoted } from './html.js';
import { leftOutSection } from './left-out.js';
import { methodSection } from './method.js';
import { reproduceSection } from './reproduce.js';
import { STYLESHEET, STYLESHEET_HASH } from './stylesheet.js';
import { verdictSection } from './verdict.js';
import { worthSection } from './worth.js';

/** Nothing is fetched and nothing runs; the page's own stylesheet is all that it may use. */
const POLICY = `default-src 'none'; style-src '${STYLESHEET_HASH}'; base-uri 'none'; form-action 'none'`;

/** Whole, since its fingerprint covers every space between the tags. */
const STYLE = new Html(`<style>${STYLESHEET}</style>`);

/**
 * A comparison as one page that needs nothing but itself, `report.html`.
 *
 * @param drawings the charts of the same summary; without any the page has tables only
 */
export function report(summary: Summary, drawings: Drawings): string {
  const sections = [
    ['verdict', 'Verdict', verdictSection(summary)],
    ['comparison', 'Side by side', comparisonSection(summary)],
    ['worth', 'What it is worth', worthSection(summary)],
    ['gates', 'Gates', gatesSection(summary)],
    ['left-out', 'Not simulated', leftOutSection(summary)],
    ['charts', 'Charts', chartsSection(summary, drawings)],
    ['detail', 'By phase and threat', detailSection(summary)],
    ['bytes', 'Stored and sent', bytesSection(summary)],
    ['assumptions', 'Assumptions', assumptionsSection(summary)],
    ['method', 'Method and limits', methodSection(summary)],
    ['reproduce', 'To reproduce', reproduceSection(summary)],
  ] as const;
  const shown = sections.filter(([, , section]) => section !== NOTHING_HERE);
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content=${quoted(POLICY)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content=${quoted(`drsim ${summary.version}`)} />
        <title>${plain(summary.title)}: drsim report</title>
        ${STYLE}
      </head>
      <body>
        <header>
          <h1>${headline(summary)}</h1>
          <p>${provenance(summary)}</p>
          ${
            summary.interrupted
              ? html`<p class="warning" role="note">${interruptedNote(summary)}</p> `
              : NOTHING_HERE
          }
          <nav aria-label="Contents">
            <ul>
              ${shown.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li> `)}
            </ul>
          </nav>
        </header>
        <main>${shown.map(([, , section]) => section)}</main>
      </body>
    </html> `.markup;
}
