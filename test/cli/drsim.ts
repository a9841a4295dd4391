import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const DRSIM = resolve('dist', 'cli', 'main.js');

/** What a call of the command came to. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in a folder as its user would, through pipes, where CI asks for colour. */
export function drsimIn(cwd: string, ...args: string[]): Promise<Ran> {
  return new Promise((done) => {
    const env = { ...process.env, CI: 'true', FORCE_COLOR: '1' };
    const options = { cwd, maxBuffer: 1 << 28, env };
    const child = execFile(process.execPath, [DRSIM, ...args], options, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** Runs it at the root of the project with a text on its stdin. */
export function drsimFed(text: string, ...args: string[]): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [DRSIM, ...args], (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
    child.stdin?.end(text);
  });
}

/** The same where the tests run, at the root of the project. */
export const drsim = (...args: string[]): Promise<Ran> => drsimIn('.', ...args);

/** A new folder of its own. */
export const somewhere = (): string => mkdtempSync(join(tmpdir(), 'drsim-'));
