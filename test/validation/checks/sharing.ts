import { check } from '../check.js';
import { absolute, type Figure, type Measured, meanOf, sigma } from '../figure.js';
import { finishes, meanOver, occupation } from '../families/sharing.js';

const seconds = { by: 1e-9, unit: 's' };

const fairShare = check<
  {
    capacity: number;
    transfers_start_volume_id: Readonly<Record<string, readonly (readonly number[])[]>>;
  },
  { finish_times: Readonly<Record<string, Readonly<Record<string, number>>>> }
>(({ capacity, transfers_start_volume_id: plans }, { finish_times }) =>
  Object.entries(plans).flatMap(([name, rows]) => {
    const orders = rows.map(([from, bytes]) => ({ from: from!, bytes: bytes! }));
    const ends = finishes(orders, capacity);
    return rows.map(([, , id], i) =>
      absolute(`${name}, transfer ${id}, s`, [finish_times[name]![id!]!, ends[i]!], seconds),
    );
  }),
);

const degrading = check<{ n: readonly number[]; transfers: string }, { finish: readonly number[] }>(
  ({ n: counts, transfers }, { finish }) => {
    const [bytes] = /\d+/.exec(transfers.replace('n transfers of ', ''))!.map(Number);
    // A link of the product carries the same for any number of transfers.
    const full = counts[0]!;
    const orders = Array.from({ length: full }, () => ({ from: 0, bytes: bytes! }));
    const ends = finishes(orders, 100);
    return [absolute(`${full} transfers, s`, [finish[0]!, Math.max(...ends)], seconds)];
  },
);

interface Queue {
  readonly lambda: number;
  readonly mu: number;
  readonly c?: number;
}

interface Results {
  readonly rho?: number;
  readonly L: number;
  readonly Lq: number;
  readonly W: number;
  readonly Wq: number;
  readonly ErlangC?: number;
}

/** Transfers in whole ms, so that rounding does not count: a second of the case is 1,000 of them. */
const SCALE = 1000;

const queue = check<Queue, Results>(({ lambda, mu, c = 1 }, expected) => {
  const shop = { servers: c, service: SCALE / mu, gap: () => SCALE / lambda };
  const histories = Array.from({ length: 100 }, (_, trial) =>
    occupation(shop, { jobs: 2000, trial }),
  );
  const over = (of: (under: number) => number): Measured =>
    meanOf(histories.map((history) => meanOver(history, of)));
  const [jobs, waiting] = [over((under) => under), over((under) => Math.max(0, under - c))];
  // Little's law, for means over time.
  const perJob = ({ mean, se }: Measured) => ({ mean: mean / lambda, se: se / lambda });
  const figures: Figure[] = [
    sigma('jobs under way', expected.L, jobs),
    sigma('jobs beyond the servers', expected.Lq, waiting),
    sigma('time of a job', expected.W, perJob(jobs)),
    sigma('of it beyond the servers', expected.Wq, perJob(waiting)),
  ];
  if (expected.rho !== undefined) {
    figures.push(
      sigma(
        'busy',
        expected.rho,
        over((under) => Math.min(1, under / c)),
      ),
    );
  }
  if (expected.ErlangC !== undefined) {
    figures.push(
      sigma(
        'chance to wait',
        expected.ErlangC,
        over((under) => (under >= c ? 1 : 0)),
      ),
    );
  }
  return figures;
});

/** Checks of what shares a link, by case. */
export const SHARING = {
  'dslab-fair-share': fairShare,
  'dslab-degrading-capacity': degrading,
  'mm1-rho.75': queue,
  'mmc-5-10-2': queue,
};
