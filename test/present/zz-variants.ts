import type { Summary } from '../../src/experiment/summary.js';
import { about, neverSeen, renamed, SHOP, sparse } from './fixture.js';
export const hard = (): Summary => {
  const names: Record<string, string> = {
    'backups-only': '<b>Back & "ups"</b> \u{1F525} nightly',
    'warm-standby': 'احتياطي دافئ',
    'active-active': 'x'.repeat(100) + ' ' + 'y'.repeat(99),
    orders: '注文サービス',
    'Shop and orders': '注文サービス <script>alert(1)</script>',
    reports: 'long '.repeat(40),
    'Online shop': '<img src=x onerror=alert(1)> & \u{1F6D2} shop ' + 'title '.repeat(30),
  };
  return renamed((n) => names[n] ?? n);
};
const eachStrategy = (
  f: (s: Summary['strategies'][string]) => Summary['strategies'][string],
): Summary => ({
  ...SHOP,
  strategies: Object.fromEntries(Object.entries(SHOP.strategies).map(([k, s]) => [k, f(s)])),
});
const zero = about(0, 0);
export const allZero = (): Summary =>
  eachStrategy((s) => ({
    ...s,
    infrastructure: {},
    annual: {
      downtimeCost: zero,
      dataLossCost: zero,
      recoveryCost: zero,
      loss: neverSeen(3),
      infrastructureCost: zero,
      total: zero,
    },
    exceedance: { ...s.exceedance, aep: [[0, 0]] },
    services: Object.fromEntries(
      Object.entries(s.services).map(([k, x]) => [
        k,
        { ...x, rto: sparse({ mean: null, ci95: null }, []) },
      ]),
    ),
  }));
export const single = (): Summary =>
  eachStrategy((s) => ({
    ...s,
    exceedance: {
      ...s.exceedance,
      aep: [
        [0, 0.05],
        [4_000_000, 0],
      ],
    },
    services: Object.fromEntries(
      Object.entries(s.services)
        .slice(0, 1)
        .map(([k, x]) => [
          k,
          {
            ...x,
            rto: {
              ...x.rto,
              mean: 300,
              ci95: [300, 300] as const,
              p50: 300,
              p90: 300,
              p95: 300,
              p99: 300,
              max: 300,
              curve: [[300, 1]] as const,
            },
          },
        ]),
    ),
  }));
