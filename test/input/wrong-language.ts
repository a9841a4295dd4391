import type { Wrong } from './wrong-scenarios.js';

/** Wrong uses of every part of the language, changed and said as in `wrong-scenarios.ts`. */
export const WRONG_LANGUAGE: readonly Wrong[] = [
  // Exchange rates and finance
  {
    wrong: 'a rate for the own currency',
    by: ['currency: USD', 'currency: USD\nexchange: { USD: { rate: 1 USD, date: 2026-08-03 } }'],
    says: `
  shop.yaml:4:18  exchange.USD
    expected  a currency other than USD, the scenario's own
    got       "USD"
    fix       remove it: amounts in USD need no rate`,
  },
  {
    wrong: 'a currency worth nothing',
    by: ['currency: USD', 'currency: USD\nexchange: { EUR: { rate: 0 USD, date: 2026-08-03 } }'],
    says: `
  shop.yaml:4:26  exchange.EUR.rate
    expected  a rate above 0, at most 1e12
    got       "0 USD"`,
  },
  {
    wrong: 'a currency worth less than nothing',
    by: ['currency: USD', 'currency: USD\nexchange: { EUR: { rate: -1 USD, date: 2026-08-03 } }'],
    says: `
  shop.yaml:4:26  exchange.EUR.rate
    expected  an amount of money such as "$1.5M" or "40k USD"
    got       "-1 USD"
    fix       write 0 or more`,
  },
  {
    wrong: 'a rate beyond all use',
    by: ['currency: USD', 'currency: USD\nexchange: { EUR: { rate: 1e13 USD, date: 2026-08-03 } }'],
    says: `
  shop.yaml:4:26  exchange.EUR.rate
    expected  a rate above 0, at most 1e12
    got       "1e13 USD"`,
  },
  {
    wrong: 'a bare rate',
    by: ['currency: USD', 'currency: USD\nexchange: { EUR: { rate: 1.08, date: 2026-08-03 } }'],
    says: `
  shop.yaml:4:26  exchange.EUR.rate
    expected  an amount of money such as "$1.5M" or "40k USD"
    got       1.08
    fix       write "1.08 USD"`,
  },
  {
    wrong: 'a rate alone',
    by: ['currency: USD', 'currency: USD\nexchange: { EUR: 1.08 }'],
    says: `
  shop.yaml:4:18  exchange.EUR
    expected  a mapping with rate, date and source
    got       1.08
    fix       write { rate: 1.08 USD, date: 2026-08-03 }`,
  },
  {
    wrong: 'a rate of a day that is not',
    by: ['currency: USD', 'currency: USD\nexchange: { EUR: { rate: 1.08 USD, date: 2026-02-30 } }'],
    says: `
  shop.yaml:4:42  exchange.EUR.date
    expected  a date such as 2027-03-01 or 2027-03-01 12:00, in UTC, that exists
    got       "2026-02-30"`,
  },
  {
    wrong: 'a rate without its day',
    by: ['currency: USD', 'currency: USD\nexchange: { EUR: { rate: 1.08 USD } }'],
    says: `
  shop.yaml:4:18  exchange.EUR.date
    expected  a value for "date"
    got       no such key
    fix       add "date: 2026-08-03"`,
  },
  {
    wrong: 'a currency in small letters',
    by: ['currency: USD', 'currency: USD\nexchange: { eur: { rate: 1.08 USD, date: 2026-08-03 } }'],
    says: `
  shop.yaml:4:18  exchange.eur
    expected  another currency by its three letters, such as EUR
    got       "eur"
    fix       write "EUR"`,
  },
  {
    wrong: 'a rate in a third currency',
    by: ['currency: USD', 'currency: USD\nexchange: { EUR: { rate: 1.08 CHF, date: 2026-08-03 } }'],
    says: `
  shop.yaml:4:26  exchange.EUR.rate
    expected  an amount of USD, the scenario's currency
    got       "1.08 CHF"
    fix       convert the rate to USD`,
  },
  {
    wrong: 'an amount in a currency whose rate is wrong is not refused as well',
    by: [
      'currency: USD',
      'currency: USD\nexchange: { EUR: { rate: 1.08 USD } }\ngates: [loss <= 1M EUR]',
    ],
    says: `
  shop.yaml:4:18  exchange.EUR.date
    expected  a value for "date"
    got       no such key
    fix       add "date: 2026-08-03"`,
  },
  {
    wrong: 'an amount in a currency without a rate beside one that has one',
    by: [
      'currency: USD',
      'currency: USD\nexchange: { EUR: { rate: 1.08 USD, date: 2026-08-03 } }\ngates: [loss <= 1M CHF]',
    ],
    says: `
  shop.yaml:5:17  gates[0]
    expected  an amount of money such as "$1.5M" or "40k USD", for a year
    got       "1M CHF"
    fix       convert the amount to USD, or add "CHF: { rate: … USD, date: … }" to "exchange"`,
  },
  {
    wrong: 'an amount in a currency without a rate',
    by: ['tier: critical', 'dataLoss: 10 CHF/h'],
    says: `
  shop.yaml:12:15  services.orders.dataLoss
    expected  money per time such as "$1M/h" or "500k USD/year"
    got       "10 CHF/h"
    fix       convert the amount to USD, or add "exchange: { CHF: { rate: … USD, date: … } }"`,
  },
  {
    wrong: 'a bare discount rate and a number for a flag',
    by: ['currency: USD', 'currency: USD\nfinance: { discountRate: 8, real: 1 }'],
    says: `
  shop.yaml:4:26  finance.discountRate
    expected  a share from 0% to 100%
    got       8
    fix       write "8%"
  shop.yaml:4:35  finance.real
    expected  true or false
    got       1
    fix       write true`,
  },
  {
    wrong: 'a discount rate above 100%',
    by: ['currency: USD', 'currency: USD\nfinance: { discountRate: 120% }'],
    says: `
  shop.yaml:4:26  finance.discountRate
    expected  a share from 0% to 100%
    got       "120%"
    fix       write at most 100%`,
  },
  {
    wrong: 'an investment by the year, and one below 0',
    by: [
      'waiting: { primary: here }',
      'waiting: { primary: here, investment: { generators: 20k USD/year, move: -1 USD } }',
    ],
    says: `
  shop.yaml:23:55  strategies.waiting.investment.generators
    expected  an amount of money such as "$1.5M" or "40k USD"
    got       "20k USD/year", money per time
    fix       write "20k USD"
  shop.yaml:23:75  strategies.waiting.investment.move
    expected  an amount of money such as "$1.5M" or "40k USD"
    got       "-1 USD"
    fix       write 0 or more`,
  },
  {
    wrong: 'an investment as one amount',
    by: ['waiting: { primary: here }', 'waiting: { primary: here, investment: 20k USD }'],
    says: `
  shop.yaml:23:41  strategies.waiting.investment
    expected  a mapping of investments by name
    got       "20k USD"`,
  },
  // Gates
  {
    wrong: 'one gate for a list',
    by: ['currency: USD', 'currency: USD\ngates: loss <= 1M USD'],
    says: `
  shop.yaml:4:8  gates
    expected  a list of gates
    got       "loss <= 1M USD"
    fix       begin each of them with "- ", or put them in [ ]`,
  },
  {
    wrong: 'a gate that is no text',
    by: ['currency: USD', 'currency: USD\ngates: [{ loss: 1 USD }]'],
    says: `
  shop.yaml:4:9  gates[0]
    expected  a gate such as "mean rto of orders <= 1 h" or "loss <= 1M USD for warm-standby"
    got       a mapping with loss`,
  },
  {
    wrong: 'a gate of nothing',
    by: ['currency: USD', 'currency: USD\ngates: [null]'],
    says: `
  shop.yaml:4:9  gates[0]
    expected  a gate such as "mean rto of orders <= 1 h" or "loss <= 1M USD for warm-standby"
    got       nothing`,
  },
  {
    wrong: 'three wrong gates at once',
    by: [
      'currency: USD',
      'currency: USD\ngates: [luck >= 5%, mean rto of order <= 1 h, loss <= 1 USD for wram]',
    ],
    says: `
  shop.yaml:4:9  gates[0]
    expected  a measure: P(rto within objective), P(rpo within objective), availability, mean rto, mean rpo, incidents, rto misses, rpo misses, unrecoverable, downtime, outage, loss, downtime cost, data loss cost, infrastructure cost or total
    got       "luck"
  shop.yaml:4:33  gates[1]
    expected  the name of a service: login or orders
    got       "order"
    fix       did you mean "orders"?
  shop.yaml:4:65  gates[2]
    expected  the name of a strategy: waiting, copies or warm
    got       "wram"
    fix       did you mean "warm"?`,
  },
  {
    wrong: 'a bare bound',
    by: ['currency: USD', 'currency: USD\ngates: [mean rto of orders <= 1]'],
    says: `
  shop.yaml:4:31  gates[0]
    expected  a duration such as "15 min" or "4 h"
    got       1
    fix       write its unit, such as "1 min", "1 h" or "1 years"`,
  },
  {
    wrong: 'an objective that no service has',
    by: ['currency: USD', "currency: USD\ngates: ['P(rto within objective) of orders >= 95%']"],
    says: `
  shop.yaml:4:37  gates[0]
    expected  a service with an objective for its rto
    got       "orders", which has none
    fix       add "objectives: { rto: 1 h }" to the service`,
  },
  // Retention, copies, immutability and restore tests
  {
    wrong: 'a bare number of what is kept',
    by: ['{ store: there }', '{ store: there, keep: 7 }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.keep
    expected  a duration such as "5 weeks", or rules such as { daily: 7, weekly: 5 }
    got       7
    fix       write "7 days", or { last: 7 } for so many points`,
  },
  {
    wrong: 'nothing that is kept',
    by: ['{ store: there }', '{ store: there, keep: none }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.keep
    expected  a duration such as "5 weeks", or rules such as { daily: 7, weekly: 5 }
    got       "none"
    fix       write how long points are kept; without "keep" it is what the preset says`,
  },
  {
    wrong: 'no word on what is kept',
    by: ['{ store: there }', '{ store: there, keep: }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.keep
    expected  a duration such as "5 weeks", or rules such as { daily: 7, weekly: 5 }
    got       nothing
    fix       write how long points are kept; without "keep" it is what the preset says`,
  },
  {
    wrong: 'points kept for no time',
    by: ['{ store: there }', '{ store: there, keep: 0 days }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.keep
    expected  longer than 0 and at most 10,000 years
    got       "0 days"`,
  },
  {
    wrong: 'no daily points',
    by: ['{ store: there }', '{ store: there, keep: { daily: 0 } }'],
    says: `
  shop.yaml:24:87  strategies.copies.backups.keep.daily
    expected  a whole number from 1 to 4000
    got       0`,
  },
  {
    wrong: 'daily points with a unit',
    by: ['{ store: there }', '{ store: there, keep: { daily: 7 days } }'],
    says: `
  shop.yaml:24:87  strategies.copies.backups.keep.daily
    expected  a whole number from 1 to 4000
    got       "7 days"
    fix       write 7 without anything behind it`,
  },
  {
    wrong: 'daily points below 0',
    by: ['{ store: there }', '{ store: there, keep: { daily: -1 } }'],
    says: `
  shop.yaml:24:87  strategies.copies.backups.keep.daily
    expected  a whole number from 1 to 4000
    got       -1`,
  },
  {
    wrong: 'every point but some',
    by: ['{ store: there }', '{ store: there, keep: { daily: every } }'],
    says: `
  shop.yaml:24:87  strategies.copies.backups.keep.daily
    expected  a whole number from 1 to 4000
    got       "every"`,
  },
  {
    wrong: 'points within minutes',
    by: ['{ store: there }', '{ store: there, keep: { within: 90 min } }'],
    says: `
  shop.yaml:24:88  strategies.copies.backups.keep.within
    expected  a time by the calendar, such as "2 months" or "1y2m3d", each unit once
    got       "90 min"`,
  },
  {
    wrong: 'a unit twice in a time by the calendar',
    by: ['{ store: there }', '{ store: there, keep: { within: { daily: 3d1y2d } } }'],
    says: `
  shop.yaml:24:97  strategies.copies.backups.keep.within.daily
    expected  a time by the calendar, such as "2 months" or "1y2m3d", each unit once
    got       "3d1y2d"`,
  },
  {
    wrong: 'a part of a full copy',
    by: ['{ store: there }', '{ store: there, keep: { fulls: 2.5 } }'],
    says: `
  shop.yaml:24:87  strategies.copies.backups.keep.fulls
    expected  a whole number from 1 to 4000
    got       2.5`,
  },
  {
    wrong: 'points within less than a full period',
    by: ['{ store: there }', '{ store: there, keep: { within: 2d } }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.keep
    expected  copies kept at least until the next full one
    got       { within: 2d } with full copies every 1 week
    fix       write a longer "keep", or a shorter "full"`,
  },
  {
    wrong: 'only a way to count',
    by: ['{ store: there }', '{ store: there, keep: { counting: beyond } }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.keep
    expected  at least one rule of what is kept
    got       a mapping with counting
    fix       write "keep: 5 weeks", or such as "keep: { daily: 7, weekly: 5, monthly: 12 }"`,
  },
  {
    wrong: 'a misspelt rule',
    by: ['{ store: there }', '{ store: there, keep: { dayly: 7 } }'],
    says: `
  shop.yaml:24:80  strategies.copies.backups.keep.dayly
    expected  one of the keys age, last, hourly, daily, weekly, monthly, yearly, within, fulls and counting
    got       "dayly"
    fix       did you mean "daily"?`,
  },
  {
    wrong: 'a rule by age that ends before the next full copy',
    by: ['{ store: there }', '{ store: there, keep: { age: 1 day } }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.keep
    expected  copies kept at least until the next full one
    got       { age: 1 day } with full copies every 1 week
    fix       write a longer "keep", or a shorter "full"`,
  },
  {
    wrong: 'a copy not kept until the next',
    by: ['{ store: there }', '{ store: there, copies: [{ store: here, keep: 1 day }] }'],
    says: `
  shop.yaml:24:102  strategies.copies.backups.copies[0].keep
    expected  copies kept at least until the next full one
    got       1 day with full copies every 1 week
    fix       write a longer "keep", or a shorter "full"`,
  },
  {
    wrong: 'an offset as long as the period',
    by: ['{ store: there }', '{ store: there, offset: 1 week }'],
    says: `
  shop.yaml:24:80  strategies.copies.backups.offset
    expected  an offset shorter than the full period
    got       1 week with full copies every 1 week
    fix       write what is left of the offset after whole periods`,
  },
  {
    wrong: 'two copies in one store',
    by: ['{ store: there }', '{ store: there, copies: [{ store: there }] }'],
    says: `
  shop.yaml:24:81  strategies.copies.backups.copies[0]
    expected  copies in different stores
    got       there, object twice
    fix       name another site, or another medium`,
  },
  {
    wrong: 'two further copies in one store',
    by: [
      '{ store: there }',
      '{ store: there, copies: [{ store: here }, { store: here, keep: 1 year }] }',
    ],
    says: `
  shop.yaml:24:98  strategies.copies.backups.copies[1]
    expected  copies in different stores
    got       here, object twice
    fix       name another site, or another medium`,
  },
  {
    wrong: 'a copy at an unknown site',
    by: ['{ store: there }', '{ store: there, copies: [{ store: ther }] }'],
    says: `
  shop.yaml:24:90  strategies.copies.backups.copies[0].store
    expected  the name of a site: here or there
    got       "ther"
    fix       write "there"`,
  },
  {
    wrong: 'a copy without a store',
    by: ['{ store: there }', '{ store: there, copies: [{ medium: tape }] }'],
    says: `
  shop.yaml:24:81  strategies.copies.backups.copies[0].store
    expected  a value for "store"
    got       no such key
    fix       add "store: …"`,
  },
  {
    wrong: 'one copy for a list',
    by: ['{ store: there }', '{ store: there, copies: { store: here } }'],
    says: `
  shop.yaml:24:80  strategies.copies.backups.copies
    expected  a list of further stores
    got       a mapping with store
    fix       begin each of them with "- ", or put them in [ ]`,
  },
  {
    wrong: 'a text for a copy',
    by: ['{ store: there }', '{ store: there, copies: [here] }'],
    says: `
  shop.yaml:24:81  strategies.copies.backups.copies[0]
    expected  a mapping with store, account, medium, immutable, offline, retrieve, readRate, serial, keep, storage, every, hold and takes
    got       "here"
    fix       write { store: … }`,
  },
  {
    wrong: 'an unknown medium',
    by: ['{ store: there }', '{ store: there, medium: floppy }'],
    says: `
  shop.yaml:24:80  strategies.copies.backups.medium
    expected  one of disk, object or tape
    got       "floppy"`,
  },
  {
    wrong: 'immutable without a time',
    by: ['{ store: there }', '{ store: there, immutable: true }'],
    says: `
  shop.yaml:24:83  strategies.copies.backups.immutable
    expected  a duration such as "30 days", or none
    got       true
    fix       write how long, such as "30 days"`,
  },
  {
    wrong: 'immutable for a bare number',
    by: ['{ store: there }', '{ store: there, immutable: 30 }'],
    says: `
  shop.yaml:24:83  strategies.copies.backups.immutable
    expected  a duration such as "15 min" or "4 h"
    got       30
    fix       write its unit, such as "30 min", "30 h" or "30 years"`,
  },
  {
    wrong: 'immutable for less than no time',
    by: ['{ store: there }', '{ store: there, immutable: -30 days }'],
    says: `
  shop.yaml:24:83  strategies.copies.backups.immutable
    expected  a duration such as "15 min" or "4 h"
    got       "-30 days"
    fix       write 0 or more`,
  },
  {
    wrong: 'immutable for no time',
    by: ['{ store: there }', '{ store: there, immutable: 0 days }'],
    says: `
  shop.yaml:24:83  strategies.copies.backups.immutable
    expected  longer than 0 and at most 10,000 years
    got       "0 days"`,
  },
  {
    wrong: 'immutable for a time that nobody is sure of',
    by: ['{ store: there }', '{ store: there, immutable: 1 to 3 days }'],
    says: `
  shop.yaml:24:83  strategies.copies.backups.immutable
    expected  a duration such as "15 min" or "4 h", known for sure: no interval and no law
    got       "1 to 3 days"`,
  },
  {
    wrong: 'restore tests without a period',
    by: ['{ store: there }', '{ store: there, verify: yes }'],
    says: `
  shop.yaml:24:80  strategies.copies.backups.verify
    expected  a duration such as "30 days", or none
    got       "yes"
    fix       write how long, such as "30 days"`,
  },
  {
    wrong: 'restore tests never',
    by: ['{ store: there }', '{ store: there, verify: never }'],
    says: `
  shop.yaml:24:80  strategies.copies.backups.verify
    expected  a duration such as "30 days", or none
    got       "never"
    fix       write "none"`,
  },
  {
    wrong: 'restore tests every bare number',
    by: ['{ store: there }', '{ store: there, verify: 3 }'],
    says: `
  shop.yaml:24:80  strategies.copies.backups.verify
    expected  a duration such as "15 min" or "4 h"
    got       3
    fix       write its unit, such as "3 min", "3 h" or "3 years"`,
  },
  {
    wrong: 'backups without a period',
    by: ['primary: here }', 'primary: here, backups: { store: there } }'],
    says: `
  shop.yaml:23:38  strategies.waiting.backups.full
    expected  a value for "full"
    got       no such key
    fix       add "full: 1 week"`,
  },
  {
    wrong: 'backups that no step restores',
    by: ['primary: here }', 'primary: here, backups: { store: there, full: 1 week } }'],
    says: `
  shop.yaml:23:12  strategies.waiting.restore
    expected  a step that restores the backups, or they would be back in no time
    got       no steps
    fix       add "restore: { steps: [{ step: restore, moves: backup }] }"`,
  },
  {
    wrong: 'backups beside steps that do not restore',
    by: [
      'primary: here }',
      'primary: here, backups: { store: there, full: 1 week }, restore: { steps: [{ step: redirect, takes: 5 min }] } }',
    ],
    says: `
  shop.yaml:23:12  strategies.waiting.restore
    expected  a step that restores the backups, or they would be back in no time
    got       no such step
    fix       add "restore: { steps: [{ step: restore, moves: backup }] }"`,
  },
  // Strategies and runbooks
  {
    wrong: 'a preset whose standby was taken away',
    by: ['standby: { site: there } }', 'standbys: [] }'],
    says: `
  shop.yaml:25:9  strategies.warm.standby
    expected  a standby that the failover leads to
    got       none
    fix       add "standby: { site: <site> }"`,
  },
  {
    wrong: 'a preset whose standby says nothing',
    by: ['standby: { site: there } }', 'standby: }'],
    says: `
  shop.yaml:25:54  strategies.warm.standby
    expected  a mapping with site, capacity, from, replication and apply
    got       nothing
    fix       write { site: …, capacity: 50% }`,
  },
  {
    wrong: 'a preset whose standbys name no site',
    by: ['standby: { site: there } }', 'standbys: [{ capacity: 20% }] }'],
    says: `
  shop.yaml:25:56  strategies.warm.standbys[0].site
    expected  a value for "site"
    got       no such key
    fix       add "site: …"`,
  },
  {
    wrong: 'a limit of what is lost where people decide',
    by: ['standby: { site: there }', 'standby: { site: there }, failover: { mostLost: 1 MB }'],
    says: `
  shop.yaml:25:9  strategies.warm.failover
    expected  a limit of what is lost only where nobody decides
    got       mostLost without automatic
    fix       add "automatic: true", or remove it`,
  },
  {
    wrong: 'a limit of what is lost without a unit',
    by: [
      'standby: { site: there }',
      'standby: { site: there }, failover: { automatic: true, mostLost: 1 }',
    ],
    says: `
  shop.yaml:25:110  strategies.warm.failover.mostLost
    expected  a duration such as "15 min" or "4 h"
    got       1
    fix       write its unit, such as "1 min", "1 h" or "1 years"`,
  },
  {
    wrong: 'an automatic failover without a standby',
    by: ['primary: here }', 'primary: here, failover: { automatic: true } }'],
    says: `
  shop.yaml:23:12  strategies.waiting.standby
    expected  a standby that the failover leads to
    got       none
    fix       add "standby: { site: <site> }"`,
  },
  {
    wrong: 'a runbook of unknown age',
    by: [
      'primary: here }',
      'primary: here, runbook: { reviewed: last year, exercised: 2026-13-01 } }',
    ],
    says: `
  shop.yaml:23:50  strategies.waiting.runbook.reviewed
    expected  a date such as 2027-03-01 or 2027-03-01 12:00, in UTC
    got       "last year"
  shop.yaml:23:72  strategies.waiting.runbook.exercised
    expected  a date such as 2027-03-01 or 2027-03-01 12:00, in UTC, that exists
    got       "2026-13-01"`,
  },
  {
    wrong: 'a text for a step',
    by: ['primary: here }', 'primary: here, restore: { steps: [promote] } }'],
    says: `
  shop.yaml:23:48  strategies.waiting.restore.steps[0]
    expected  a mapping with step, phase, takes, moves and tail
    got       "promote"
    fix       write { step: promote }`,
  },
  {
    wrong: 'wrong types below each other',
    by: [
      'primary: here }',
      'primary: here, restore: { steps: [{ step: [promote], takes: { lognormal: [1] }, tail: 5% }] } }',
    ],
    says: `
  shop.yaml:23:56  strategies.waiting.restore.steps[0].step
    expected  a text
    got       a list of 1
  shop.yaml:23:87  strategies.waiting.restore.steps[0].takes.lognormal
    expected  a mapping with p50, p95 and mean
    got       a list of 1
    fix       write { p50: … }
  shop.yaml:23:100  strategies.waiting.restore.steps[0].tail
    expected  a mapping with share and lasts
    got       "5%"
    fix       write { share: 10%, lasts: 30 min }`,
  },
  {
    wrong: 'a strategy that is a list',
    by: ['waiting: { primary: here }', 'waiting: [here]'],
    says: `
  shop.yaml:23:12  strategies.waiting
    expected  a mapping with title, primary, sites, active, standby, standbys, backups, detection, decision, failover, restore, failback, rebuildFromNothing, runbook, costs and investment
    got       a list of 1
    fix       write { primary: here }`,
  },
  {
    wrong: 'a path out of the catalogue',
    by: ['use: warm-standby', 'use: models/../../../etc/passwd'],
    says: `
  shop.yaml:25:16  strategies.warm.use
    expected  an entry of models/strategies: active-active, backups-only, hot-standby, none and warm-standby
    got       "models/../../../etc/passwd"`,
  },
  // Places
  {
    wrong: 'coordinates off the globe',
    by: [
      'here: { region: aws/us-east-1 }',
      'here: { region: aws/us-east-1, at: { lat: 91, lon: -181 } }',
    ],
    says: `
  shop.yaml:6:45  sites.here.at.lat
    expected  a number from -90 to 90
    got       91
  shop.yaml:6:54  sites.here.at.lon
    expected  a number from -180 to 180
    got       -181`,
  },
  {
    wrong: 'coordinates that are no numbers',
    by: [
      'here: { region: aws/us-east-1 }',
      'here: { region: aws/us-east-1, at: { lat: .nan, lon: .inf } }',
    ],
    says: `
  shop.yaml:6:45  sites.here.at.lat
    expected  a number from -90 to 90
    got       .nan
  shop.yaml:6:56  sites.here.at.lon
    expected  a number from -180 to 180
    got       .inf`,
  },
  {
    wrong: 'coordinates with a direction',
    by: [
      'here: { region: aws/us-east-1 }',
      'here: { region: aws/us-east-1, at: { lat: 48N, lon: 2 } }',
    ],
    says: `
  shop.yaml:6:45  sites.here.at.lat
    expected  a number from -90 to 90
    got       "48N"
    fix       write 48 without anything behind it`,
  },
  {
    wrong: 'coordinates in quotes',
    by: [
      'here: { region: aws/us-east-1 }',
      "here: { region: aws/us-east-1, at: { lat: '48.5', lon: 2 } }",
    ],
    says: `
  shop.yaml:6:45  sites.here.at.lat
    expected  a number from -90 to 90
    got       "48.5"
    fix       write 48.5 without quotes`,
  },
  {
    wrong: 'half a place',
    by: ['here: { region: aws/us-east-1 }', 'here: { region: aws/us-east-1, at: { lat: 48 } }'],
    says: `
  shop.yaml:6:38  sites.here.at.lon
    expected  a value for "lon"
    got       no such key
    fix       add "lon: 2.35"`,
  },
  {
    wrong: 'a place by name',
    by: ['here: { region: aws/us-east-1 }', 'here: { region: aws/us-east-1, at: Paris }'],
    says: `
  shop.yaml:6:38  sites.here.at
    expected  a mapping with lat and lon
    got       "Paris"
    fix       write { lat: 48.86, lon: 2.35 }`,
  },
  {
    wrong: 'a campus by number',
    by: ['here: { region: aws/us-east-1 }', 'here: { region: aws/us-east-1, campus: 3 }'],
    says: `
  shop.yaml:6:42  sites.here.campus
    expected  a text
    got       3
    fix       write "3" in quotes`,
  },
  // Profiles
  {
    wrong: 'days that do not average 1',
    by: [
      'profile: retail-week',
      'profile: { days: { monday: 2, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 1, sunday: 1 }, hours: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }',
    ],
    says: `
  shop.yaml:14:46  services.orders.writes.profile.days
    expected  multiples of the mean, which average 1
    got       an average of 1.143
    fix       divide each by that average`,
  },
  {
    wrong: 'hours that do not average 1',
    by: [
      'profile: retail-week',
      'profile: { days: { monday: 1, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 1, sunday: 1 }, hours: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2] }',
    ],
    says: `
  shop.yaml:14:142  services.orders.writes.profile.hours
    expected  multiples of the mean, which average 1
    got       an average of 2
    fix       divide each by that average`,
  },
  {
    wrong: 'a day of 23 hours',
    by: [
      'profile: retail-week',
      'profile: { days: { monday: 1, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 1, sunday: 1 }, hours: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }',
    ],
    says: `
  shop.yaml:14:142  services.orders.writes.profile.hours
    expected  24 weights, one for each hour of the day, UTC
    got       a list of 23`,
  },
  {
    wrong: 'a week of six days',
    by: [
      'profile: retail-week',
      'profile: { days: { monday: 1, tuesday: 1, wednesday: 1, thursday: 1, friday: 1, saturday: 1 }, hours: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }',
    ],
    says: `
  shop.yaml:14:46  services.orders.writes.profile.days.sunday
    expected  a value for "sunday"
    got       no such key
    fix       add "sunday: 1"`,
  },
  {
    wrong: 'a week of three hours',
    by: ['profile: retail-week', 'profile: { hours168: [1, 2, 3] }'],
    says: `
  shop.yaml:14:50  services.orders.writes.profile.hours168
    expected  168 weights from Monday 00:00 UTC, not all 0
    got       3 weights`,
  },
  {
    wrong: 'a week of nothing',
    by: [
      'profile: retail-week',
      'profile: { hours168: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }',
    ],
    says: `
  shop.yaml:14:50  services.orders.writes.profile.hours168
    expected  168 weights from Monday 00:00 UTC, not all 0
    got       only zeros`,
  },
  {
    wrong: 'a weight below 0',
    by: ['profile: retail-week', 'profile: { hours168: [-1] }'],
    says: `
  shop.yaml:14:51  services.orders.writes.profile.hours168[0]
    expected  a plain number such as 3
    got       "-1"
    fix       write 0 or more`,
  },
  {
    wrong: 'a list for a profile',
    by: ['profile: retail-week', 'profile: [1, 2]'],
    says: `
  shop.yaml:14:38  services.orders.writes.profile
    expected  a profile: its name, or a mapping of weights
    got       a list of 2
    fix       write { hours168: [ … ] }`,
  },
  // Laws
  {
    wrong: 'a gamma of nothing',
    by: ['size: 1 TB', 'size: { gamma: {} }'],
    says: `
  shop.yaml:13:28  services.orders.data.size.gamma
    expected  shape (0.01 to 1e6) and scale, or mean and sd, all above 0
    got       {}
    fix       write such as { shape: 2, scale: … } or { mean: …, sd: … }`,
  },
  {
    wrong: 'a gamma that is a value',
    by: ['size: 1 TB', 'size: { gamma: 1 TB }'],
    says: `
  shop.yaml:13:28  services.orders.data.size.gamma
    expected  a mapping with shape, scale, mean and sd
    got       "1 TB"`,
  },
  {
    wrong: 'a gamma by halves of two ways',
    by: ['size: 1 TB', 'size: { gamma: { shape: 2, mean: 1 TB } }'],
    says: `
  shop.yaml:13:28  services.orders.data.size.gamma
    expected  shape (0.01 to 1e6) and scale, or mean and sd, all above 0
    got       { shape: 2, mean: 1 TB }
    fix       write such as { shape: 2, scale: … } or { mean: …, sd: … }`,
  },
  {
    wrong: 'a gamma of shape 0',
    by: ['size: 1 TB', 'size: { gamma: { shape: 0, scale: 1 TB } }'],
    says: `
  shop.yaml:13:28  services.orders.data.size.gamma
    expected  shape (0.01 to 1e6) and scale, or mean and sd, all above 0
    got       { shape: 0, scale: 1 TB }
    fix       write such as { shape: 2, scale: … } or { mean: …, sd: … }`,
  },
  {
    wrong: 'a gamma of negative shape',
    by: ['size: 1 TB', 'size: { gamma: { shape: -1, scale: 1 TB } }'],
    says: `
  shop.yaml:13:37  services.orders.data.size.gamma.shape
    expected  a plain number such as 3
    got       "-1"
    fix       write 0 or more`,
  },
  {
    wrong: 'a gamma of scale 0',
    by: ['size: 1 TB', 'size: { gamma: { shape: 2, scale: 0 TB } }'],
    says: `
  shop.yaml:13:28  services.orders.data.size.gamma
    expected  shape (0.01 to 1e6) and scale, or mean and sd, all above 0
    got       { shape: 2, scale: 0 TB }
    fix       write such as { shape: 2, scale: … } or { mean: …, sd: … }`,
  },
  {
    wrong: 'a gamma wider than anything real',
    by: ['size: 1 TB', 'size: { gamma: { mean: 1 TB, sd: 1 PB } }'],
    says: `
  shop.yaml:13:28  services.orders.data.size.gamma
    expected  shape (0.01 to 1e6) and scale, or mean and sd, all above 0
    got       { mean: 1 TB, sd: 1 PB }
    fix       write such as { shape: 2, scale: … } or { mean: …, sd: … }`,
  },
  {
    wrong: 'a gamma with a bare scale',
    by: ['size: 1 TB', 'size: { gamma: { shape: 2, scale: 3 } }'],
    says: `
  shop.yaml:13:47  services.orders.data.size.gamma.scale
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       3
    fix       write "3 GB" or "3 GiB"`,
  },
  {
    wrong: 'a beta without ends',
    by: ['size: 1 TB', 'size: { beta: { alpha: 2, beta: 3 } }'],
    says: `
  shop.yaml:13:27  services.orders.data.size.beta
    expected  alpha and beta (0.01 to 1e6), or mean and sd that fit, between low and high
    got       { alpha: 2, beta: 3 }
    fix       add "low: …" and "high: …", the ends`,
  },
  {
    wrong: 'a beta with its ends reversed',
    by: ['size: 1 TB', 'size: { beta: { alpha: 2, beta: 3, low: 3 TB, high: 1 TB } }'],
    says: `
  shop.yaml:13:27  services.orders.data.size.beta
    expected  alpha and beta (0.01 to 1e6), or mean and sd that fit, between low and high
    got       { alpha: 2, beta: 3, low: 3 TB, high: 1 TB }
    fix       write the smaller end as low, the greater as high`,
  },
  {
    wrong: 'a beta of shape 0',
    by: ['{ store: there }', '{ store: there, jobFailure: { beta: { alpha: 0, beta: 3 } } }'],
    says: `
  shop.yaml:24:92  strategies.copies.backups.jobFailure.beta
    expected  alpha and beta (0.01 to 1e6), or mean and sd that fit, between low and high
    got       { alpha: 0, beta: 3 }
    fix       write such as { alpha: 2, beta: 5 } or { mean: …, sd: … }`,
  },
  {
    wrong: 'a beta too wide for its ends',
    by: ['{ store: there }', '{ store: there, jobFailure: { beta: { mean: 50%, sd: 60% } } }'],
    says: `
  shop.yaml:24:92  strategies.copies.backups.jobFailure.beta
    expected  alpha and beta (0.01 to 1e6), or mean and sd that fit, between low and high
    got       { mean: 50%, sd: 60% }
    fix       write a smaller sd: the ends leave it no room`,
  },
  {
    wrong: 'a beta in bare numbers',
    by: ['{ store: there }', '{ store: there, jobFailure: { beta: { mean: 0.5, sd: 0.1 } } }'],
    says: `
  shop.yaml:24:100  strategies.copies.backups.jobFailure.beta.mean
    expected  a share from 0% to 100%
    got       0.5
    fix       write "50%"
  shop.yaml:24:109  strategies.copies.backups.jobFailure.beta.sd
    expected  a share from 0% to 100%
    got       0.1
    fix       write "10%"`,
  },
  {
    wrong: 'a PERT out of order',
    by: ['size: 1 TB', 'size: { pert: { low: 2 TB, mode: 1 TB, high: 3 TB } }'],
    says: `
  shop.yaml:13:27  services.orders.data.size.pert
    expected  low, mode and high in rising order, low below high
    got       { low: 2 TB, mode: 1 TB, high: 3 TB }
    fix       write { low: 1 TB, mode: 2 TB, high: 3 TB }`,
  },
  {
    wrong: 'a PERT of one value',
    by: ['size: 1 TB', 'size: { pert: { low: 2 TB, mode: 2 TB, high: 2 TB } }'],
    says: `
  shop.yaml:13:27  services.orders.data.size.pert
    expected  low, mode and high in rising order, low below high
    got       { low: 2 TB, mode: 2 TB, high: 2 TB }
    fix       write "2 TB" for a value known for sure`,
  },
  {
    wrong: 'a PERT without its mode',
    by: ['size: 1 TB', 'size: { pert: { low: 2 TB, high: 3 TB } }'],
    says: `
  shop.yaml:13:27  services.orders.data.size.pert.mode
    expected  a value for "mode"
    got       no such key
    fix       add "mode: …"`,
  },
  {
    wrong: 'a PERT as a list',
    by: ['size: 1 TB', 'size: { pert: [1 TB, 2 TB, 3 TB] }'],
    says: `
  shop.yaml:13:27  services.orders.data.size.pert
    expected  a mapping with low, mode and high
    got       a list of 3
    fix       write { low: …, mode: …, high: … }`,
  },
  {
    wrong: 'a triangular law out of order',
    by: ['size: 1 TB', 'size: { triangular: { low: 2 TB, mode: 4 TB, high: 3 TB } }'],
    says: `
  shop.yaml:13:33  services.orders.data.size.triangular
    expected  low, mode and high in rising order, low below high
    got       { low: 2 TB, mode: 4 TB, high: 3 TB }
    fix       write { low: 2 TB, mode: 3 TB, high: 4 TB }`,
  },
  {
    wrong: 'a triangular law with a misspelt parameter',
    by: ['size: 1 TB', 'size: { triangular: { low: 2 TB, mod: 2 TB, high: 3 TB } }'],
    says: `
  shop.yaml:13:46  services.orders.data.size.triangular.mod
    expected  one of the keys low, mode and high
    got       "mod"
    fix       did you mean "mode"?`,
  },
  {
    wrong: 'a normal law of a size, which draws below 0',
    by: ['size: 1 TB', 'size: { normal: { mean: 1 TB, sd: 1 TB } }'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  from 0 to 1e30
    got       { normal: { mean: 1 TB, sd: 1 TB } }, which reaches from -7.21 TB to 9.21 TB
    fix       write a law with both ends inside, such as { uniform: [a, b] }`,
  },
  {
    wrong: 'a normal law of a time, which draws below 0',
    by: ['primary: here }', 'primary: here, decision: { normal: { mean: 1 h, sd: 30 min } } }'],
    says: `
  shop.yaml:23:39  strategies.waiting.decision
    expected  from 0 to 10,000 years
    got       { normal: { mean: 1 h, sd: 30 min } }, which reaches from -3.1 h to 5.1 h
    fix       write a law with both ends inside, such as { uniform: [a, b] }`,
  },
  {
    wrong: 'a normal law of a share, which draws below 0',
    by: ['{ store: there }', '{ store: there, jobFailure: { normal: { mean: 4%, sd: 3% } } }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  a share from 0% to 100%
    got       { normal: { mean: 4%, sd: 3% } }, which reaches from -20.6% to 28.6%
    fix       write a law with both ends inside, such as { uniform: [a, b] }`,
  },
  {
    wrong: 'a normal law without spread',
    by: ['size: 1 TB', 'size: { normal: { mean: 1 TB, sd: 0 TB } }'],
    says: `
  shop.yaml:13:29  services.orders.data.size.normal
    expected  a standard deviation above 0
    got       { mean: 1 TB, sd: 0 TB }
    fix       write the mean alone for a value known for sure`,
  },
  {
    wrong: 'a logit-normal law of what is no share',
    by: ['size: 1 TB', 'size: { logitNormal: { p50: 1 TB, p95: 2 TB } }'],
    says: `
  shop.yaml:13:34  services.orders.data.size.logitNormal
    expected  shares, 0% < p50 < p95 < 100%
    got       { p50: 1 TB, p95: 2 TB }`,
  },
  {
    wrong: 'a logit-normal law up to 100%',
    by: [
      '{ store: there }',
      '{ store: there, jobFailure: { logitNormal: { p50: 4%, p95: 100% } } }',
    ],
    says: `
  shop.yaml:24:99  strategies.copies.backups.jobFailure.logitNormal
    expected  shares, 0% < p50 < p95 < 100%
    got       { p50: 4%, p95: 100% }`,
  },
  {
    wrong: 'a logit-normal law reversed',
    by: [
      '{ store: there }',
      '{ store: there, jobFailure: { logitNormal: { p50: 20%, p95: 10% } } }',
    ],
    says: `
  shop.yaml:24:99  strategies.copies.backups.jobFailure.logitNormal
    expected  shares, 0% < p50 < p95 < 100%
    got       { p50: 20%, p95: 10% }`,
  },
  {
    wrong: 'a mixture of one',
    by: ['size: 1 TB', 'size: { mixture: [{ weight: 1, of: 1 TB }] }'],
    says: `
  shop.yaml:13:30  services.orders.data.size.mixture
    expected  at least two laws with weights
    got       one
    fix       write a single law without "mixture"`,
  },
  {
    wrong: 'a mixture of none',
    by: ['size: 1 TB', 'size: { mixture: [] }'],
    says: `
  shop.yaml:13:30  services.orders.data.size.mixture
    expected  at least two laws with weights
    got       none`,
  },
  {
    wrong: 'a mixture with a weight of 0',
    by: ['size: 1 TB', 'size: { mixture: [{ weight: 0, of: 1 TB }, { weight: 1, of: 2 TB }] }'],
    says: `
  shop.yaml:13:41  services.orders.data.size.mixture[0].weight
    expected  a weight above 0, at most 1e9
    got       0
    fix       leave out what never is`,
  },
  {
    wrong: 'a mixture with weights in percent',
    by: ['size: 1 TB', 'size: { mixture: [{ weight: 80%, of: 1 TB }, { weight: 1, of: 2 TB }] }'],
    says: `
  shop.yaml:13:41  services.orders.data.size.mixture[0].weight
    expected  a plain number such as 3
    got       "80%", a share`,
  },
  {
    wrong: 'a mixture with a misspelt law',
    by: [
      'size: 1 TB',
      'size: { mixture: [{ weight: 1, of: 1 TB }, { weight: 1, of: { gama: {} } }] }',
    ],
    says: `
  shop.yaml:13:73  services.orders.data.size.mixture[1].of
    expected  one law: point, lognormal, exponential, weibull, gamma, pert, triangular, uniform, beta, normal, logitNormal, empirical or mixture
    got       a mapping with gama
    fix       did you mean "gamma"?`,
  },
  {
    wrong: 'a uniform law of one value',
    by: ['size: 1 TB', 'size: { uniform: [1 TB, 1 TB] }'],
    says: `
  shop.yaml:13:30  services.orders.data.size.uniform
    expected  a list of two values, the smaller first
    got       [1 TB, 1 TB]
    fix       write "1 TB" for a value known for sure`,
  },
  {
    wrong: 'a uniform law of three values',
    by: ['size: 1 TB', 'size: { uniform: [1 TB, 2 TB, 3 TB] }'],
    says: `
  shop.yaml:13:30  services.orders.data.size.uniform
    expected  a list of two values, the smaller first
    got       [1 TB, 2 TB, 3 TB]`,
  },
  {
    wrong: 'an interval for an end of a law',
    by: ['size: 1 TB', 'size: { uniform: [1 TB to 2 TB, 3 TB] }'],
    says: `
  shop.yaml:13:31  services.orders.data.size.uniform[0]
    expected  an amount of data such as "1 TB" or "500 GiB", known for sure: no interval
    got       "1 TB to 2 TB"
    fix       write one value`,
  },
  {
    wrong: 'an exponential law of mean 0',
    by: ['size: 1 TB', 'size: { exponential: { mean: 0 TB } }'],
    says: `
  shop.yaml:13:34  services.orders.data.size.exponential
    expected  a mean above 0
    got       { mean: 0 TB }`,
  },
  {
    wrong: 'an exponential law of another dimension',
    by: ['size: 1 TB', 'size: { exponential: { mean: 1 h } }'],
    says: `
  shop.yaml:13:42  services.orders.data.size.exponential.mean
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       "1 h", a duration`,
  },
  {
    wrong: 'a lognormal by mean and percentile both',
    by: ['size: 1 TB', 'size: { lognormal: { p50: 1 TB, p95: 2 TB, mean: 3 TB } }'],
    says: `
  shop.yaml:13:32  services.orders.data.size.lognormal
    expected  p50 and one of p95 and mean
    got       both p95 and mean`,
  },
  {
    wrong: 'an empirical law of several dimensions',
    by: ['size: 1 TB', 'size: { empirical: [1 TB, 1 h, 3] }'],
    says: `
  shop.yaml:13:39  services.orders.data.size.empirical[1]
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       "1 h", a duration
  shop.yaml:13:44  services.orders.data.size.empirical[2]
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       3
    fix       write "3 GB" or "3 GiB"`,
  },
  {
    wrong: 'each inside each',
    by: ['size: 1 TB', 'size: { each: { each: { each: 1 TB } } }'],
    says: `
  shop.yaml:13:35  services.orders.data.size.each.each
    expected  an amount of data such as "1 TB" or "500 GiB", or a law: point, lognormal, exponential, weibull, gamma, pert, triangular, uniform, beta, normal, logitNormal, empirical or mixture
    got       a mapping with each
    fix       write "each" once`,
  },
  {
    wrong: 'a source of an impossible year and trust',
    by: ['size: 1 TB', 'size: { value: 1 TB, source: x, year: 20, confidence: sure }'],
    says: `
  shop.yaml:13:51  services.orders.data.size.year
    expected  a whole number from 1900 to 2200
    got       20
  shop.yaml:13:67  services.orders.data.size.confidence
    expected  one of measured, vendor or estimate
    got       "sure"`,
  },
  // Shares and growth
  {
    wrong: 'an interval of shares that begins at 0%',
    by: ['{ store: there }', '{ store: there, jobFailure: 0% to 5% }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  an interval above 0% and below 100%, which one in ten values lie outside of
    got       "0% to 5%"
    fix       write { uniform: [0%, 5%] }`,
  },
  {
    wrong: 'an interval of shares that ends at 100%',
    by: ['{ store: there }', '{ store: there, jobFailure: 90% to 100% }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  an interval above 0% and below 100%, which one in ten values lie outside of
    got       "90% to 100%"
    fix       write { uniform: [90%, 100%] }`,
  },
  {
    wrong: 'an interval of shares beyond 100%',
    by: ['{ store: there }', '{ store: there, jobFailure: 10% to 120% }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  a share from 0% to 100%
    got       "120%"
    fix       write at most 100%`,
  },
  {
    wrong: 'an interval of one share',
    by: ['{ store: there }', '{ store: there, jobFailure: 5% to 5% }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  an interval whose first end is the smaller
    got       "5% to 5%"
    fix       write "5%"`,
  },
  {
    wrong: 'a share below 0',
    by: ['{ store: there }', '{ store: there, jobFailure: -1% }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  a share from 0% to 100%
    got       "-1%"
    fix       write 0 or more`,
  },
  {
    wrong: 'a daily change of more than all',
    by: ['change: 5% / day', 'change: 150% / day'],
    says: `
  shop.yaml:13:33  services.orders.data.change
    expected  a share from 0% to 100%
    got       "150% / day"`,
  },
  {
    wrong: 'growth without its time',
    by: ['change: 5% / day', 'growth: 20%'],
    says: `
  shop.yaml:13:33  services.orders.data.growth
    expected  a share per year such as "20% / year"
    got       "20%", a share
    fix       write "20% / year"`,
  },
  {
    wrong: 'growth by the month',
    by: ['change: 5% / day', 'growth: 2% / month'],
    says: `
  shop.yaml:13:33  services.orders.data.growth
    expected  a share per year such as "20% / year"
    got       "2% / month"
    fix       convert it to a share per year`,
  },
  {
    wrong: 'shrinking to nothing',
    by: ['change: 5% / day', 'growth: -100% / year'],
    says: `
  shop.yaml:13:33  services.orders.data.growth
    expected  from -90% to 1000% a year
    got       "-100% / year"`,
  },
  {
    wrong: 'growth so unsure that it might shrink to less than nothing',
    by: ['change: 5% / day', 'growth: -80% to 90% / year'],
    says: `
  shop.yaml:13:33  services.orders.data.growth
    expected  from -90% to 1000% a year
    got       -80% to 90% / year, which reaches from -419% / year to 429% / year
    fix       write a law with both ends inside, such as { uniform: [a, b] }`,
  },
  // Readiness
  {
    wrong: 'a misspelt limit',
    by: ['currency: USD', 'currency: USD\nreadiness: { restoreTst: 3 months }'],
    says: `
  shop.yaml:4:14  readiness.restoreTst
    expected  one of the keys restoreTest, exercise, review, dwell, noticing, copies, media, offsite and accepted
    got       "restoreTst"
    fix       did you mean "restoreTest"?`,
  },
  {
    wrong: 'limits of the wrong kind',
    by: [
      'currency: USD',
      'currency: USD\nreadiness: { restoreTest: -3 months, copies: 101, media: 1.5, offsite: one, dwell: 5 }',
    ],
    says: `
  shop.yaml:4:27  readiness.restoreTest
    expected  a duration such as "15 min" or "4 h"
    got       "-3 months"
    fix       write 0 or more
  shop.yaml:4:46  readiness.copies
    expected  a whole number from 0 to 100
    got       101
  shop.yaml:4:58  readiness.media
    expected  a whole number from 0 to 100
    got       1.5
  shop.yaml:4:72  readiness.offsite
    expected  a plain number such as 3
    got       "one"
    fix       begin with a number
  shop.yaml:4:84  readiness.dwell
    expected  a duration such as "15 min" or "4 h"
    got       5
    fix       write its unit, such as "5 min", "5 h" or "5 years"`,
  },
  {
    wrong: 'a risk accepted without a reason',
    by: [
      'currency: USD',
      'currency: USD\nreadiness: { accepted: [{ finding: no-immutable-or-offline-copy }] }',
    ],
    says: `
  shop.yaml:4:25  readiness.accepted[0].reason
    expected  a value for "reason"
    got       no such key
    fix       add "reason: …"`,
  },
  {
    wrong: 'a risk accepted for a blank reason',
    by: [
      'currency: USD',
      "currency: USD\nreadiness: { accepted: [{ finding: no-immutable-or-offline-copy, reason: ' ' }] }",
    ],
    says: `
  shop.yaml:4:74  readiness.accepted[0].reason
    expected  a text that is not blank
    got       " "`,
  },
  {
    wrong: 'a risk accepted by its name alone',
    by: ['currency: USD', 'currency: USD\nreadiness: { accepted: [no-immutable-or-offline-copy] }'],
    says: `
  shop.yaml:4:25  readiness.accepted[0]
    expected  a mapping with finding, at and reason
    got       "no-immutable-or-offline-copy"
    fix       write { finding: no-immutable-or-offline-copy, reason: … }`,
  },
  {
    wrong: 'one accepted risk for a list',
    by: [
      'currency: USD',
      'currency: USD\nreadiness: { accepted: { finding: no-immutable-or-offline-copy, reason: x } }',
    ],
    says: `
  shop.yaml:4:24  readiness.accepted
    expected  a list of accepted findings
    got       a mapping with finding, reason
    fix       begin each of them with "- ", or put them in [ ]`,
  },
  // YAML
  {
    wrong: 'a quote left open in a block',
    by: ['tier: critical', "tier: 'critical"],
    says: `
  shop.yaml:12:11
    expected  a closing ' for the one that opens here
    got       none until the end of the text
    fix       put ' at the end of the value`,
  },
  {
    wrong: 'a quote left open in braces',
    by: ['{ size: 1 TB', '{ size: "1 TB'],
    says: `
  shop.yaml:13:19
    expected  a closing " for the one that opens here
    got       none until the end of the text
    fix       put " at the end of the value`,
  },
  {
    wrong: 'a quote left open before another text in quotes',
    by: ['name: Shop\nhorizon: 10 years', 'name: "Shop\nhorizon: "10 years"'],
    says: `
  shop.yaml:1:7
    expected  a closing " for the one that opens here
    got       none where its text should end
    fix       put " at the end of the value`,
  },
  {
    wrong: 'several values that YAML cannot read',
    by: ['name: Shop\nhorizon: 10 years', 'name: @Shop\nhorizon: "\\q"'],
    says: `
  shop.yaml:1:7
    expected  a value that does not begin with @, \` or %
    got       a reserved character
    fix       put the value in quotes
  shop.yaml:2:11
    expected  an escape such as \\n or \\" after \\
    got       an unknown escape
    fix       write the text in '…'`,
  },
  {
    wrong: 'a value that YAML cannot read, and one that drsim cannot',
    by: ['name: Shop\nhorizon: 10 years', 'name: @Shop\nhorizon: 10'],
    says: `
  shop.yaml:1:7
    expected  a value that does not begin with @, \` or %
    got       a reserved character
    fix       put the value in quotes
  shop.yaml:2:10  horizon
    expected  a duration such as "15 min" or "4 h"
    got       10
    fix       write its unit, such as "10 min", "10 h" or "10 years"`,
  },
  {
    wrong: 'several colons in values',
    by: ['name: Shop\nhorizon: 10 years', 'name: Shop: the best\nhorizon: 10: years'],
    says: `
  shop.yaml:1:7
    expected  one "key: value" on a line
    got       a second ": " on the line, or a line indented too far
    fix       put the value in quotes, or indent the line like the one above it
  shop.yaml:2:10
    expected  one "key: value" on a line
    got       a second ": " on the line, or a line indented too far
    fix       put the value in quotes, or indent the line like the one above it`,
  },
  {
    wrong: 'several lines that begin with a tab',
    by: ['    tier: critical\n    data:', '\ttier: critical\n\tdata:'],
    says: `
  shop.yaml:12:1
    expected  spaces at the start of the line
    got       a tab
    fix       indent with spaces
  shop.yaml:13:1
    expected  spaces at the start of the line
    got       a tab
    fix       indent with spaces`,
  },
  {
    wrong: 'a value that YAML cannot read before a bracket left open',
    by: [
      'name: Shop\nhorizon: 10 years\ncurrency: USD',
      'name: @Shop\nhorizon: [10 years\ncurrency: USD',
    ],
    says: `
  shop.yaml:1:7
    expected  a value that does not begin with @, \` or %
    got       a reserved character
    fix       put the value in quotes
  shop.yaml:3:1
    expected  lines of one block indented alike, and every [ and { closed
    got       a line that does not fit
    fix       indent it like the line above, or close the bracket`,
  },
  {
    wrong: 'a key as long as a page',
    by: [
      'tier: critical',
      'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: 1',
    ],
    says: `
  shop.yaml:12:5  services.orders."xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    expected  one of the keys title, tier, data, writes, load, revenue, dataLoss, objectives, mbco, servers, dependsOn and consistencyGroup
    got       "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"`,
  },
  {
    wrong: 'a key longer than YAML allows',
    by: [
      'tier: critical',
      'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: 1',
    ],
    says: `
  shop.yaml:12:5
    expected  a key of at most 1,024 characters
    got       a longer one, or a value in several lines without "|"`,
  },
];
