import type {
  DifferenceSummary,
  PlaceBytes,
  ServiceSummary,
  Spread,
  StrategySummary,
  Summary,
} from '../../src/experiment/summary.js';
import type { Estimate } from '../../src/stats/interval.js';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** An estimate with a symmetric interval. */
export const about = (mean: number, half: number): Estimate => ({
  mean,
  ci95: [mean - half, mean + half],
});

/** What was never seen, with its upper bound. */
export const neverSeen = (below: number): Estimate => ({ mean: 0, ci95: [0, below] });

/** Nothing lost so far: how large a first loss would be, nobody saw. */
const NOTHING_LOST: Estimate = { mean: 0, ci95: null };

/** Too few incidents for a figure. */
export const tooFew = (needs: number): Estimate => ({ mean: null, ci95: null, needs });

interface Quantiles {
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number | null;
  readonly max: number;
}

/** A spread with a plausible curve through its quantiles. */
export function spread(mean: Estimate, quantiles: Quantiles, zeroShare = 0): Spread {
  const { p50, p90, p95, p99, max } = quantiles;
  const known = Object.entries({ p50, p90, p95, p99 }).flatMap(([name, value]) =>
    value === null ? [] : [[name, [value * 0.97, value * 1.04] as const] as const],
  );
  return {
    ...mean,
    ...quantiles,
    n: 1_160,
    zeroShare,
    quantileCi95: Object.fromEntries(known),
    ...(p99 === null && { needsTrials: { p99: 60_000 } }),
    curve: [
      [p50 / 2, 0.1],
      [p50, 0.5],
      [p90, 0.9],
      [p95, 0.95],
      [max, 1],
    ],
  };
}

/** The spread of hardly any incidents: no quantile has enough of them. */
export function sparse(mean: Estimate, values: readonly number[]): Spread {
  const n = values.length;
  return {
    ...mean,
    p50: null,
    p90: null,
    p95: null,
    p99: null,
    max: values.at(-1) ?? null,
    n,
    zeroShare: n === 0 ? null : values.filter((value) => value === 0).length / n,
    quantileCi95: {},
    needsTrials: { p50: 40_000, p90: 200_000, p95: 400_000, p99: 2_000_000 },
    curve: values.map((value, index) => [value, (index + 1) / n] as const),
  };
}

/** Nothing paid once, nothing discounted, and no cash by year. */
const NO_MONEY = { investment: { mean: 0, ci95: null }, ownership: about(0, 0), expected: [] };

/** What a strategy is worth that earns so much a year for so much at once, over ten years. */
function worthOf(once: number, yearly: number, payback: number | null): StrategySummary['finance'] {
  const times = Array.from({ length: 11 }, (_, year) => year);
  const share = { mean: 0.41, ci95: [0.39, 0.43] } as const;
  return {
    investment: { mean: once, ci95: null },
    ownership: about(10 * 215_700 + once, 14_500),
    expected: times.map((at) => ({
      at,
      loss: at === 0 ? 0 : 1_559,
      downtime: at === 0 ? 0 : 1_240,
      spent: at === 0 ? once : 214_100,
      factor: 1 / 1.08 ** at,
    })),
    breakEvenFrequency: null,
    npv: about(6.7 * yearly - once, 55_000),
    chanceNpvPositive: share,
    irr: payback === null ? null : 0.184,
    ...(payback === null && { irrWhy: 'no sign change' as const }),
    paybackYears: payback,
    discountedPaybackYears: payback === null ? null : payback + 1.1,
    chancePaysBack: { 10: share },
    neverPaysBack: { mean: 0.59, ci95: [0.57, 0.61] },
    benefitCost: payback === null ? 0.95 : 1.31,
    rosi: payback === null ? -0.05 : 0.42,
    breakEvenDowntime: payback === null ? null : 0.73,
    breakEvenDowntimeCost: payback === null ? null : 73_000,
    worthCi95: payback === null ? {} : { irr: [0.15, 0.22], paybackYears: [4.1, 6.2] },
    averted: { 10: about(402_000, 30_000), 25: about(2_100_000, 190_000), 100: tooFew(40_000) },
    cash: times.map((at) => {
      const sum = at * yearly - once;
      return {
        at,
        flow: about(at === 0 ? -once : yearly, at === 0 ? 0 : 8_000),
        cumulative: about(sum, at * 8_000),
        fan: [-2, -1, -0.8, 1, 3].map((step) => sum + step * at * 20_000),
      };
    }),
  };
}

const backupsRto = spread(about(9.13 * HOUR, 0.21 * HOUR), {
  p50: 7.4 * HOUR,
  p90: 17.2 * HOUR,
  p95: 21.6 * HOUR,
  p99: 1.62 * DAY,
  max: 2.4 * DAY,
});
const backupsRpo = spread(
  about(7.9 * HOUR, 0.5 * HOUR),
  { p50: 11 * HOUR, p90: 21 * HOUR, p95: 23.4 * HOUR, p99: 1.3 * DAY, max: 7.2 * DAY },
  0.42,
);
const standbyRto = spread(about(6.4 * MINUTE, 8), {
  p50: 5.6 * MINUTE,
  p90: 9.8 * MINUTE,
  p95: 13 * MINUTE,
  p99: null,
  max: 3.1 * HOUR,
});
const standbyRpo = spread(about(5.3, 0.2), { p50: 4.9, p90: 8.1, p95: 9.6, p99: null, max: 41 });
const activeRto = spread(about(2.1, 0.9), { p50: 0, p90: 0, p95: 11, p99: null, max: 95 }, 0.93);
const activeRpo = spread(about(0.4, 0.1), { p50: 0, p90: 1.2, p95: 4.8, p99: null, max: 12 }, 0.6);

const frequency = about(0.0581, 0.0015);

/** Mostly power outages, hardly any fire, and a meteorite that never fell. */
function threatsOf({ rto, rpo }: Pick<ServiceSummary, 'rto' | 'rpo'>): ServiceSummary['byThreat'] {
  const [once, never] = [sparse(tooFew(40_000), [320]), sparse(tooFew(90_000), [])];
  const unrecoverableShare = tooFew(40_000);
  const exposedBeforeDetection = tooFew(40_000);
  return {
    'site-fire': {
      incidentsPerYear: about(0.00025, 0.00022),
      rto: once,
      rpo: { ...once, unrecoverableShare },
      exposedBeforeDetection,
    },
    'power-outage': {
      incidentsPerYear: frequency,
      rto,
      rpo,
      exposedBeforeDetection: NOTHING_LOST,
    },
    meteorite: {
      incidentsPerYear: neverSeen(0.00015),
      rto: never,
      rpo: { ...never, unrecoverableShare },
      exposedBeforeDetection,
    },
  };
}

type Parts = readonly [downtime: number, data: number, recovery: number];

/** Losses by threat: what fires took, and outages; a meteorite cannot fall here. */
function lossesOf(fires: Parts, outages: Parts): StrategySummary['byThreat'] {
  const never: Estimate = { mean: 0, ci95: null, never: true };
  const taken = (amount: number) => (amount === 0 ? NOTHING_LOST : about(amount, amount / 12));
  const of = (disastersPerYear: Estimate, [downtime, data, recovery]: Parts) => ({
    disastersPerYear,
    downtimeCost: taken(downtime),
    dataLossCost: taken(data),
    recoveryCost: taken(recovery),
    loss: taken(downtime + data + recovery),
  });
  const neverCost = { downtimeCost: never, dataLossCost: never, recoveryCost: never, loss: never };
  return {
    'site-fire': of(about(0.00025, 0.00022), fires),
    'power-outage': of(frequency, outages),
    meteorite: { disastersPerYear: never, ...neverCost },
  };
}

/** A service as it comes out when all goes as the spreads say. */
function service(
  [title, objectives]: readonly [string, ServiceSummary['objectives']],
  { rto, rpo }: { rto: Spread; rpo: Spread },
  rest: Partial<ServiceSummary> & { readonly unrecoverableShare?: Estimate },
): ServiceSummary {
  const { unrecoverableShare = neverSeen(0.0026), ...figures } = rest;
  return {
    title,
    objectives,
    incidentsPerYear: frequency,
    affectedShare: { mean: 0.441, ci95: [0.434, 0.448] },
    rto,
    timeToFull: rto,
    rpo: { ...rpo, unrecoverableShare },
    rtoAttainment: { mean: 0.9871, ci95: [0.9788, 0.9922] },
    rpoAttainment: { mean: 1, ci95: [0.9967, 1] },
    rtoMissesPerYear: about(0.00075, 0.0003),
    rpoMissesPerYear: neverSeen(0.00015),
    unrecoverablePerYear: neverSeen(0.00015),
    absorbedPerYear: neverSeen(0.00015),
    exposuresPerYear: about(0.058, 0.0015),
    outagePerYear: about(22.3, 1.1),
    downtimePerYear: about(24.6, 1.4),
    laterOutagePerYear: neverSeen(0.2),
    failbackPerYear: about(2.3, 0.2),
    availability: 0.99999922,
    lostBytesPerYear: about(6.1e5, 3e4),
    exposedBeforeDetection: NOTHING_LOST,
    phases: { detect: 95, decide: 60, promote: 229 },
    byThreat: threatsOf({ rto, rpo: { ...rpo, unrecoverableShare } }),
    ...figures,
  };
}

const ORDERS = ['Shop and orders', { rto: HOUR, rpo: 5 * MINUTE }] as const;
const REPORTS = ['reports', { rto: null, rpo: DAY }] as const;

const grown = (size: number) => Array.from({ length: 10 }, (_, year) => size * 1.2 ** year);

/** What is stored and sent: live data, and a place that all of it is sent to. */
function bytesOf(kind: PlaceBytes['kind'], part: number): PlaceBytes[] {
  const place = (site: string, size: number) => ({
    service: 'orders',
    site,
    stored: grown(size),
    billed: grown(size),
    written: grown(63 * size),
    restored: grown(0),
    restoredPerYear: NOTHING_LOST,
  });
  const live = { kind: 'primary', policy: null, storage: 'block', from: [] } as const;
  const away = { kind, policy: kind === 'backups' ? 'nightly' : null, storage: 'object' } as const;
  const from = [{ site: 'virginia', link: 'virginia-ohio', share: 1 }];
  const sent = place('ohio', part * 1e12);
  return [
    { ...place('virginia', 1e12), ...live, transferred: grown(0) },
    { ...sent, ...away, from, transferred: sent.written },
  ];
}

const backupsOnly: StrategySummary = {
  title: 'Backups only',
  services: {
    orders: service(
      ORDERS,
      { rto: backupsRto, rpo: backupsRpo },
      {
        rtoAttainment: { mean: 0.0112, ci95: [0.0064, 0.0191] },
        rpoAttainment: about(0.421, 0.029),
        rtoMissesPerYear: about(0.0574, 0.0015),
        rpoMissesPerYear: about(0.0336, 0.0012),
        downtimePerYear: about(1_931, 68),
        availability: 0.99993881,
        unrecoverableShare: { mean: 0.0043, ci95: [0.0018, 0.0101] },
      },
    ),
    reports: service(
      REPORTS,
      { rto: backupsRto, rpo: backupsRpo },
      {
        rtoAttainment: null,
        rtoMissesPerYear: null,
        rpoAttainment: { mean: 0.968, ci95: [0.956, 0.977] },
        downtimePerYear: about(1_931, 68),
        availability: 0.99993881,
        unrecoverableShare: { mean: 0.0043, ci95: [0.0018, 0.0101] },
      },
    ),
  },
  annual: {
    downtimeCost: about(94_300, 3_900),
    dataLossCost: about(21_700, 6_100),
    recoveryCost: NOTHING_LOST,
    loss: about(116_000, 8_200),
    infrastructureCost: about(138_400, 900),
    total: about(254_400, 8_300),
  },
  bytes: bytesOf('backups', 5),
  byThreat: lossesOf([300, 9_700, 0], [94_000, 12_000, 0]),
  infrastructure: {
    compute: about(96_700, 0),
    storage: about(34_200, 800),
    transfer: about(7_500, 200),
    contracts: about(0, 0),
  },
  exceedance: {
    aep: [
      [0, 0.0565],
      [180_000, 0.0561],
      [700_000, 0.043],
      [1_500_000, 0.0262],
      [2_600_000, 0.0121],
      [4_000_000, 0.0042],
      [9_000_000, 0.0008],
      [41_000_000, 0.0002],
      [43_500_000, 0],
    ],
    oep: [
      [0, 0.0565],
      [43_500_000, 0],
    ],
    var: { 95: 410_000, 99: 2_900_000, 99.6: null },
    tvar: { 95: 2_320_000, 99: 6_400_000, 99.6: null },
  },
  finance: { ...NO_MONEY, breakEvenFrequency: null },
};

const warmStandby: StrategySummary = {
  title: 'Warm standby',
  services: {
    orders: service(ORDERS, { rto: standbyRto, rpo: standbyRpo }, {}),
    reports: service(
      REPORTS,
      {
        rto: sparse(tooFew(40_000), [310, 340, 356, 420, 11_200]),
        rpo: sparse(tooFew(40_000), []),
      },
      {
        incidentsPerYear: about(0.00025, 0.00022),
        rtoAttainment: null,
        rtoMissesPerYear: null,
        rpoAttainment: tooFew(40_000),
        unrecoverableShare: tooFew(40_000),
        downtimePerYear: about(0.63, 0.6),
        availability: 0.99999998,
      },
    ),
  },
  annual: {
    downtimeCost: about(1_240, 75),
    dataLossCost: about(9, 1),
    recoveryCost: about(310, 12),
    loss: about(1_559, 78),
    infrastructureCost: about(214_100, 1_400),
    total: about(215_700, 1_450),
  },
  bytes: bytesOf('replica', 1),
  byThreat: lossesOf([140, 8, 10], [1_100, 1, 300]),
  infrastructure: {
    compute: about(145_100, 900),
    storage: about(58_400, 800),
    transfer: about(10_600, 300),
    contracts: about(0, 0),
  },
  exceedance: {
    aep: [
      [0, 0.0562],
      [9_000, 0.0547],
      [22_000, 0.0291],
      [41_000, 0.0104],
      [120_000, 0.002],
      [610_000, 0.0002],
      [730_000, 0],
    ],
    oep: [
      [0, 0.0562],
      [730_000, 0],
    ],
    var: { 95: 8_900, 99: 44_000, 99.6: null },
    tvar: { 95: 29_000, 99: 101_000, 99.6: null },
  },
  finance: { ...worthOf(200_000, 38_700, 5.168), breakEvenFrequency: 0.0384 },
};

const activeActive: StrategySummary = {
  title: 'Active-active',
  services: {
    orders: service(
      ORDERS,
      { rto: activeRto, rpo: activeRpo },
      {
        rtoAttainment: { mean: 1, ci95: [0.9967, 1] },
        rtoMissesPerYear: neverSeen(0.00015),
        downtimePerYear: about(0.12, 0.05),
        availability: 0.9999999962,
      },
    ),
    reports: service(
      REPORTS,
      { rto: sparse(tooFew(60_000), []), rpo: sparse(tooFew(60_000), []) },
      {
        incidentsPerYear: neverSeen(0.00015),
        rtoAttainment: null,
        rtoMissesPerYear: null,
        rpoAttainment: tooFew(60_000),
        unrecoverableShare: tooFew(60_000),
        downtimePerYear: neverSeen(0.4),
        availability: 1,
      },
    ),
  },
  annual: {
    downtimeCost: NOTHING_LOST,
    dataLossCost: NOTHING_LOST,
    recoveryCost: NOTHING_LOST,
    loss: NOTHING_LOST,
    infrastructureCost: about(259_800, 1_700),
    total: { mean: 259_800, ci95: null },
  },
  bytes: bytesOf('replica', 1),
  byThreat: lossesOf([0, 0, 0], [0, 0, 0]),
  infrastructure: {
    compute: about(193_400, 1_200),
    storage: about(58_400, 800),
    transfer: about(8_000, 200),
    contracts: about(0, 0),
  },
  exceedance: { aep: [[0, 0]], oep: [[0, 0]], var: { 95: 0 }, tvar: { 95: 0 } },
  finance: { ...worthOf(0, -5_400, null), breakEvenFrequency: 0.0601 },
};

const standbyMinusBackups: DifferenceSummary = {
  total: about(-38_700, 8_200),
  loss: about(-114_400, 8_100),
  infrastructureCost: about(75_700, 500),
  lossByThreat: {
    'site-fire': about(-9_300, 8_100),
    'power-outage': about(-104_900, 4_000),
    meteorite: NOTHING_LOST,
  },
  chanceCheaper: { mean: 0.172, ci95: [0.167, 0.177] },
  downtimePerYear: { orders: about(-1_906, 67), reports: about(-1_930, 68) },
};
const activeMinusBackups: DifferenceSummary = {
  total: about(5_400, 8_250),
  loss: about(-116_000, 8_200),
  infrastructureCost: about(121_400, 800),
  lossByThreat: {
    'site-fire': about(-10_000, 8_100),
    'power-outage': about(-106_000, 4_000),
    meteorite: NOTHING_LOST,
  },
  chanceCheaper: { mean: 0.121, ci95: [0.117, 0.126] },
  downtimePerYear: { orders: about(-1_931, 67), reports: about(-1_931, 68) },
};

/** A comparison with something of everything that a table or chart must cope with. */
export const SHOP: Summary = {
  scenario: 'online-shop',
  title: 'Online shop',
  seed: '1',
  trials: 2_000,
  horizonYears: 10,
  currency: 'USD',
  version: '0.1.0',
  scenarioHash: '3fa9c1d2e4b5a697',
  baseline: 'backups-only',
  finance: { discountRate: 0.08, real: false },
  disastersPerYear: {
    'site-fire': about(0.0021, 0.0003),
    'power-outage': about(0.0957, 0.0019),
    meteorite: neverSeen(0.00015),
  },
  strategies: {
    'backups-only': backupsOnly,
    'warm-standby': warmStandby,
    'active-active': activeActive,
  },
  differences: {
    'warm-standby vs backups-only': standbyMinusBackups,
    'active-active vs backups-only': activeMinusBackups,
  },
  assumptions: [],
};

/** The shop with every strategy and service renamed, and the scenario titled, as `rename` says. */
export function renamed(rename: (name: string) => string): Summary {
  const keys = <V>(record: Readonly<Record<string, V>>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [rename(name), value]));
  const strategies = Object.entries(SHOP.strategies).map(([name, strategy]) => {
    const services = Object.entries(strategy.services).map(
      ([key, one]) =>
        [rename(key), { ...one, title: rename(one.title), byThreat: keys(one.byThreat) }] as const,
    );
    const byThreat = keys(strategy.byThreat);
    const bytes = strategy.bytes.map((place) => ({
      ...place,
      service: rename(place.service),
      policy: place.policy && rename(place.policy),
      site: rename(place.site),
      storage: rename(place.storage),
    }));
    const all = { ...strategy, bytes, byThreat, services: Object.fromEntries(services) };
    return [rename(name), all] as const;
  });
  const differences = Object.entries(SHOP.differences).map(([key, difference]) => {
    const [one = '', other = ''] = key.split(' vs ');
    const lossByThreat = keys(difference.lossByThreat);
    return [`${rename(one)} vs ${rename(other)}`, { ...difference, lossByThreat }] as const;
  });
  return {
    ...SHOP,
    title: rename(SHOP.title),
    baseline: rename(SHOP.baseline),
    disastersPerYear: keys(SHOP.disastersPerYear),
    strategies: Object.fromEntries(strategies),
    differences: Object.fromEntries(differences),
  };
}
