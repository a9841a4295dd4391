import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readScenario } from '../../../src/input/scenario.js';
import { problemsText } from '../../../src/input/problem.js';
import { type Finding, SEVERITIES } from '../../../src/plan/finding.js';
import { readinessFindings } from '../../../src/plan/readiness/findings.js';
import { CATALOGUE, SHIPPED } from '../../running.js';
import { withFix } from './applied-fix.js';
import { edited, SOUND } from './checking.js';
import { FAULTS } from './faults.js';

/** Findings about one thing: the fix of one must not bring up another. */
const FAMILIES: readonly (readonly string[])[] = [
  ['no-copy-at-all', 'no-backups'],
  ['no-copy-after-loss', 'no-offsite-copy', 'backup-in-fault-domain', 'standby-in-fault-domain'],
  ['too-few-copies', 'too-few-media'],
  ['one-account', 'backup-in-account'],
  ['no-immutable-or-offline-copy', 'retention-below-dwell', 'immutability-below-dwell'],
  ['untested-restore'],
  ['looser-dependency'],
  ['rpo-below-backup-interval', 'rpo-below-lag', 'backup-window-overrun'],
  ['restore-slower-than-rto', 'failover-slower-than-rto', 'standby-below-mbco'],
  ['link-below-writes', 'replication-lag-at-peak'],
];

const rankOf = ({ severity }: Finding) => SEVERITIES.indexOf(severity);

/** What is still found, or newly, of the family of a finding whose fix was carried out. */
function leftOf(finding: Finding, before: readonly Finding[], after: readonly Finding[]) {
  const family = FAMILIES.find((rules) => rules.includes(finding.rule)) ?? [finding.rule];
  const sameOf = (one: Finding) =>
    before.find(({ rule, path }) => rule === one.rule && path === one.path);
  return after.filter((one) => {
    if (!family.includes(one.rule)) return false;
    if (one.rule === finding.rule && one.path === finding.path) {
      return rankOf(one) <= rankOf(finding);
    }
    return sameOf(one) === undefined;
  });
}

function findingsIn(text: string): readonly Finding[] {
  const read = readScenario({ file: 'test.yaml', text }, CATALOGUE);
  if ('problems' in read) throw new Error(problemsText(read.problems));
  return readinessFindings(read.scenario);
}

/** Carries out every fix that says what to write, one by one; counts them. */
function expectMended(text: string): number {
  const before = findingsIn(text);
  const fixes = before.flatMap((finding) => {
    const mended = withFix(text, finding.fix);
    return mended === undefined ? [] : [{ finding, mended }];
  });
  for (const { finding, mended } of fixes) {
    const left = leftOf(finding, before, findingsIn(mended));
    expect({ fix: finding.fix, left }).toEqual({ fix: finding.fix, left: [] });
  }
  return fixes.length;
}

test.each(SHIPPED)('in %s every fix that can be copied mends what it is for', (name) => {
  expectMended(readFileSync(join('scenarios', name), 'utf8'));
});

test('the fix of every planted fault mends it', () => {
  const carriedOut = FAULTS.map(({ planted }) => expectMended(edited(SOUND, planted)));
  expect(carriedOut.filter((count) => count > 0).length).toBeGreaterThan(20);
});

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const SITES = ['near', 'far', 'farther'] as const;

const store = fc.record({
  store: pick('main', ...SITES),
  medium: pick('disk', 'object', 'tape'),
  offline: pick(false, false, true),
});
const policy = fc.record(
  {
    store: pick('main', ...SITES),
    medium: pick('disk', 'object', 'tape'),
    account: pick('recovery', 'aws'),
    full: pick('1 day', '1 week', '4 weeks'),
    incremental: pick('15 min', '1 h', '7 h'),
    immutable: pick('2 weeks', '6 months'),
    keep: pick('5 weeks', '1 year'),
    verify: pick('1 month', '1 year'),
    restoreRate: pick('5 MB/s', '300 MB/s'),
    throughput: pick('2 MB/s', '300 MB/s'),
    copies: fc.array(store, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['store', 'full'] },
);
const service = fc.record({
  data: fc.record({
    size: pick('5 GB', '300 GB', '4 TB'),
    change: pick('1% / day', '30% / day'),
    value: fc.constant('1M USD'),
  }),
  writes: fc.record({ mean: pick('10 kB/s', '3 MB/s') }),
  objectives: fc.record(
    { rto: pick('20 min', '3 h', '1 day'), rpo: pick('10 ms', '10 min', '2 h', '2 days') },
    { requiredKeys: [] },
  ),
  mbco: pick('30%', '50%', '66.67%', '100%'),
});
const bandwidth = pick('20 Mbit/s', '1 Gbit/s', '20 Gbit/s');
const links = fc.dictionary(
  pick('main-near', 'main-far', 'main-farther', 'near-far', 'far-farther'),
  fc.record({ bandwidth, latency: pick('1 ms', '30 ms') }),
  { minKeys: 1 },
);
const strategy = fc.record(
  {
    primary: fc.constant('main'),
    decision: pick('5 min', '2 h'),
    standby: fc.record({ site: pick(...SITES), capacity: pick('20%', '50%', '100%') }),
    backups: policy,
    restore: fc.constant({ steps: [{ step: 'restore', moves: 'backup' }] }),
    runbook: fc.constant({ reviewed: '2026-11-02', exercised: '2026-10-05' }),
  },
  { requiredKeys: ['primary', 'decision', 'restore', 'runbook'] },
);

const scenarios = fc
  .record({
    links,
    services: fc.tuple(service, service, service),
    accounts: pick('aws', 'recovery'),
    strategy,
    readiness: fc.record({ copies: pick(2, 3, 5), media: pick(1, 2, 3), offsite: pick(1, 2) }),
  })
  .map(({ accounts: account, services: [app, db, log], ...rest }) => ({
    name: 'Any',
    horizon: '5 years',
    currency: 'USD',
    sites: {
      main: { region: 'aws/us-east-1', account },
      near: { region: 'aws/us-east-1', account },
      far: { region: 'aws/us-west-2', account },
      farther: { region: 'aws/eu-west-1', account },
    },
    links: rest.links,
    services: {
      app: { ...app, dependsOn: ['db'] },
      db: { ...db, dependsOn: ['log'] },
      log,
    },
    threats: ['site-fire'],
    strategies: { plan: rest.strategy },
    readiness: rest.readiness,
  }));

test('a fix carried out word by word removes its finding and brings up none of the same kind', () => {
  let carriedOut = 0;
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const text = JSON.stringify(scenario, null, 2);
      fc.pre(!('problems' in readScenario({ file: 'test.yaml', text }, CATALOGUE)));
      carriedOut += expectMended(text);
    }),
    { seed: 1, numRuns: 150 },
  );
  expect(carriedOut).toBeGreaterThan(300);
});
