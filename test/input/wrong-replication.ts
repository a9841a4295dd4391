import type { Wrong } from './wrong-scenarios.js';

const STANDBY = 'standby: { site: there }';
const replicated = (how: string): readonly [string, string] => [
  STANDBY,
  `standby: { site: there, replication: ${how} }`,
];

/** What replication may not say, nor the writes that it carries. Said as in `wrong-scenarios.ts`. */
export const WRONG_REPLICATION: readonly Wrong[] = [
  {
    wrong: 'an unknown mode',
    by: replicated('synch'),
    says: `
  shop.yaml:25:82  strategies.warm.standby.replication
    expected  one of async or sync
    got       "synch"
    fix       write "sync"`,
  },
  {
    wrong: 'replication that halts but does not wait for the standby',
    by: replicated('{ onPartition: halt }'),
    says: `
  shop.yaml:25:97  strategies.warm.standby.replication.onPartition
    expected  replication that halts to be synchronous
    got       async
    fix       add "mode: sync"`,
  },
  {
    wrong: 'halting where several sites serve beside each other',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [here, there], active: { replication: { mode: sync, onPartition: halt } } }',
    ],
    says: `
  shop.yaml:23:73  strategies.waiting.active.replication.onPartition
    expected  one of the keys mode, reconnect and keeps
    got       "onPartition"`,
  },
  {
    wrong: 'a delay of a standby that has applied what counts',
    by: replicated('{ mode: sync, delay: 4 h, replayRate: 1 MB/s }'),
    says: `
  shop.yaml:25:103  strategies.warm.standby.replication.delay
    expected  no delay: a synchronous standby has applied what counts
    got       "4 h"
    fix       remove it, or write "mode: async"`,
  },
  {
    wrong: 'a delay without the rate at which it is caught up with',
    by: replicated('{ delay: 4 h }'),
    says: `
  shop.yaml:25:91  strategies.warm.standby.replication.delay
    expected  a replayRate beside it
    got       no such key
    fix       add "replayRate: 50 MB/s"`,
  },
  {
    wrong: 'a rate of what is never replayed',
    by: replicated('{ replayRate: 1 MB/s }'),
    says: `
  shop.yaml:25:96  strategies.warm.standby.replication.replayRate
    expected  a delay beside it
    got       no such key
    fix       add "delay: 4 h"`,
  },
  {
    wrong: 'a delay of years',
    by: replicated('{ delay: 2 years, replayRate: 1 MB/s }'),
    says: `
  shop.yaml:25:91  strategies.warm.standby.replication.delay
    expected  longer than 0 and at most a year
    got       "2 years"`,
  },
  {
    wrong: 'a rule that asks nobody and can use no standby',
    by: [
      STANDBY,
      'failover: { automatic: true }, standby: { site: there, replication: { delay: 4 h, replayRate: 1 MB/s } }',
    ],
    says: `
  shop.yaml:25:9  strategies.warm.failover
    expected  a standby without a delay, which alone a rule can use
    got       none
    fix       write "automatic: false", or add another standby`,
  },
  {
    wrong: 'a standby that receives from where there is none',
    by: [STANDBY, 'standby: { site: there, from: here }'],
    says: `
  shop.yaml:25:54  strategies.warm.standby
    expected  a standby at here, beside that at there, which receives from the service
    got       none
    fix       remove "from: here", or name another standby`,
  },
  {
    wrong: 'a standby that receives from itself',
    by: [STANDBY, 'standby: { site: there, from: there }'],
    says: `
  shop.yaml:25:54  strategies.warm.standby
    expected  a standby at there, beside that at there, which receives from the service
    got       none
    fix       remove "from: there", or name another standby`,
  },
  {
    wrong: 'a standby that receives from one that serves',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [here, there], standby: { site: here, capacity: 50%, from: there } }',
    ],
    says: `
  shop.yaml:23:45  strategies.waiting.standby
    expected  a standby at there, beside that at here, which receives from the service
    got       one that serves
    fix       remove "from: there", or name another standby`,
  },
  {
    wrong: 'bursts of less than is written otherwise',
    by: ['profile: retail-week }', 'profile: retail-week, bursts: { chance: 2%, factor: 0.5 } }'],
    says: `
  shop.yaml:14:81  services.orders.writes.bursts.factor
    expected  from 1 to 1e6
    got       0.5`,
  },
];
