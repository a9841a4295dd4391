import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../../src/base/units.js';
import { failoverTime, totalOf } from '../../../src/plan/readiness/recovery-times.js';
import { shipped } from '../../running.js';
import { type Edit, foundAfter } from './checking.js';

const STANDBY = 'standby: { site: second, capacity: 50% }';
const SLOW: Edit = ['incremental: 1 h', 'incremental: 1 h\n      restoreRate: 10 MB/s'];
const SLOW_APP: Edit = ['incremental: 30 min', 'incremental: 30 min\n      restoreRate: 10 MB/s'];
const ramp = (written: string): Edit => [STANDBY, `${STANDBY.replace('50', '30')}\n${written}`];

const brief = (...edits: readonly Edit[]) =>
  foundAfter(...edits).map(({ severity, rule }) => `${severity} ${rule}`);

test('the failover of lesson 1 takes the five minutes that the simulation shows', () => {
  const [strategy] = shipped('lessons/01-fire-with-warm-standby.yaml').strategies;
  const { notice, decide, steps } = failoverTime(strategy!);
  expect([notice, decide, steps]).toEqual([90 * SECOND, 0, 210 * SECOND]);
  expect(totalOf(failoverTime(strategy!))).toBe(5 * MINUTE);
});

test('health checks are noticed after half an interval, and the rest of the failed checks', () => {
  const [, standby] = shipped('online-shop.yaml').strategies;
  expect(failoverTime(standby!).notice).toBe((15 + 2 * 30 + 10) * SECOND);
});

test('with a standby a slow restore is something to know', () => {
  expect(brief(SLOW)).toEqual(['note restore-slower-than-rto']);
});

test('a restore that only the way back over the link makes slow is a risk', () => {
  const thin: Edit = ['main-vault: { bandwidth: 2 Gbit/s', 'main-vault: { bandwidth: 50 Mbit/s'];
  const roomy: readonly Edit[] = [
    ['rto: 4 h, rpo: 2 h', 'rto: 4 h, rpo: 1 day'],
    ['rto: 3 h, rpo: 2 h', 'rto: 3 h, rpo: 1 day'],
  ];
  const found = foundAfter(thin, ...roomy).filter(({ path }) => path.includes('backups-only'));
  expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'warning restore-slower-than-rto',
  ]);
  expect(found[0]?.found).toContain('A restore of 293 GB back to main');
  expect(found[0]?.fix).toMatch(/^Set "bandwidth: 98 Mbit\/s" in links\.main-vault\.$/);
});

test('a quick service waits for a slow one that it needs', () => {
  const patient: readonly Edit[] = [
    SLOW_APP,
    ['objectives: { rto: 4 h, rpo: 2 h }', 'objectives: { rto: 1 day, rpo: 2 h }'],
    ['    dependsOn: [sign-in]\n', ''],
  ];
  expect(brief(...patient)).toEqual([]);
  // Nothing but the dependency is new: sign-in alone is quick enough.
  const needs: Edit = [
    'writes: { mean: 100 kB/s }',
    'writes: { mean: 100 kB/s }\n    dependsOn: [app]',
  ];
  const loose = foundAfter(...patient, needs).filter(({ rule }) => rule !== 'looser-dependency');
  expect(loose.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'error restore-slower-than-rto',
  ]);
  expect(loose[0]?.found).toMatch(
    /A restore of 293 GB .*sign-in asks for an RTO of 3 h; sign-in waits for app\.$/,
  );
  expect(loose[0]?.fix).toMatch(
    /^Set "restoreRate: 32 MB\/s" in strategies\.backups-only\.backups\.$/,
  );
});

test('a standby too small for the minimum never recovers the service if it does not grow', () => {
  const steps = 'steps: [{ step: promote, takes: 5 min }]';
  // The preset has a ramp; without the preset there is none.
  const alone: readonly Edit[] = [
    ['    use: warm-standby\n', ''],
    ramp(
      `    failover: { automatic: true, ${steps} }\n` +
        `    restore: { steps: [{ step: restore, moves: backup }] }`,
    ),
  ];
  expect(brief(...alone)).toEqual(['error standby-below-mbco']);
  expect(brief(ramp('    failover: { ramp: 5 h }'))).toEqual(['error standby-below-mbco']);
  expect(brief(ramp('    failover: { ramp: 1 h }'))).toEqual(['warning standby-below-mbco']);
});

test('people are not waited for where a failover is automatic', () => {
  const slow: Edit = [STANDBY, `${STANDBY}\n    decision: 5 h`];
  const found = foundAfter(slow).find(({ rule }) => rule === 'failover-slower-than-rto');
  expect(found?.fix).toBe('Add "automatic: true" to strategies.warm-standby.failover.');
  const mended: Edit = [
    STANDBY,
    `${STANDBY}\n    decision: 5 h\n    failover: { automatic: true }`,
  ];
  expect(brief(mended)).toEqual(['note restore-slower-than-rto']);
});

test('an RPO that no schedule of backups keeps asks for a standby', () => {
  const [finding] = foundAfter([
    'objectives: { rto: 4 h, rpo: 2 h }',
    'objectives: { rto: 4 h, rpo: 1 min }',
  ]);
  expect(finding?.rule).toBe('rpo-below-backup-interval');
  expect(finding?.found).toContain('but app asks for an RPO of 1 min');
  expect(finding?.fix).toContain('Add "standby: { site: second, capacity: 50% }"');
  expect(finding?.fix).toContain('"failover: { steps: [{ step: promote, takes: 10 min }] }"');
});

test('a standby that is asked for is large enough, and quick enough without people', () => {
  const finding = foundAfter(
    [
      'objectives: { rto: 4 h, rpo: 2 h }',
      'mbco: 66.67%\n    objectives: { rto: 15 min, rpo: 1 min }',
    ],
    [
      '    standby: { site: second, capacity: 50% }',
      '    standby: { site: second, capacity: 100% }',
    ],
  ).find(({ rule }) => rule === 'restore-slower-than-rto');
  expect(finding?.fix).toContain(
    'Add "standby: { site: second, capacity: 66.7% }" and ' +
      '"failover: { automatic: true, steps: [{ step: promote, takes: 10 min }] }"',
  );
});

test('no standby is asked for where no link would carry its writes', () => {
  const thin: readonly Edit[] = [
    ['main-second: { bandwidth: 1 Gbit/s', 'main-second: { bandwidth: 16 Mbit/s'],
    ['main-vault: { bandwidth: 2 Gbit/s', 'main-vault: { bandwidth: 16 Mbit/s'],
    ['objectives: { rto: 4 h, rpo: 2 h }', 'objectives: { rto: 4 h, rpo: 1 min }'],
  ];
  const finding = foundAfter(...thin).find(({ rule }) => rule === 'rpo-below-backup-interval');
  expect(finding?.fix).toContain(
    'Add a standby to strategies.backups-only, with a link to main that',
  );
});
