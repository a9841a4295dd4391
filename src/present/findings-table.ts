import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { Assumption } from '../model/scenario.js';
import { displayWidth, named, printable, wrapped } from './display-width.js';
import {
  acceptedFindings,
  countsText,
  findingCounts,
  type FindingsReport,
  nothingOpen,
  openFindings,
  type PlacedFinding,
  placeText,
  SEVERITY_TITLES,
} from './findings.js';
import { sourceWords } from './source-words.js';
import { origin } from './words.js';
import { labelled, roomIn, type TerminalLook } from './terminal-look.js';

interface FindingsTableOptions extends TerminalLook {
  /** Whether accepted findings are listed, not only counted. */
  readonly all: boolean;
}

/** Colour of the heading of each severity. */
const PAINTS = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

/** What a check found, for a terminal: by severity, each finding with its place and its remedy. */
export function findingsTable(report: FindingsReport, options: FindingsTableOptions): string {
  const room = roomIn(options);
  const paint = pc.createColors(options.colour);
  const sections = SEVERITY_TITLES.flatMap(([severity, title]) => {
    const heading = (text: string) => paint.bold(paint[PAINTS[severity]](text));
    return section(title, openFindings(report.findings, severity), { room, paint, heading });
  });
  const lines = [
    ...headLines(report, room, paint),
    ...(sections.length === 0 ? ['', ...wrapped(nothingOpen(report), room)] : sections),
    ...acceptedLines(report, room, { paint, all: options.all }),
    ...assumptionLines(report.assumptions, room, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines(report: FindingsReport, room: number, paint: Colors): string[] {
  const head = `${named(report.title)}: ${countsText(findingCounts(report.findings))}`;
  return [...wrapped(head, room).map(paint.bold), ...wrapped(origin(report), room).map(paint.dim)];
}

interface SectionLook {
  readonly room: number;
  readonly paint: Colors;
  readonly heading: (text: string) => string;
}

function section(title: string, findings: readonly PlacedFinding[], look: SectionLook): string[] {
  if (findings.length === 0) return [];
  const parts = findings.map((finding) => findingLines(finding, look));
  const apart = parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  return ['', ...wrapped(title, look.room).map(look.heading), ...apart];
}

function findingLines(finding: PlacedFinding, { room, paint }: SectionLook): string[] {
  const { found, why, fix, accepted } = finding;
  const said = [
    ...labelled('found', found, { room, paint }),
    ...labelled('why', why, { room, paint }),
    ...labelled('fix', fix, { room, paint }),
    ...(accepted === null ? [] : labelled('accepted', accepted, { room, paint })),
  ];
  return [...placeLines(finding, room, paint), ...said];
}

/** The place is never cut: editors and terminals jump to it. */
function placeLines(finding: PlacedFinding, room: number, paint: Colors): string[] {
  const place = printable(placeText(finding));
  const rule = `[${finding.rule}]`;
  const path = printable(finding.path);
  const one = `  ${place}  ${path}  ${rule}`;
  if (displayWidth(one) <= room) {
    return [`  ${paint.underline(place)}  ${paint.bold(path)}  ${paint.dim(rule)}`];
  }
  const rest = wrapped(`${path} ${rule}`, room - 2).map((line) => `  ${paint.bold(line)}`);
  return [`  ${paint.underline(place)}`, ...rest];
}

function acceptedLines(
  report: FindingsReport,
  room: number,
  { paint, all }: { readonly paint: Colors; readonly all: boolean },
): string[] {
  const accepted = acceptedFindings(report.findings);
  if (accepted.length === 0) return [];
  if (all)
    return section('Accepted in the scenario', accepted, { room, paint, heading: paint.bold });
  const findings =
    accepted.length === 1 ? '1 accepted finding is' : `${accepted.length} accepted findings are`;
  return [
    '',
    ...wrapped(`${findings} not shown; --all shows them with their reasons.`, room).map(paint.dim),
  ];
}

function assumptionLines(
  assumptions: readonly Assumption[] | null,
  room: number,
  paint: Colors,
): string[] {
  if (assumptions === null) return [];
  const figures = assumptions.flatMap((assumption) => {
    const { path, text, fitted, confidence } = assumption;
    const own = confidence === 'scenario';
    return [
      ...wrapped(`${printable(path)}: ${printable(text)}`, room - 2, 2).map((line) => `  ${line}`),
      ...(fitted === undefined ? [] : labelled('fitted', fitted, { room, paint })),
      ...(own ? [] : labelled('source', sourceWords(assumption), { room, paint })),
    ];
  });
  const heading = 'Figures that a simulation rests on (without a source: the scenario’s own)';
  return ['', ...wrapped(heading, room).map(paint.bold), ...figures];
}
