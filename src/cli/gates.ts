import type { Summary } from '../experiment/summary.js';
import { gateOf } from '../input/parts/read-gate.js';
import type { Gate } from '../model/gate.js';
import type { Scenario } from '../model/scenario.js';
import { printable } from '../present/display-width.js';
import { judgedGates } from '../present/gates.js';
import { wrongInput } from './failure.js';

/**
 * The scenario's gates and those of the call, each once.
 *
 * @param texts of `--gate`
 * @throws Failure with all that is wrong with them
 */
export function gatesOf(scenario: Scenario, texts: readonly string[]): readonly Gate[] {
  const read = texts.map((text) => ({ text, gate: gateOf(text, scenario) }));
  const problems = read.flatMap(({ text, gate }) => {
    if (!('expected' in gate)) return [];
    const { expected, got, fix } = gate;
    const lines = [
      `expected  ${expected}`,
      `got       ${got}`,
      ...(fix ? [`fix       ${fix}`] : []),
    ];
    return [[`--gate "${text}"`, ...lines].map(printable).join('\n  ')];
  });
  if (problems.length > 0) throw wrongInput(problems.join('\n'));
  const given = read.flatMap(({ gate }) => ('expected' in gate ? [] : [gate]));
  const all = [...scenario.gates, ...given];
  return [...new Map(all.map((gate) => [gate.text, gate])).values()];
}

/** More than so many are counted, not named. */
const NAMED = 3;

/** A line for each gate that was not kept, with what did not keep it. */
export function brokenGates(summary: Summary): string[] {
  return judgedGates(summary)
    .filter(({ outcome }) => outcome !== 'kept')
    .map(({ text, outcome, results }) => {
      const whose = results
        .filter((result) => result.outcome === outcome)
        .map(({ strategy, service }) => (service === null ? strategy : `${strategy}, ${service}`));
      const more = whose.length > NAMED ? `; and ${whose.length - NAMED} more` : '';
      const who = whose.slice(0, NAMED).join('; ') + more;
      return printable(`gate ${outcome}: ${text}${results.length === 1 ? '' : ` (${who})`}`);
    });
}
