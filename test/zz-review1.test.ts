import { test } from 'vitest';
import { measure } from '../src/measure/measure.js';
import { compile } from '../src/simulate/compile.js';
import { disastersOf } from '../src/simulate/disasters.js';
import { simulate } from '../src/simulate/run.js';
import { SiteTimeline } from '../src/simulate/site-timeline.js';
import { lossesOf } from '../src/price/losses.js';
import { scenarioFrom } from './running.js';

import { appendFileSync } from 'node:fs';
const log = (...x: unknown[]) => appendFileSync('/tmp/zzout.txt', x.join(' ') + '\n');
const SHOP = 'data: { size: 100 GB, value: 1M USD }, writes: { mean: 1 kB/s }, revenue: { mean: 10k USD/h }, dataLoss: 1 USD/h';
function show(title: string, p: { threats: string[]; strategy: string; shop?: string; services?: string; bw?: string; top?: string }) {
  const text = `
name: R
horizon: 3 years
currency: USD
${p.top ?? ''}
sites: { a: {}, b: {}, c: {} }
links:
  a-b: { bandwidth: ${p.bw ?? '10 Gbit/s'}, latency: 0 ms, efficiency: 100% }
  a-c: { bandwidth: ${p.bw ?? '10 Gbit/s'}, latency: 0 ms, efficiency: 100% }
  b-c: { bandwidth: ${p.bw ?? '10 Gbit/s'}, latency: 0 ms, efficiency: 100% }
services:
  shop: { ${p.shop ?? SHOP} }
${p.services ?? ''}
threats:
${p.threats.join('\n')}
strategies:
  only:
    primary: a
${p.strategy}
`;
  log('=== ' + title);
  try {
    const plan = compile(scenarioFrom(text), 's');
    plan.parameters.draw(0);
    const disasters = disastersOf(plan, 0);
    const sites = new SiteTimeline(plan, disasters);
    const h = simulate(plan, { strategy: 0, trial: 0, disasters, sites });
    const t0 = disasters[0]!.at;
    for (const f of h) {
      const { kind, at, ...rest } = f as any;
      if (rest.captured !== undefined && rest.captured !== null) rest.captured = ((rest.captured - t0) / 6e4).toFixed(2);
      if (rest.stopped !== undefined) rest.stopped = ((rest.stopped - t0) / 6e4).toFixed(2);
      if (rest.expected) rest.expected = `${(rest.expected.time / 6e4).toFixed(1)}m/${(rest.expected.loss / 6e4).toFixed(1)}m`;
      log(`${((at - t0) / 6e4).toFixed(2)}m ${kind} ${JSON.stringify(rest)}`);
    }
    const o = measure(plan, h);
    o.services.forEach((s) => log(JSON.stringify({ below: s.below, down: [...s.downtime].map((x) => x / 6e4), inc: s.incidents.map((i) => ({ ...i, rta: i.rta / 6e4, rpa: i.rpa === null ? null : i.rpa / 6e4, ttf: i.timeToFull === null ? null : i.timeToFull / 6e4 })) })));
    const l = lossesOf(plan, o);
    log('loss', [...l.downtime], [...l.data], 'rec', [...l.recovery]);
  } catch (e) { log('THROWS', String((e as Error).message).slice(0, 400)); }
}
const outage = (length: string, at: string, site = 'a') =>
  `  - { use: power-outage, name: out-${site}-${at.replaceAll(/\W/g, '')}, only: [${site}], strikes: { at: ['${at}'] }, effects: { outage: ${length} } }`;
const fire = (at = '2027-03-01', site = 'a', rebuild = '100 days') =>
  `  - { use: site-fire, name: fire-${site}-${at.replaceAll(/\W/g, '')}, only: [${site}], strikes: { at: ['${at}'] }, effects: { destroys: { rebuild: ${rebuild} } } }`;
const SB = (fo = 'steps: [{ step: promote, takes: 10 min }, { step: redirect, takes: 60 min }]', cap = '100%') => `
    standby: { site: b, capacity: ${cap}, apply: 2 s }
    failover: { ${fo} }`;
const BK = (store: string, extra = '') => `
    backups: { store: ${store}, full: 1 day, reduction: 1, jobFailure: 0%, overhead: 0 s, throughput: 1 GB/s, restoreRate: 100 MB/s ${extra} }
    restore: { steps: [{ step: restore, moves: backup }] }`;

test('x', () => {
  show('1 committed failover, standby burns in redirect, backups at c', { threats: [fire(), fire('2027-03-01 00:30', 'b')], strategy: SB() + BK('c') });
  show('1b committed failover, standby long outage in redirect, backups at c', { threats: [fire(), outage('10 days', '2027-03-01 00:30', 'b')], strategy: SB() + BK('c') });
  show('1c after 1: b struck again later', { threats: [fire(), fire('2027-03-01 00:30', 'b', '1 day'), outage('1 h', '2027-03-10', 'b')], strategy: SB() + BK('c') });
  show('2 committed, b out -> wait, then b burns', { threats: [fire(), outage('20 min', '2027-03-01 00:30', 'b'), fire('2027-03-01 00:40', 'b', '1 day')], strategy: SB() + BK('c') });
  show('3 short outage in redirect shortens', { threats: [fire(), outage('1 min', '2027-03-01 00:11', 'b')], strategy: SB() });
  show('4 phantom backup from rebuilt empty primary', { threats: [fire('2027-03-01 12:00', 'a', '1 day')], strategy: BK('b') + '\n    decision: 5 days' });

  const verify = (x: string) => x.replace('moves: backup }]', 'moves: backup }, { step: verify, phase: restore, takes: 3 h }]');
  show('5 store burns after bytes moved to b', { threats: [fire('2027-02-28 23:58', 'b', '1 min'), fire('2027-03-01 00:00'), fire('2027-03-01 01:00', 'c')], strategy: SB() + verify(BK('c')) });
  show('6 provisioning restarted by 1 min outage of the store', { threats: [fire('2027-02-28 23:58', 'b', '1 min'), fire('2027-03-01 00:00'), outage('1 min', '2027-03-01 03:50', 'c')], strategy: SB() + BK('c').replace('steps: [', 'steps: [{ step: provision, takes: 4 h }, ') });
  show('7 estimate of other standby counts only remaining', { threats: [fire(), outage('{ empirical: [65 min, 65 min] }', '2027-03-01 00:59', 'b')], strategy: `
    standbys: [{ site: b, capacity: 100%, apply: 0 s }, { site: c, capacity: 100%, apply: 0 s }]
    failover: { steps: [{ step: provision, takes: 50 min }, { step: promote, takes: 10 min }, { step: redirect, takes: 5 min }] }` });
  show('8 elapsed of failover step applied to first step of restore', { threats: [fire(), outage('30 min', '2027-03-01 00:50', 'b')], strategy: SB('steps: [{ step: promote, takes: 1 h }]') + BK('c').replace('steps: [', 'steps: [{ step: provision, takes: 45 min }, ') });
  show('9 stale intact standby counts as nothing', { threats: [fire(), fire('2027-03-01 00:30', 'b')], strategy: `
    standbys: [{ site: b, capacity: 100%, apply: 0 s }, { site: c, capacity: 100%, apply: 0 s }]
    failover: { steps: [{ step: promote, takes: 10 min }, { step: redirect, takes: 60 min }] }` });
  show('9b old primary intact after outage, b burns in redirect', { threats: [outage('1 h', '2027-03-01'), fire('2027-03-01 00:12', 'b')], strategy: SB('steps: [{ step: promote, takes: 10 min }, { step: redirect, takes: 5 min }]') });
  show('10 abort failback in ramp', { threats: [outage('20 min', '2027-03-01'), fire('2027-03-01 01:10')], strategy: SB('steps: [{ step: promote, takes: 10 min }, { step: redirect, takes: 5 min, tail: { share: 20%, lasts: 2 h } }], ramp: 2 h', '60%') + '\n    failback: { switchover: 20 min }' });
  show('11 seed of exposure charged to old incident', { threats: [outage('5 min', '2027-03-01'), fire('2029-03-01', 'b', '1 day')], strategy: SB(), top: 'prices: aws' });
  show('11b seed of exposure never charged', { threats: [fire('2029-03-01', 'b', '1 day')], strategy: SB(), top: 'prices: aws' });
  show('12 timeToFull < RTA when reopened', { threats: [outage('5 min', '2027-03-01'), fire('2027-03-01 00:10')], strategy: SB() });
  show('13 RPA summed over overlapping windows', { threats: [fire('2027-03-01 12:00'), fire('2027-03-01 12:30', 'b')], strategy: `
    standby: { site: b, capacity: 100%, apply: 0 s }
    backups: [{ name: one, store: b, full: 1 day, reduction: 1, jobFailure: 0%, overhead: 0 s, throughput: 1 GB/s, restoreRate: 100 MB/s }, { name: two, store: c, full: 1 day, reduction: 1, jobFailure: 0%, overhead: 0 s, throughput: 1 GB/s, restoreRate: 100 MB/s }]
    restore: { steps: [{ step: restore, moves: backup }] }`.replace(/standby:.*/, '') });
  const week = "load: retail-week";
  show('14 strike during a later dip', { threats: [fire('2027-03-01 05:00'), fire('2027-03-02 18:30', 'b', '1 day')], strategy: SB('steps: [{ step: promote, takes: 10 min }, { step: redirect, takes: 5 min }]', '30%') + BK('c'), shop: SHOP + ', ' + week });
  show('15 no restore steps', { threats: [fire()], strategy: BK('b').replace(/restore: .*/, '') });
  show('16 point expires while restored', { threats: [fire('2027-03-01 12:00', 'a'), outage('1 h', '2027-03-03 23:00', 'a'), outage('1 min', '2027-03-04', 'b')], strategy: SB() + BK('c', ', keep: 2 days').replace('steps: [', 'steps: [{ step: provision, takes: 4 days }, ').replace('100 MB/s', '100 MB/s'), shop: SHOP }); 
});
