import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RestorePointsReport } from '../../src/present/restore-points-table.js';
import type { StoryReport } from '../../src/present/story-table.js';
import { drsim } from './drsim.js';

const SHOP = join('scenarios', 'online-shop.yaml');
const FIRE = join('scenarios', 'lessons', '01-fire-with-warm-standby.yaml');

const explain = (...args: string[]) => drsim('explain', ...args, '--quiet');

test('the fire of the first lesson unfolds as the tutorial tells it', async () => {
  const { code, stdout } = await explain(FIRE);
  expect(code).toBe(0);
  const told = [
    'struck: site-fire of virginia',
    'somebody notices',
    'chosen: failover at ohio',
    'down, promote',
    'down, redirect',
    'accepts traffic at ohio (failover), 5 s of writes lost',
    'back at full capacity',
  ];
  const places = told.map((text) => stdout.indexOf(text));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(stdout).toMatch(/T\+5 min +shop +accepts traffic/);
  expect(stdout).toContain('RTO 5 min, 5 s of writes lost');
});

test('through a pipe it is plain text of at most 80 columns', async () => {
  const story = await explain(SHOP, '--trials', '200', '--all');
  const points = await explain(SHOP, '--copies', '--at', '2028-03-01');
  for (const { code, stdout, stderr } of [story, points]) {
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toMatch(/\u001b|NaN|undefined|Infinity/);
  }
});

test('the worst history costs at least what any other does, and a percentile less', async () => {
  const lossOf = async (...args: string[]) => {
    const { stdout } = await explain(SHOP, '--format', 'json', '--all', ...args);
    const { story } = JSON.parse(stdout) as StoryReport;
    return story.strategies
      .map(({ loss: { downtime, data, recovery } }) => downtime + data + recovery)
      .reduce((a, b) => a + b, 0);
  };
  const worst = await lossOf('--trials', '100');
  expect(await lossOf('--trials', '100', '--percentile', '50')).toBeLessThan(worst / 2);
  for (const trial of [0, 1, 2]) {
    expect(await lossOf('--trial', String(trial))).toBeLessThanOrEqual(worst);
  }
});

test('one strategy, one service and one threat can be asked for', async () => {
  const { stdout } = await explain(
    ...[SHOP, '--format', 'json', '--trials', '300', '--all', '--threat', 'ransomware'],
    ...['--strategy', 'warm-standby', '--service', 'orders'],
  );
  const { story } = JSON.parse(stdout) as StoryReport;
  expect(story.disasters.length).toBeGreaterThan(0);
  expect(new Set(story.disasters.map(({ threat }) => threat))).toEqual(new Set(['ransomware']));
  expect(story.strategies.map(({ name }) => name)).toEqual(['warm-standby']);
  expect(new Set(story.strategies[0]!.events.map(({ service }) => service))).toEqual(
    new Set(['orders']),
  );
});

test('a history in which nothing strikes says so', async () => {
  const { code, stdout } = await explain(FIRE, '--trial', '0', '--threat', 'site-fire');
  expect(code).toBe(0);
  expect(stdout).toContain('struck: site-fire');
  const quiet = await explain(SHOP, '--threat', 'site-fire', '--trial', '0');
  expect(quiet.stdout).toContain('Nothing that was asked for touches a service in this history.');
});

test('the states of every copy are listed with all that a figure needs', async () => {
  const at = ['--copies', '--at', '2028-03-01 12:00', '--format', 'json'];
  const { stdout } = await explain(SHOP, ...at, '--strategy', 'backups-only');
  const { points } = JSON.parse(stdout) as RestorePointsReport;
  expect(points.date).toBe('2028-03-01T12:00:00.000Z');
  const copies = points.strategies[0]!.services.flatMap((service) => service.copies);
  expect(copies.length).toBeGreaterThan(0);
  for (const { states, more } of copies) {
    expect(states).toHaveLength(10);
    expect(more).toBeGreaterThan(0);
    for (const { age, bytes, times, survives } of states) {
      expect(Math.min(age, bytes, ...times.map(({ time }) => time))).toBeGreaterThan(0);
      expect(survives).toHaveLength(points.hazards.length);
    }
  }
  const all = JSON.parse((await explain(SHOP, ...at, '--all')).stdout) as RestorePointsReport;
  const listed = all.points.strategies[0]!.services[0]!.copies[0]!;
  expect(listed.more).toBe(0);
  expect(listed.states.length).toBeGreaterThan(10);
});

test.each([
  [['--trial', '-1'], /--trial\n {2}expected {2}a whole number from 0/],
  [['--trial', '3', '--worst'], /mutually exclusive/],
  [['--percentile', '101'], /--percentile\n {2}expected {2}a number from 0 to 100/],
  [['--strategy', 'cold'], /--strategy\n {2}expected {2}a strategy of the scenario: backups-only/],
  [['--at', '2028-01-01'], /--at\n {2}expected {2}--copies beside it/],
  [['--copies', '--at', '1999-01-01'], /--at\n {2}expected {2}an instant of the horizon, 20/],
  [['--copies', '--at', 'tomorrow'], /got {7}tomorrow/],
])('a call with %j is told what to write', async (args, said) => {
  const { code, stdout, stderr } = await explain(SHOP, ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(said);
});
