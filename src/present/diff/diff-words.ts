import { shareOf } from '../amounts.js';
import { printable } from '../display-width.js';
import { figureText, NOTHING } from '../figure-text.js';
import type { Figure } from '../measures.js';
import type { Difference, FigureDiff, SummaryDiff } from './summary-diff.js';

export const DIFF_HEADS = ['Old', 'New', 'Change', 'Relative'] as const;

/** Figures shown: all that differ, or without those that chance explains. */
export function shownFigures({ figures }: SummaryDiff, all: boolean): readonly FigureDiff[] {
  return figures.filter(({ outcome }) => all || outcome !== 'within chance');
}

/** What changed, in a sentence. */
export function diffHeadline({ figures, same }: SummaryDiff): string {
  const count = (outcome: FigureDiff['outcome']) =>
    figures.filter((figure) => figure.outcome === outcome).length;
  if (figures.length === 0) return `Nothing changed: all ${same} figures are the same.`;
  return (
    `Figures: ${count('changed')} changed, ${count('within chance')} within chance, ` +
    `${count('unknown')} that cannot be judged, ${same} the same.`
  );
}

/** `old, new, change, relative` of a figure. */
export function diffCells(one: FigureDiff, currency: string): readonly string[] {
  const text = (figure: Figure | null) =>
    figure === null ? NOTHING : figureText(figure, one.unit, currency);
  return [text(one.old), text(one.new), changeText(one, currency), relativeText(one)];
}

function changeText({ change, unit }: FigureDiff, currency: string): string {
  if (change === null) return NOTHING;
  const text = figureText(change, unit, currency);
  const signed = (change.mean ?? 0) > 0 ? `+${text}` : text;
  // A change of a share is no share of it.
  return unit === 'share' ? signed.replaceAll('%', '\u00a0pp') : signed;
}

function relativeText({ relative }: FigureDiff): string {
  if (relative === null) return NOTHING;
  return `${relative > 0 ? '+' : ''}${shareOf(relative)}`;
}

/** Where a figure stands, for a heading. */
export function placeOf({ strategy, service }: FigureDiff): string {
  return service === null ? printable(strategy) : `${printable(strategy)}, ${printable(service)}`;
}

/** One line for an input or an assumption. */
export function differenceText({ what, old, new: now }: Difference): string {
  const text = (value: string | null) => (value === null ? 'nothing' : printable(value));
  return `${printable(what)}: ${text(old)} → ${text(now)}`;
}

/** What the columns mean. */
export const DIFF_NOTE =
  'Change: new minus old, with a 95 % interval as if the runs shared no luck, which is rather too ' +
  'wide where they have the same seed. pp: percentage points. Not shown: what chance explains ' +
  '(--all shows it).';

/** Figures by the heading that they stand under, in order. */
export function byPlace(figures: readonly FigureDiff[]): ReadonlyMap<string, FigureDiff[]> {
  const groups = new Map<string, FigureDiff[]>();
  for (const one of figures) {
    const place = placeOf(one);
    groups.set(place, [...(groups.get(place) ?? []), one]);
  }
  return groups;
}
