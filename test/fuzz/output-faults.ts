import type { CheckCall } from '../../src/cli/check-options.js';
import type { Ended } from './inspect.js';

/** What could steer a terminal or turn a line around; line ends are ours. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** A line of a stack trace. */
const TRACE = /^ {4}at .+[:)]\d*/m;
const MARKUP = /(?<!\\)<(?!br>)/;

/** What is wrong with the text that a check printed. */
export function outputFaults({ stdout, stderr }: Ended, format: CheckCall['format']): string[] {
  const faults: string[] = [];
  if (TRACE.test(stdout + stderr)) faults.push(`a stack trace: ${stderr.slice(0, 2000)}`);
  if (/drsim has made a mistake/.test(stderr)) faults.push('a mistake of drsim');
  if (STEERING.test(stderr)) faults.push(`stderr steers: ${JSON.stringify(stderr.slice(0, 500))}`);
  if (stdout === '') return faults;
  if (format === 'json' || format === 'sarif') return [...faults, ...jsonFaults(stdout, format)];
  if (STEERING.test(stdout)) faults.push(`stdout steers: ${around(STEERING, stdout)}`);
  if (format === 'md') faults.push(...markdownFaults(stdout));
  return faults;
}

function jsonFaults(stdout: string, format: 'json' | 'sarif'): string[] {
  // In JSON a script reads the user's words as they are; no byte of it may steer a terminal.
  const faults = /[\u0000-\u0009\u000b-\u001f]/.test(stdout) ? ['control characters in JSON'] : [];
  let read: unknown;
  try {
    read = JSON.parse(stdout);
  } catch (error) {
    return [...faults, `no JSON: ${(error as Error).message}`];
  }
  return format === 'sarif' ? [...faults, ...sarifFaults(read as Sarif)] : faults;
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly SarifResult[];
    },
  ];
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
}

function sarifFaults({ version, runs: [run] }: Sarif): string[] {
  const { rules } = run.tool.driver;
  const wrong = run.results.filter((result) => {
    const { uri } = result.locations[0]!.physicalLocation.artifactLocation;
    const { startLine, startColumn } = result.locations[0]!.physicalLocation.region;
    const known = rules[result.ruleIndex ?? -1]?.id === result.ruleId;
    const placed = startLine >= 1 && startColumn >= 1 && /^[\w.%/:~-]+$/.test(uri);
    const told = ['error', 'warning', 'note'].includes(result.level) && result.message.text !== '';
    return !(known && placed && told);
  });
  const faults = wrong.map((result) => `no SARIF result: ${JSON.stringify(result)}`);
  return version === '2.1.0' ? faults : [...faults, `SARIF version ${version}`];
}

/** Tables whose rows have as many cells as their heads, and no markup of the scenario's. */
function markdownFaults(stdout: string): string[] {
  const lines = stdout.split('\n');
  const cells = (line: string) => line.replaceAll(/\\./g, '').split('|').length;
  const torn = lines.find((line, number) => {
    const before = lines[number - 1] ?? '';
    return line.startsWith('|') && before.startsWith('|') && cells(line) !== cells(before);
  });
  const faults = torn === undefined ? [] : [`a torn table row: ${torn}`];
  const shown = stdout.replaceAll('\\\\', '');
  return MARKUP.test(shown) ? [...faults, `markup: ${around(MARKUP, shown)}`] : faults;
}

function around(pattern: RegExp, text: string): string {
  const at = text.search(pattern);
  return JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));
}

/** Bytes; a longer file is refused without a look inside. */
const LARGEST = 5_000_000;

/** What is wrong with the problems of a file that was refused: each has a place in the file. */
export function problemFaults(stderr: string, path: string, bytes: Buffer): string[] {
  if (bytes.length > LARGEST) return /at most 5 MB/.test(stderr) ? [] : [stderr.slice(0, 500)];
  const text = bytes.toString('utf8').split('\n');
  const places = stderr
    .split('\n')
    .filter((line) => line.startsWith(`  ${path}:`))
    .map((line) => /^:(\d+):(\d+)(?: |$)/.exec(line.slice(path.length + 2)));
  const faults = places.flatMap((place) => {
    const [line, column] = [Number(place?.[1]), Number(place?.[2])];
    const width = text[line - 1]?.length ?? -1;
    return line >= 1 && column >= 1 && column <= width + 1 ? [] : [`no such place ${place?.[0]}`];
  });
  if (places.length === 0) faults.push(`no place in ${JSON.stringify(stderr.slice(0, 500))}`);
  if (!/^ {4}expected {2}\S/m.test(stderr)) faults.push('a problem that expects nothing');
  return faults;
}
