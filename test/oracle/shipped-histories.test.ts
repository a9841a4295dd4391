import { expect, test } from 'vitest';
import { SHIPPED, shipped } from '../running.js';
import { firstDifference } from './compare-histories.js';

/** Whether to look thoroughly: ORACLE=5000 does, here and at random scenarios. */
const THOROUGH = process.env.ORACLE !== undefined;
/** Histories of each scenario; of one with hourly backups, each takes the twin a second and more. */
const trialsOf = (name: string) => (THOROUGH ? 1000 : 6) / (name.startsWith('bench/') ? 6 : 1);

test.each(SHIPPED)(
  'the engine and its obvious twin tell the same histories of %s',
  (name) => {
    const trials = Array.from({ length: Math.ceil(trialsOf(name)) }, (_, trial) => trial);
    expect(firstDifference(shipped(name), 'twin', trials)).toBeNull();
  },
  7_200_000,
);
