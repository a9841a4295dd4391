// R1 (scenarios/bench/r1.yaml) in C++: own code of the model that drsim simulates, described in
// r1.md, with random numbers of its own. Built with g++ -O2; prints one line of JSON like
// r1_simpy.py.
//
//     r1 <trials> <seed>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <vector>

namespace {

constexpr double INF = std::numeric_limits<double>::infinity();
constexpr double SECOND = 1000, HOUR = 3'600'000, WEEK = 168 * HOUR, YEAR = 31'557'600'000;
constexpr double HORIZON = 10 * YEAR;
constexpr double GB = 1e9, DATA = 2000 * GB, WRITES = 5 * GB / HOUR, LINK = 5 * GB / SECOND;
constexpr double BACKUP_RATE = 400 * GB / HOUR, OVERHEAD = 135 * SECOND, JOB_FAILURE = 0.01;
constexpr double REVENUE = 10'000, DATA_LOSS = 5'000;
constexpr double Z95 = 1.6448536269514722;
constexpr int MAIN = 0, SECOND_SITE = 1;

// xoshiro256++ (Blackman & Vigna), seeded by splitmix64.
struct Random {
  uint64_t s[4];
  double spare = 0;
  bool has_spare = false;

  static uint64_t mix(uint64_t x) {
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
  }
  explicit Random(uint64_t seed) {
    for (auto& word : s) word = seed = mix(seed);
  }
  static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
  uint64_t next() {
    const uint64_t result = rotate(s[0] + s[3], 23) + s[0], t = s[1] << 17;
    s[2] ^= s[0], s[3] ^= s[1], s[1] ^= s[2], s[0] ^= s[3], s[2] ^= t, s[3] = rotate(s[3], 45);
    return result;
  }
  double uniform() { return (next() >> 11) * 0x1p-53; }
  double exponential(double mean) { return -mean * std::log1p(-uniform()); }
  // Marsaglia's polar method.
  double normal() {
    if (has_spare) return has_spare = false, spare;
    double x, y, square;
    do {
      x = 2 * uniform() - 1, y = 2 * uniform() - 1, square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double scale = std::sqrt(-2 * std::log(square) / square);
    has_spare = true, spare = y * scale;
    return x * scale;
  }
};

double cdf(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

// A lognormal duration by its median and 95th percentile, in hours.
struct Law {
  double mu, sigma, mean;
  Law(double p50, double p95)
      : mu(std::log(p50 * HOUR)), sigma(std::log(p95 / p50) / Z95),
        mean(std::exp(mu + sigma * sigma / 2)) {}
  explicit Law(double p50) : Law(p50, p50 * 2.683) {}
  double draw(Random& random) const { return std::round(std::exp(mu + sigma * random.normal())); }
  double mean_beyond(double elapsed) const {
    if (elapsed <= 0) return mean - elapsed;
    const double z = (std::log(elapsed) - mu) / sigma, left = cdf(-z);
    return left > 0 ? std::max(0.0, mean * cdf(sigma - z) / left - elapsed) : 0;
  }
};

struct Threat {
  double rate;
  Law law;  // of the absence, or of what it takes to notice the damage
  bool corrupts, destroys;
  int site;  // -1: where the service is
};

const Threat THREATS[] = {
    {6, Law(3.519, 6.934), false, false, -1}, {2, Law(1), true, false, -1},
    {4, Law(3.644, 8.693), false, false, -1}, {0.2, Law(24, 64.39), false, true, -1},
    {0.1, Law(24, 124.3), true, false, -1},   {0.01, Law(2000, 5366), false, true, MAIN},
};

// A runbook: laws of its steps, where the backup is moved (-1: nowhere), and its tail of clients.
struct Runbook {
  std::vector<Law> steps;
  int moves;
  double move;
  Law tail;
  double mean(int step) const { return step == moves ? move : steps[step].mean; }
};

struct Strategy {
  Law detection, decision, switchover;
  bool standby, automatic, applies;
  Law apply;
  Runbook failover, restore;
};

// The law of a step that moves is never drawn.
const Strategy STRATEGIES[] = {
    {Law(0.1), Law(1), Law(0.3), false, false, false, Law(1),
     {{}, -1, 0, Law(1)},
     {{Law(0.3), Law(0.5), Law(1), Law(1), Law(1), Law(0.3)}, 3, 5 * HOUR, Law(1)}},
    {Law(0.1), Law(0.3), Law(0.3), true, false, true, Law(30.0 / 3600, 155.4 / 3600),
     {{Law(0.5), Law(0.3), Law(0.5), Law(0.2), Law(0.2)}, -1, 0, Law(0.5)},
     {{Law(0.7), Law(0.3), Law(0.5), Law(1), Law(1), Law(1), Law(0.3)}, 4, 5 * HOUR, Law(1)}},
    {Law(0.02), Law(0.5), Law(0.02), true, true, false, Law(1),
     {{Law(0.05), Law(0.02)}, -1, 0, Law(0.05)},
     {{Law(0.06), Law(0.1), Law(0.2), Law(1), Law(0.3), Law(0.06)}, 3, HOUR, Law(0.3)}},
};

struct Strike {
  double at, lasts;
  int threat;
};

// Where the service can run: disjoint stretches in which it cannot, in order, and why.
struct Place {
  struct Stretch { double begin, end; };
  struct Cause { double begin, end; const Law* law; };
  std::vector<Stretch> absences;
  std::vector<Cause> causes;
  double destroyed_until;

  void clear() { absences.clear(), causes.clear(), destroyed_until = -1; }
  bool up(double now) const { return absences.empty() || now >= absences.back().end; }
  bool add(double now, double until, const Law& law, bool destroys) {
    if (now < destroyed_until) return false;
    if (destroys) destroyed_until = until, causes.clear();
    if (up(now) && (absences.empty() || now > absences.back().end)) {
      absences.push_back({now, until});
    } else {
      double& end = absences.back().end;
      end = destroys ? until : std::max(end, until);
    }
    causes.erase(std::remove_if(causes.begin(), causes.end(),
                                [&](const Cause& cause) { return cause.end <= now; }),
                 causes.end());
    causes.push_back({now, until, &law});
    return true;
  }
  bool away(double begin, double end) const {
    for (auto it = absences.rbegin(); it != absences.rend() && it->end > begin; ++it) {
      if (it->begin < end) return true;
    }
    return false;
  }
  double wait(double now) const {
    if (up(now)) return 0;
    double longest = 0;
    for (const Cause& cause : causes) {
      if (now < cause.end) longest = std::max(longest, cause.law->mean_beyond(now - cause.begin));
    }
    return longest;
  }
};

struct Damage {
  double begin, end;
  const Law* detect;
  bool known, awaited;
  bool carried(double captured) const { return begin < captured && captured <= end; }
};

double length_of(double data) { return std::ceil(OVERHEAD + data / BACKUP_RATE); }
double incremental_length(double over) { return length_of(std::min(DATA, WRITES * over)); }
const double FULL_LENGTH = length_of(DATA), LEAST_LENGTH = incremental_length(HOUR);

// What the store holds follows from the schedule when somebody asks.
struct Backups {
  struct Stretch { int source; double anchor, begin, end; };
  std::vector<Stretch> stretches;
  const Place* places;
  uint64_t luck;

  void clear(const Place* where, uint64_t seed) {
    places = where, luck = seed;
    stretches.clear();
    stretches.push_back({MAIN, 0, -INF, INF});
  }
  bool running() const { return stretches.back().end == INF; }
  void stop(double now) { stretches.back().end = std::min(stretches.back().end, now); }
  void restart(double now, int source) { stop(now), stretches.push_back({source, now, now, INF}); }

  bool failed(double slot, uint64_t kind) const {
    const uint64_t key = 2 * static_cast<uint64_t>(static_cast<int64_t>(slot)) + kind;
    return (Random::mix(Random::mix(key) ^ luck) >> 11) * 0x1p-53 < JOB_FAILURE;
  }
  double newest(double now, const std::vector<Damage>& damages) const {
    for (auto it = stretches.rbegin(); it != stretches.rend(); ++it) {
      const double limit = std::min(now, it->end);
      double slot = std::floor((limit - it->anchor) / HOUR);
      for (;;) {
        const double start = it->anchor + slot * HOUR;
        if (start < it->begin) break;
        double refused = INF;
        for (const Damage& damage : damages) {
          if (damage.known && damage.carried(start)) refused = std::min(refused, damage.begin);
        }
        if (refused < INF) slot = std::floor((refused - it->anchor) / HOUR);
        else if (complete(*it, slot, start, limit)) return start;
        else slot--;
      }
    }
    std::abort();  // a schedule that has been running for ever leaves something
  }
  static bool full_due(double slot) { return std::fmod(slot, 168) == 0; }
  bool complete(const Stretch& stretch, double slot, double start, double limit) const {
    return full_due(slot) ? full(stretch, start, limit) : incremental(stretch, slot, start, limit);
  }
  bool full(const Stretch& stretch, double start, double limit) const {
    const double end = start + FULL_LENGTH;
    return end <= limit && !places[stretch.source].away(start, end) &&
           !failed(std::floor(start / WEEK), 1);
  }
  bool incremental(const Stretch& stretch, double slot, double start, double limit) const {
    const Place& place = places[stretch.source];
    if (start + LEAST_LENGTH > limit || place.away(start, start + LEAST_LENGTH)) return false;
    if (failed(std::floor(start / HOUR), 0)) return false;
    const double base = base_of(stretch, start);
    if (base == -INF) return false;
    const double longest = start + incremental_length(start - base);
    if (longest <= limit && !place.away(start, longest)) return true;
    // How long it takes depends on what the one before has left to copy.
    double since = base;
    for (double before = slot - 1;; before--) {
      const double at = stretch.anchor + before * HOUR;
      if (at < base + FULL_LENGTH) break;
      if (full_due(before) || !incremental(stretch, before, at, limit)) continue;
      since = at;
      break;
    }
    const double end = start + incremental_length(start - since);
    return end <= limit && !place.away(start, end);
  }
  // Newest full copy that was complete when an incremental begins; -INF for none.
  double base_of(const Stretch& stretch, double start) const {
    double week = std::floor((start - FULL_LENGTH - stretch.anchor) / WEEK);
    for (;; week--) {
      const double at = stretch.anchor + week * WEEK;
      if (at < stretch.begin) return -INF;
      if (full(stretch, at, start)) return at;
    }
  }
};

// What the business feels.
struct Meter {
  struct Since { double at, level; };
  struct Window { double begin, end; };
  std::vector<Since> levels;
  std::vector<Window> windows;  // of writes counted as lost: disjoint, in order
  int strikes;
  double downtime, shortfall, lost;
  double took, age;  // RTA and RPA, of all outages

  void clear() {
    levels.assign(1, {-INF, 1}), windows.clear();
    strikes = 0, downtime = shortfall = lost = took = age = 0;
  }
  void level(double now, double level) {
    const Since last = levels.back();
    if (level == last.level) return;
    if (last.level < 1) {
      shortfall += (1 - last.level) * (now - last.at);
      downtime += (1 - last.level) * std::max(0.0, std::min(now, HORIZON) - last.at);
    }
    levels.push_back({now, level});
  }
  void recovered(double captured, double stopped, double lasted) {
    took += lasted;
    if (captured >= stopped) return;
    age += stopped - captured;
    double begin = captured, end = stopped;
    while (!windows.empty() && windows.back().end > captured) {
      const Window known = windows.back();
      windows.pop_back();
      if (known.end < end) lost += written(known.end, end);
      begin = std::min(begin, known.begin), end = std::min(end, known.begin);
    }
    if (captured < end) lost += written(captured, end);
    windows.push_back({begin, stopped});
  }
  double written(double begin, double end) const {
    double total = 0;
    for (size_t i = levels.size(); i-- > 0 && end > begin;) {
      if (levels[i].at >= end) continue;
      const double since = std::max(begin, levels[i].at);
      total += levels[i].level * (end - since);
      end = since;
    }
    return total;
  }
};

enum Holds { SEAT, LIVE, STALE, EMPTY };
struct Copy {
  int site;
  Holds holds;
  double captured, parted;
  uint64_t seeding;  // ticket; 0 for none
};

enum Kind { WAIT, FAILOVER, RESTORE };
struct Path {
  Kind kind;
  int place;
  double captured;
  bool same(const Path& other) const {
    if (kind != other.kind) return false;
    return kind == WAIT ||
           (place == other.place && (kind == FAILOVER || captured == other.captured));
  }
};
struct Course {
  Path path;
  int done;
  bool set = false;
};

enum Stage { DETECTING, DECIDING, RECOVERING };
enum What {
  PLACE_RETURNS, STRIKE, DETECTED, DECIDED, STEP_ENDS, DISCOVERED, SEEDED, ALL_ARRIVE,
  RETURN_BEGINS, RETURN_ENDS
};

struct Event {
  double at;
  uint64_t ticket;
  What what;
  int about;
  bool operator<(const Event& other) const {
    return at != other.at ? at > other.at : ticket > other.ticket;
  }
};

// One service under one strategy.
struct Service {
  const Strategy& strategy;
  Random& random;
  double now = 0;
  std::vector<Event> queue;
  uint64_t tickets = 0;
  Place places[2];
  Backups backups;
  Meter meter;
  std::vector<Damage> damages;
  Copy copies[2];
  int copy_count;
  int seat;
  bool seat_lost, seat_stands, serving, in_recovery;
  double late;
  uint64_t arriving, returning;
  double returning_since;
  // The recovery; a course that is committed and still gone is one, as `joined` says.
  Stage stage;
  double recovering_since, stopped, sent_until, captured, step_since, step_ends_at;
  Course course, committed;
  bool joined;
  uint64_t booking;

  Service(const Strategy& which, Random& draws) : strategy(which), random(draws) {}

  uint64_t after(double delay, What what, int about = 0) {
    queue.push_back({now + delay, ++tickets, what, about});
    std::push_heap(queue.begin(), queue.end());
    return tickets;
  }

  void live(const std::vector<Strike>& strikes) {
    begin();
    size_t next = 0;
    while (next < strikes.size() || !queue.empty()) {
      if (next < strikes.size() && (queue.empty() || strikes[next].at <= queue.front().at)) {
        now = strikes[next].at;
        strike(strikes[next++]);
      } else {
        std::pop_heap(queue.begin(), queue.end());
        const Event event = queue.back();
        queue.pop_back();
        now = event.at;
        play(event);
      }
      meter.level(now, serving ? 1 - late : 0);
    }
  }

  void begin() {
    now = 0, tickets = 0;
    queue.clear(), damages.clear(), meter.clear();
    for (Place& place : places) place.clear();
    backups.clear(places, random.next());
    copies[0] = {MAIN, SEAT, 0, 0, 0}, copies[1] = {SECOND_SITE, LIVE, 0, 0, 0};
    copy_count = strategy.standby ? 2 : 1;
    seat = MAIN, seat_lost = false, seat_stands = serving = true, in_recovery = false;
    late = 0, arriving = returning = 0, returning_since = -1;
  }

  // What was cancelled has another ticket by now.
  void play(const Event& event) {
    switch (event.what) {
      case PLACE_RETURNS: return place_returns(event.about);
      case DETECTED: if (takes(booking, event)) detected(); return;
      case DECIDED: if (takes(booking, event)) stage = RECOVERING, choose(); return;
      case STEP_ENDS: if (takes(booking, event)) step_ends(); return;
      case DISCOVERED: return discovered(event.about);
      case SEEDED: if (takes(copies[event.about].seeding, event)) seeded(event.about); return;
      case ALL_ARRIVE: if (takes(arriving, event)) late = 0; return;
      case RETURN_BEGINS: if (takes(returning, event)) return_begins(); return;
      case RETURN_ENDS: if (takes(returning, event)) return_ends(); return;
      case STRIKE: return;
    }
  }
  static bool takes(uint64_t& ticket, const Event& event) {
    if (ticket != event.ticket) return false;
    ticket = 0;
    return true;
  }

  // What strikes

  void strike(const Strike& what) {
    const Threat& threat = THREATS[what.threat];
    if (threat.corrupts) {
      meter.strikes++;
      if (serving) {
        damages.push_back({now, INF, &threat.law, false, false});
        await_discovery(static_cast<int>(damages.size()) - 1);
      }
      if (in_recovery) reconsider();
      return;
    }
    const int site = threat.site < 0 ? seat : threat.site;
    if (!places[site].add(now, now + what.lasts, threat.law, threat.destroys)) return;
    after(what.lasts, PLACE_RETURNS, site);
    const bool touched = touches(site);
    if (touched) meter.strikes++;
    if (threat.destroys) lose(site);
    respond(site, touched);
  }
  bool touches(int site) const {
    if (site == seat && seat_stands) return true;
    return in_recovery && course.set && course.path.kind != WAIT && course.path.place == site;
  }
  void lose(int site) {
    if (in_recovery) {
      if (committed.set && committed.path.place == site) uncommit();
      if (course.set && course.path.place == site) drop();
    }
    for (int i = 0; i < copy_count; i++) {
      if (copies[i].site == site && copies[i].holds != SEAT) {
        copies[i].seeding = 0, copies[i].holds = EMPTY;
      }
    }
    if (seat != site) return;
    if (!seat_lost) seat_lost = true, seat_stands = false;
    backups.stop(now);
  }
  void respond(int site, bool touched) {
    if (!in_recovery) {
      if (site == seat) stop();
      else if (returning_since >= 0 && site == MAIN) abort_return();
      else reprotect();
    } else if (touched || site == MAIN || (copy_count == 2 && site == SECOND_SITE)) {
      reconsider();
    }
  }
  void place_returns(int site) {
    if (!in_recovery) reprotect();
    else if (seat == site && !seat_lost && !committed.set && places[site].up(now)) accept();
    else reconsider();
  }

  // Noticing

  void halt() {
    for (Copy& copy : copies) copy.seeding = 0;
    returning = 0, returning_since = -1, serving = false;
  }
  void recover(double since, Stage first) {
    in_recovery = true, stage = first, recovering_since = now;
    stopped = sent_until = captured = step_since = since;
    course.set = committed.set = joined = false, booking = 0;
  }
  void stop() {
    const double since = returning_since >= 0 ? returning_since : now;
    halt();
    recover(since, DETECTING);
    booking = after(strategy.detection.draw(random), DETECTED);
  }
  void detected() {
    if (strategy.automatic) {
      for (int i = 0; i < copy_count; i++) {
        const Copy& copy = copies[i];
        if (copy.holds != LIVE || is_damaged(sent_until) || !places[copy.site].up(now)) continue;
        stage = RECOVERING;
        return take({FAILOVER, copy.site, sent_until});
      }
    }
    decide();
  }
  void decide() { stage = DECIDING, booking = after(strategy.decision.draw(random), DECIDED); }
  void await_discovery(int number) {
    damages[number].awaited = true;
    after(damages[number].detect->draw(random), DISCOVERED, number);
  }
  void discovered(int number) {
    Damage& damage = damages[number];
    damage.awaited = false;
    if (damage.end < INF) return;
    damage.known = true;
    if (returning_since >= 0) abort_return();
    seat_lost = true;
    if (!in_recovery) {
      halt();
      recover(now, DECIDING);
      return decide();
    }
    if (committed.set && damage.carried(committed.path.captured)) uncommit();
    if (course.set && (course.path.kind == WAIT || damage.carried(course.path.captured))) drop();
    reconsider();
  }

  // Choosing

  bool is_damaged(double state) const {
    for (const Damage& damage : damages) {
      if (damage.known && damage.carried(state)) return true;
    }
    return false;
  }
  double state_of(const Copy& copy) const {
    if (copy.holds == LIVE) return serving || !in_recovery ? now : sent_until;
    return copy.captured;
  }
  bool applies(const Copy& copy) const {
    return strategy.applies && copy.holds == LIVE && copy.site == SECOND_SITE;
  }

  struct Best {
    Path path;
    double cost, loss, time;
    bool set;
  };
  void offer(Best& best, const Path& path, double loss) const {
    const double time = time_ahead(path), cost = time * REVENUE + loss * DATA_LOSS;
    if (best.set && (cost > best.cost || (cost == best.cost &&
        (loss > best.loss || (loss == best.loss && time >= best.time))))) return;
    best = {path, cost, loss, time, true};
  }
  Path best_path() const {
    Best best{};
    if (!seat_lost) {
      offer(best, committed.set ? committed.path : Path{WAIT, seat, 0}, stopped - captured);
    }
    for (int i = 0; i < copy_count; i++) {
      const Copy& copy = copies[i];
      if (copy.holds != LIVE && copy.holds != STALE) continue;
      const double state = state_of(copy);
      if (is_damaged(state)) continue;
      const double applying = applies(copy) ? strategy.apply.mean : 0;
      offer(best, {FAILOVER, copy.site, state}, std::max(0.0, stopped - state + applying));
    }
    const double state = backups.newest(now, damages);
    bool under_way = course.set && !joined && course.path.kind == RESTORE;
    for (const int place : {MAIN, SECOND_SITE}) {
      if (place == seat && !seat_lost) continue;
      const Path path{RESTORE, place, state};
      if (under_way && path.same(course.path)) under_way = false;
      offer(best, path, std::max(0.0, stopped - state));
    }
    if (under_way && !is_damaged(course.path.captured)) {
      offer(best, course.path, std::max(0.0, stopped - course.path.captured));
    }
    return best.path;
  }
  const Runbook& book(const Path& path) const {
    return path.kind == FAILOVER ? strategy.failover : strategy.restore;
  }
  int done_of(const Path& path) const {
    if (course.set && course.path.same(path)) return course.done;
    return committed.set && committed.path.same(path) ? committed.done : 0;
  }
  double time_ahead(const Path& path) const {
    double time = places[path.place].wait(now);
    if (path.kind == WAIT) return time;
    const Runbook& steps = book(path);
    const int count = static_cast<int>(steps.steps.size());
    for (int first = done_of(path), step = first; step < count; step++) {
      time += step == first ? rest_of(path, step) : steps.mean(step);
    }
    return time;
  }
  double rest_of(const Path& path, int step) const {
    const Runbook& steps = book(path);
    if (!booking || !course.set || !course.path.same(path) || !places[path.place].up(now)) {
      return steps.mean(step);
    }
    if (step == steps.moves) return step_ends_at - now;
    return steps.steps[step].mean_beyond(now - step_since);
  }

  // Recovering; what is done on a course that is committed is done on both.

  void uncommit() { committed.set = joined = false; }
  void drop() { booking = 0, course.set = joined = false; }
  void reconsider() {
    if (stage != RECOVERING) return;
    if (course.set && joined && places[course.path.place].up(now)) go_on();
    else choose();
  }
  void choose() {
    const Path best = best_path();
    if (course.set && course.path.same(best)) go_on();
    else take(best);
  }
  void go_on() {
    if (booking && places[course.path.place].up(now)) return;
    booking = 0;
    proceed();
  }
  void take(const Path& path) {
    booking = 0;
    if (!course.set || !course.path.same(path)) {
      joined = committed.set && committed.path.same(path);
      course = joined ? committed : Course{path, 0, true};
    }
    proceed();
  }
  void proceed() {
    if (course.path.kind == WAIT || !places[course.path.place].up(now)) return;
    const Runbook& steps = book(course.path);
    if (course.done == static_cast<int>(steps.steps.size())) {
      commit();
      return accept();
    }
    const bool moves = course.done == steps.moves;
    const double lasts = moves ? steps.move : steps.steps[course.done].draw(random);
    step_since = now, step_ends_at = now + lasts;
    booking = after(lasts, STEP_ENDS);
  }
  void step_ends() {
    course.done++;
    if (joined) committed.done = course.done;
    const bool promoted = course.done == static_cast<int>(strategy.failover.steps.size());
    if (course.path.kind == FAILOVER && promoted) commit();
    proceed();
  }
  void commit() {
    if (joined) return;
    const Path& path = course.path;
    double applying = 0, parted = -INF;
    if (path.kind == FAILOVER) {
      const Copy& copy = copies[path.place == MAIN ? 0 : 1];
      if (applies(copy)) applying = strategy.apply.draw(random);
      parted = copy.holds == STALE ? copy.parted : state_of(copy);
    }
    become(path.captured);
    backups.stop(now);
    for (int i = 0; i < copy_count; i++) {
      Copy& copy = copies[i];
      if (copy.site == path.place) {
        copy.holds = SEAT;
      } else if (copy.holds == STALE) {
        copy.parted = std::min(parted, copy.parted);
      } else if (copy.holds == LIVE) {
        copy.captured = state_of(copy), copy.parted = std::min(parted, copy.captured);
        copy.holds = STALE;
      } else if (copy.holds == SEAT) {
        copy.holds = seat_lost ? EMPTY : STALE, copy.captured = captured, copy.parted = parted;
      }
    }
    seat = path.place, seat_lost = false, seat_stands = true;
    captured = std::min(stopped, path.captured) - applying;
    committed = course, joined = true;
  }
  void become(double state) {
    for (size_t i = 0; i < damages.size(); i++) {
      Damage& damage = damages[i];
      if (!damage.carried(state)) {
        damage.end = std::min(damage.end, now);
      } else if (damage.end < INF) {
        damage.end = INF;
        if (!damage.awaited) await_discovery(static_cast<int>(i));
      }
    }
  }
  void accept() {
    booking = 0, in_recovery = false;
    meter.recovered(captured, stopped, now - recovering_since);
    if (committed.set) {
      const Runbook& steps = book(committed.path);
      late = steps.steps.empty() ? 0 : 0.5;
      arriving = late > 0 ? after(steps.tail.draw(random), ALL_ARRIVE) : 0;
    }
    serving = true;
    reprotect();
  }

  // Protecting again

  void reprotect() {
    if (!serving || in_recovery) return;
    for (int i = 0; i < copy_count; i++) {
      Copy& copy = copies[i];
      if (copy.holds == SEAT || copy.holds == LIVE || copy.seeding || !places[copy.site].up(now)) {
        continue;
      }
      const bool partly = copy.holds == STALE && copy.parted > -INF;
      const double data = partly ? std::min(DATA, WRITES * (now - copy.parted)) : DATA;
      copy.seeding = after(std::ceil(data / LINK), SEEDED, i);
    }
    if (!backups.running()) backups.restart(now, seat);
    plan_return();
  }
  void seeded(int number) {
    copies[number].holds = LIVE;
    reprotect();
  }
  bool can_return() const {
    return serving && !in_recovery && seat != MAIN && copies[0].holds == LIVE &&
           places[MAIN].up(now);
  }
  void plan_return() {
    if (returning || !can_return()) return;
    returning = after(std::ceil(now / HOUR) * HOUR - now, RETURN_BEGINS);
  }
  void return_begins() {
    if (!can_return()) return;
    serving = false, returning_since = now;
    returning = after(strategy.switchover.draw(random), RETURN_ENDS);
  }
  void return_ends() {
    returning_since = -1;
    for (Copy& copy : copies) {
      copy.seeding = 0;
      if (copy.holds == SEAT) copy.holds = LIVE;
    }
    copies[0].holds = SEAT, seat = MAIN;
    backups.stop(now);
    late = 0, arriving = 0, serving = true;
    reprotect();
  }
  void abort_return() {
    returning = 0, returning_since = -1, serving = true;
    reprotect();
  }
};

std::vector<Strike> history(Random& random) {
  std::vector<Strike> strikes;
  for (int number = 0; number < 6; number++) {
    const Threat& threat = THREATS[number];
    const double mean = YEAR / threat.rate;
    for (double at = random.exponential(mean); at < HORIZON; at += random.exponential(mean)) {
      const double lasts = threat.corrupts ? 0 : std::max(1.0, threat.law.draw(random));
      strikes.push_back({std::floor(at), lasts, number});
    }
  }
  std::sort(strikes.begin(), strikes.end(),
            [](const Strike& a, const Strike& b) { return a.at < b.at; });
  return strikes;
}

double user_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return std::fprintf(stderr, "r1 <trials> <seed>\n"), 2;
  const int trials = std::atoi(arguments[1]);
  Random random(std::strtoull(arguments[2], nullptr, 10));
  const char* names[] = {"downtime", "incidents", "rta", "rpa", "lost", "loss"};
  double sums[3][6][2] = {};
  const double begun = user_seconds();
  std::vector<Service> services;
  for (const Strategy& strategy : STRATEGIES) services.emplace_back(strategy, random);
  for (int trial = 0; trial < trials; trial++) {
    const std::vector<Strike> strikes = history(random);
    for (int i = 0; i < 3; i++) {
      services[i].live(strikes);
      const Meter& meter = services[i].meter;
      const double lost = meter.lost / HOUR;
      const double loss = REVENUE * meter.shortfall / HOUR + DATA_LOSS * lost;
      const double outputs[] = {meter.downtime / HOUR, 1.0 * meter.strikes, meter.took / HOUR,
                                meter.age / HOUR,      lost,                loss};
      for (int k = 0; k < 6; k++) {
        sums[i][k][0] += outputs[k], sums[i][k][1] += outputs[k] * outputs[k];
      }
    }
  }
  const double cpu = user_seconds() - begun;
  std::printf("{\"cpu\": %.6f, \"trials\": %d, \"sums\": {", cpu, trials);
  for (int i = 0; i < 3; i++) {
    for (int k = 0; k < 6; k++) {
      std::printf("%s\"%c.%s\": [%.17g, %.17g]", i + k ? ", " : "", 'A' + i, names[k],
                  sums[i][k][0], sums[i][k][1]);
    }
  }
  std::printf("}}\n");
}
