import type { Luck } from './luck.js';

const HEAD = `name: Huge
horizon: 1 year
currency: USD
`;
const REST = `services: { shop: { data: { size: 1 TB } } }
threats: [power-outage]
strategies: { waiting: { primary: s0 } }
`;

/** So many numbered lines. */
const numbered = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => line(number)).join('\n');

const sites = (count: number) => `sites:\n${numbered(count, (n) => `  s${n}: {}`)}\n`;

type Huge = (count: number) => string;

/** Texts that are cheap to write and dear to read, by what there is too much of. */
export const HUGE: Readonly<Record<string, Huge>> = {
  sites: (count) => `${HEAD}${sites(count)}${REST}`,
  links: (count) =>
    `${HEAD}${sites(Math.min(count, 300))}links:\n${numbered(count, (n) => `  l${n}: { between: [s${n % 300}, s${(n * 7 + 1) % 300}], latency: 1 ms, bandwidth: 1 Gbit/s }`)}\n${REST}`,
  linkNames: (count) =>
    `${HEAD}${sites(count)}links:\n${numbered(count, (n) => `  s0-s${n + 1}: { latency: 1 ms, bandwidth: 1 Gbit/s }`)}\n${REST}`,
  services: (count) =>
    `${HEAD}sites: { s0: {} }\nservices:\n${numbered(count, (n) => `  w${n}: { data: { size: 1 TB }, dependsOn: [w${n + 1}] }`)}\n  w${count}: { data: { size: 1 GB } }\nthreats: [power-outage]\nstrategies: { waiting: { primary: s0 } }\n`,
  threats: (count) =>
    `${HEAD}sites: { s0: {} }\nservices: { shop: { data: { size: 1 TB } } }\nthreats:\n${numbered(count, (n) => `  - { use: power-outage, name: t${n} }`)}\nstrategies: { waiting: { primary: s0 } }\n`,
  strategies: (count) =>
    `${HEAD}${sites(3)}links: { s0-s1: { latency: 1 ms, bandwidth: 1 Gbit/s } }\nservices: { shop: { data: { size: 1 TB } } }\nthreats: [power-outage]\nstrategies:\n${numbered(count, (n) => `  x${n}: { use: warm-standby, primary: s0, standby: { site: s1 } }`)}\n`,
  gates: (count) =>
    `${HEAD}${sites(1)}${REST}gates:\n${numbered(count, (n) => `  - loss <= ${n} USD for waiting`)}\n`,
  accepted: (count) =>
    `${HEAD}${sites(1)}${REST}readiness:\n  accepted:\n${numbered(count, (n) => `    - { finding: f${n}, reason: x }`)}\n`,
  unknownKeys: (count) => `${HEAD}${sites(1)}${REST}${numbered(count, (n) => `k${n}: 1`)}\n`,
  copies: (count) =>
    `${HEAD}${sites(count)}services: { shop: { data: { size: 1 TB } } }\nthreats: [power-outage]\nstrategies:\n  x:\n    primary: s0\n    backups:\n      store: s0\n      full: 1 week\n      copies:\n${numbered(count, (n) => `        - { store: s${n}, medium: tape }`)}\n`,
  values: (count) =>
    `${HEAD}${sites(1)}services: { shop: { data: { size: { empirical: [${numbered(count, (n) => `${n + 1} GB`).replaceAll('\n', ', ')}] } } } }\nthreats: [power-outage]\nstrategies: { waiting: { primary: s0 } }\n`,
  longName: (count) => `${HEAD}${sites(1)}${REST}about: ${'x'.repeat(40 * count)}\n`,
  longAliases: (count) =>
    `${HEAD}about: &a ${'x'.repeat(10 * count)}\n${sites(1)}services: { shop: { data: { size: { exponential: { mean: 1 TB, note: [${Array.from({ length: count }, () => '*a').join(', ')}] } } } } }\nthreats: [power-outage]\nstrategies: { waiting: { primary: s0 } }\n`,
  longKey: (count) =>
    `${HEAD}${sites(1)}services:\n  ${'x'.repeat(100 * count)}: { ${numbered(count, (n) => `k${n}: 1`).replaceAll('\n', ', ')} }\n`,
  longNames: (count) =>
    `${HEAD}${sites(1)}services:\n${numbered(20, (n) => `  ${'x'.repeat(count)}${n}: { data: { size: 1 TB }, dependsOn: [${numbered(90, () => 'x'.repeat(count)).replaceAll('\n', ', ')}] }`)}\n`,
  grid: (count) => {
    const side = Math.min(1000, Math.ceil(Math.sqrt(50 * count)));
    return `${HEAD}${sites(3)}links: { s0-s1: { latency: 1 ms, bandwidth: 1 Gbit/s } }\nservices:\n${numbered(side, (n) => `  w${n}: { data: { size: 1 GB }, objectives: { rto: 1 s, rpo: 1 s } }`)}\nthreats: [power-outage, site-fire]\nstrategies:\n${numbered(side, (n) => `  x${n}: { use: warm-standby, primary: s0, standby: { site: s1 }, backups: { store: s1, full: 1 day } }`)}\n`;
  },
  stores: (count) =>
    `${HEAD}${sites(1)}services: { shop: { data: { size: 1 GB } } }\nthreats: [power-outage]\nstrategies:\n  x:\n    use: backups-only\n    primary: s0\n    backups:\n${numbered(count, (n) => `      - { name: b${n}, store: s0 }`)}\n`,
  runbook: (count) =>
    `${HEAD}${sites(1)}services: { shop: { data: { size: 1 GB } } }\nthreats: [power-outage]\nstrategies:\n  x:\n    use: backups-only\n    primary: s0\n    backups: { store: s0 }\n    restore:\n      steps:\n        - { step: restore, moves: backup }\n${numbered(count, (n) => `        - { step: s${n}, phase: restore, takes: 10000 years }`)}\n`,
  nested: (count) => `${HEAD}a: ${'['.repeat(count)}\n`,
  comments: (count) => `${HEAD}${sites(1)}${REST}${numbered(20 * count, () => '#')}\n`,
  quotes: (count) => `${HEAD}a: "${'\\"'.repeat(20 * count)}`,
  spaces: (count) => `${HEAD}a: ${' '.repeat(40 * count)}b\n${'\n'.repeat(40 * count)}${REST}`,
};

/** A text with very much of one thing. */
export function hugeText(luck: Luck): string {
  const name = luck.pick(Object.keys(HUGE));
  return HUGE[name]!(Math.round(luck.scale(10, 20_000)));
}
