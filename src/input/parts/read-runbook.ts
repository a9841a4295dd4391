import type { Ms, Share } from '../../base/units.js';
import { PHASES, type Step } from '../../model/runbook.js';
import type { Detection } from '../../model/strategy.js';
import { certain, uncertain } from '../figure/figure.js';
import { DURATION, LASTING, SOME_PART } from '../figure/range.js';
import { checked, itemsOf, listOf, mapping, optional, required } from '../form/shape.js';
import { oneOf, text } from '../form/words.js';
import { reader, type Reader, refuse } from '../reading.js';
import { valueOf } from '../yaml/located-tree.js';

/** How long a step takes. */
export const time = uncertain<Ms>({ dimension: 'duration', range: DURATION });
const MOST_FAILURES = 1000;

/** Failed checks in a row, a figure of the catalogue like any other. */
const failures: Reader<number> = checked(
  certain<number>({
    dimension: 'count',
    range: { least: 1, most: MOST_FAILURES, words: `a whole number from 1 to ${MOST_FAILURES}` },
  }),
  (count, spot, reading) =>
    Number.isInteger(count) ? count : refuse(spot, reading, { expected: 'a whole number' }),
);

const healthCheck = mapping({
  interval: required(
    certain<Ms>({ dimension: 'duration', range: LASTING }),
    'interval: 30 s',
    'Time between two checks.',
  ),
  failures: required(failures, 'failures: 3', 'Failed checks in a row before the alarm.'),
  timeout: required(
    certain<Ms>({ dimension: 'duration', range: DURATION }),
    'timeout: 10 s',
    'How long a check waits for a host that stays silent.',
  ),
  phase: optional(certain<Ms>({ dimension: 'duration', range: DURATION }), null, {
    about: 'From the failure to the next check.',
    usual: 'anywhere within the interval',
  }),
});

/** How a hard failure is noticed: after a time, or by health checks. */
export const detection: Reader<Detection> = reader(
  { kind: 'either', of: [time.form, healthCheck.form] },
  (spot, reading) => {
    if (valueOf(spot.node, 'interval') !== undefined) {
      const check = healthCheck(spot, reading);
      return check && { kind: 'healthCheck', ...check };
    }
    const after = time(spot, reading);
    return after && { kind: 'after', time: after };
  },
);

const stepShape = mapping({
  step: required(text, 'step: promote', 'Its name; steps of one name have the same luck.'),
  phase: optional(oneOf(PHASES), null, {
    about: 'What the service is waiting for meanwhile.',
    usual: 'the step’s name, if it is one of these',
  }),
  takes: optional(time, null, { about: 'How long it takes; this or moves.' }),
  moves: optional(oneOf(['backup']), null, {
    about: 'It moves the chosen recovery point to where the service restarts.',
  }),
  tail: optional(
    mapping({
      share: required(
        uncertain<Share>({ dimension: 'share', range: SOME_PART }),
        'share: 10%',
        'Share of the clients that come later.',
      ),
      lasts: required(time, 'lasts: 30 min', 'Time over which they come, evenly.'),
    }),
    null,
    { about: 'Clients that arrive later than the step’s end, such as behind an old DNS answer.' },
  ),
});

const step: Reader<Step> = checked(stepShape, (read, spot, reading): Step | undefined => {
  const phase = read.phase ?? PHASES.find((known) => known === read.step);
  if (phase === undefined) {
    return refuse(spot, reading, {
      expected: `a step with a phase: one of ${PHASES.join(', ')}`,
      got: `"${read.step}" without one`,
      fix: 'add "phase: …"',
    });
  }
  const { step: name, tail, takes, moves } = read;
  if ((takes === null) === (moves === null)) {
    return refuse(spot, reading, {
      expected: 'a step that either takes a time or moves the backup',
      fix: 'write "takes: 10 min" or "moves: backup"',
    });
  }
  return { name, phase, does: takes ? { kind: 'takes', time: takes } : { kind: 'moves' }, tail };
});

/** The steps of a runbook, in order. */
export const steps: Reader<readonly Step[]> = listOf('steps', step);

/** A failover sends nothing: its standby has the data. */
export const failoverSteps: Reader<readonly Step[]> = checked(steps, (all, spot, reading) => {
  const moving = all.findIndex(({ does }) => does.kind === 'moves');
  if (moving < 0) return all;
  return refuse(itemsOf(spot)[moving]!, reading, {
    expected: 'a step that takes a time: a failover moves no backup',
  });
});
