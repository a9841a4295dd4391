import { expect, test } from 'vitest';
import { SECOND } from '../../../src/base/units.js';
import { trialAt } from '../../../src/experiment/explain/chosen-trial.js';
import { storyOf } from '../../../src/experiment/explain/tell-story.js';
import { runBlock, type Trial } from '../../../src/experiment/trials.js';
import { compile } from '../../../src/simulate/compile.js';
import { shipped } from '../../running.js';

const plan = compile(shipped('online-shop.yaml'), 'story');
const ALL = { threat: null, service: null, strategy: null, all: true };

const lived: Trial[] = [];
runBlock(plan, { first: 0, count: 40 }, (trial) => lived.push(trial));
const stories = lived.map(({ trial }) => storyOf(plan, { ...ALL, trial }));

test('a story ends as the comparison measures it', () => {
  for (const [number, story] of stories.entries()) {
    story.strategies.forEach(({ incidents, loss }, strategy) => {
      const { outcome, losses } = lived[number]!.strategies[strategy]!;
      const measured = outcome.services.flatMap((service) => service.incidents);
      expect(incidents.map(({ rta }) => rta)).toEqual(measured.map(({ rta }) => rta / SECOND));
      const sum = (amounts: Float64Array) => amounts.reduce((a, b) => a + b, 0);
      expect(loss.downtime).toBeCloseTo(sum(losses.downtime), 4);
      expect(loss.data).toBeCloseTo(sum(losses.data), 4);
    });
  }
});

test('people choose what they expect to cost least, and a failover rule only failovers', () => {
  let choices = 0;
  for (const { events } of stories.flatMap((story) => story.strategies)) {
    for (const event of events) {
      if (event.kind !== 'chose' || event.choice.cost === null) continue;
      choices++;
      const dearer = event.rejected.every(({ cost }) => cost! >= event.choice.cost! * (1 - 1e-9));
      expect(dearer || event.choice.via === 'failover').toBe(true);
    }
  }
  expect(choices).toBeGreaterThan(50);
});

test('events are told in order, after their strike, and nothing is at a level beyond 0 to 1', () => {
  for (const { events } of stories.flatMap((story) => story.strategies)) {
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(events.every(({ after }) => after >= 0)).toBe(true);
    const levels = events.flatMap((event) => (event.kind === 'level' ? [event.level] : []));
    expect(levels.every((level) => level >= 0 && level <= 1)).toBe(true);
  }
});

test('of all disasters of a history the costliest is told where not all are asked for', () => {
  const many = stories.find(({ disasters }) => disasters.length > 2)!;
  const one = storyOf(plan, { ...ALL, trial: many.trial, all: false });
  expect(one.disasters).toHaveLength(1);
  expect(one.others).toBe(many.disasters.length - 1);
  const lossOf = (number: number) =>
    lived[many.trial]!.strategies.reduce((sum, { losses: { disasters } }) => {
      const places = Array.from({ length: disasters.count }, (_, place) => place);
      const own = places.filter((place) => disasters.number(place) === number);
      return sum + own.reduce((total, place) => total + disasters.total(place), 0);
    }, 0);
  const most = Math.max(...many.disasters.map(({ number }) => lossOf(number)));
  expect(lossOf(one.disasters[0]!.number)).toBe(most);
});

test('a percentile is the history that so many are not worse than, the worst is the last', () => {
  const losses = [5, 1, 4, 2, 3].map((loss, trial) => ({ trial, loss, struck: true }));
  expect(trialAt(losses, 1)?.trial).toBe(0);
  expect(trialAt(losses, 0.6)?.trial).toBe(4);
  expect(trialAt(losses, 0)?.trial).toBe(1);
  expect(
    trialAt(
      losses.map((one) => ({ ...one, struck: false })),
      1,
    ),
  ).toBeNull();
});
