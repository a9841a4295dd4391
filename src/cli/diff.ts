import { diffMarkdown } from '../present/diff/diff-markdown.js';
import { diffTable } from '../present/diff/diff-table.js';
import { type SummaryDiff, summaryDiff } from '../present/diff/summary-diff.js';
import { printable } from '../present/display-width.js';
import type { DiffCall } from './diff-options.js';
import { EXIT, wrongInput } from './failure.js';
import { readSummaryFile } from './read-summary.js';
import { stdoutLook } from './terminal.js';

/** `drsim diff`: what changed since the last run. @returns the exit code */
export function diff(call: DiffCall): number {
  const [old, now] = [readSummaryFile(call.old), readSummaryFile(call.new)];
  if (old.currency !== now.currency) {
    throw wrongInput(
      `the runs are in ${printable(old.currency)} and ${printable(now.currency)}: their amounts ` +
        'cannot be compared\n  fix  run both in one currency',
    );
  }
  process.stdout.write(printed(summaryDiff(old, now), call));
  return EXIT.done;
}

function printed(found: SummaryDiff, { format, all }: DiffCall): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(found, null, 2)}\n`;
    case 'md':
      return diffMarkdown(found, all);
    case 'table':
      return diffTable(found, { ...stdoutLook(), all });
  }
}
