import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { drsim, drsimIn, type Ran, somewhere } from './drsim.js';

const SHOP = resolve('scenarios', 'online-shop.yaml');
const MAIN = resolve('dist', 'cli', 'main.js');

/** A folder with a file `shop.yaml` in it. */
function folderWith(content: string | Uint8Array): string {
  const folder = somewhere();
  writeFileSync(join(folder, 'shop.yaml'), content);
  return folder;
}

const EMPTY = `shop.yaml: 1 problem
  shop.yaml:1:1
    expected  a mapping of keys to values
    got       an empty text
`;

/** Lists that repeat the one before ten times. */
const BOMB = [...'abcdefgh']
  .map((name, depth, all) => {
    const one = depth === 0 ? '1' : `*${all[depth - 1]!}`;
    return `${name}: &${name} [${Array.from({ length: 10 }, () => one).join(', ')}]\n`;
  })
  .join('');

/** What was given as a scenario, and all that is said about it. */
const FILES: readonly (readonly [what: string, folder: () => string, says: string])[] = [
  [
    'a file that is not there',
    somewhere,
    'there is no file shop.yaml\n  fix  check the path; shipped scenarios are in scenarios/\n',
  ],
  [
    'a folder',
    () => {
      const folder = somewhere();
      mkdirSync(join(folder, 'shop.yaml'));
      return folder;
    },
    'shop.yaml is a folder\n  fix  name a scenario file in it\n',
  ],
  [
    'a link that leads to itself',
    () => {
      const folder = somewhere();
      symlinkSync('shop.yaml', join(folder, 'shop.yaml'));
      return folder;
    },
    "shop.yaml cannot be read: ELOOP: too many symbolic links encountered, stat 'shop.yaml'\n  fix  name a scenario file\n",
  ],
  ['an empty file', () => folderWith(''), EMPTY],
  ['a file of blank lines', () => folderWith('\n\n  \n'), EMPTY],
  [
    'a picture',
    () => folderWith(new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13])),
    `shop.yaml: 1 problem
  shop.yaml:1:1
    expected  a YAML text in UTF-8
    got       bytes that are no UTF-8
    fix       save the file as UTF-8
`,
  ],
  [
    'a text of the code page Latin-1',
    () => folderWith(Buffer.from('currency: USD\nname: Café\n', 'latin1')),
    `shop.yaml: 1 problem
  shop.yaml:2:10
    expected  a YAML text in UTF-8
    got       bytes that are no UTF-8
    fix       save the file as UTF-8
`,
  ],
  [
    'a text of UTF-16',
    () => folderWith(Buffer.from('name: Shop\n', 'utf16le')),
    `shop.yaml: 1 problem
  shop.yaml:1:2
    expected  a YAML text
    got       a file that is not text
`,
  ],
  [
    'a file of 50 MB',
    () => folderWith('a: [1, 2, 3]\n'.repeat(4_000_000)),
    'shop.yaml has 52000000 bytes; a scenario has at most 5 MB\n  fix  name a scenario file\n',
  ],
  [
    'lists in lists without end',
    () => folderWith(`name: ${'['.repeat(2_000_000)}`),
    `shop.yaml: 1 problem
  shop.yaml:1:57
    expected  at most 50 levels
    got       values nested too deeply
`,
  ],
  [
    'an alias bomb',
    () => folderWith(BOMB),
    `shop.yaml: 1 problem
  shop.yaml:1:32
    expected  at most 100,000 values, counted after YAML aliases are expanded
    got       more
`,
  ],
];

test.each(FILES)('%s is refused with the whole reason and exit code 2', async (_, folder, says) => {
  const ran = await drsimIn(folder(), 'check', 'shop.yaml');
  expect(ran).toEqual({ code: 2, stdout: '', stderr: says });
});

test.runIf(existsSync('/dev/zero'))('a device that never ends is not read to its end', async () => {
  const { code, stderr } = await drsim('check', '/dev/zero');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      '/dev/zero has more than 5000000 bytes; a scenario has at most 5 MB\n' +
      '  fix  name a scenario file\n',
  });
});

/** Runs the command as somebody who may not do everything, even where the tests may. */
function asNobody(cwd: string, ...args: string[]): Promise<Ran> {
  const who = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return new Promise((done) => {
    execFile(process.execPath, [MAIN, ...args], { cwd, ...who }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** A folder that everybody may go through. */
function openFolder(): string {
  const folder = somewhere();
  chmodSync(folder, 0o755);
  return folder;
}

test('a file that may not be read is refused with the way out', async () => {
  const folder = openFolder();
  writeFileSync(join(folder, 'shop.yaml'), 'name: Shop\n', { mode: 0o000 });
  expect(await asNobody(folder, 'check', 'shop.yaml')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'shop.yaml may not be read\n  fix  give yourself read permission\n',
  });
});

test.each([
  ['a folder that may not be written to', 'EACCES', (at: string) => mkdirSync(at, { mode: 0o555 })],
  ['a file', 'ENOTDIR', (at: string) => writeFileSync(at, 'mine')],
])('results are refused before any work where --out is %s', async (_, why, make) => {
  const folder = openFolder();
  make(join(folder, 'results'));
  const ran = await asNobody(folder, 'compare', SHOP, '--out', 'results', '--quiet');
  expect(ran).toEqual({
    code: 2,
    stdout: '',
    stderr:
      `--out: results/online-shop cannot be written (${why})\n` +
      '  fix  name a folder that you may write to\n',
  });
});

test.runIf(process.platform === 'linux')(
  'where a folder takes no others the machine has failed, and soon',
  async () => {
    const ran = await drsim('compare', SHOP, '--out', '/proc/results/deep', '--quiet');
    expect(ran).toEqual({
      code: 1,
      stdout: '',
      stderr:
        '--out: /proc/results/deep/online-shop cannot be written (ENOENT)\n' +
        '  fix  name a folder that you may write to\n',
    });
  },
);

test('the name of a file cannot steer the terminal', async () => {
  const { code, stderr } = await drsim('check', 'no\u001b[31m\u202efile.yaml');
  expect(code).toBe(2);
  expect(stderr.split('\n')[0]).toBe('there is no file no [31m file.yaml');
});
