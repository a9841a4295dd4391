import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Stages in the order of the pipeline: what each may import, and of which it may only know types. */
const STAGES: Record<string, { uses: readonly string[]; types?: readonly string[] }> = {
  base: { uses: [] },
  random: { uses: ['base'] },
  stats: { uses: ['base'] },
  model: { uses: ['base', 'random'] },
  input: { uses: ['base', 'random', 'model'] },
  simulate: { uses: ['base', 'random', 'model'] },
  measure: { uses: ['base', 'model'], types: ['simulate'] },
  price: { uses: ['base', 'model', 'measure'], types: ['simulate'] },
  experiment: { uses: ['base', 'random', 'stats', 'model', 'simulate', 'measure', 'price'] },
  plan: { uses: ['base', 'stats', 'model'], types: ['random', 'experiment'] },
  present: {
    uses: ['base', 'stats'],
    types: ['model', 'simulate', 'measure', 'price', 'experiment', 'plan'],
  },
  cli: {
    uses: ['base', 'stats', 'model', 'input', 'simulate', 'price', 'experiment', 'plan', 'present'],
    types: ['measure'],
  },
};

/** Engines disagree on the last bit of these, or they make a run depend on when and where it is. */
const BANNED = [
  /\bMath\.(?!abs\b|ceil\b|clz32\b|floor\b|fround\b|imul\b|max\b|min\b|round\b|sign\b|sqrt\b|trunc\b)\w+/,
  / \*\* /,
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bperformance\b/,
  /\btoLocale/,
  /\blocaleCompare\b/,
  /\bIntl\b/,
  /\bcrypto\b/,
];

/** Packages that each stage may use; the others use none. */
const PACKAGES: Record<string, readonly string[]> = {
  random: ['seedrandom'],
  input: ['yaml', 'zod'],
  present: ['cli-table3', 'picocolors', 'csv-stringify', 'vega-lite'],
};

const LONGEST_FILE = 300;
const SOURCE = 'src';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }));

const stageOf = (file: string) => file.split(/[\\/]/)[0]!;

/** Comments may name what code may not use. */
const codeOf = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '');

function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(
    /(?:import|export)\s+(type\s)?([^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map(([, type, names, path, dynamic]) => ({
    from: file,
    to: path ?? dynamic!,
    typeOnly: type !== undefined || onlyTypes(names),
  }));
}

/** `{ type A, type B }` brings in no code. */
function onlyTypes(names: string | undefined): boolean {
  const inside = names?.match(/^\s*\{([^}]*)\}/)?.[1];
  if (inside === undefined) return false;
  return inside
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => name.trim().startsWith('type '));
}

const imports = files.flatMap(({ file, text }) => importsOf(file, codeOf(text)));

function problemWith({ from, to, typeOnly }: Import): string | undefined {
  const stage = stageOf(from);
  const { uses, types = [] } = STAGES[stage]!;
  if (to.startsWith('.')) {
    const target = stageOf(normalize(join(dirname(from), to)));
    const allowed = target === stage || uses.includes(target);
    return allowed || (typeOnly && types.includes(target)) ? undefined : `${from} imports ${to}`;
  }
  if (stage === 'cli') return undefined;
  const known = PACKAGES[stage] ?? [];
  const allowed = known.some((name) => to === name || to.startsWith(`${name}/`));
  return allowed || typeOnly ? undefined : `${from} imports package ${to}`;
}

test('every folder of src is a stage of the pipeline', () => {
  expect(files.length).toBeGreaterThan(50);
  expect([...new Set(files.map(({ file }) => stageOf(file)))].sort()).toEqual(
    Object.keys(STAGES).sort(),
  );
});

test('a stage uses only earlier stages, so that imports run one way', () => {
  const order = Object.keys(STAGES);
  for (const [stage, { uses, types = [] }] of Object.entries(STAGES)) {
    for (const used of [...uses, ...types]) {
      expect(order.indexOf(used), `${stage} uses ${used}`).toBeLessThan(order.indexOf(stage));
    }
  }
  expect(imports.map(problemWith).filter(Boolean)).toEqual([]);
});

test('the rule would be seen to be broken', () => {
  const broken: Import[] = [
    { from: 'base/units.ts', to: '../model/site.js', typeOnly: true },
    { from: 'measure/measure.ts', to: '../simulate/run.js', typeOnly: false },
    { from: 'simulate/run.ts', to: 'node:fs', typeOnly: false },
  ];
  expect(broken.map(problemWith).filter(Boolean)).toHaveLength(3);
});

test('files do not import each other in circles', () => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!to.startsWith('.') || typeOnly) continue;
    const target = relative('.', normalize(join(dirname(from), to))).replace(/\.js$/, '.ts');
    next.set(from, [...(next.get(from) ?? []), target]);
  }
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    expect(path, `circle through ${file}`).not.toContain(file);
    if (done.has(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...path, file]);
    done.add(file);
  };
  for (const { file } of files) visit(file, []);
});

test('the engine uses nothing that differs between engines, machines or days', () => {
  const seen = files
    .filter(({ file }) => stageOf(file) !== 'cli')
    .flatMap(({ file, text }) =>
      BANNED.filter((word) => word.test(codeOf(text))).map((word) => `${file}: ${word.source}`),
    );
  expect(seen).toEqual([]);
  expect(BANNED.some((word) => word.test('const x = Math.random() + Math.log(2)'))).toBe(true);
});

test('files stay short enough to read in one go', () => {
  const long = files.filter(({ text }) => text.split('\n').length > LONGEST_FILE);
  expect(long.map(({ file }) => file)).toEqual([]);
});
