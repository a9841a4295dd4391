import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, posix, relative, sep } from 'node:path';
import { type Catalogue, catalogueOf } from '../input/catalogue.js';
import { problemsText } from '../input/problem.js';
import { type ReadScenario, readScenario } from '../input/scenario.js';
import { isSystemError, wrongInput } from './failure.js';
import { PACKAGE } from './package.js';

/** A scenario is written by hand; what is larger is something else. */
const LARGEST_SCENARIO = 5_000_000;

/** A scenario and the fingerprint of all the text that it was made from. */
export interface ScenarioFile extends ReadScenario {
  readonly hash: string;
}

/** Reads and checks a scenario file. @throws Failure with all its problems at once */
export function readScenarioFile(file: string): ScenarioFile {
  const text = readText(file);
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
    if (stat.isDirectory()) throw wrongInput(`${file} is a folder; name a scenario file in it`);
    if (stat.size > LARGEST_SCENARIO) {
      throw wrongInput(`${file} has ${stat.size} bytes; a scenario has at most 5 MB`);
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw isSystemError(error) ? wrongInput(unreadable(file, error)) : error;
  }
}

function unreadable(file: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `there is no file ${file}\n  fix  check the path; shipped scenarios are in scenarios/`;
    case 'EACCES':
    case 'EPERM':
      return `${file} may not be read\n  fix  give yourself read permission`;
    default:
      return `${file} cannot be read: ${message}`;
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
