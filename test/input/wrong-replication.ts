import type { Wrong } from './wrong-scenarios.js';

const STANDBY = 'standby: { site: there }';
const replicated = (how: string): readonly [string, string] => [
  STANDBY,
  `standby: { site: there, replication: ${how} }`,
];

/** What a standby's replication may not say. Said as in `wrong-scenarios.ts`. */
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
];
