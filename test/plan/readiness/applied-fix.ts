import { isCollection, isMap, isSeq, parse, parseDocument } from 'yaml';

/** One change of a fix: what is written, and the key under which it is written. */
interface Change {
  readonly at: readonly (string | number)[];
  readonly written: string;
}

/** `"a: 1" and "b: 2" in x.y`: what stands in quotes, and the places behind it. */
const CHANGES =
  /((?:"[^"]+"(?:, | and )?)+) (?:in|to) ((?:[\w.[\]-]+)(?:(?:, | and )[\w-]+\.[\w.[\]-]+)*)/g;

/** What a fix says literally, up to its first alternative; undefined where it leaves that open. */
function changesOf(fix: string): readonly Change[] | undefined {
  const [first = ''] = fix.split(', or ');
  if (!/^(?:Add|Set) /.test(first) || /[<…]/.test(first)) return undefined;
  const changes = [...first.matchAll(CHANGES)].flatMap(([, written = '', places = '']) =>
    places
      .replace(/\.$/, '')
      .split(/, | and /)
      .flatMap((place) =>
        [...written.matchAll(/"([^"]*:[^"]*)"/g)].map(([, one = '']) => ({
          at: place.split(/[.[\]]+/).filter((key) => key !== ''),
          written: one,
        })),
      ),
  );
  return changes.length === 0 ? undefined : changes;
}

/** A scenario's text with a fix carried out word by word; undefined for a fix that leaves it open. */
export function withFix(text: string, fix: string): string | undefined {
  const changes = changesOf(fix);
  if (changes === undefined) return undefined;
  const document = parseDocument(text);
  for (const { at, written } of changes) {
    const keys = at.map((key) => (/^\d+$/.test(String(key)) ? Number(key) : key));
    const value: unknown = parse(written.startsWith('{') ? written : `{ ${written} }`);
    const target = document.getIn(keys);
    if (isSeq(target)) target.add(document.createNode(value));
    else {
      const entries = Object.entries(value as Record<string, unknown>);
      if (!isMap(target) && isCollection(target)) return undefined;
      for (const [key, one] of entries) document.setIn([...keys, key], document.createNode(one));
    }
  }
  return document.toString();
}
