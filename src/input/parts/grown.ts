import { type Ms, ms } from '../../base/units.js';
import { growthAt, type Service } from '../../model/service.js';
import { AMOUNT } from '../figure/range.js';
import { type Reading, refuse, type Spot } from '../reading.js';
import { valueOf } from '../yaml/located-tree.js';
import { pathTo } from '../yaml/yaml-tree.js';

/** Whether the data and the writes of every service stay amounts that can be calculated with. */
export function growthIsBounded(
  { services, horizon }: { readonly services: readonly Service[]; readonly horizon: Ms },
  spot: Spot,
  reading: Reading,
): boolean {
  const last = ms(horizon - 1);
  const beyond = services.filter(({ data, writes }) => {
    const most = Math.max(data.size.law.mean, writes.mean.law.mean);
    return !(most * growthAt(data.growth.law.mean, last) <= AMOUNT.most);
  });
  for (const { name } of beyond) {
    const service = valueOf(spot.node, name) ?? spot.node;
    const data = valueOf(service, 'data') ?? service;
    const path = pathTo(pathTo(pathTo(spot.path, name), 'data'), 'growth');
    refuse({ node: valueOf(data, 'growth') ?? data, path }, reading, {
      expected: 'a growth to at most 1e30 bytes, and 1e30 B/s, by the end of the horizon',
      fix: 'lower the growth, or shorten the horizon',
    });
  }
  return beyond.length === 0;
}
