import type { Ms } from '../../base/units.js';
import type { AcceptedRisk, Readiness } from '../../model/readiness.js';
import { certain, uncertain } from '../figure/figure.js';
import { DURATION, LASTING } from '../figure/range.js';
import { listOf, mapping, optional, required } from '../form/shape.js';
import { text } from '../form/words.js';
import type { Reader, Reading, Spot } from '../reading.js';
import { withBeneath } from '../use.js';

const MOST_COPIES = 100;

const limit = certain<Ms>({ dimension: 'duration', range: LASTING });
const spell = uncertain<Ms>({ dimension: 'duration', range: DURATION });
const count = certain<number>({
  dimension: 'count',
  range: { least: 0, most: MOST_COPIES, words: `from 0 to ${MOST_COPIES}` },
});

const acceptedRisk: Reader<AcceptedRisk> = mapping({
  finding: required(text, 'finding: no-offline-copy'),
  at: optional(text, null),
  reason: required(text, 'reason: …'),
});

const readiness = mapping({
  restoreTest: required(limit, 'restoreTest: 3 months'),
  exercise: required(limit, 'exercise: 1 year'),
  review: required(limit, 'review: 1 year'),
  dwell: required(spell, 'dwell: 6 days'),
  noticing: required(spell, 'noticing: 12 h'),
  copies: required(count, 'copies: 3'),
  media: required(count, 'media: 2'),
  offsite: required(count, 'offsite: 1'),
  accepted: optional(listOf('accepted findings', acceptedRisk), []),
});

/** `readiness:`, over the catalogue's usual limits. */
export function readinessAt(spot: Spot, reading: Reading): Readiness | undefined {
  const node = withBeneath(spot.node, 'models/defaults/readiness.yaml', reading);
  // What is not used in a run is no assumption of its results.
  return readiness({ ...spot, node }, { ...reading, assumptions: [] });
}
