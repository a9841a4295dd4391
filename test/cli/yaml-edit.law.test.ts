import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { replacedAt } from '../../src/cli/yaml-edit.js';

const TEXT = 'a: 1 # one\nb:\n  - { c: x, d: y } # two\n  - z\n';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  // What YAML gives a meaning to, alone and in rows.
  fc.string({ unit: fc.constantFrom(...'\n\r\t :,{}[]#&*!|>\'"%@`-?a1.\\~'), maxLength: 10 }),
  fc.constantFrom('yes', 'null', '~', '0x1F', '1e3', '.inf', '2026-01-02', '<<', '---', '...'),
);

test.each([
  [['a'], (text: string) => ({ a: text, b: [{ c: 'x', d: 'y' }, 'z'] })],
  [['b', '0', 'c'], (text: string) => ({ a: 1, b: [{ c: text, d: 'y' }, 'z'] })],
  [['b', '1'], (text: string) => ({ a: 1, b: [{ c: 'x', d: 'y' }, text] })],
])('any text put at %j is read there as that text, and nothing else moves', (path, meant) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const edited = replacedAt(TEXT, path, text);
      expect(parse(edited)).toEqual(meant(text));
      for (const comment of ['# one', '# two']) expect(edited).toContain(comment);
    }),
    { seed: 1, numRuns: 1000 },
  );
});
