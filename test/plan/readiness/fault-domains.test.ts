import { expect, test } from 'vitest';
import type { Finding } from '../../../src/plan/finding.js';
import { type Edit, foundAfter } from './checking.js';

const WARM_STORE = 'store: vault\n      full';
const ONLY_STORE = 'store: vault\n      account';
const ONLY_COPY = 'copies: [{ store: second, account: recovery, medium: tape, offline: true }]';
const WARM_COPY = 'copies: [{ store: main }]';
const RUNBOOK = 'runbook: { reviewed: 2026-11-03, exercised: 2026-10-06 }';

const brief = (findings: readonly Finding[]) =>
  findings.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
const edits = (...all: readonly Edit[]) => brief(foundAfter(...all));

/** The vault is made a neighbour of the primary, and all backups are kept there. */
const ALL_IN_VAULT: readonly Edit[] = [
  [ONLY_COPY, 'copies: [{ store: vault, account: recovery, medium: tape, offline: true }]'],
  [WARM_COPY, 'copies: [{ store: vault, medium: tape }]'],
  ['main-vault: { bandwidth: 2 Gbit/s', 'main-vault: { bandwidth: 2 Gbit/s, latency: 1 ms'],
];

test('backups on the campus of the data are a risk, those in its region something to know', () => {
  const near = edits(
    ...ALL_IN_VAULT,
    ['main: { region: aws/us-east-1', 'main: { region: aws/us-east-1, campus: north'],
    ['vault: { region: aws/eu-west-1', 'vault: { region: aws/us-east-1, campus: north'],
  );
  expect(near).toEqual([
    'warning backup-in-fault-domain strategies.backups-only.backups',
    'warning backup-in-fault-domain strategies.warm-standby.backups',
  ]);
  const region = edits(...ALL_IN_VAULT, [
    'vault: { region: aws/eu-west-1',
    'vault: { region: aws/us-east-1',
  ]);
  expect(region).toEqual([
    'note backup-in-fault-domain strategies.backups-only.backups',
    'note backup-in-fault-domain strategies.warm-standby.backups',
  ]);
});

test('a near store is for quick restores as long as there is a far one', () => {
  const near = edits(ALL_IN_VAULT[2]!, [
    'vault: { region: aws/eu-west-1',
    'vault: { region: aws/us-east-1',
  ]);
  // The other copy of backups-only is far away, that of warm-standby is at the primary's own site.
  expect(near).toEqual(['note backup-in-fault-domain strategies.warm-standby.backups']);
});

test('after a failover, all backups may be beside the data', () => {
  const beside = foundAfter(
    [WARM_STORE, 'store: second\n      full'],
    [WARM_COPY, 'copies: [{ store: second, medium: tape }]'],
  );
  expect(brief(beside)).toEqual(['note backup-in-fault-domain strategies.warm-standby.backups']);
  expect(beside[0]?.found).toContain('where the data is after a failover');
  expect(beside[0]?.fix).toContain('store: vault');
});

test('copies on both sides of the primary travel over two links', () => {
  expect(edits([ONLY_STORE, 'store: second\n      account'], [ONLY_COPY, WARM_COPY])).toEqual([]);
});

test('who asks for more copies away is told how many there are', () => {
  const more: Edit = ['currency: USD', 'currency: USD\nreadiness: { offsite: 3 }'];
  const [first, second, ...others] = foundAfter(more);
  expect(first?.found).toBe('backups-only has 2 copies away from main; 3 are asked for.');
  expect(second?.rule).toBe('no-offsite-copy');
  expect(others).toEqual([]);
});

test('a standby on the campus of the primary is a risk', () => {
  const standby = edits(
    ['main: { region: aws/us-east-1', 'main: { region: aws/us-east-1, campus: north'],
    ['second: { region: aws/us-west-2', 'second: { region: aws/us-west-2, campus: north'],
  );
  expect(standby).toEqual(['warning standby-in-fault-domain strategies.warm-standby.standby']);
});

test('one account for everything is a risk unless a copy is out of its reach', () => {
  const oneAccount: readonly Edit[] = [
    ['us-west-2, account: recovery', 'us-west-2'],
    ['eu-west-1, account: vault', 'eu-west-1'],
  ];
  expect(edits(...oneAccount)).toEqual(['note one-account strategies.warm-standby']);
  expect(edits(...oneAccount, ['      immutable: 5 months\n', ''])).toEqual([
    'warning one-account strategies.warm-standby',
    'warning no-immutable-or-offline-copy strategies.warm-standby.backups',
  ]);
});

test('names with dots and spaces stand in quotes in paths', () => {
  expect(edits(['  warm-standby:\n', '  "warm standby 1.0":\n'], [`    ${RUNBOOK}\n`, ''])).toEqual(
    ['warning never-tested strategies."warm standby 1.0"'],
  );
});
