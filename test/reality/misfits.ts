/** Strata of enough drills that are not as they should be, each with what is known of the reason. */
export const MISFITS: ReadonlyMap<string, string> = new Map([
  [
    'backup_only, corruption: rto',
    'chance of the detection: 4 of the 14 drills found the damage in the last twentieth of the validation period, which every drill does with a chance of 5 %. Counted from the alarm the same drills agree (see below).',
  ],
  [
    'pitr, corruption: rto',
    'in two of the five drills that are outside pgBackRest restored at a quarter to a third of the calibrated rate: three drills shared two processors, and the calibration ran alone. One found its damage in the first 3 %, one waited long for each thing that can last long, and one had a base backup that starved the archive beside it.',
  ],
]);
