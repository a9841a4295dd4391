import { readFileSync } from 'node:fs';
import prettier from 'prettier';
import { describe, expect, test } from 'vitest';
import { renderSvg } from '../../src/cli/render-chart.js';
import { holds, REQUIRED } from './agreement.js';
import { type Drill, publishedDrills } from './drill.js';
import { MISFITS } from './misfits.js';
import { CHARTS, pageOf } from './page.js';
import { predict } from './predict.js';
import { quantileChart } from './quantile-chart.js';
import { agreementIn, byDisaster, compared, MEASURES, strataOf } from './strata.js';

const DRILLS = compared();
const STRATA = strataOf(DRILLS, byDisaster);

/** What is judged: strata of enough drills, each by each measure. */
const JUDGED = STRATA.filter(({ drills }) => drills.length >= REQUIRED.drills).flatMap((stratum) =>
  MEASURES.map((measure) => ({ name: `${stratum.name}: ${measure}`, stratum, measure })),
);

test('half of the drills are published, in six strata that are large enough', () => {
  expect(DRILLS).toHaveLength(149);
  expect(JUDGED).toHaveLength(6 * MEASURES.length);
});

test.each(JUDGED.filter(({ name }) => !MISFITS.has(name)))(
  '$name is as drsim predicts',
  ({ stratum, measure }) => {
    expect(agreementIn(stratum, measure)).toSatisfy(holds);
  },
);

test.each([...MISFITS.keys()])('%s is known to be off', (name) => {
  const { stratum, measure } = JUDGED.find((one) => one.name === name)!;
  expect(agreementIn(stratum, measure)).not.toSatisfy(holds);
});

describe('a wrong mapping is noticed', () => {
  const spoilt: readonly {
    what: string;
    stratum: string;
    measure: 'rto' | 'rpoLoss';
    as: (drill: Drill) => Drill;
  }[] = [
    {
      what: 'detection in half of the time',
      stratum: 'async_replica, primary_loss',
      measure: 'rto',
      as: (drill) => {
        const { interval, timeout, failures } = drill.check;
        return { ...drill, check: { interval: interval / 2, timeout: timeout / 2, failures } };
      },
    },
    {
      what: 'a link to the recovery host three times as fast',
      stratum: 'pitr, primary_loss',
      measure: 'rto',
      as: (drill) => ({ ...drill, fromRepository: 3 * drill.fromRepository }),
    },
    {
      what: 'a link to the replica three times as fast',
      stratum: 'async_replica, primary_loss',
      measure: 'rpoLoss',
      as: (drill) => ({ ...drill, toReplica: 3 * drill.toReplica }),
    },
    {
      what: 'a disaster in half of the time after the backup',
      stratum: 'backup_only, primary_loss',
      measure: 'rpoLoss',
      as: (drill) => ({ ...drill, wait: drill.wait / 2 }),
    },
  ];

  test.each(spoilt)('$what', ({ stratum: name, measure, as }) => {
    const { drills } = STRATA.find((one) => one.name === name)!;
    const predicted = drills.map((one) => ({ ...one, predicted: predict(as(one.drill), 120) }));
    expect(agreementIn({ name, drills: predicted }, measure)).not.toSatisfy(holds);
  });
});

test('no state or outcome of a drill goes into its prediction', () => {
  const drill = publishedDrills()[0]!.drill;
  const columns = readFileSync('test/reality/drill.ts', 'utf8').split('function drillOf')[1]!;
  const planned = readFileSync('test/reality/data/drills.csv', 'utf8').split(',status,')[0]!;
  const read = [...columns.matchAll(/(?:text|at)\('(\w+)'\)/g)].map(([, name]) => name!);
  expect(read.length).toBeGreaterThan(Object.keys(drill).length);
  expect(read.filter((name) => !planned.split(',').includes(name))).toEqual([]);
});

describe('the page', () => {
  test('tells what was measured and predicted', async () => {
    const options = JSON.parse(readFileSync('.prettierrc.json', 'utf8')) as prettier.Options;
    const page = await prettier.format(pageOf(DRILLS), { ...options, parser: 'markdown' });
    await expect(page).toMatchFileSnapshot('../../docs/reality.md');
  });

  test.each(CHARTS)('shows $measure', async ({ file, ...what }) => {
    const svg = await renderSvg(quantileChart(STRATA, what));
    await expect(`${svg}\n`).toMatchFileSnapshot(`../../docs/images/${file}`);
  });
});
