import { printable } from '../display-width.js';

/** HTML that is safe to put into a page as it is. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand between the tags of a template; all but `Html` is text. */
export type Content = Html | string | number | readonly Content[];

/** Scripts that are read from right to left, with the spaces between their words. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(?: +[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+)*/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * A piece of HTML. What is put into it is shown as text, whatever signs it holds, and cannot turn
 * the reading order of the words around it; only `Html` is taken as it is.
 *
 * @example html`<p>${'1 < 2'}</p>`.markup // => '<p>1 &lt; 2</p>'
 */
export function html(tags: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(
    tags.map((tag, index) => (index === 0 ? tag : markupOf(contents[index - 1]!) + tag)).join(''),
  );
}

function markupOf(content: Content): string {
  if (content instanceof Html) return content.markup;
  if (typeof content === 'object') return content.map(markupOf).join('');
  const text = escaped(String(content).split(/\n/).map(printable).join('\n'));
  return text.replace(RIGHT_TO_LEFT, '<bdi>$&</bdi>');
}

/** A text where no tag may stand, such as a title. */
export function plain(text: string): Html {
  return new Html(escaped(printable(text)));
}

/** A text for the value of an attribute, quotes included. */
export function quoted(text: string): Html {
  return new Html(`"${plain(text).markup}"`);
}

export const NOTHING_HERE = new Html('');
