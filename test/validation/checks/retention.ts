import { DAY } from '../../../src/base/units.js';
import { check } from '../check.js';
import { absolute, exact, type Figure, relative } from '../figure.js';
import { type Copies, firstGone, keptOf, mostHeld, windowOf } from '../families/keeping.js';

const instantOf = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);

/** A policy of restic as `keep:` says it. */
function resticRules(policy: Readonly<Record<string, number | string>>): string {
  const counts: string[] = [];
  const spans: string[] = [];
  for (const [flag, value] of Object.entries(policy)) {
    const [, within, rule] = /^(Within)?(\w*)$/.exec(flag)!;
    const name = rule === '' ? 'all' : rule!.toLowerCase();
    if (within === undefined) counts.push(`${name}: ${value === -1 ? 'all' : value}`);
    else spans.push(`${name}: ${value}`);
  }
  if (spans.length > 0) counts.push(`within: { ${spans.join(', ')} }`);
  return `{ ${counts.join(', ')} }`;
}

/** How many of the instants that should be kept are, and how many are kept beside them. */
function sameInstants(
  what: string,
  { published, kept }: { published: readonly number[]; kept: readonly number[] },
): Figure {
  const left = [...kept];
  const common = published.filter((at) => {
    const place = left.indexOf(at);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
  return exact(`${what}: kept as published`, [published.length, common.length - left.length]);
}

const restic = check<
  {
    snapshots_utc: readonly string[];
    policies: readonly Readonly<Record<string, number | string>>[];
  },
  { kept_count: readonly number[]; kept_times: readonly (readonly string[] | null)[] }
>(({ snapshots_utc, policies }, { kept_count, kept_times }) => {
  const snapshots = snapshots_utc.map(instantOf);
  return policies.flatMap((policy, i): Figure[] => {
    const rules = resticRules(policy);
    const kept = keptOf(snapshots, rules);
    const times = kept_times[i];
    const figures = [exact(`${rules}: points kept`, [kept_count[i]!, kept.length])];
    if (!times) return figures;
    return [...figures, sameInstants(rules, { published: times.map(instantOf), kept })];
  });
});

const borg = check<
  { archives: string; now: string; keep: Readonly<Record<string, number>> },
  { kept: readonly string[]; kept_count: number }
>(({ archives, keep }, expected) => {
  const [, year, missing] = /daily through (\d{4}) except (\S+)/.exec(archives)!;
  const first = Date.UTC(Number(year), 0, 1);
  const count = Math.round((Date.UTC(Number(year) + 1, 0, 1) - first) / DAY);
  const all = Array.from({ length: count }, (_, day) => first + day * DAY).filter(
    (at) => at !== Date.parse(missing!),
  );
  const rules = Object.entries(keep).map(([rule, number]) => `${rule}: ${number}`);
  const text = `{ ${rules.join(', ')}, counting: beyond }`;
  const kept = keptOf(all, text);
  return [
    exact('archives kept', [expected.kept_count, kept.length]),
    sameInstants(text, { published: expected.kept.map((day) => Date.parse(day)), kept }),
  ];
});

interface Job {
  readonly mode: string;
  readonly retention: number;
}

const WEEKS = 7;

const veeam = check<
  {
    source_GB: number;
    compressed_to_pct: number;
    daily_change_pct: number;
    interval_h: number;
    jobs: readonly Job[];
  },
  {
    files: readonly number[];
    fulls: readonly number[];
    incrementals: readonly number[];
    GB: readonly number[];
  }
>((inputs, expected) => {
  const copies: Omit<Copies, 'keep'> = {
    full: WEEKS * inputs.interval_h,
    incremental: inputs.interval_h,
    size: inputs.source_GB,
    stored: (inputs.source_GB * inputs.compressed_to_pct) / 100,
    change: inputs.daily_change_pct / 100,
  };
  let mode = '';
  return inputs.jobs.flatMap((job, i): Figure[] => {
    mode = job.mode === 'same' ? mode : job.mode;
    if (!mode.startsWith('forward incremental')) return [];
    const what = `${mode}, ${job.retention} points`;
    const most = mostHeld({ ...copies, keep: `{ last: ${job.retention} }` }, 2 * WEEKS);
    const { fulls, incrementals, gigabytes } = most;
    const figures = [
      exact(`${what}: files`, [expected.files[i]!, fulls + incrementals]),
      exact(`${what}: full copies`, [expected.fulls[i]!, fulls]),
      exact(`${what}: incremental copies`, [expected.incrementals[i]!, incrementals]),
    ];
    // One published size is not that of its own files: 6 of 500 GB and 30 of 50 are no 3,750 GB.
    const ofFiles = gigabytesOf(inputs, {
      fulls: expected.fulls[i]!,
      steps: expected.incrementals[i]!,
    });
    if (Math.abs(ofFiles - expected.GB[i]!) > 1) return figures;
    return [...figures, relative(`${what}: GB`, [expected.GB[i]!, gigabytes], 0.001)];
  });
});

function gigabytesOf(
  inputs: { source_GB: number; compressed_to_pct: number; daily_change_pct: number },
  { fulls, steps }: { fulls: number; steps: number },
): number {
  const full = (inputs.source_GB * inputs.compressed_to_pct) / 100;
  return fulls * full + (steps * full * inputs.daily_change_pct) / 100;
}

const pgBackRest = check<
  { 'retention-full': number },
  { full_backups_before_the_oldest_expires: number }
>(({ 'retention-full': fulls }, { full_backups_before_the_oldest_expires: published }) => {
  const { complete } = firstGone({ keep: `{ fulls: ${fulls} }`, full: 24, takes: 1 });
  return [exact('full copies complete when the oldest goes', [published, complete])];
});

const pigsty = check<
  { database_GB: number; retention_full_count: number },
  { recovery_window_h: readonly [number, number]; space_in_fulls: readonly [number, number] }
>(({ database_GB: size, retention_full_count }, expected) => {
  const copies = { keep: `{ fulls: ${retention_full_count} }`, full: 24, size };
  const slices = 960;
  const ages = windowOf(copies, slices);
  const width = { by: 48 / slices, unit: 'h' };
  const [least, greatest] = expected.recovery_window_h;
  const { complete } = firstGone({ ...copies, takes: 1 });
  const { fulls } = mostHeld(copies, 4);
  return [
    absolute('shortest way back, h', [least, Math.min(...ages)], width),
    absolute('longest way back, h', [greatest, Math.max(...ages)], width),
    exact('full copies once the newest is complete', [expected.space_in_fulls[0], fulls]),
    exact('full copies with one that replaces', [expected.space_in_fulls[1], complete]),
  ];
});

const weekly = check<{ full_TB: number; per_week: number; retain_weeks: number }, { TB: number }>(
  ({ full_TB, per_week, retain_weeks }, { TB }) => {
    const full = 168 / per_week;
    // A copy that is a year old to the hour is pruned as the one that replaces it is complete.
    const keep = `{ last: ${retain_weeks * per_week} }`;
    const { gigabytes } = mostHeld({ keep, full, size: 1000 * full_TB }, 4);
    return [exact('TB kept', [TB, gigabytes / 1000])];
  },
);

/** Checks of what is kept, by case. */
export const RETENTION = {
  'restic-policies': restic,
  'borg-prune': borg,
  'rps-worst-case-files': veeam,
  'pgbackrest-count': pgBackRest,
  'pigsty-daily-full': pigsty,
  'weekly-full-1tb-year': weekly,
};
