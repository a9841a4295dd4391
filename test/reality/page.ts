import { type Agreement, holds, REQUIRED } from './agreement.js';
import { MISFITS } from './misfits.js';
import {
  agreementIn,
  byDisaster,
  byVariant,
  type Compared,
  type Measure,
  MEASURES,
  type Stratum,
  strataOf,
} from './strata.js';

const NAMES: Readonly<Record<Measure, string>> = {
  rto: 'recovery time',
  rpoLoss: 'loss before the disaster',
  lossWindow: 'whole loss',
  sinceAlarm: 'recovery time from the alarm',
};

/** Charts of the page, by the measure that each shows. */
export const CHARTS: readonly {
  readonly measure: Measure;
  readonly file: string;
  readonly title: string;
}[] = [
  { measure: 'rto', file: 'reality-rto.svg', title: 'Recovery time of measured drills' },
  {
    measure: 'rpoLoss',
    file: 'reality-rpo.svg',
    title: 'Loss before the disaster of measured drills',
  },
  {
    measure: 'lossWindow',
    file: 'reality-loss-window.svg',
    title: 'Whole loss of measured drills',
  },
];

const HEAD = `# Measured drills

A real PostgreSQL was struck 299 times: five ways to protect it, three kinds of disaster, in seconds instead of hours. Half of the drills, chosen at random within each stratum, is published with the project in \`test/reality/data\`; the other half is kept back. This page is written by \`npm run docs:reality\`; \`test/reality\` holds it to the code.

## Method

Each drill becomes a scenario of the public language, made only of what was planned (the parameters of \`drills.csv\`) and of what was measured before any disaster (\`calibration.csv\`); states and outcomes are not read. drsim reads, compiles and simulates it like any other scenario: 240 histories for each drill. What takes a second in a drill takes an hour in its scenario, because writes follow a profile by hours. The mapping was committed before anything was compared; what the comparison showed to be missing was added as a mechanism, each in a commit of its own, and no number was fitted to an outcome. Since mechanisms were found on the half that is shown here, it is the half kept back that judges them. The laws are plain rules on the calibration: straight lines by least squares for bytes, means for rates of links, lognormal laws with the mean and the spread of the logarithms for lengths of time.

How mechanisms are told in a scenario:

- **Detection**: an even phase within the interval of the checks; a killed process refuses at once, a silent host lets each check run into its timeout. Requests that hang hold a failover up until they give up.
- **Clients**: an even part of the cache's time to live, then of the time between two tries, which a silent host prolongs by the connection timeout.
- **Base backups**: bytes over what tar is left of the link by the log that is copied along and by the archive, shared max-min fairly; a spread checkpoint first. A copy with its log gives back the state at its end less the time to flush it (the calibration's pass over a copy just written), a dump that at its start. What is written meanwhile is restored, too, in whole files.
- **Processors**: pgBackRest is bound by them; of a machine that three drills share, one gets a third or more of what the calibration had to itself.
- **Archive**: a file each time it is full or the time is up; the end of a base backup closes one. Who is stopped in order leaves nothing behind. A restore fetches file after file, and applies each.
- **Replicas**: a fluid queue that begins with the workload, behind a link with the measured goodput; writes are known as well as the calibration knows them. Bursts begin with the workload. A replica that damage has left behind is sent what it lacks before it is put to use, files that an archive closes early whole.
- **Cuts**: replication goes on with the first retransmission after the cut, at twice the time of the one before, from the first waits that the calibration implies; then it catches up.
- **Synchronous replicas**: nothing is lost while the primary waits; where a watchdog lets it go on alone, all since the cut.
- **Damage**: found at the next validation, an even phase; the service goes on until people have decided. A point in time lies the margin before the damage. Who does not know when the damage happened restores the newest backup first, and if that is damaged the one before it. A delayed replica is of use until it has applied the damage.

## How agreement is judged

A drill's rank is the share of its histories below the measured value. Values within 0.07 s count as equal (what the steps of a drill are known to): the rank is then a stretch, in which each place is as likely, so that a loss of 0 that was predicted for sure has an even rank like any other. _Inside_ is the share of the drills whose rank lies between 10 % and 90 %, with ties split; _or tied_ counts whoever touches that range. 80 % are to be expected. _Ratio_ is the median of measured over predicted median (of the drills where that is not 0; none where it is in half of them), _difference_ that of measured less predicted median, in seconds; _unevenness_ is the distance of Kolmogorov and Smirnov between the ranks and an even spread.

A stratum of at least ${REQUIRED.drills} drills should have at least 65 % inside or tied, at most 95 % inside, and a ratio within 0.8 to 1.25 or a difference within 1 s. Where a prediction has one value only, a share with ties split cannot be above 80 %, which is why the lower limit counts them.`;

/** The page of all drills, as Markdown. */
export function pageOf(drills: readonly Compared[]): string {
  const strata = strataOf(drills, byDisaster);
  const judged = strata.filter((one) => one.drills.length >= REQUIRED.drills);
  const kept = judged.flatMap((one) =>
    MEASURES.filter((measure) => holds(agreementIn(one, measure))),
  );
  const found = `${drills.length} drills. Of ${judged.length} strata of at least ${REQUIRED.drills}, with ${MEASURES.length} measures each, ${kept.length} of ${judged.length * MEASURES.length} are as they should be.`;
  const charts = CHARTS.map(
    ({ file, title }) => `![${title}: measured over predicted quantiles](images/${file})`,
  );
  return [
    HEAD,
    '## Results',
    found,
    ...MEASURES.flatMap((measure) => [`### ${titled(NAMES[measure])}`, tableOf(strata, measure)]),
    '### Quantiles',
    ...charts,
    '### What is off, and why',
    offOf(judged),
    REST,
    '### From the alarm',
    'The same drills where they restore, without what the detection took: given when it was noticed, is the rest right?',
    tableOf(
      strataOf(
        drills.filter(({ drill }) => drill.backup !== 'none'),
        byDisaster,
      ),
      'sinceAlarm',
    ),
    '## Variants',
    'Inside (ratio, or difference where half of the predictions are 0).',
    variantsOf(strataOf(drills, byVariant)),
    '',
  ].join('\n\n');
}

const REST = `Beyond the judged strata:

- **Restart with a target**: a delayed replica that is stopped short of the damage took 1.1 s or more to start again with its target; the calibration has only a clean start (0.15 s).
- **A garbage update is no instant**: its loss lies 0.05 to 0.2 s, and behind a synchronous replica up to 0.8 s, before the target, since the statement itself takes time while commits go on.
- **A base backup that saturates the uplink starves the archive** (drill 277 lost 13.7 s): drsim shares the link fairly, but does not let the archive fall behind; nor a log stream. Backups then seem to last up to 1.4 times as long as they did.
- **Empty servers** for dumps stood up in half of the time that the calibration measured (two values), so that restores of dumps were 2 s faster than predicted.
- **A primary that is lost while it waits for its replica**: the halt is not told in the scenario, because in drsim nobody notices the loss of a primary that stands still already before the halt itself is noticed; the recovery time counts from the loss, and nothing is lost either way.`;

function tableOf(strata: readonly Stratum[], measure: Measure): string {
  const rows = strata.map((one) => {
    const agreement = agreementIn(one, measure);
    const asked = agreement.drills >= REQUIRED.drills && measure !== 'sinceAlarm';
    const verdict = asked ? (holds(agreement) ? 'yes' : '**no**') : '';
    return [one.name.replaceAll('_', ' '), ...cellsOf(agreement), verdict];
  });
  return table(
    [
      'stratum',
      'drills',
      'inside',
      'or tied',
      'ratio',
      'difference, s',
      'unevenness',
      'as it should be',
    ],
    rows,
  );
}

function cellsOf({ drills, inside, insideOrTied, ratio, excess, unevenness }: Agreement): string[] {
  return [
    String(drills),
    share(inside),
    share(insideOrTied),
    ratio === null ? '' : ratio.toFixed(2),
    signed(excess),
    unevenness.toFixed(2),
  ];
}

function offOf(strata: readonly Stratum[]): string {
  const lines = strata.flatMap((one) =>
    MEASURES.filter((measure) => !holds(agreementIn(one, measure))).map((measure) => {
      const reason = MISFITS.get(`${one.name}: ${measure}`) ?? 'not explained yet';
      return `- **${one.name.replaceAll('_', ' ')}, ${NAMES[measure]}**: ${reason}`;
    }),
  );
  return lines.length === 0 ? 'No judged stratum is off.' : lines.join('\n');
}

function variantsOf(strata: readonly Stratum[]): string {
  const rows = strata.map((one) => [
    one.name.replaceAll('_', ' '),
    String(one.drills.length),
    ...MEASURES.map((measure) => {
      const { inside, ratio, excess } = agreementIn(one, measure);
      return `${share(inside)} (${ratio === null ? `${signed(excess)} s` : ratio.toFixed(2)})`;
    }),
  ]);
  return table(['stratum', 'drills', ...MEASURES.map((measure) => NAMES[measure])], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}

const share = (value: number) => `${(100 * value).toFixed(0)} %`;
const signed = (value: number) =>
  `${value > 0.005 ? '+' : ''}${value.toFixed(2).replace('-0.00', '0.00')}`;
const titled = (words: string) => words[0]!.toUpperCase() + words.slice(1);
