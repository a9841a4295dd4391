import { writeFileSync } from 'node:fs';
import { check } from '../../src/cli/check.js';
import type { CheckCall } from '../../src/cli/check-options.js';
import { EXIT, Failure } from '../../src/cli/failure.js';
import { livingFaults } from './living.js';
import { outputFaults, problemFaults } from './output-faults.js';

/** Longest that a check may take. */
export const LONGEST_MS = 2000;

const FORMATS: readonly CheckCall['format'][] = ['table', 'json', 'sarif', 'md'];

/** What became of a file. */
export interface Verdict {
  readonly code: number;
  readonly ms: number;
  /** What should never happen; none when all is well. */
  readonly faults: readonly string[];
  /** Whether it was simulated too. */
  readonly lived: boolean;
}

/** What a command printed, and what it ended with. */
export interface Ended {
  readonly code: number;
  readonly ms: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A file to be inspected. */
export interface Inspected {
  readonly bytes: Buffer;
  /** Formats and options take turns by it. */
  readonly number: number;
  /** Whether it is also to be lived through where it can be read. */
  readonly living: boolean;
}

/** Writes a file to a path, checks it through the product's own command, and lives through it. */
export function inspect(path: string, { bytes, number, living }: Inspected): Verdict {
  writeFileSync(path, bytes);
  const call = callFor(path, number);
  let ended = checked(call);
  // Another process may have had the machine: what is slow is slow twice.
  if (ended.ms > LONGEST_MS) ended = { ...ended, ms: Math.min(ended.ms, checked(call).ms) };
  const faults = [...exitFaults(ended), ...outputFaults(ended, call.format)];
  if (ended.code === EXIT.wrongInput) faults.push(...problemFaults(ended.stderr, path, bytes));
  const readable = ended.code === EXIT.done || ended.code === EXIT.gate;
  const life = readable && living ? livingFaults(path, number) : { lived: false, faults: [] };
  const { code, ms } = ended;
  return { code, ms, faults: [...faults, ...life.faults], lived: life.lived };
}

/** The call of a file by its number. */
export function callFor(scenario: string, number: number): CheckCall {
  const format = FORMATS[number % FORMATS.length]!;
  const [all, assumptions] = [(number >> 2) % 2 === 0, (number >> 3) % 2 === 0];
  return { scenario, format, all, assumptions, strict: (number >> 4) % 4 !== 0 };
}

function exitFaults({ code, ms, stderr }: Ended): string[] {
  const faults: string[] = [];
  if (code !== EXIT.done && code !== EXIT.wrongInput && code !== EXIT.gate) {
    faults.push(`exit code ${code}: ${stderr.slice(0, 2000)}`);
  }
  if (ms > LONGEST_MS) faults.push(`took ${Math.round(ms)} ms`);
  return faults;
}

/** Runs `drsim check` in this process. */
function checked(call: CheckCall): Ended {
  const printed = { stdout: '', stderr: '' };
  const restore = [capture('stdout', printed), capture('stderr', printed)];
  const began = performance.now();
  let code: number;
  try {
    code = check(call);
  } catch (error) {
    code = error instanceof Failure ? error.exitCode : EXIT.ourMistake;
    const { message, stack } = error as Error;
    printed.stderr += error instanceof Failure ? `${message}\n` : String(stack);
  } finally {
    for (const one of restore) one();
  }
  return { code, ms: performance.now() - began, ...printed };
}

/** Keeps what goes to a stream. @returns what gives it back */
function capture(name: 'stdout' | 'stderr', into: Record<'stdout' | 'stderr', string>): () => void {
  const stream = process[name];
  const write = stream.write.bind(stream);
  stream.write = (text: string) => {
    into[name] += text;
    return true;
  };
  return () => {
    stream.write = write;
  };
}
