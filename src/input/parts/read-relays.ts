import type { Standby } from '../../model/strategy.js';
import { type Reading, refuse, type Spot } from '../reading.js';
import { valueOf } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';

/**
 * Whether every standby that receives from another one can: that is a standby of the same strategy
 * which only stands by, receives from the service itself, and passes on what it has received.
 */
export function relaysHold(standbys: readonly Standby[], { node, path }: Spot, reading: Reading) {
  const key = valueOf(node, 'standbys') === undefined ? 'standby' : 'standbys';
  const at = { node: valueOf(node, key) ?? node, path: pathTo(path, key) };
  return standbys.every(({ site, from, replication }) => {
    if (from === null) return true;
    const relay = standbys.find((other) => other.site === from && other.site !== site);
    if (!relay || relay.clients > 0 || relay.from !== null) {
      refuse(at, reading, {
        expected: `a standby at ${from}, beside that at ${site}, which receives from the service`,
        got: relay ? (relay.from === null ? 'one that serves' : 'one that does not') : 'none',
        fix: `remove "from: ${from}", or name another standby`,
      });
      return false;
    }
    if (replication.mode === 'async') return true;
    refuse(at, reading, {
      expected: `replication of what ${site} receives from ${from} to be asynchronous`,
      got: 'sync',
      fix: 'write "replication: async": no write waits for a second standby in a row',
    });
    return false;
  });
}
