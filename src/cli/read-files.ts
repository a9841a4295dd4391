import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, posix, relative, sep } from 'node:path';
import { type Catalogue, catalogueOf } from '../input/catalogue.js';
import { problemsText } from '../input/problem.js';
import { type ReadScenario, readScenario } from '../input/scenario.js';
import { printable } from '../present/display-width.js';
import { isSystemError, wrongInput } from './failure.js';
import { PACKAGE } from './package.js';

/** A scenario is written by hand; what is larger is something else. */
const LARGEST_SCENARIO = 5_000_000;
/** Bytes that are read at a time. */
const CHUNK = 65_536;

/** A scenario and the fingerprint of all the text that it was made from. */
export interface ScenarioFile extends ReadScenario {
  readonly hash: string;
}

/** What stands for a scenario that comes through a pipe; yargs makes an empty text of it. */
const PIPED = '-';
const isPiped = (call: string) => call === '' && process.argv.includes(PIPED);

/** How the scenario of a call is called in messages and results. */
export function calledIn(call: string): string {
  return isPiped(call) ? 'stdin' : call;
}

/**
 * Reads and checks a scenario file.
 *
 * @param call its name; `-` for what comes through stdin
 * @throws Failure with all its problems at once
 */
export function readScenarioFile(call: string): ScenarioFile {
  const file = calledIn(call);
  const text = isPiped(call) ? decoded(file, bytesOf(0, file)) : readText(file);
  const used = new Map<string, string>();
  const read = readScenario({ file, text }, remembering(shippedCatalogue(), used));
  if ('problems' in read) throw wrongInput(problemsText(read.problems));
  return { ...read, hash: fingerprint(text, used) };
}

/** The catalogue that comes with drsim, `models/`. */
export function shippedCatalogue(): Catalogue {
  const folder = join(PACKAGE, 'models');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
  const named = files.map((path) => {
    const name = posix.join('models', ...relative(folder, path).split(sep));
    return [name, readFileSync(path, 'utf8')] as const;
  });
  return catalogueOf(new Map(named.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function readText(file: string): string {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) {
      throw wrongInput(`${shown(file)} is a folder\n  fix  name a scenario file in it`);
    }
    if (stat.size > LARGEST_SCENARIO) throw tooLarge(file, String(stat.size));
    const descriptor = openSync(file, 'r');
    try {
      return decoded(file, bytesOf(descriptor, file));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw isSystemError(error) ? wrongInput(unreadable(file, error)) : error;
  }
}

/** All bytes of an open file. A device or a pipe has no size beforehand and may never end. */
function bytesOf(descriptor: number, file: string): Uint8Array {
  const parts: Buffer[] = [];
  for (let length = 0; ;) {
    const part = Buffer.allocUnsafe(CHUNK);
    const read = readSome(descriptor, part);
    if (read === 0) return Buffer.concat(parts);
    length += read;
    if (length > LARGEST_SCENARIO) throw tooLarge(file, `more than ${LARGEST_SCENARIO}`);
    parts.push(part.subarray(0, read));
  }
}

/** Milliseconds until a pipe that had nothing yet is looked at again. */
const PATIENCE = 20;

/** Bytes read; a pipe may have none yet, and on Windows its end is an error. */
function readSome(descriptor: number, part: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, part);
    } catch (error) {
      if (isSystemError(error) && error.code === 'EOF') return 0;
      if (!isSystemError(error) || error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  }
}

/** A file may be called anything, also what steers a terminal. */
const shown = printable;

const tooLarge = (file: string, bytes: string) =>
  wrongInput(
    `${shown(file)} has ${bytes} bytes; a scenario has at most 5 MB\n  fix  name a scenario file`,
  );

/** The text in bytes that are UTF-8. */
function decoded(file: string, bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (isUtf8(bytes)) return text;
  const before = text.slice(0, text.indexOf('\ufffd')).split('\n');
  const [line, column] = [before.length, before.at(-1)!.length + 1];
  const expected = 'a YAML text in UTF-8';
  const got = 'bytes that are no UTF-8';
  const fix = 'save the file as UTF-8';
  throw wrongInput(problemsText([{ file, line, column, path: '', expected, got, fix }]));
}

function unreadable(file: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `there is no file ${shown(file)}\n  fix  check the path; shipped scenarios are in scenarios/`;
    case 'EACCES':
    case 'EPERM':
      return `${shown(file)} may not be read\n  fix  give yourself read permission`;
    default:
      return `${shown(file)} cannot be read: ${shown(message)}\n  fix  name a scenario file`;
  }
}

function remembering(catalogue: Catalogue, used: Map<string, string>): Catalogue {
  return {
    paths: () => catalogue.paths(),
    text: (path) => {
      const text = catalogue.text(path);
      if (text !== undefined) used.set(path, text);
      return text;
    },
  };
}

function fingerprint(text: string, used: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(text);
  for (const [path, entry] of [...used].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`\0${path}\0${entry}`);
  }
  return hash.digest('hex').slice(0, 16);
}
