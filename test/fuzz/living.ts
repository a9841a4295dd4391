import { readScenarioFile } from '../../src/cli/read-files.js';
import type { Summary } from '../../src/experiment/summary.js';
import { summarise } from '../../src/experiment/summarise.js';
import { runBlock } from '../../src/experiment/trials.js';
import { inYears } from '../../src/base/units.js';
import type { Scenario } from '../../src/model/scenario.js';
import { comparisonTable } from '../../src/present/comparison-table.js';
import { csvTable } from '../../src/present/csv-table.js';
import { markdownTable } from '../../src/present/markdown-table.js';
import { compile } from '../../src/simulate/compile.js';

/** More disasters than this, over all strategies and services, take too long for a fuzz test. */
const MOST_STRIKES = 800;

/** Lives through a few histories of a scenario file. */
export function livingFaults(
  path: string,
  number: number,
): { lived: boolean; faults: readonly string[] } {
  const { scenario } = readScenarioFile(path);
  const trials = 2 + (number % 3);
  if (!(strikesIn(scenario) * trials <= MOST_STRIKES)) return { lived: false, faults: [] };
  try {
    const plan = compile(scenario, scenario.seed);
    const tally = runBlock(plan, { first: 0, count: trials });
    const identity = { seed: scenario.seed, version: '', scenarioHash: '', interrupted: false };
    const summary = summarise(plan, tally, identity);
    return { lived: true, faults: [...numberFaults(summary), ...printedFaults(summary, number)] };
  } catch (error) {
    return { lived: true, faults: [`cannot be lived: ${String((error as Error).stack)}`] };
  }
}

/** Strikes to expect in a history, times what each is told to. */
function strikesIn({ threats, strategies, services, horizon }: Scenario): number {
  const strikes = threats.map(({ arrivals, members }) => {
    switch (arrivals.kind) {
      case 'rate':
        return members.length * arrivals.rate.law.mean * inYears(horizon);
      case 'gap':
        return members.length * (horizon / arrivals.gap.law.mean + 1);
      case 'at':
        return members.length * arrivals.at.length;
      case 'sweep':
        return members.length;
    }
  });
  return strikes.reduce((sum, one) => sum + one, 0) * strategies.length * services.length;
}

/** Numbers that are neither finite nor null, by their place. */
function numberFaults(value: unknown, at = 'summary'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${at} is ${value}`];
  if (value === undefined) return [`${at} is undefined`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numberFaults(inner, `${at}.${key}`));
}

const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** What is wrong with the summary as somebody reads it; forms take turns. */
function printedFaults(summary: Summary, number: number): string[] {
  const printers = [
    () => comparisonTable(summary, { width: 80, colour: false }),
    () => markdownTable(summary),
    () => csvTable(summary).replaceAll('\r\n', '\n'),
  ];
  const text = printers[number % printers.length]!();
  const faults = STEERING.test(text) ? ['a comparison that steers a terminal'] : [];
  if (/\b(?:NaN|undefined|Infinity)\b/.test(text.replaceAll(/"[^"]*"/g, ''))) {
    faults.push(`a comparison with ${/[^|]*\b(?:NaN|undefined|Infinity)\b/.exec(text)?.[0]}`);
  }
  return faults;
}
