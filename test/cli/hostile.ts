import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { somewhere } from './drsim.js';

/** Names that would do something where they are taken for code, markup or a formula. */
export const NAMES = {
  site: '<script>alert(1)<\\script>',
  store: "=cmd|' C calc'!A0",
  link: '`link` | <i>',
  service: `it's "quoted"'] || alert(4) || datum['x`,
  second: '"><img src=x onerror=alert(2)>',
  third: '@SUM(1+1)',
  threat: '[x](javascript:alert(3))',
  fire: '-2+3',
  strategies: [
    '+1',
    '=1+1',
    '${process.exit(1)}',
    '`rm -rf`',
    '&lt;b&gt; &amp;',
    'www.evil.example me@evil.example',
    `${'long '.repeat(19)}name`,
    '🔥👩‍🚒🏳️‍🌈',
    'constructor',
    '__proto__',
    'a\\b$c$_d_*e*',
  ],
} as const;

/** What titles, reasons and sources may hold beyond names: line ends, and turns of the writing. */
export const WORDS =
  '<script>alert("t")</script> | `t` [x](javascript:alert(5)) https://evil.example \u202eevil\u2066 ' +
  '\u200f=1+1 ${1} &lt; # _a_\n# heading\n- item\t![i](x)';

/** A scenario that is right, and whose every word is hostile. */
function hostileScenario(): object {
  const { site, store, link, service, second, third, threat, fire, strategies } = NAMES;
  const source = { source: `=HYPERLINK("x") ${WORDS}`, year: 2025, note: WORDS };
  const [plain, restoring, standing, ...others] = strategies;
  const standby = { use: 'warm-standby', primary: site, standby: { site: store } };
  const named: unknown = Object.fromEntries<unknown>([
    [plain, { primary: site }],
    [
      restoring,
      {
        use: 'backups-only',
        title: WORDS,
        primary: site,
        backups: { name: '=b"><img>', store },
        costs: { '<script>cost': '1k USD/year' },
      },
    ],
    [standing, standby],
    ...others.map((name) => [name, { primary: site }] as const),
  ]);
  return {
    name: WORDS,
    about: WORDS,
    horizon: '2 years',
    currency: 'USD',
    seed: 'a,=1+1;=2+2"><script>',
    prices: 'aws',
    sites: {
      [site]: { region: '<b>region', account: '=acc"><img>', campus: '[c](javascript:1)' },
      [store]: { region: '@SUM(A1)' },
    },
    links: {
      [link]: {
        between: [site, store],
        bandwidth: '1 Gbit/s',
        latency: { value: '5 ms', ...source },
      },
    },
    services: {
      [second]: {
        title: WORDS,
        data: { size: '100 GB' },
        revenue: { mean: '10k USD/h' },
        objectives: { rto: '1 h', rpo: '5 min' },
        dependsOn: [service, third],
      },
      [service]: { title: 'toString', data: { size: '10 GB' } },
      [third]: { data: { size: '10 GB' } },
    },
    threats: [
      {
        name: threat,
        title: WORDS,
        scope: 'site',
        rate: { value: '1 / year', ...source },
        effects: { outage: '3 h' },
      },
      {
        name: fire,
        scope: 'site',
        rate: '1 / year',
        effects: { destroys: { rebuild: '30 days' } },
      },
    ],
    strategies: named,
    gates: [`loss <= 1 USD for ${restoring}`, `mean rto of ${service} <= 1 h`],
    readiness: {
      accepted: [
        { finding: '<script>f', at: '[a](javascript:1)', reason: WORDS },
        { finding: 'no-backups', reason: WORDS },
      ],
    },
  };
}

/** The hostile scenario as a file of a name of one's choice; its folder. */
export function hostileFolder(file = 'hostile.yaml'): string {
  const folder = somewhere();
  writeFileSync(join(folder, file), stringify(hostileScenario(), { lineWidth: 0 }));
  return folder;
}
