import { bytePlaces } from '../measure/byte-places.js';
import type { BytePlace } from '../measure/byte-table.js';
import type { Plan } from '../simulate/plan.js';
import { estimateOfAmount } from '../stats/interval.js';
import type { BytesTally } from './bytes-tally.js';
import type { PlaceBytes } from './summary.js';

/** What a strategy stores and sends, place by place. @param number of the strategy */
export function bytesSummary(
  plan: Plan,
  number: number,
  { tally, trials }: { tally: BytesTally; trials: number },
): readonly PlaceBytes[] {
  const strategy = plan.strategies[number]!;
  return bytePlaces(plan, strategy).map((place, row) => ({
    ...placeOf(plan, number, place),
    stored: tally.meanOf('stored', row),
    billed: tally.meanOf('billed', row),
    written: tally.meanOf('written', row),
    transferred: tally.meanOf('sent', row),
    restored: tally.restoredIn(row),
    restoredPerYear: estimateOfAmount(tally.restored.tallies[row]!, { trials }),
  }));
}

function placeOf(
  { scenario, strategies }: Plan,
  number: number,
  { service, kind, store, site, storage, sources }: BytePlace,
) {
  return {
    service: scenario.services[service]!.name,
    kind,
    policy: store < 0 ? null : strategies[number]!.backups[store]!.name,
    site: scenario.sites[site]!.name,
    storage,
    from: sources.map(({ site: from, link, share }) => ({
      site: scenario.sites[from]!.name,
      link: scenario.links[link]?.name ?? null,
      share,
    })),
  };
}
