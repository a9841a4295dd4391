import type { Case } from './case.js';
import { agrees, type Figure } from './figure.js';

/** A published case with what the product made of it; null where it was not run. */
export interface Row {
  readonly of: Case;
  readonly figures: readonly Figure[] | null;
  /** Why it was not run, or what of it was not compared. */
  readonly note: string | undefined;
}

const AREAS: Readonly<Record<string, string>> = {
  availability: 'Availability of what is repaired',
  'backup-retention': 'What backups are kept',
  'compound-loss': 'Sums of losses',
  'correlated-failure': 'Correlated failures',
  cost: 'Cost of downtime',
  'failover-time': 'Time of a failover',
  incident: 'Public incidents, replayed',
  keeton: 'Keeton and Merchant',
  'link-sharing': 'Sharing a link',
  'loss-exceedance': 'Exceedance of losses',
  'multi-site': 'Several sites',
  queue: 'Queues',
  replication: 'Bounds of replication',
  rpo: 'Age of what is lost',
  'storage-reliability': 'Mirrored disks',
};

const HEAD = `# Published cases

What others have published, beside what drsim makes of it. Every case goes through the product: a scenario that is read, compiled and run, or the very function that a run uses. This page is written by \`npm run docs:validation\`; \`test/validation\` holds it to the code, and sees to it that each case fails when its inputs are spoilt.

A case from chance is simulated under a fixed seed and may be off by four standard errors of the simulation (and of the published number, where that is an estimate). The deviation is in per cent of the published number and, where there is a standard error, in units of it.`;

/** The page of all cases, as Markdown. */
export function pageOf(rows: readonly Row[]): string {
  const run = rows.filter(({ figures }) => figures !== null);
  const figures = run.flatMap((row) => row.figures!);
  const found = `${run.length} of ${rows.length} cases are run, ${figures.length} figures in all; ${figures.filter(agrees).length} agree.`;
  const areas = [...new Set(rows.map(({ of }) => of.area))];
  const tables = areas.flatMap((area) => {
    const own = run.filter(({ of }) => of.area === area);
    return own.length === 0 ? [] : [`## ${AREAS[area] ?? area}`, tableOf(own)];
  });
  const others = rows.filter((row) => row.figures === null);
  const missing = others.map(({ of, note }) => `- **${of.id}** (${sourceOf(of)}): ${note!}`);
  const parts = run.filter(({ note }) => note !== undefined);
  const partly = parts.map(({ of, note }) => `- **${of.id}**: ${note!}`);
  return [
    HEAD,
    found,
    ...tables,
    '## How a case was expressed, and what of it is not compared',
    partly.join('\n'),
    '## Not run',
    missing.join('\n'),
    '',
  ].join('\n\n');
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ of, figures }) =>
    figures!.map((figure, number) => {
      const first = number === 0;
      const head = [first ? `\`${of.id}\`` : '', first ? sourceOf(of) : ''];
      return `| ${[...head, ...cellsOf(figure)].map(escaped).join(' | ')} |`;
    }),
  );
  return [
    '| case | source | figure | published | simulated | deviation | tolerance |',
    '| --- | --- | --- | --: | --: | --: | --: |',
    ...lines,
  ].join('\n');
}

function sourceOf({ source: { cite, where, url } }: Case): string {
  const text = where === undefined || where.length > 60 ? cite : `${cite}, ${where}`;
  return url === undefined || !url.startsWith('http') ? text : `[${text}](${url})`;
}

function cellsOf({ what, published, simulated, allowed, tolerance }: Figure): string[] {
  const off = simulated - published;
  const share = published === 0 ? numberText(off) : `${signed(100 * (off / published))} %`;
  const sigmas = /^(\d+) sigma/.exec(tolerance)?.[1];
  const inSigmas =
    sigmas !== undefined && allowed > 0
      ? `, ${signed(off / (allowed / Number(sigmas)))} sigma`
      : '';
  const within = sigmas === undefined ? tolerance : `${tolerance}: ±${numberText(allowed)}`;
  return [what, numberText(published), numberText(simulated), `${share}${inSigmas}`, within];
}

/** Six digits; large ones in full. */
function numberText(value: number): string {
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(6));
  const size = Math.abs(rounded);
  if (size >= 1e-4 && size < 1e15) {
    return rounded.toLocaleString('en', { maximumFractionDigits: 10, maximumSignificantDigits: 6 });
  }
  return rounded.toExponential();
}

function signed(value: number): string {
  if (Math.abs(value) < 5e-7) return '0';
  const text = Number(value.toPrecision(2));
  return text > 0 ? `+${text}` : String(text);
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
