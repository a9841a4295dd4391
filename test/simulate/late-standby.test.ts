import { describe, expect, it } from 'vitest';
import { fire, incidentsOf, outage } from './one-strategy.js';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** 1 MB/s is written, and applied at 10 MB/s: 4 h of it take 24 min. */
const LATE = '{ site: b, capacity: 100%, replication: { delay: 4 h, replayRate: 10 MB/s } }';
const strategyWith = (standbys: string, rule = '') => `
    standbys: [${standbys}]
    decision: 30 min
    failover: { ${rule}steps: [{ step: promote, takes: 10 min }] }`;
const STRATEGY = strategyWith(LATE);

const threat = (effects: string, scope = 'site, only: [a]', at = '2027-03-01') =>
  `  - { name: harm-${at.replaceAll(/\W/g, '')}, scope: ${scope}, strikes: { at: ['${at}'] }, effects: { ${effects} } }\n`;
const bug = (detect: string, how = 'impact: 0%') =>
  threat(`corrupts: { ${how} }, detect: ${detect}`);
const only = (threats: string, strategy = STRATEGY) => incidentsOf({ threats, strategy })[0]!;

describe('a standby that applies late', () => {
  it('is rolled forward to all that it has received, which takes time and loses nothing', () => {
    const incident = only(fire());
    expect(incident).toMatchObject({ via: 'failover', rpa: 0, rta: 61 * MINUTE });
    // While people decided, it applied half an hour more.
    const phases = { decide: 30 * MINUTE, replay: 21 * MINUTE, promote: 10 * MINUTE };
    expect(incident.phases).toEqual(phases);
  });

  it('has less to do the longer people wait', () => {
    const strategy = STRATEGY.replace('30 min', '3 h');
    expect(only(fire(), strategy).phases['replay']).toBe(6 * MINUTE);
    expect(only(fire(), STRATEGY.replace('30 min', '5 h')).phases['replay'] ?? 0).toBe(0);
  });

  it('does not apply what nobody wrote', () => {
    const threats = outage('2 h', '2027-02-28 21:00') + fire();
    const strategy = STRATEGY.replace('{ steps', '{ ramp: 1 min, steps').replace(
      '30 min',
      '150 min',
    );
    // From 22:30 on, of which half an hour was an outage.
    expect(incidentsOf({ threats, strategy })[1]!.phases['replay']).toBe(6 * MINUTE);
  });

  it('is stopped when damage is noticed in time, and brought to just before it', () => {
    const incident = only(bug('1 h'));
    expect(incident).toMatchObject({ via: 'failover', rpa: HOUR, rta: 58 * MINUTE });
    expect(incident.phases['replay']).toBe(18 * MINUTE);
    expect(only(bug('239 min')).via).toBe('failover');
  });

  it('is of no use when it has applied the damage by then', () => {
    expect(only(bug('241 min'))).toMatchObject({ via: 'nothing', rpa: null });
  });

  it('stays stopped while people decide, however long', () => {
    const incident = only(bug('1 h'), STRATEGY.replace('30 min', '3 days'));
    expect(incident).toMatchObject({ via: 'failover', rpa: HOUR, rta: 3 * DAY + 28 * MINUTE });
  });

  it('loses what is written until the switch where the service goes on, damaged', () => {
    const incident = only(bug('1 h', 'impact: 10%, keepServing: true'));
    expect(incident).toMatchObject({ via: 'failover', rta: 0 });
    // Noticed after 1 h, decided, rolled forward and promoted after 58 min more.
    expect(incident.rpa).toBe(HOUR + 58 * MINUTE);
  });

  it('survives encryption that replication sends on, where no other standby does', () => {
    const attack = threat('encrypts: { replicated: true, clean: 0 s }, detect: 1 h');
    expect(only(attack)).toMatchObject({ via: 'failover', rpa: 0 });
    const plain = strategyWith('{ site: b, capacity: 100% }');
    expect(only(attack, plain)).toMatchObject({ via: 'nothing' });
  });

  it('is brought to before an intruder came in where cleaning takes longer than that is worth', () => {
    const attack = (clean: string) =>
      threat(`encrypts: { replicated: false, dwell: 2 h, clean: ${clean}, reinfection: 0% }`);
    const cleaned = only(attack('30 min'));
    expect(cleaned).toMatchObject({ via: 'failover', rpa: 0 });
    // Stopped when the attack was noticed, at once.
    expect(cleaned.phases).toMatchObject({ replay: 24 * MINUTE, clean: 30 * MINUTE });
    const before = only(attack('10 h'));
    expect(before).toMatchObject({ via: 'failover', rpa: 2 * HOUR });
    // Two hours before it are left to apply.
    expect(before.phases).toEqual({
      decide: 30 * MINUTE,
      replay: 12 * MINUTE,
      promote: 10 * MINUTE,
    });
  });

  it('is never what a rule takes that asks nobody', () => {
    const both = strategyWith(`${LATE}, { site: c, capacity: 100% }`, 'automatic: true, ');
    expect(only(fire(), both)).toMatchObject({ via: 'failover', rta: 10 * MINUTE });
    const threats = fire() + fire('2027-03-01', 'c');
    expect(only(threats, both)).toMatchObject({ via: 'failover', rta: 61 * MINUTE });
  });

  it('that has been rolled forward for nothing has applied what it should not have', () => {
    // Rolled forward to all; then the old seat is back, and the damage is found.
    const threats = bug('6 h') + outage('55 min', '2027-03-01 03:00');
    const strategy = STRATEGY.replace('promote, takes: 10 min', 'promote, takes: 40 min');
    expect(incidentsOf({ threats, strategy })[0]).toMatchObject({ via: 'nothing' });
    expect(incidentsOf({ threats: bug('3 h'), strategy })[0]).toMatchObject({ via: 'failover' });
  });
});
