import { ms, type Ms } from '../base/units.js';
import { lossesIn, type TrialLoss, trialAt } from '../experiment/explain/chosen-trial.js';
import { restorePointsOf } from '../experiment/explain/restore-points.js';
import { storyOf } from '../experiment/explain/tell-story.js';
import { blocksOf } from '../experiment/trials.js';
import type { Scenario } from '../model/scenario.js';
import { grouped } from '../present/amounts.js';
import { named } from '../present/display-width.js';
import { restorePointsTable } from '../present/restore-points-table.js';
import { storyTable } from '../present/story-table.js';
import { compile } from '../simulate/compile.js';
import type { Plan } from '../simulate/plan.js';
import type { ExplainCall } from './explain-options.js';
import { EXIT, wrongInput } from './failure.js';
import { drsimVersion } from './package.js';
import { tellLeftOut } from './left-out.js';
import { newProgress } from './progress.js';
import { readScenarioFile } from './read-files.js';
import { stdoutLook } from './terminal.js';

/** States of a store that are listed without --all. */
const MOST_STATES = 10;

/** `drsim explain`: one history as it unfolds, or what could be restored. @returns the exit code */
export async function explain(call: ExplainCall): Promise<number> {
  const { scenario, hash } = readScenarioFile(call.scenario);
  const only = namesOf(call, scenario);
  const at = call.copies ? instantOf(call.at, scenario) : refuseAt(call);
  if (!call.quiet) tellLeftOut(scenario);
  const seed = call.seed ?? scenario.seed;
  const plan = compile(scenario, seed);
  const { title, name, currency } = scenario;
  const identity = { title, scenario: name, currency, seed, version: drsimVersion() };
  const about = { ...identity, scenarioHash: hash };
  if (at !== null) {
    const most = call.all ? Infinity : MOST_STATES;
    const points = restorePointsOf(plan, { ...only, trial: call.trial ?? 0, at, most });
    const report = { ...about, points };
    print(call, report, () => restorePointsTable(report, stdoutLook()));
    return EXIT.done;
  }
  const picked = await pick(plan, { ...call, ...only, trials: call.trials ?? scenario.trials });
  const story = storyOf(plan, { ...only, trial: picked.trial, all: call.all });
  const report = { ...about, pick: picked.why, story };
  print(call, report, () => storyTable(report, stdoutLook()));
  return EXIT.done;
}

function print({ format }: ExplainCall, report: unknown, table: () => string): void {
  process.stdout.write(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : table());
}

/** What a call is limited to, as numbers into the plan; null for no limit. */
interface Only {
  readonly strategy: number | null;
  readonly service: number | null;
  readonly threat: number | null;
}

/** @throws Failure for a name that the scenario does not have */
function namesOf(call: ExplainCall, scenario: Scenario): Only {
  return {
    strategy: numberOf('strategy', call.strategy, scenario.strategies),
    service: numberOf('service', call.service, scenario.services),
    threat: numberOf('threat', call.threat, scenario.threats),
  };
}

function numberOf(
  option: string,
  name: string | undefined,
  all: readonly { readonly name: string }[],
): number | null {
  if (name === undefined) return null;
  const number = all.findIndex((one) => one.name === name);
  if (number >= 0) return number;
  const known = all.map((one) => named(one.name)).join(', ') || 'none';
  throw wrongInput(
    `--${option}\n  expected  a ${option} of the scenario: ${known}\n  got       ${named(name)}`,
  );
}

function refuseAt({ at }: ExplainCall): null {
  if (at === undefined) return null;
  throw wrongInput('--at\n  expected  --copies beside it\n  fix       add --copies');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?$/;

/** @returns ms since the start of the horizon; its middle where none is named */
function instantOf(text: string | undefined, { start, horizon }: Scenario): Ms {
  if (text === undefined) return ms(Math.floor(horizon / 2));
  const [day, time = '00:00'] = text.replace('Z', '').split(/[T ]/);
  const at = INSTANT.test(text) ? Date.parse(`${day}T${time}Z`) - start : NaN;
  if (at >= 0 && at <= horizon) return ms(at);
  const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  throw wrongInput(
    `--at\n  expected  an instant of the horizon, ${dayOf(start)} to ${dayOf(start + horizon)} UTC, ` +
      `such as ${dayOf(start + horizon / 2)}\n  got       ${named(text)}`,
  );
}

/** Which history is told, and why that one. */
async function pick(
  plan: Plan,
  call: Omit<ExplainCall, keyof Only | 'trials'> & Only & { readonly trials: number },
): Promise<{ trial: number; why: string | null }> {
  if (call.trial !== undefined) return { trial: call.trial, why: null };
  const share = call.percentile ?? 1;
  const progress = newProgress(call.trials, call.quiet);
  const losses: TrialLoss[] = [];
  for (const block of blocksOf(call.trials)) {
    losses.push(...lossesIn(plan, block, call));
    progress.reached(losses.length);
    await new Promise(setImmediate);
  }
  progress.end();
  const found = trialAt(losses, share);
  if (!found) return { trial: 0, why: `nothing strikes in ${grouped(call.trials)} histories` };
  const which = share === 1 ? 'the worst' : `percentile ${share * 100}`;
  const whose = call.strategy === null ? 'all strategies together' : 'this strategy';
  const of = `${which} of ${grouped(call.trials)} by the loss of ${whose}`;
  return { trial: found.trial, why: of };
}
