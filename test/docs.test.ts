import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { scenarioFrom } from './running.js';

const PAGES = ['README.md', 'src/README.md', ...markdownIn('docs')];

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
}

const blocksOf = (page: string, language: string) =>
  [
    ...readFileSync(page, 'utf8').matchAll(
      new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'),
    ),
  ].map(([, text]) => text!);

/** Calls of drsim in shell examples, without prompts and comments. */
const CALLS = PAGES.flatMap((page) =>
  blocksOf(page, 'sh')
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line.startsWith('npx drsim '))
    .map((line) => ({ page, line })),
);

test('the README begins with the two commands that set everything up', () => {
  const [commands] = blocksOf('README.md', 'sh');
  const [start, tests] = commands!.split('\n');
  expect(start).toMatch(/^npm ci && npm start\b/);
  expect(tests).toMatch(/^npm ci && npm test\b/);
});

test('there are examples to run', () => {
  expect(CALLS.length).toBeGreaterThanOrEqual(3);
});

test.each(CALLS)('the example of $page runs: $line', async ({ line }) => {
  // A folder of its own, for what the example writes.
  const cwd = mkdtempSync(join(tmpdir(), 'drsim-docs-'));
  symlinkSync(resolve('scenarios'), join(cwd, 'scenarios'));
  const call = line.replace('npx drsim', `"${process.execPath}" ${resolve('dist/cli/main.js')}`);
  // Fewer trials than a reader would want; the example's other words stay.
  const quick = call.includes(' compare ')
    ? `${call.replace(/--trials \S+/, '')} --trials 100`
    : call;
  const code = await new Promise((done) => {
    execFile('bash', ['-c', quick.replace(/(>.*?)( --trials.*)$/, '$2 $1')], { cwd }, (error) => {
      done(error ? error.code : 0);
    });
  });
  expect(code).toBe(0);
});

test('links between pages lead somewhere', () => {
  const broken = PAGES.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)]
      .map(([, target]) => join(dirname(page), target!))
      .filter((target) => !existsSync(target))
      .map((target) => `${page}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('scenarios shown whole in the pages are right', () => {
  const whole = PAGES.flatMap((page) => blocksOf(page, 'yaml')).filter((text) =>
    text.includes('strategies:'),
  );
  for (const text of whole) expect(scenarioFrom(text).strategies.length).toBeGreaterThan(0);
});
