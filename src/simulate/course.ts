import type { StepPlan, StrategyPlan } from './plan.js';
import type { Course, Path, Recovery } from './recovery-state.js';
import { dataNow, linkBetween, type ServiceState, usableRate, type World } from './world.js';

/** The steps of a way back, in order; what is tainted is cleaned on the way. */
export function stepsOf({ strategy, disasters }: World, path: Path): readonly StepPlan[] {
  if (path.kind !== 'failover' && path.kind !== 'restore') return [];
  const kind = stepsFor(strategy, path);
  if (path.cleans < 0) return strategy[kind];
  return strategy.cleaning[disasters[path.cleans]!.hazard]![kind];
}

/** Which steps a path takes: with a log to be applied, or a copy to be rolled forward, others. */
function stepsFor(
  strategy: StrategyPlan,
  path: Path & { kind: 'failover' | 'restore' },
): 'failover' | 'rollForward' | 'restore' | 'replay' {
  if (path.kind === 'failover') return isLate(strategy, path.copy) ? 'rollForward' : 'failover';
  return path.point.logged > 0 ? 'replay' : 'restore';
}

/** Whether a copy applies late what it receives. The primary, number 0, does not. */
function isLate({ standbys }: StrategyPlan, copy: number): boolean {
  return copy > 0 && standbys[copy - 1]!.delay > 0;
}

/** Where the service will be once a path is done. */
export function placeOf(service: ServiceState, path: Path): number {
  switch (path.kind) {
    case 'failover':
      return service.copies[path.copy]!.site;
    case 'restore':
      return path.place;
    default:
      return service.seat;
  }
}

/** Whether two paths are the same way back to the same state. */
export function samePath(a: Path, b: Path): boolean {
  if (a.kind === 'failover' && b.kind === 'failover') {
    return a.copy === b.copy && a.cleans === b.cleans && a.upTo === b.upTo;
  }
  if (a.kind === 'restore' && b.kind === 'restore') {
    return a.place === b.place && a.cleans === b.cleans && sameState(a, b);
  }
  return a.kind === b.kind;
}

/** Whether two paths give back the same state from the same copy, be it to different places. */
export function sameState(a: Path, b: Path): boolean {
  if (a.kind === 'failover' && b.kind === 'failover') {
    return a.copy === b.copy && a.captured === b.captured;
  }
  if (a.kind !== 'restore' || b.kind !== 'restore') return false;
  return a.policy === b.policy && a.point.captured === b.point.captured;
}

/** What has been done of a path: only of the very same, under way or committed, does it count. */
export function courseOn({ course, committed }: Recovery, path: Path): Course | null {
  if (course && samePath(course.path, path)) return course;
  return committed && samePath(committed.path, path) ? committed : null;
}

/** What a step of a path is about: one of its runbook, or to accept traffic after the last. */
interface At {
  readonly path: Path;
  readonly step: StepPlan | undefined;
}

/** The copy that a step reads, a restore's of its store; null where it reads none. */
function copyRead({ path, step }: At): (Path & { kind: 'restore' }) | null {
  return path.kind === 'restore' && step?.does === 'moves' ? path : null;
}

/** Whether the step that a course has come to can run now; the last is to accept traffic. */
export function canRun(world: World, service: ServiceState, { path, done }: Course): boolean {
  // To start from nothing, nothing is needed that could be away.
  if (path.kind === 'nothing') return true;
  const step = stepsOf(world, path)[done];
  const now = world.calendar.now;
  const copy = copyRead({ path, step });
  if (!service.places.isUp(placeOf(service, path), now)) return false;
  if (!copy) return true;
  const { policy, place } = copy;
  return world.sites.isUp(sentFrom(world, policy, place), now) && fetchedBy(service, policy) <= now;
}

/** When a copy that has been asked for comes; -Infinity for one that nobody has to wait for. */
function fetchedBy({ recovery }: ServiceState, policy: number): number {
  return recovery!.fetched.get(policy)?.at ?? -Infinity;
}

/** What a decider expects to wait until a copy can be read, which may not have been asked for. */
function expectedFetch(
  { strategy, calendar }: World,
  service: ServiceState,
  policy: number,
): number {
  const { law } = strategy.backups[policy]!.retrieve;
  const asked = service.recovery!.fetched.get(policy);
  if (!asked) return law.mean;
  return asked.at <= calendar.now ? 0 : law.meanBeyond(calendar.now - asked.since);
}

/**
 * What a decider expects to wait until a step could run if it were its turn now, in ms: for the
 * place, and for the store that is read and the link that carries it. What a courier brings is read
 * where it is wanted.
 */
export function expectedWait(world: World, service: ServiceState, of: At): number {
  const { sites, calendar, plan } = world;
  const { now } = calendar;
  const place = placeOf(service, of.path);
  const wait = service.places.expectedReturn(place, now);
  const copy = copyRead(of);
  if (!copy) return wait;
  const from = sentFrom(world, copy.policy, place);
  return Math.max(
    wait,
    expectedFetch(world, service, copy.policy),
    sites.expectedReturn(from, now),
    uncut(world, linkBetween(plan, from, place)),
  );
}

/** What a decider expects to wait until a link carries data again, in ms; 0 if it does. */
export function uncut({ sites, calendar }: World, link: number): number {
  return link < 0 ? 0 : sites.links.expectedReturn(link, calendar.now);
}

/** Whether nothing is away that the rest of a course needs. */
export function isClear(world: World, service: ServiceState, { path, done }: Course): boolean {
  const steps = stepsOf(world, path);
  for (let rest = done; rest <= steps.length; rest++) {
    if (!canRun(world, service, { path, done: rest })) return false;
  }
  return true;
}

/** Whether a course has still to read from the store that it restores from. */
export function needsStore(world: World, { path, done }: Course): boolean {
  return (
    path.kind === 'restore' &&
    stepsOf(world, path).some(({ does }, number) => number >= done && does === 'moves')
  );
}

/** Site that a store's data is sent from to a place: what a courier brings is there already. */
export function sentFrom({ strategy }: World, policy: number, place: number): number {
  const { store, sent } = strategy.backups[policy]!;
  return sent !== null && sent.takes !== null ? place : store;
}

/** What a restore sends, how, and how fast the target can take it. */
export function restoreOrder(
  world: World,
  service: ServiceState,
  { policy, place, point }: Path & { kind: 'restore' },
): { bytes: number; link: number; limit: number } {
  const { restoreRate, readRate, serial, snapshot } = world.strategy.backups[policy]!;
  const { parameters } = world.plan;
  const link = linkBetween(world.plan, sentFrom(world, policy, place), place);
  // What never left the storage is there at once.
  const bytes = snapshot ? 0 : point.bytes;
  const logical = dataNow(world, service.plan, world.calendar.now);
  // The target writes logical bytes; the limit is on the stored ones that become them.
  const write = parameters.of(restoreRate) * (logical > 0 ? bytes / logical : 1);
  const read = readRate ? parameters.of(readRate) : Infinity;
  if (!serial) return { bytes, link, limit: Math.min(read, write) };
  // One after the other: times add up, of what the store or the link gives and of the writing.
  const reading = Math.min(read, usableRate(world.plan, link));
  return { bytes, link, limit: reading === Infinity ? write : 1 / (1 / reading + 1 / write) };
}

/** Whether a path leads to a state that turned out to be of no use although it had been cleaned. */
export function isRejected({ recovery }: ServiceState, path: Path): boolean {
  return recovery!.rejected.some((known) => sameState(known, path));
}
