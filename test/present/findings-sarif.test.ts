import { expect, test } from 'vitest';
import { findingsSarif } from '../../src/present/findings-sarif.js';
import { REPORT, withWords } from './findings-fixture.js';

/**
 * Objects of SARIF 2.1.0 (OASIS, errata 01): the properties that each may have of those that we use,
 * those that it must have marked by `!`, and of what kind each is.
 */
const SCHEMA: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  log: { $schema: 'text', version: '!text', runs: '!run[]' },
  run: {
    tool: '!tool',
    columnKind: 'utf16CodeUnits|unicodeCodePoints',
    results: 'result[]',
    properties: 'bag',
  },
  tool: { driver: '!component' },
  component: { name: '!text', version: 'text', rules: 'descriptor[]' },
  descriptor: {
    id: '!text',
    shortDescription: 'message',
    fullDescription: 'message',
    help: 'message',
    defaultConfiguration: 'configuration',
  },
  configuration: { level: 'none|note|warning|error' },
  message: { text: '!text' },
  result: {
    ruleId: 'text',
    ruleIndex: 'count',
    level: 'none|note|warning|error',
    message: '!message',
    locations: 'location[]',
    partialFingerprints: 'bag',
    suppressions: 'suppression[]',
  },
  location: { physicalLocation: 'physical', logicalLocations: 'logical[]' },
  physical: { artifactLocation: '!artifact', region: 'region' },
  artifact: { uri: '!uri' },
  region: { startLine: '!position', startColumn: 'position' },
  logical: { fullyQualifiedName: 'text' },
  suppression: { kind: '!inSource|external', justification: 'text' },
};

const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  bag: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  count: (value) => Number.isInteger(value) && (value as number) >= 0,
  position: (value) => Number.isInteger(value) && (value as number) >= 1,
  uri: (value) => typeof value === 'string' && /^[\w.~!$&'()*+,;=:@%/-]+$/.test(value),
};

function faults(value: unknown, kind: string, path: string): string[] {
  if (kind.endsWith('[]')) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item, index) => faults(item, kind.slice(0, -2), `${path}[${index}]`));
  }
  const shape = SCHEMA[kind];
  if (shape === undefined) {
    const right = KINDS[kind]?.(value) ?? kind.split('|').includes(value as string);
    return right ? [] : [`${path} is ${JSON.stringify(value)}, not ${kind}`];
  }
  const object = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(object).filter((key) => !(key in shape));
  return [
    ...unknown.map((key) => `${path}.${key} is unknown`),
    ...Object.entries(shape).flatMap(([key, due]) => {
      if (object[key] !== undefined)
        return faults(object[key], due.replace('!', ''), `${path}.${key}`);
      return due.startsWith('!') ? [`${path}.${key} is missing`] : [];
    }),
  ];
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly suppressions?: unknown;
      }[];
    },
  ];
}

const logOf = (report = REPORT, uri = 'scenarios/shop.yaml') =>
  JSON.parse(findingsSarif(report, uri)) as Log;

test('the log has the structure that SARIF asks for', () => {
  expect(faults(logOf(), 'log', '')).toEqual([]);
  expect(faults(logOf({ ...REPORT, findings: [], rules: [] }), 'log', '')).toEqual([]);
});

test('a log that lacks something would be seen to', () => {
  expect(faults({ version: '2.1.0', runs: [{ tool: {}, extra: 1 }] }, 'log', '')).toEqual([
    '.runs[0].extra is unknown',
    '.runs[0].tool.driver is missing',
  ]);
});

test('each result names its rule, its level, and where it stands', () => {
  const [{ tool, results }] = logOf().runs;
  expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note', 'warning']);
  for (const { ruleId, ruleIndex } of results)
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(results[0]).toMatchObject({
    ruleId: 'backup-interval',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'scenarios/shop.yaml' },
          region: { startLine: 64, startColumn: 33 },
        },
        logicalLocations: [{ fullyQualifiedName: 'strategies.backups-only.backups.incremental' }],
      },
    ],
  });
});

test('an accepted finding is a suppressed result, with the reason', () => {
  const [{ results }] = logOf().runs;
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    undefined,
    undefined,
    undefined,
    [{ kind: 'inSource', justification: 'The budget of 2027 has it.' }],
  ]);
});

test('words of the scenario are neither links nor placeholders of a message', () => {
  const [{ results }] = logOf(withWords('[x](http://e) {0} \u001b[31m')).runs;
  for (const { message } of results) {
    expect(message.text).not.toMatch(/\]\(|(?<!\{)\{\d+\}(?!\})|\p{Cc}/u);
  }
});
