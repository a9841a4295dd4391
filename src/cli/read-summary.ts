import { readFileSync } from 'node:fs';
import type { Summary } from '../experiment/summary.js';
import { figuresOf } from '../present/diff/figures.js';
import { summaryDiff } from '../present/diff/summary-diff.js';
import { printable } from '../present/display-width.js';
import { isSystemError, wrongInput } from './failure.js';

/**
 * Reads the `summary.json` of a run.
 *
 * @throws Failure where there is none, or where it is something else
 */
export function readSummaryFile(file: string): Summary {
  const value = parsed(file, textOf(file));
  const lack = lackOf(value);
  if (lack !== null) {
    throw wrongInput(
      `${printable(file)} is no summary of a run: ${lack}\n` +
        '  fix  name a summary.json that this version of drsim compare has written',
    );
  }
  return value as Summary;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const what = error.code === 'ENOENT' ? 'there is no file' : 'cannot read';
    throw wrongInput(
      `${what} ${printable(file)}${error.code === 'ENOENT' ? '' : ` (${error.code})`}\n` +
        '  fix  name the summary.json of a run, such as out/online-shop/summary.json',
    );
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrongInput(
      `${printable(file)} is no JSON\n  fix  name the summary.json of a run, written by drsim compare`,
    );
  }
}

const KINDS = {
  scenario: 'string',
  title: 'string',
  scenarioHash: 'string',
  version: 'string',
  seed: 'string',
  trials: 'number',
  horizonYears: 'number',
  currency: 'string',
  baseline: 'string',
  finance: 'object',
  strategies: 'object',
  differences: 'object',
  disastersPerYear: 'object',
  assumptions: 'object',
} as const;

/** What a summary has and a value has not; null where nothing is missing. */
function lackOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return 'it is no mapping';
  const found = value as Readonly<Record<string, unknown>>;
  const missing = Object.entries(KINDS).find(
    ([key, kind]) => typeof found[key] !== kind || found[key] === null,
  );
  if (missing !== undefined) return `it has no "${missing[0]}"`;
  try {
    // What every figure needs is known to whoever reads it.
    const unread = figuresOf(value as Summary).find(({ figure }) => !isFigure(figure));
    summaryDiff(value as Summary, value as Summary);
    return unread === undefined ? null : `its "${unread.measure}" is no figure`;
  } catch {
    return 'its figures are not all there';
  }
}

function isFigure(figure: unknown): boolean {
  if (typeof figure === 'string') return true;
  if (typeof figure !== 'object' || figure === null) return false;
  const { mean, ci95 } = figure as Readonly<Record<string, unknown>>;
  const number = (value: unknown) => typeof value === 'number';
  const interval = Array.isArray(ci95) && ci95.length === 2 && ci95.every(number);
  return (mean === null || number(mean)) && (ci95 === null || interval);
}
