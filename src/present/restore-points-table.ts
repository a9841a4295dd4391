import Table from 'cli-table3';
import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import { dataText } from '../base/amount-text.js';
import type {
  CopiedState,
  CopyStates,
  RestorePoints,
} from '../experiment/explain/restore-points.js';
import type { Survival } from '../experiment/explain/survival.js';
import { durationOf, grouped } from './amounts.js';
import { named, shortened, wrapped } from './display-width.js';
import { BORDERLESS } from './column-tables.js';
import { roomIn, type TerminalLook } from './terminal-look.js';
import { origin } from './words.js';

/** Restore points and where they come from. */
export interface RestorePointsReport {
  readonly title: string;
  readonly scenario: string;
  readonly seed: string;
  readonly version: string;
  readonly scenarioHash: string;
  readonly points: RestorePoints;
}

interface Look {
  readonly room: number;
  readonly paint: Colors;
}

/** What every copy could give back, store by store, for a terminal. */
export function restorePointsTable(report: RestorePointsReport, look: TerminalLook): string {
  const { points, title, seed } = report;
  const paint = pc.createColors(look.colour);
  const room = roomIn(look);
  const head = `${named(title)}: what each copy gives back on ${dateText(points.date)} UTC`;
  const history = `history ${points.trial} of seed ${named(seed)} as if nothing had struck`;
  const from = `${history}, ${origin(report)}`;
  const lines = [...wrapped(head, room).map(paint.bold), ...wrapped(from, room).map(paint.dim)];
  for (const strategy of points.strategies) {
    for (const { name, copies } of strategy.services) {
      lines.push('', paint.bold(shortened(`${named(strategy.name)}, ${named(name)}`, room)));
      if (copies.length === 0) lines.push('  no copy: what strikes the service takes its data');
      for (const copy of copies) lines.push(...copyLines(copy, points, { room, paint }));
    }
  }
  lines.push('', ...wrapped(EXPLAINED, room).map(paint.dim));
  return `${lines.join('\n')}\n`;
}

const EXPLAINED =
  'Back in: expected time from the choice of that way back until traffic is accepted. A disaster ' +
  'leaves a state as it is where it is not named; away: out of reach while it lasts; tainted: to be ' +
  'cleaned first; damaged: of no use; gone: not there any more.';

/** `2027-03-02 04:12` */
const dateText = (iso: string) => iso.slice(0, 16).replace('T', ' ');

function copyLines(copy: CopyStates, points: RestorePoints, { room, paint }: Look): string[] {
  const { kind, site, policy, states, more } = copy;
  const what = kind === 'replica' ? 'replica' : `backups "${named(policy!)}"`;
  const heading = wrapped(`${what} at ${named(site)}`, room - 2).map((line) => `  ${line}`);
  if (states.length === 0) return [...heading, '    holds nothing yet'];
  const table = tableOf(states, room - 4, paint).map((line) => `    ${line}`);
  const older = more === 0 ? [] : [`    and ${grouped(more)} older; --all lists them`];
  const harm = harmLines(states, points).flatMap((text) => wrapped(text, room - 6, 2));
  return [...heading, ...table, ...older, ...harm.map((line) => `    ${line}`)];
}

function tableOf(states: readonly CopiedState[], width: number, paint: Colors): string[] {
  const heads = ['state of (UTC)', 'age', 'to read', 'back in'];
  const rows = states.map((state) => [
    dateText(state.captured) + (state.oldest === null ? '' : ' *'),
    durationOf(state.age),
    readText(state),
    state.times.map(({ site, time }) => `${durationOf(time)} at ${named(site)}`).join('\n') || '–',
  ]);
  const table = new Table({
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: ['left', 'right', 'right', 'left'],
  });
  table.push(
    heads.map((head) => paint.dim(head)),
    ...rows,
  );
  const log = states.find(({ oldest }) => oldest !== null);
  const note = log
    ? wrapped(`* with its log: any instant from there back to the state before it`, width)
    : [];
  return [
    ...table
      .toString()
      .split('\n')
      .map((line) => line.trimEnd()),
    ...note,
  ];
}

function readText({ bytes, logged, full }: CopiedState): string {
  if (full === null) return '–';
  return logged > 0 ? `${dataText(bytes)} + ${dataText(logged)} log` : dataText(bytes);
}

/** What each threat leaves, where that is not everything: one line for each kind of harm. */
function harmLines(states: readonly CopiedState[], { hazards }: RestorePoints): string[] {
  const kinds: readonly Exclude<Survival, 'survives'>[] = ['gone', 'damaged', 'tainted', 'away'];
  const lines = kinds.flatMap((kind) => {
    const harmed = hazards.flatMap(({ threat, member }, number) => {
      const hit = states.filter(({ survives }) => survives[number] === kind).length;
      if (hit === 0) return [];
      const name = `${named(threat)} of ${named(member)}`;
      return [hit === states.length ? name : `${name} (${hit} of ${states.length})`];
    });
    return harmed.length === 0 ? [] : [`${kind} after ${harmed.join(', ')}`];
  });
  return lines.length === 0 ? ['survives everything that may strike'] : lines;
}
