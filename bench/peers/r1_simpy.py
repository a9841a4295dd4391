"""R1 (scenarios/bench/r1.yaml) in SimPy: own code of the model that drsim simulates, described in
r1.md, with random numbers of its own.

    /usr/bin/python3 r1_simpy.py lazy|events <trials> <seed>

`lazy`: what a store holds is worked out when somebody asks, as drsim does. `events`: every backup
job begins and ends as an event, as one would write it at first. Prints one line of JSON: user CPU
seconds of the trials and, for each strategy and output, sum and sum of squares over the trials.
"""
import json
import math
import random
import resource
import sys
from bisect import bisect_right, insort

import simpy

SECOND, HOUR = 1000, 3_600_000
YEAR = 31_557_600_000
WEEK = 168 * HOUR
HORIZON = 10 * YEAR
MAIN, SECOND_SITE = 0, 1
INF = math.inf
Z95 = 1.6448536269514722

GB = 1e9
DATA = 2000 * GB
WRITES = 5 * GB / HOUR  # per ms
LINK = 5 * GB / SECOND
BACKUP_RATE = 400 * GB / HOUR
OVERHEAD = 135 * SECOND
JOB_FAILURE = 0.01
REVENUE, DATA_LOSS = 10_000.0, 5_000.0  # per hour


class Lognormal:
    """A duration by its median and 95th percentile, in hours."""

    def __init__(self, p50, p95):
        self.mu = math.log(p50 * HOUR)
        self.sigma = math.log(p95 / p50) / Z95
        self.mean = math.exp(self.mu + self.sigma ** 2 / 2)

    def draw(self):
        return round(random.lognormvariate(self.mu, self.sigma))

    def mean_beyond(self, elapsed):
        if elapsed <= 0:
            return self.mean - elapsed
        z = (math.log(elapsed) - self.mu) / self.sigma
        left = cdf(-z)
        return max(0.0, self.mean * cdf(self.sigma - z) / left - elapsed) if left > 0 else 0.0


def cdf(z):
    return 0.5 * math.erfc(-z / math.sqrt(2))


def step(p50, p95=None):
    return Lognormal(p50, p50 * 2.683 if p95 is None else p95)


class Threat:
    def __init__(self, rate, lasts=None, destroys=False, detect=None, site=None):
        self.rate, self.lasts, self.destroys = rate, lasts, destroys
        self.detect, self.site = detect, site


THREATS = [
    Threat(6, lasts=step(3.519, 6.934)),
    Threat(2, detect=step(1)),
    Threat(4, lasts=step(3.644, 8.693)),
    Threat(0.2, lasts=step(24, 64.39), destroys=True),
    Threat(0.1, detect=step(24, 124.3)),
    Threat(0.01, lasts=step(2000, 5366), destroys=True, site=MAIN),
]

MOVE = None  # the step that moves the backup


class Strategy:
    def __init__(self, detection, decision, failover, restore, tails, move, switchover,
                 standby=False, apply=None, automatic=False):
        self.detection, self.decision = detection, decision
        self.steps = {'failover': failover, 'restore': restore}
        self.tails = tails
        self.move, self.switchover = move * HOUR, switchover
        self.standby, self.apply, self.automatic = standby, apply, automatic
        self.promotes = len(failover) - 1
        self.moves = restore.index(MOVE)
        # Expected time of all steps from each on.
        self.means = {
            kind: [self.move if law is MOVE else law.mean for law in steps]
            for kind, steps in self.steps.items()
        }


STRATEGIES = [
    Strategy(step(0.1), step(1), [],
             [step(0.3), step(0.5), step(1), MOVE, step(1), step(0.3)],
             {'restore': step(1)}, 5, step(0.3)),
    Strategy(step(0.1), step(0.3),
             [step(0.5), step(0.3), step(0.5), step(0.2), step(0.2)],
             [step(0.7), step(0.3), step(0.5), step(1), MOVE, step(1), step(0.3)],
             {'failover': step(0.5), 'restore': step(1)}, 5, step(0.3),
             standby=True, apply=Lognormal(30 / 3600, 155.4 / 3600)),
    Strategy(step(0.02), step(0.5), [step(0.05), step(0.02)],
             [step(0.06), step(0.1), step(0.2), MOVE, step(0.3), step(0.06)],
             {'failover': step(0.05), 'restore': step(0.3)}, 1, step(0.02),
             standby=True, automatic=True),
]


class Place:
    """Where the service can run: stretches in which it cannot, and why."""

    def __init__(self):
        self.starts, self.ends = [], []  # disjoint, in order
        self.destroyed_until = -1
        self.causes = []  # (from, to, law) of what keeps it away

    def add(self, now, until, law, destroys):
        """Returns whether there was anything to hit."""
        if now < self.destroyed_until:
            return False
        if destroys:
            self.destroyed_until = until
            self.causes = []
        if self.ends and now <= self.ends[-1]:
            self.ends[-1] = until if destroys else max(self.ends[-1], until)
        else:
            self.starts.append(now)
            self.ends.append(until)
        self.causes.append((now, until, law))
        return True

    def up(self, now):
        return not self.ends or now >= self.ends[-1]

    def away(self, begin, end):
        i = bisect_right(self.starts, end - 1) - 1
        return i >= 0 and self.ends[i] > begin

    def wait(self, now):
        if self.up(now):
            return 0.0
        self.causes = [cause for cause in self.causes if now < cause[1]]
        return max(law.mean_beyond(now - begin) for begin, _, law in self.causes)


def length_of(data):
    return math.ceil(OVERHEAD + data / BACKUP_RATE)


FULL_LENGTH = length_of(DATA)


def incremental_length(over):
    return length_of(min(DATA, WRITES * over))


LEAST_LENGTH = incremental_length(HOUR)


class Stretch:
    """A schedule that runs from one place: full copies at `anchor` + k weeks, others each hour."""

    def __init__(self, source, anchor, begin):
        self.source, self.anchor, self.begin, self.end = source, anchor, begin, INF


class LazyBackups:
    """What the store holds follows from the schedule when somebody asks."""

    def __init__(self, service):
        self.places = service.places
        self.stretches = [Stretch(MAIN, 0, -INF)]
        self.fails = {}

    @property
    def running(self):
        return self.stretches[-1].end == INF

    def stop(self, now):
        last = self.stretches[-1]
        if last.end == INF:
            last.end = now

    def restart(self, now, source):
        self.stop(now)
        self.stretches.append(Stretch(source, now, now))

    def newest(self, now, damages):
        """Capture of the newest complete point that carries no damage known of."""
        for stretch in reversed(self.stretches):
            limit = min(now, stretch.end)
            slot = (limit - stretch.anchor) // HOUR
            while True:
                start = stretch.anchor + slot * HOUR
                if start < stretch.begin:
                    break
                refused = [d.begin for d in damages if d.known and d.begin < start <= d.end]
                if refused:
                    slot = (min(refused) - stretch.anchor) // HOUR
                elif self.complete(stretch, slot, start, limit):
                    return start
                else:
                    slot -= 1
        raise AssertionError('no backup is left')

    def complete(self, stretch, slot, start, limit):
        if slot % 168 == 0:
            return self.full(stretch, start, limit)
        return self.incremental(stretch, slot, start, limit)

    def full(self, stretch, start, limit):
        end = start + FULL_LENGTH
        return (end <= limit and not self.places[stretch.source].away(start, end)
                and not self.failed(('full', start // WEEK)))

    def incremental(self, stretch, slot, start, limit):
        place = self.places[stretch.source]
        if start + LEAST_LENGTH > limit or place.away(start, start + LEAST_LENGTH):
            return False
        if self.failed(start // HOUR):
            return False
        base = self.base(stretch, start)
        if base is None:
            return False
        longest = start + incremental_length(start - base)
        if longest <= limit and not place.away(start, longest):
            return True
        # How long it takes depends on what the one before has left to copy.
        before, since = slot - 1, base
        while stretch.anchor + before * HOUR >= base + FULL_LENGTH:
            at = stretch.anchor + before * HOUR
            if before % 168 != 0 and self.incremental(stretch, before, at, limit):
                since = at
                break
            before -= 1
        end = start + incremental_length(start - since)
        return end <= limit and not place.away(start, end)

    def base(self, stretch, start):
        """Newest full copy that was complete when an incremental begins."""
        week = (start - FULL_LENGTH - stretch.anchor) // WEEK
        while True:
            at = stretch.anchor + week * WEEK
            if at < stretch.begin:
                return None
            if self.full(stretch, at, start):
                return at
            week -= 1

    def failed(self, job):
        fails = self.fails.get(job)
        if fails is None:
            fails = self.fails[job] = random.random() < JOB_FAILURE
        return fails


class EventBackups:
    """Every job begins and ends as an event."""

    def __init__(self, service):
        self.service, self.env = service, service.env
        self.captures = []  # of complete points, in order
        self.process = None
        self.begin(MAIN)

    @property
    def running(self):
        return self.process is not None

    def begin(self, source):
        self.source = source
        # The full copy that new jobs build on, and the newest good point on it, with what runs.
        self.base = self.good = self.since = None
        if self.env.now == 0:  # it has been running for ever
            self.base = -WEEK
            self.good = self.since = -HOUR
        self.process = self.env.process(self.schedule())

    def stop(self, now):
        if self.process is not None:
            self.process.interrupt()
            self.process = None

    def restart(self, now, source):
        self.stop(now)
        self.begin(source)

    def schedule(self):
        try:
            hour = 0
            while True:
                if self.service.places[self.source].up(self.env.now):
                    if hour % 168 == 0:
                        self.env.process(self.job(self.process, FULL_LENGTH, True))
                    elif self.base is not None:
                        length = incremental_length(self.env.now - self.since)
                        self.env.process(self.job(self.process, length, False))
                hour += 1
                yield self.env.timeout(HOUR)
        except simpy.Interrupt:
            pass

    def job(self, schedule, length, full):
        if random.random() < JOB_FAILURE:
            return
        start, base = self.env.now, self.base
        if not full:
            self.since = start
        yield self.env.timeout(length)
        if self.process is not schedule:
            return
        if self.service.places[self.source].away(start, self.env.now):
            if not full and self.base == base:
                self.since = self.good
            return
        if full:
            self.base = self.good = self.since = start
        elif self.base == base:
            self.good = max(self.good, start)
        # A full copy is complete after the incremental ones that began later.
        insort(self.captures, start)

    def newest(self, now, damages):
        i = len(self.captures) - 1
        while i >= 0:
            captured = self.captures[i]
            refused = [d.begin for d in damages if d.known and d.begin < captured <= d.end]
            if not refused:
                return captured
            i = bisect_right(self.captures, min(refused)) - 1
        return -HOUR  # before the horizon


class Damage:
    def __init__(self, begin, detect):
        self.begin, self.end, self.detect = begin, INF, detect
        self.known = self.awaited = False

    def carried(self, captured):
        return self.begin < captured <= self.end


SEAT, LIVE, STALE, EMPTY = range(4)


class Copy:
    def __init__(self, site, holds):
        self.site, self.holds = site, holds
        self.captured = self.parted = None
        self.seeding = None


class Path:
    __slots__ = ('kind', 'place', 'copy', 'captured')

    def __init__(self, kind, place, captured=None, copy=None):
        self.kind, self.place, self.captured, self.copy = kind, place, captured, copy

    def same(self, other):
        if self.kind != other.kind:
            return False
        if self.kind == 'failover':
            return self.copy is other.copy
        return self.kind == 'wait' or (
            self.place == other.place and self.captured == other.captured)


class Course:
    __slots__ = ('path', 'done')

    def __init__(self, path):
        self.path, self.done = path, 0


class Recovery:
    def __init__(self, now, stopped, stage):
        self.since, self.stage = now, stage
        self.stopped = self.sent_until = stopped
        self.captured = stopped
        self.course = self.committed = None
        self.booking = None
        self.step_since, self.step_ends = stopped, None


class Service:
    def __init__(self, env, strategy, backups):
        self.env, self.strategy = env, strategy
        self.pending = 0
        self.places = [Place(), Place()]
        self.seat, self.seat_lost, self.seat_stands = MAIN, False, True
        self.serving, self.late, self.arriving = True, 0.0, None
        self.recovery = None
        self.damages = []
        self.copies = [Copy(MAIN, SEAT)]
        if strategy.standby:
            self.copies.append(Copy(SECOND_SITE, LIVE))
        self.returning, self.returning_since = None, None
        self.meter = Meter()
        self.backups = backups(self)

    # Events: a booking is a one-element list, emptied when it is cancelled.

    def after(self, delay, what, *about):
        booking = [what]
        self.pending += 1

        def play(_):
            self.pending -= 1
            if booking:
                booking.clear()
                what(*about)
                self.tell()

        self.env.timeout(delay).callbacks.append(play)
        return booking

    def tell(self):
        self.meter.level(self.env.now, 1 - self.late if self.serving else 0.0)

    # What strikes

    def strike(self, threat, lasts):
        now = self.env.now
        if threat.detect:
            self.meter.struck(now)
            if self.serving:
                damage = Damage(now, threat.detect)
                self.damages.append(damage)
                self.await_discovery(damage)
            if self.recovery:
                self.reconsider()
            return
        site = self.seat if threat.site is None else threat.site
        if not self.places[site].add(now, now + lasts, threat.lasts, threat.destroys):
            return
        self.after(lasts, self.place_returns, site)
        touched = self.touches(site)
        if touched:
            self.meter.struck(now)
        if threat.destroys:
            self.lose(site)
        self.respond(site, touched, threat)
        self.tell()

    def touches(self, site):
        if site == self.seat and self.seat_stands:
            return True
        course = self.recovery and self.recovery.course
        return bool(course) and course.path.kind != 'wait' and course.path.place == site

    def lose(self, site):
        recovery = self.recovery
        if recovery:
            if recovery.committed and recovery.committed.path.place == site:
                recovery.committed = None
            if recovery.course and recovery.course.path.place == site:
                self.drop()
        for copy in self.copies:
            if copy.site != site or copy.holds == SEAT:
                continue
            self.cancel_seeding(copy)
            copy.holds = EMPTY
        if self.seat == site:
            if not self.seat_lost:
                self.seat_lost, self.seat_stands = True, False
            self.backups.stop(self.env.now)

    def respond(self, site, touched, threat):
        if not self.recovery:
            if site == self.seat:
                self.stop()
            elif self.returning_since is not None and site == MAIN:
                self.abort_return()
            else:
                self.reprotect()
        elif touched or any(copy.site == site for copy in self.copies):
            self.reconsider()

    def place_returns(self, site):
        recovery = self.recovery
        if not recovery:
            self.reprotect()
        elif (self.seat == site and not self.seat_lost and not recovery.committed
              and self.places[site].up(self.env.now)):
            self.accept()
        else:
            self.reconsider()

    # Noticing

    def halt(self):
        for copy in self.copies:
            self.cancel_seeding(copy)
        if self.returning:
            self.returning.clear()
        self.returning = self.returning_since = None
        self.serving = False

    def stop(self):
        now = self.env.now
        stopped = now if self.returning_since is None else self.returning_since
        self.halt()
        self.recovery = Recovery(now, stopped, 'detecting')
        self.recovery.booking = self.after(self.strategy.detection.draw(), self.detected)

    def detected(self):
        if self.strategy.automatic:
            for path in self.failovers():
                if path.copy.holds == LIVE and self.places[path.place].up(self.env.now):
                    self.recovery.stage = 'recovering'
                    self.take(path)
                    return
        self.decide()

    def decide(self):
        self.recovery.stage = 'deciding'
        self.recovery.booking = self.after(self.strategy.decision.draw(), self.decided)

    def decided(self):
        self.recovery.booking = None
        self.recovery.stage = 'recovering'
        self.choose()

    def await_discovery(self, damage):
        damage.awaited = True
        self.after(damage.detect.draw(), self.discovered, damage)

    def discovered(self, damage):
        now = self.env.now
        damage.awaited = False
        if damage.end < INF:
            return
        damage.known = True
        if self.returning_since is not None:
            self.abort_return()
        self.seat_lost = True
        recovery = self.recovery
        if not recovery:
            self.halt()
            self.recovery = Recovery(now, now, 'deciding')
            self.decide()
            return
        committed, course = recovery.committed, recovery.course
        if committed and damage.carried(committed.path.captured):
            recovery.committed = None
        if course and (course.path.kind == 'wait' or damage.carried(course.path.captured)):
            self.drop()
        self.reconsider()

    # Choosing

    def is_damaged(self, captured):
        return any(d.known and d.begin < captured <= d.end for d in self.damages)

    def state_of(self, copy):
        if copy.holds == LIVE:
            return self.env.now if self.serving or not self.recovery else self.recovery.sent_until
        return copy.captured if copy.holds == STALE else None

    def failovers(self):
        for copy in self.copies:
            captured = self.state_of(copy)
            if captured is not None and not self.is_damaged(captured):
                yield Path('failover', copy.site, captured, copy)

    def options(self):
        """(path, loss), in the order in which equals are preferred."""
        recovery, strategy = self.recovery, self.strategy
        stopped = recovery.stopped
        if not self.seat_lost:
            committed = recovery.committed
            path = committed.path if committed else Path('wait', self.seat)
            yield path, stopped - recovery.captured
        for path in self.failovers():
            standing_by = path.copy.site == SECOND_SITE and path.copy.holds == LIVE
            applying = strategy.apply.mean if strategy.apply and standing_by else 0
            yield path, max(0, stopped - path.captured + applying)
        captured = self.backups.newest(self.env.now, self.damages)
        under_way = recovery.course if recovery.course is not recovery.committed else None
        for place in (MAIN, SECOND_SITE):
            if place == self.seat and not self.seat_lost:
                continue
            path = Path('restore', place, captured)
            if under_way and path.same(under_way.path):
                under_way = None
            yield path, max(0, stopped - captured)
        if under_way and under_way.path.kind == 'restore':
            path = under_way.path
            if not self.is_damaged(path.captured):
                yield path, max(0, stopped - path.captured)

    def best(self):
        best = None
        for path, loss in self.options():
            ahead = self.time_ahead(path)
            rank = (ahead * REVENUE + loss * DATA_LOSS, loss, ahead)
            if best is None or rank < best[0]:
                best = rank, path
        return best[1]

    def course_on(self, path):
        for course in (self.recovery.course, self.recovery.committed):
            if course and course.path.same(path):
                return course
        return None

    def time_ahead(self, path):
        wait = self.places[path.place].wait(self.env.now)
        if path.kind == 'wait':
            return wait
        course = self.course_on(path)
        done = course.done if course else 0
        means = self.strategy.means[path.kind]
        if done == len(means):
            return wait
        return wait + self.rest_of(path, done, means) + sum(means[done + 1:])

    def rest_of(self, path, done, means):
        """Of the step that the path has come to."""
        recovery, now = self.recovery, self.env.now
        course = recovery.course
        if (recovery.booking and course and course.path.same(path)
                and self.places[course.path.place].up(now)):
            law = self.strategy.steps[path.kind][done]
            if law is MOVE:
                return recovery.step_ends - now
            return law.mean_beyond(now - recovery.step_since)
        return means[done]

    # Recovering

    def reconsider(self):
        recovery = self.recovery
        if recovery.stage != 'recovering':
            return
        course = recovery.course
        if (course and course is recovery.committed
                and self.places[course.path.place].up(self.env.now)):
            self.go_on()
        else:
            self.choose()

    def choose(self):
        course, best = self.recovery.course, self.best()
        if course and course.path.same(best):
            self.go_on()
        else:
            self.take(best)

    def go_on(self):
        recovery = self.recovery
        if recovery.booking and self.places[recovery.course.path.place].up(self.env.now):
            return
        self.give_up_step()
        self.proceed()

    def take(self, path):
        self.give_up_step()
        self.recovery.course = self.course_on(path) or Course(path)
        self.proceed()

    def drop(self):
        self.give_up_step()
        self.recovery.course = None

    def give_up_step(self):
        recovery = self.recovery
        if recovery.booking:
            recovery.booking.clear()
        recovery.booking = None

    def proceed(self):
        recovery = self.recovery
        course, path = recovery.course, recovery.course.path
        if path.kind == 'wait' or not self.places[path.place].up(self.env.now):
            return
        steps = self.strategy.steps[path.kind]
        if course.done == len(steps):
            self.commit()
            self.accept()
            return
        law = steps[course.done]
        lasts = self.strategy.move if law is MOVE else law.draw()
        recovery.step_since = self.env.now
        recovery.step_ends = self.env.now + lasts
        recovery.booking = self.after(lasts, self.step_ends)

    def step_ends(self):
        recovery = self.recovery
        recovery.booking = None
        course = recovery.course
        course.done += 1
        if course.path.kind == 'failover' and course.done > self.strategy.promotes:
            self.commit()
        self.proceed()

    def commit(self):
        recovery = self.recovery
        course, path = recovery.course, recovery.course.path
        if course is recovery.committed:
            return
        applying, parted = 0, -INF
        if path.kind == 'failover':
            copy = path.copy
            if copy.holds == LIVE and copy.site == SECOND_SITE and self.strategy.apply:
                applying = self.strategy.apply.draw()
            parted = copy.parted if copy.holds == STALE else self.state_of(copy)
        now = self.env.now
        for damage in self.damages:
            if not damage.carried(path.captured):
                damage.end = min(damage.end, now)
            elif damage.end < INF:
                damage.end = INF
                if not damage.awaited:
                    self.await_discovery(damage)
        self.backups.stop(now)
        for copy in self.copies:
            if copy.site == path.place:
                copy.holds = SEAT
            elif copy.holds == STALE:
                copy.parted = min(parted, copy.parted)
            elif copy.holds == LIVE:
                received = self.state_of(copy)
                copy.holds, copy.captured = STALE, received
                copy.parted = min(parted, received)
            elif copy.holds == SEAT:
                copy.holds = EMPTY if self.seat_lost else STALE
                copy.captured, copy.parted = recovery.captured, parted
        self.seat, self.seat_lost, self.seat_stands = path.place, False, True
        recovery.captured = min(recovery.stopped, path.captured) - applying
        recovery.committed = course

    def accept(self):
        recovery = self.recovery
        self.give_up_step()
        self.recovery = None
        self.meter.recovered(recovery.captured, recovery.stopped, self.env.now - recovery.since)
        committed = recovery.committed
        if committed:
            self.send_clients(self.strategy.tails.get(committed.path.kind))
        self.serving = True
        self.reprotect()

    def send_clients(self, tail):
        if self.arriving:
            self.arriving.clear()
        self.arriving, self.late = None, 0.0
        if tail:
            self.late = 0.5
            self.arriving = self.after(tail.draw(), self.all_arrive)

    def all_arrive(self):
        self.late, self.arriving = 0.0, None

    # Protecting again

    def reprotect(self):
        if not self.serving or self.recovery:
            return
        now = self.env.now
        for copy in self.copies:
            if copy.holds in (SEAT, LIVE) or copy.seeding or not self.places[copy.site].up(now):
                continue
            data = DATA
            if copy.holds == STALE and copy.parted > -INF:
                data = min(DATA, WRITES * (now - copy.parted))
            copy.seeding = self.after(math.ceil(data / LINK), self.seeded, copy)
        if not self.backups.running:
            self.backups.restart(now, self.seat)
        self.plan_return()

    def cancel_seeding(self, copy):
        if copy.seeding:
            copy.seeding.clear()
        copy.seeding = None

    def seeded(self, copy):
        copy.seeding, copy.holds = None, LIVE
        self.reprotect()

    def can_return(self):
        return (self.serving and not self.recovery and self.seat != MAIN
                and self.copies[0].holds == LIVE and self.places[MAIN].up(self.env.now))

    def plan_return(self):
        if not self.returning and self.can_return():
            self.returning = self.after(-self.env.now % HOUR, self.return_begins)

    def return_begins(self):
        self.returning = None
        if not self.can_return():
            return
        self.serving = False
        self.returning_since = self.env.now
        self.returning = self.after(self.strategy.switchover.draw(), self.return_ends)

    def return_ends(self):
        self.returning = self.returning_since = None
        for copy in self.copies:
            self.cancel_seeding(copy)
            copy.holds = SEAT if copy.site == MAIN else LIVE if copy.holds == SEAT else copy.holds
        self.seat = MAIN
        self.backups.stop(self.env.now)
        self.send_clients(None)
        self.serving = True
        self.reprotect()

    def abort_return(self):
        self.returning.clear()
        self.returning = self.returning_since = None
        self.serving = True
        self.reprotect()


class Meter:
    """What the business feels."""

    def __init__(self):
        self.times, self.levels = [-INF], [1.0]
        self.strikes = 0
        self.downtime = self.short = 0.0  # within the horizon; in all
        self.took = self.age = 0.0  # RTA and RPA, of all outages
        self.lost = 0.0
        self.windows = []  # of writes counted as lost: disjoint, in order

    def struck(self, now):
        self.strikes += 1

    def level(self, now, level):
        last = self.levels[-1]
        if level == last:
            return
        if last < 1:
            since = self.times[-1]
            self.short += (1 - last) * (now - since)
            self.downtime += (1 - last) * max(0, min(now, HORIZON) - since)
        self.times.append(now)
        self.levels.append(level)

    def recovered(self, captured, stopped, took):
        self.took += took
        if captured >= stopped:
            return
        self.age += stopped - captured
        begin, end, windows = captured, stopped, self.windows
        while windows and windows[-1][1] > captured:
            known_begin, known_end = windows.pop()
            if known_end < end:
                self.lost += self.written(known_end, end)
            begin, end = min(begin, known_begin), min(end, known_begin)
        if captured < end:
            self.lost += self.written(captured, end)
        windows.append((begin, stopped))

    def written(self, begin, end):
        total, i = 0.0, len(self.times) - 1
        while end > begin:
            since = self.times[i]
            if since < end:
                total += self.levels[i] * (end - max(begin, since))
                end = max(begin, since)
            i -= 1
        return total

    def outputs(self):
        lost = self.lost / HOUR
        return {
            'downtime': self.downtime / HOUR,
            'incidents': self.strikes,
            'rta': self.took / HOUR,
            'rpa': self.age / HOUR,
            'lost': lost,
            'loss': REVENUE * self.short / HOUR + DATA_LOSS * lost,
        }


def strikes(env, threat, services):
    at = 0.0
    while True:
        at += random.expovariate(threat.rate / YEAR)
        if at >= HORIZON:
            return
        yield env.timeout(math.floor(at) - env.now)
        lasts = max(1, threat.lasts.draw()) if threat.lasts else 0
        for service in services:
            service.strike(threat, lasts)


def trial(backups):
    env = simpy.Environment()
    services = [Service(env, strategy, backups) for strategy in STRATEGIES]
    for threat in THREATS:
        env.process(strikes(env, threat, services))
    env.run(until=HORIZON)
    while any(service.pending for service in services):
        env.step()
    return [service.meter.outputs() for service in services]


def user_seconds():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def main():
    variant, trials, seed = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    random.seed(seed)
    backups = {'lazy': LazyBackups, 'events': EventBackups}[variant]
    sums = {}
    begun = user_seconds()
    for _ in range(trials):
        for name, outputs in zip('ABC', trial(backups)):
            for key, value in outputs.items():
                entry = sums.setdefault(f'{name}.{key}', [0.0, 0.0])
                entry[0] += value
                entry[1] += value * value
    cpu = user_seconds() - begun
    print(json.dumps({'cpu': cpu, 'trials': trials, 'sums': sums}))


main()
