import type { Wrong } from './wrong-scenarios.js';

/** Wrong threats: effects that do not go together, scopes, members and ages. Said as in `wrong-scenarios.ts`. */
export const WRONG_THREATS: readonly Wrong[] = [
  {
    wrong: 'no effect but how soon it is noticed',
    by: [
      '- power-outage',
      '- { name: flood, scope: site, rate: 1 / year, effects: { detect: 1 h } }',
    ],
    says: `
  shop.yaml:20:58  threats[0].effects
    expected  at least one effect
    got       detect alone
    fix       write "outage: 3 h", "destroys: { rebuild: 180 days }" or another`,
  },
  {
    wrong: 'what a gap counts from where there is none',
    by: ['- power-outage', '- { use: power-outage, gapFrom: return }'],
    says: `
  shop.yaml:20:35  threats[0].gapFrom
    expected  gapFrom only where "gap" says how long things last
    got       "return"
    fix       remove it, or write "gap" for what ages and is renewed`,
  },
  {
    wrong: 'two kinds of damage at once',
    by: [
      '- power-outage',
      '- { name: worm, scope: service, rate: 1 / year, effects: { deletes: {}, encrypts: {} } }',
    ],
    says: `
  shop.yaml:20:71  threats[0].effects.deletes
    expected  one of corrupts, encrypts and deletes
    got       encrypts and deletes
    fix       write two threats, or keep one of them`,
  },
  {
    wrong: 'damage and deletion at once',
    by: [
      '- power-outage',
      '- { use: operator-error, effects: { deletes: {}, corrupts: { impact: 10% } } }',
    ],
    says: `
  shop.yaml:20:48  threats[0].effects.deletes
    expected  one of corrupts, encrypts and deletes
    got       corrupts and deletes
    fix       write two threats, or keep one of them`,
  },
  {
    wrong: 'damage that is never noticed',
    by: [
      '- power-outage',
      '- { name: rot, scope: service, rate: 1 / year, effects: { corrupts: { impact: 5% } } }',
    ],
    says: `
  shop.yaml:20:71  threats[0].effects.corrupts
    expected  effects with the time until corrupted data is noticed
    got       no detect
    fix       add "detect: 4 h" beside corrupts`,
  },
  {
    wrong: 'damage noticed inside itself',
    by: [
      '- power-outage',
      '- { name: rot, scope: service, rate: 1 / year, effects: { corrupts: { detect: 4 h } } }',
    ],
    says: `
  shop.yaml:20:73  threats[0].effects.corrupts.detect
    expected  one of the keys impact and keepServing
    got       "detect"`,
  },
  {
    wrong: 'damage to more than all',
    by: ['- power-outage', '- { use: data-corruption, effects: { corrupts: { impact: 120% } } }'],
    says: `
  shop.yaml:20:60  threats[0].effects.corrupts.impact
    expected  a share from 0% to 100%
    got       "120%"
    fix       write at most 100%`,
  },
  {
    wrong: 'damage in bare numbers',
    by: [
      '- power-outage',
      '- { use: data-corruption, effects: { corrupts: { impact: 5 }, detect: 4 } }',
    ],
    says: `
  shop.yaml:20:60  threats[0].effects.corrupts.impact
    expected  a share from 0% to 100%
    got       5
    fix       write "5%"
  shop.yaml:20:73  threats[0].effects.detect
    expected  a duration such as "15 min" or "4 h"
    got       4
    fix       write its unit, such as "4 min", "4 h" or "4 years"`,
  },
  {
    wrong: 'a word for damage',
    by: [
      '- power-outage',
      '- { name: rot, scope: service, rate: 1 / year, effects: { corrupts: true, detect: 4 h } }',
    ],
    says: `
  shop.yaml:20:71  threats[0].effects.corrupts
    expected  a mapping of what differs from the usual
    got       true
    fix       write {} where nothing does`,
  },
  {
    wrong: 'a word for whether the service goes on',
    by: [
      '- power-outage',
      "- { use: data-corruption, effects: { corrupts: { keepServing: 'yes' } } }",
    ],
    says: `
  shop.yaml:20:65  threats[0].effects.corrupts.keepServing
    expected  true or false
    got       "yes"
    fix       write true without quotes`,
  },
  {
    wrong: 'a misspelt effect',
    by: [
      '- power-outage',
      '- { name: worm, scope: account, rate: 1 / year, effects: { encrypt: {} } }',
    ],
    says: `
  shop.yaml:20:62  threats[0].effects.encrypt
    expected  one of the keys outage, destroys, partitions, corrupts, encrypts, deletes and detect
    got       "encrypt"
    fix       did you mean "encrypts"?`,
  },
  {
    wrong: 'a deletion that says how much',
    by: [
      '- power-outage',
      '- { name: worm, scope: account, rate: 1 / year, effects: { deletes: 50% } }',
    ],
    says: `
  shop.yaml:20:71  threats[0].effects.deletes
    expected  a mapping of what differs from the usual
    got       "50%"
    fix       write {} where nothing does`,
  },
  {
    wrong: 'tainted copies neither used nor refused',
    by: ['- power-outage', '- { use: ransomware, effects: { encrypts: { tainted: refuse } } }'],
    says: `
  shop.yaml:20:56  threats[0].effects.encrypts.tainted
    expected  one of use or discard
    got       "refuse"`,
  },
  {
    wrong: 'an intruder for a bare number of days',
    by: ['- power-outage', '- { use: ransomware, effects: { encrypts: { dwell: 6 } } }'],
    says: `
  shop.yaml:20:54  threats[0].effects.encrypts.dwell
    expected  a duration such as "15 min" or "4 h"
    got       6
    fix       write its unit, such as "6 min", "6 h" or "6 years"`,
  },
  {
    wrong: 'a chance of more than 1',
    by: ['- power-outage', '- { use: ransomware, effects: { encrypts: { reinfection: 163% } } }'],
    says: `
  shop.yaml:20:60  threats[0].effects.encrypts.reinfection
    expected  a share from 0% to 100%
    got       "163%"
    fix       write at most 100%`,
  },
  {
    wrong: 'an outage of a link',
    by: [
      '- power-outage',
      '- { name: cut, scope: link, rate: 1 / year, effects: { outage: 3 h } }',
    ],
    says: `
  shop.yaml:20:66  threats[0].effects.outage
    expected  partitions, the only effect that a link can have
    got       outage
    fix       write "effects: { partitions: 20 min }", or choose another scope`,
  },
  {
    wrong: 'a cut of a link that also deletes',
    by: ['- power-outage', '- { use: network-partition, effects: { deletes: {} } }'],
    says: `
  shop.yaml:20:51  threats[0].effects.deletes
    expected  partitions, the only effect that a link can have
    got       deletes
    fix       write "effects: { partitions: 20 min }", or choose another scope`,
  },
  {
    wrong: 'a cut for no time',
    by: ['- power-outage', '- { use: network-partition, effects: { partitions: 0 s } }'],
    says: `
  shop.yaml:20:54  threats[0].effects.partitions
    expected  longer than 0 and at most 10,000 years
    got       "0 s"`,
  },
  {
    wrong: 'a cut of a service',
    by: ['- power-outage', '- { use: network-partition, scope: service }'],
    says: `
  shop.yaml:20:38  threats[0].effects.partitions
    expected  effects that a threat of scope service can have
    got       partitions
    fix       write "scope: link", or remove it`,
  },
  {
    wrong: 'a cut of an account, beside what an account can have',
    by: ['- power-outage', '- { use: ransomware, effects: { partitions: 1 h } }'],
    says: `
  shop.yaml:20:47  threats[0].effects.partitions
    expected  effects that a threat of scope account can have
    got       partitions
    fix       write "scope: link", or remove it`,
  },
  {
    wrong: 'a link like none that there is',
    by: ['- power-outage', '- { use: network-partition, only: [here-ther] }'],
    says: `
  shop.yaml:20:38  threats[0].only[0]
    expected  the name of a link: here-there
    got       "here-ther"
    fix       write "here-there"`,
  },
  {
    wrong: 'a site for a service',
    by: ['- power-outage', '- { use: operator-error, only: [here] }'],
    says: `
  shop.yaml:20:35  threats[0].only[0]
    expected  the name of a service: login or orders
    got       "here"`,
  },
  {
    wrong: 'a service twice in one threat',
    by: ['- power-outage', '- { use: operator-error, only: [orders, orders] }'],
    says: `
  shop.yaml:20:43  threats[0].only[1]
    expected  each of the services once
    got       "orders"`,
  },
  {
    wrong: 'an account that owns nothing',
    by: ['- power-outage', '- { use: ransomware, only: [azure] }'],
    says: `
  shop.yaml:20:31  threats[0].only[0]
    expected  the name of an account: aws
    got       "azure"`,
  },
  {
    wrong: 'a campus where no site has one',
    by: ['- power-outage', '- { use: power-outage, scope: campus }'],
    says: `
  shop.yaml:20:33  threats[0].scope
    expected  a scope that some site lies in
    got       "campus", but no site has one
    fix       add "campus: …" to the sites that share one`,
  },
  {
    wrong: 'an age of what strikes at a rate',
    by: ['- power-outage', '- { use: power-outage, age: 2 years }'],
    says: `
  shop.yaml:20:31  threats[0].age
    expected  an age only where "gap" says how long things last
    got       "2 years"
    fix       remove it, or write "gap" for what ages and is renewed`,
  },
  {
    wrong: 'an age beside fixed instants',
    by: ['- power-outage', '- { use: power-outage, strikes: { at: [2027-03-01] }, age: 2 years }'],
    says: `
  shop.yaml:20:62  threats[0].age
    expected  an age only where "gap" says how long things last
    got       "2 years"
    fix       remove it, or write "gap" for what ages and is renewed`,
  },
  {
    wrong: 'an age that nobody is sure of',
    by: ['- power-outage', '- { use: hardware-failure, age: 1 year to 2 years }'],
    says: `
  shop.yaml:20:35  threats[0].age
    expected  a duration such as "15 min" or "4 h", known for sure: no interval and no law
    got       "1 year to 2 years"`,
  },
  {
    wrong: 'a bare age',
    by: ['- power-outage', '- { use: hardware-failure, age: 2 }'],
    says: `
  shop.yaml:20:35  threats[0].age
    expected  a duration such as "15 min" or "4 h"
    got       2
    fix       write its unit, such as "2 min", "2 h" or "2 years"`,
  },
  {
    wrong: 'a link where there is none',
    by: `name: Shop
horizon: 10 years
currency: USD
sites: { here: {} }
services: { orders: { data: { size: 1 TB } } }
threats: [network-partition]
strategies: { waiting: { primary: here } }
`,
    says: `
  shop.yaml:6:11  threats[0].scope
    expected  a scope that the scenario has something of
    got       "link", but there is no link
    fix       add "links", or choose another scope`,
  },
];
