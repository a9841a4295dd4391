/** Strata of enough drills that are not as they should be, each with what is known of the reason. */
export const MISFITS: ReadonlyMap<string, string> = new Map([
  [
    'backup_only, corruption: rto',
    'chance of the detection: 4 of the 14 drills found the damage in the last twentieth of the validation period, which every drill does with a chance of 5 %. Counted from the alarm the same drills agree (see below).',
  ],
  [
    'pitr, corruption: rto',
    'chance of the detection in three of the five drills that are outside (found in the first 3 %, or in the last fifth of the validation period, two of these also with a slow start or a slow copy); a copy slower than a third of the calibrated rate; and a base backup that starved the archive beside it, so that fewer files had to be fetched.',
  ],
]);
