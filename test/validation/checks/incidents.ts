import { DAY, HOUR } from '../../../src/base/units.js';
import { check } from '../check.js';
import { absolute, exact, type Figure, shareOf, sigma } from '../figure.js';
import { losses } from '../families/backup-age.js';
import { replay } from '../families/incidents.js';

/** What a test changes about a replay, to see that it would be noticed. */
interface Replayed {
  readonly change?: readonly [from: string, to: string];
}

const changeOf = ({ change }: Replayed) =>
  change && { change: (text: string) => text.replace(change[0], () => change[1]) };

const fiveMinutes = { by: 5 / 60, unit: 'h' };
const half = (a: number, b: number) => (a + b) / 2;

const gitlab = check<
  Replayed,
  { rto_h: number; rpo_h_min: number; rpo_h_max: number; rpo_h_if_only_the_24h_snapshot: number }
>((inputs, expected) => {
  const [incident] = replay('gitlab-2017', changeOf(inputs))('in-place', 'database');
  const { rta, rpa, via } = incident!;
  const { rpo_h_min: least, rpo_h_max: most } = expected;
  const daily = Math.max(...losses({ interval: 24, lag: 0, failure: 0 }, 1000));
  return [
    absolute('down, h', [expected.rto_h, rta / HOUR], fiveMinutes),
    absolute('writes lost, h', [half(least, most), rpa! / HOUR], {
      by: half(most, -least) + 1e-2,
      unit: 'h',
    }),
    exact('of its protections, what was used was a backup', [1, via === 'restore' ? 1 : 0]),
    absolute(
      'writes lost at worst with a snapshot a day, h',
      [expected.rpo_h_if_only_the_24h_snapshot, daily],
      fiveMinutes,
    ),
  ];
});

const storage = check<Replayed, { rto_h: number; index_h: number; data_loss: number }>(
  (inputs, expected) => {
    const replayed = replay('aws-s3-2017', changeOf(inputs));
    const of = (service: string) => replayed('one-region', service)[0]!;
    return [
      absolute('objects down, h', [expected.rto_h, of('objects').rta / HOUR], fiveMinutes),
      absolute('index down, h', [expected.index_h, of('index').rta / HOUR], fiveMinutes),
      exact('writes lost', [expected.data_loss, of('objects').rpa!]),
    ];
  },
);

const campus = check<Replayed, { sbg3_outage_days: readonly [number, number] }>(
  (inputs, { sbg3_outage_days: [least, most] }) => {
    const replayed = replay('ovh-sbg2-2021', changeOf(inputs));
    const of = (strategy: string) => replayed(strategy, 'website')[0]!;
    const lost = (strategy: string) => (of(strategy).rpa === null ? 1 : 0);
    return [
      absolute('SBG3 away, days', [half(least, most), of('in-next-building').rta / DAY], {
        by: half(most, -least),
        unit: 'days',
      }),
      exact('lost with its backup in the same building', [1, lost('backup-in-same-building')]),
      exact('lost with a backup elsewhere', [0, lost('backup-elsewhere')]),
    ];
  },
);

const deletion = check<Replayed, { outage_days: number }>((inputs, { outage_days }) => {
  const replayed = replay('unisuper-2024', changeOf(inputs));
  const of = (strategy: string) => replayed(strategy, 'fund')[0]!;
  const saved = of('with-another-provider');
  const days = { by: 5 / 1440, unit: 'days' };
  return [
    absolute('down, days', [outage_days, saved.rta / DAY], days),
    exact('lost for good in two zones of one account', [1, of('two-zones').rpa === null ? 1 : 0]),
    exact('lost for good with another provider', [0, saved.rpa === null ? 1 : 0]),
  ];
});

const recoveryCurve = check<
  Replayed,
  { restored_pct: readonly number[]; days_since_fire: readonly number[] }
>((inputs, { restored_pct, days_since_fire }) => {
  const n = 2000;
  const replayed = replay('nirs-2025', { trials: n, ...changeOf(inputs) });
  const systems = replayed('no-second-site', 'system');
  const curve = days_since_fire.map((days, i): Figure => {
    const p = restored_pct[i]! / 100;
    const back = systems.filter(({ rta }) => rta <= days * DAY).length;
    return sigma(`systems back after ${days} days`, p, shareOf(back, { n, p }));
  });
  const [drive] = replayed('no-second-site', 'drive');
  return [...curve, exact('drive without a backup lost', [1, drive!.rpa === null ? 1 : 0])];
});

/** Checks of public incidents, replayed by case. */
export const INCIDENTS = {
  'incident-gitlab-2017': gitlab,
  'incident-aws-s3-2017': storage,
  'incident-ovh-sbg2-2021': campus,
  'incident-unisuper-2024': deletion,
  'incident-nirs-2025': recoveryCurve,
};
