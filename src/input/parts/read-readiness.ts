import type { Ms } from '../../base/units.js';
import type { AcceptedRisk, Readiness } from '../../model/readiness.js';
import { certain, uncertain } from '../figure/figure.js';
import { DURATION, LASTING } from '../figure/range.js';
import { checked, listOf, mapping, optional, required } from '../form/shape.js';
import { text } from '../form/words.js';
import { laidOver } from '../form/form.js';
import { reader, type Reader, refuse } from '../reading.js';
import { withBeneath } from '../use.js';

const MOST_COPIES = 100;

const limit = certain<Ms>({ dimension: 'duration', range: LASTING });
const spell = uncertain<Ms>({ dimension: 'duration', range: DURATION });
const COPIES = `a whole number from 0 to ${MOST_COPIES}`;
const count: Reader<number> = checked(
  certain<number>({ dimension: 'count', range: { least: 0, most: MOST_COPIES, words: COPIES } }),
  (copies, spot, reading) =>
    Number.isInteger(copies) ? copies : refuse(spot, reading, { expected: COPIES }),
);

const acceptedRisk: Reader<AcceptedRisk> = mapping({
  finding: required(
    text,
    'finding: no-immutable-or-offline-copy',
    'The finding’s word, as `drsim check` prints it.',
  ),
  at: optional(text, null, {
    about: 'Path below which it is accepted, such as `strategies.warm-standby`.',
    usual: 'everywhere',
  }),
  reason: required(text, 'reason: …', 'Why the company lives with it.'),
});

const USUAL = 'models/defaults/readiness.yaml';

const shape = mapping({
  restoreTest: required(limit, 'restoreTest: 3 months', 'Longest time between two restore tests.'),
  exercise: required(
    limit,
    'exercise: 1 year',
    'Longest time since recovery was carried out, in a drill or in earnest.',
  ),
  review: required(
    limit,
    'review: 1 year',
    'Longest time since a runbook was read against reality.',
  ),
  dwell: required(spell, 'dwell: 6 days', 'How long an intruder is inside before the damage.'),
  noticing: required(spell, 'noticing: 12 h', 'How long damage to data goes unnoticed.'),
  copies: required(count, 'copies: 3', 'Copies of the data that there should be.'),
  media: required(count, 'media: 2', 'Kinds of media that there should be.'),
  offsite: required(count, 'offsite: 1', 'Copies that should be away from the primary’s site.'),
  accepted: optional(listOf('accepted findings', acceptedRisk), [], {
    about: 'Findings that the company knows of and lives with.',
  }),
});

/** `readiness:`, over the catalogue's usual limits. */
export const readiness: Reader<Readiness> = reader(laidOver(shape.form, USUAL), (spot, reading) => {
  const node = withBeneath(spot.node, USUAL, reading);
  // What is not used in a run is no assumption of its results.
  return shape({ ...spot, node }, { ...reading, assumptions: [] });
});
