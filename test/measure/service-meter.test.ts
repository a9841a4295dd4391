import { expect, test } from 'vitest';
import { MINUTE, ms, YEAR } from '../../src/base/units.js';
import { ServiceMeter } from '../../src/measure/service-meter.js';
import type { Phase } from '../../src/model/runbook.js';
import { compile } from '../../src/simulate/compile.js';
import { scenarioFrom } from '../running.js';

const [service] = compile(
  scenarioFrom(`
name: Measured
horizon: 1 year
currency: USD
sites: { here: {} }
services: { shop: { data: { size: 1 GB } } }
threats: [power-outage]
strategies: { waiting: { primary: here } }
`),
  '1',
).services;

const at = (minutes: number) => ms(minutes * MINUTE);

/** A meter that is told a history in minutes. */
function told() {
  const meter = new ServiceMeter(service!, { horizon: YEAR, intoWeek: ms(0) });
  // What stops the service is the cause of all until something else stops it.
  let [cause, last] = [-1, 1];
  return {
    struck(minute: number, disaster: number) {
      meter.struck({ kind: 'struck', at: at(minute), service: 0, disaster });
      if (last > 0) cause = disaster;
      return this;
    },
    level(minute: number, level: number, phase: Phase | null = null) {
      last = phase === 'failback' ? 1 : level;
      meter.level({ kind: 'level', at: at(minute), service: 0, level, phase, cause });
      return this;
    },
    recovered(
      minute: number,
      disaster: number,
      data: { captured: number | null; stopped: number },
    ) {
      const captured = data.captured === null ? null : at(data.captured);
      const via = captured === null ? 'nothing' : 'restore';
      const stopped = at(data.stopped);
      meter.recovered({
        kind: 'recovered',
        at: at(minute),
        service: 0,
        disaster,
        via,
        site: 0,
        captured,
        stopped,
        share: 1,
      });
      return this;
    },
    /** The way back was to wait: nothing is lost. */
    waited(minute: number, disaster: number) {
      const [when, kind, via] = [at(minute), 'recovered', 'wait'] as const;
      const data = { captured: when, stopped: when };
      meter.recovered({ kind, at: when, service: 0, disaster, via, site: 0, share: 1, ...data });
      return this;
    },
    whole(minute: number) {
      meter.whole({ kind: 'whole', at: at(minute), service: 0 });
      return this;
    },
    outcome: () => meter.outcome(),
  };
}

test('an outage runs from the drop below the minimum until a recovered level holds it', () => {
  const { incidents, below, downtime } = told()
    .struck(10, 0)
    .level(10, 0, 'detect')
    .level(12, 0, 'promote')
    .recovered(20, 0, { captured: 9, stopped: 10 })
    .level(20, 0.6, 'ramp')
    .level(40, 1)
    .whole(40)
    .outcome();
  expect(incidents).toMatchObject([
    { rta: 10 * MINUTE, rpa: MINUTE, timeToFull: 30 * MINUTE, lostWrites: MINUTE },
  ]);
  expect(incidents[0]!.phases).toEqual({ detect: 2 * MINUTE, promote: 8 * MINUTE });
  expect(below).toEqual({ outage: 10 * MINUTE, later: 0, failback: 0 });
  expect(downtime[0]).toBeCloseTo((10 + 0.4 * 20) * MINUTE, 6);
});

test('a level of exactly the minimum counts as recovered', () => {
  const { incidents } = told().struck(0, 0).level(0, 0.5, 'ramp').level(30, 1).whole(30).outcome();
  expect(incidents).toMatchObject([{ rta: 0, timeToFull: 30 * MINUTE }]);
});

test('dips less than 15 min apart are one outage, without the time above the minimum', () => {
  const dips = (gap: number) =>
    told()
      .struck(0, 0)
      .level(0, 0, 'detect')
      .level(10, 0.8, 'ramp')
      .level(10 + gap, 0.2, 'ramp')
      .level(15 + gap, 1)
      .whole(15 + gap)
      .outcome();
  expect(dips(14).incidents[0]!.rta).toBe(15 * MINUTE);
  expect(dips(14).below).toEqual({ outage: 15 * MINUTE, later: 0, failback: 0 });
  expect(dips(15).incidents[0]!.rta).toBe(10 * MINUTE);
  expect(dips(15).below).toEqual({ outage: 10 * MINUTE, later: 5 * MINUTE, failback: 0 });
});

test('a strike during an outage, or within 15 min after it, is absorbed', () => {
  const { incidents, below } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .struck(5, 1)
    .level(10, 1)
    .struck(20, 2)
    .level(20, 0, 'detect')
    .level(30, 1)
    .whole(30)
    .outcome();
  expect(incidents.map(({ absorbed }) => absorbed)).toEqual([false, true, true]);
  expect(incidents[0]!.rta).toBe(20 * MINUTE);
  expect(below.outage).toBe(20 * MINUTE);
});

test('a strike later than that is an incident of its own', () => {
  const { incidents } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .level(10, 1)
    .whole(10)
    .struck(25, 1)
    .level(25, 0, 'detect')
    .level(30, 1)
    .whole(30)
    .outcome();
  expect(incidents).toMatchObject([{ rta: 10 * MINUTE }, { rta: 5 * MINUTE, absorbed: false }]);
});

test('the planned return is downtime and cost, but no recovery time', () => {
  const { incidents, below, shortfalls } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .level(10, 1)
    .whole(10)
    .level(500, 0, 'failback')
    .level(520, 1)
    .outcome();
  expect(incidents).toMatchObject([{ rta: 10 * MINUTE }]);
  expect(below).toEqual({ outage: 10 * MINUTE, later: 0, failback: 20 * MINUTE });
  expect(shortfalls.list().at(-1)).toMatchObject({ incident: 0, share: 1 });
});

test('a disaster that cuts the planned return short opens an outage', () => {
  const { incidents, below } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .level(10, 1)
    .whole(10)
    .level(500, 0, 'failback')
    .struck(505, 1)
    .level(505, 0, 'detect')
    .level(520, 1)
    .whole(520)
    .outcome();
  expect(incidents).toMatchObject([{ rta: 10 * MINUTE }, { rta: 15 * MINUTE }]);
  expect(below).toEqual({ outage: 25 * MINUTE, later: 0, failback: 5 * MINUTE });
});

test('no copy left: no recovery point, but a recovery time', () => {
  const { incidents } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .recovered(600, 0, { captured: null, stopped: 0 })
    .level(600, 1)
    .whole(600)
    .outcome();
  expect(incidents).toMatchObject([{ rta: 600 * MINUTE, rpa: null, via: 'nothing' }]);
});

test('writes that one recovery has lost are not lost again by the next', () => {
  const { incidents } = told()
    .struck(100, 0)
    .level(100, 0, 'detect')
    .recovered(110, 0, { captured: 40, stopped: 100 })
    .level(110, 1)
    .whole(110)
    .struck(200, 1)
    .level(200, 0, 'detect')
    .recovered(210, 1, { captured: 20, stopped: 200 })
    .level(210, 1)
    .whole(210)
    .outcome();
  expect(incidents[0]!.lostWrites).toBe(60 * MINUTE);
  // From 20 to 40 and from 110 to 200: between lie the 60 min lost before and 10 min down.
  expect(incidents[1]!.lostWrites).toBe(110 * MINUTE);
  expect(incidents[1]!.rpa).toBe(180 * MINUTE);
});

test('yearly sums stop at the horizon, recovery times do not', () => {
  const end = YEAR / MINUTE;
  const { incidents, downtime, below } = told()
    .struck(end - 5, 0)
    .level(end - 5, 0, 'detect')
    .level(end + 20, 1)
    .whole(end + 20)
    .outcome();
  expect(incidents[0]!.rta).toBe(25 * MINUTE);
  expect(below.outage).toBe(5 * MINUTE);
  expect(downtime).toEqual(Float64Array.of(5 * MINUTE));
});

test('losses that overlap in one outage are one loss, as long as the time that is gone', () => {
  const { incidents } = told()
    .struck(100, 0)
    .level(100, 0, 'promote')
    .recovered(110, 0, { captured: 99, stopped: 100 })
    .level(110, 1)
    .struck(120, 1)
    .level(120, 0, 'restore')
    .recovered(130, 1, { captured: 40, stopped: 120 })
    .level(130, 1)
    .whole(130)
    .outcome();
  expect(incidents).toMatchObject([
    { rpa: 80 * MINUTE, lostWrites: 70 * MINUTE },
    { absorbed: true, lostWrites: 0 },
  ]);
});

test('what was lost for good is not lost again, what was written since is', () => {
  const { incidents } = told()
    .struck(100, 0)
    .level(100, 0, 'provision')
    .recovered(200, 0, { captured: null, stopped: 100 })
    .level(200, 1)
    .struck(210, 1)
    .level(210, 0, 'restore')
    .recovered(220, 1, { captured: 90, stopped: 210 })
    .level(220, 1)
    .whole(220)
    .outcome();
  expect(incidents[0]).toMatchObject({ rpa: null, lostWrites: 10 * MINUTE });
});

test('an outage that reopens keeps the service from being whole, from its first drop on', () => {
  const { incidents } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .level(30, 1)
    .whole(30)
    .struck(40, 1)
    .level(40, 0, 'detect')
    .level(70, 1)
    .whole(70)
    .outcome();
  expect(incidents[0]).toMatchObject({ rta: 60 * MINUTE, timeToFull: 70 * MINUTE });
});

test('a strike that finds the service below the minimum, but recovered, opens an outage', () => {
  const { incidents, below } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .level(10, 0.6, 'ramp')
    .level(100, 0.4, 'ramp')
    .struck(110, 1)
    .level(110, 0, 'detect')
    .level(130, 1)
    .whole(130)
    .outcome();
  expect(incidents).toMatchObject([{ rta: 10 * MINUTE }, { rta: 20 * MINUTE, absorbed: false }]);
  expect(below).toEqual({ outage: 30 * MINUTE, later: 10 * MINUTE, failback: 0 });
});

test('a demand that grows during a later dip opens no outage', () => {
  const { incidents, below } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .level(10, 0.6, 'ramp')
    .level(100, 0.4, 'ramp')
    .level(160, 0.3, 'ramp')
    .level(220, 1)
    .whole(220)
    .outcome();
  expect(incidents).toMatchObject([{ rta: 10 * MINUTE }]);
  expect(below.later).toBe(120 * MINUTE);
});

test('degraded service is due to the oldest incident that is not over, an outage to its own', () => {
  const { shortfalls } = told()
    .struck(0, 0)
    .level(0, 0, 'detect')
    .level(10, 0.6, 'ramp')
    .struck(100, 1)
    .level(100, 0, 'detect')
    .level(120, 0.6, 'ramp')
    .level(200, 1)
    .whole(200)
    .outcome();
  expect(shortfalls.list().map(({ incident, to }) => [incident, to / MINUTE])).toEqual([
    [0, 10],
    [0, 100],
    [1, 120],
    [0, 200],
  ]);
});

test('a planned return is due to the incident that moved the service, not to the latest', () => {
  const { shortfalls, incidents } = told()
    .struck(0, 0)
    .level(0, 0, 'promote')
    .recovered(10, 0, { captured: 0, stopped: 0 })
    .level(10, 1)
    .whole(10)
    .struck(100, 1)
    .level(100, 0, 'wait')
    .waited(110, 1)
    .level(110, 1)
    .whole(110)
    .level(500, 0, 'failback')
    .level(520, 1)
    .whole(520)
    .outcome();
  expect(shortfalls.list().at(-1)).toMatchObject({ incident: 0, to: at(520) });
  expect(incidents.map(({ timeToFull }) => timeToFull)).toEqual([10 * MINUTE, 10 * MINUTE]);
});
