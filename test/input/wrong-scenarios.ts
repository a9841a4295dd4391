/** A scenario that is right, as short as one with every kind of part can be. */
export const RIGHT = `name: Shop
horizon: 10 years
currency: USD
prices: aws
sites:
  here: { region: aws/us-east-1 }
  there: { region: aws/us-east-2 }
links:
  here-there: { bandwidth: 1 Gbit/s }
services:
  orders:
    tier: critical
    data: { size: 1 TB, change: 5% / day }
    writes: { mean: 2 MB/s, profile: retail-week }
    servers: { count: 4, type: m5.xlarge }
    dependsOn: [login]
  login:
    data: { size: 50 GB }
threats:
  - power-outage
  - { use: site-fire, only: [here], rate: 0.01 / year }
strategies:
  waiting: { primary: here }
  copies: { use: backups-only, primary: here, backups: { store: there } }
  warm: { use: warm-standby, primary: here, standby: { site: there } }
`;

/** What is wrong, what the right scenario was changed into, and all that is said about it. */
export interface Wrong {
  readonly wrong: string;
  /** What is replaced in the right scenario, and by what; or a whole text. */
  readonly by: readonly [string, string] | string;
  readonly says: string;
}

/** Eight lists of ten, each of the one before: 100 million values when written out. */
const BOMB = [...'abcdefgh']
  .map((name, depth, all) => {
    const inner = depth === 0 ? '1' : `*${all[depth - 1]!}`;
    return `${name}: &${name} [${Array.from({ length: 10 }, () => inner).join(', ')}]\n`;
  })
  .join('');

/** Wrong scenarios with the whole text of their problems, by what they are about. */
export const WRONG: readonly Wrong[] = [
  // Keys
  {
    wrong: 'a misspelt key at the top',
    by: ['prices: aws', 'price: aws'],
    says: `
  shop.yaml:4:1  price
    expected  one of the keys name, start, horizon, currency, exchange, trials, seed, prices, finance, sites, links, services, threats, strategies, gates and readiness
    got       "price"
    fix       did you mean "prices"?`,
  },
  {
    wrong: 'a misspelt key further in',
    by: ['change: 5% / day', 'chnge: 5% / day'],
    says: `
  shop.yaml:13:25  services.orders.data.chnge
    expected  one of the keys size, growth, change and value
    got       "chnge"
    fix       did you mean "change"?`,
  },
  {
    wrong: 'a misspelt key that must be there is one problem, not two',
    by: ['servers: { count: 4', 'servers: { cuont: 4'],
    says: `
  shop.yaml:15:16  services.orders.servers.cuont
    expected  one of the keys count and type
    got       "cuont"
    fix       did you mean "count"?`,
  },
  {
    wrong: 'a key like none that is known',
    by: ['tier: critical', 'colour: red'],
    says: `
  shop.yaml:12:5  services.orders.colour
    expected  one of the keys title, tier, data, writes, load, revenue, dataLoss, objectives, mbco, servers, dependsOn and consistencyGroup
    got       "colour"`,
  },
  {
    wrong: 'a key that JavaScript objects have',
    by: ['size: 50 GB', 'size: 50 GB, __proto__: 3, constructor: 2'],
    says: `
  shop.yaml:18:26  services.login.data.__proto__
    expected  one of the keys size, growth, change and value
    got       "__proto__"
  shop.yaml:18:40  services.login.data.constructor
    expected  one of the keys size, growth, change and value
    got       "constructor"`,
  },
  {
    wrong: 'a missing key at the top',
    by: ['horizon: 10 years\n', ''],
    says: `
  shop.yaml:1:1  horizon
    expected  a value for "horizon"
    got       no such key
    fix       add "horizon: 10 years"`,
  },
  {
    wrong: 'a missing key further in',
    by: ['servers: { count: 4, ', 'servers: { '],
    says: `
  shop.yaml:15:14  services.orders.servers.count
    expected  a value for "count"
    got       no such key
    fix       add "count: 4"`,
  },
  {
    wrong: 'a preset for backups without their store',
    by: [', backups: { store: there }', ''],
    says: `
  shop.yaml:24:11  strategies.copies.backups
    expected  backups with a store
    got       no store
    fix       add "backups: { store: <site> }"`,
  },
  {
    wrong: 'a preset for a standby without its site',
    by: [', standby: { site: there }', ''],
    says: `
  shop.yaml:25:9  strategies.warm.standby
    expected  standby with a site
    got       no site
    fix       add "standby: { site: <site> }"`,
  },

  // Names
  {
    wrong: 'a misspelt site',
    by: ['primary: here }', 'primary: hree }'],
    says: `
  shop.yaml:23:23  strategies.waiting.primary
    expected  the name of a site: here or there
    got       "hree"
    fix       write "here"`,
  },
  {
    wrong: 'a site like none that there is',
    by: ['only: [here]', 'only: [nowhere]'],
    says: `
  shop.yaml:21:30  threats[1].only[0]
    expected  the name of a site: here or there
    got       "nowhere"`,
  },
  {
    wrong: 'a misspelt region',
    by: ['aws/us-east-1', 'aws/us-east-11'],
    says: `
  shop.yaml:6:19  sites.here.region
    expected  the name of a region of aws: us-east-1, us-east-2, us-west-1, us-west-2, ca-central-1, sa-east-1, eu-west-1, eu-west-2, eu-west-3, eu-central-1, eu-north-1, eu-south-1, me-south-1, af-south-1, ap-south-1, ap-southeast-1, ap-southeast-2, ap-southeast-3, ap-northeast-1, ap-northeast-2 and more
    got       "us-east-11"
    fix       write "us-east-1"`,
  },
  {
    wrong: 'a misspelt provider',
    by: ['aws/us-east-1', 'asw/us-east-1'],
    says: `
  shop.yaml:6:19  sites.here.region
    expected  the name of a provider: aws
    got       "asw"
    fix       write "aws"`,
  },
  {
    wrong: 'a region without its provider',
    by: ['aws/us-east-1', 'us-east-1'],
    says: `
  shop.yaml:6:19  sites.here.region
    expected  a region with its provider, or a name of your own
    got       "us-east-1"
    fix       write "aws/us-east-1"`,
  },
  {
    wrong: 'a misspelt service',
    by: ['dependsOn: [login]', 'dependsOn: [lgoin]'],
    says: `
  shop.yaml:16:17  services.orders.dependsOn[0]
    expected  the name of a service: orders or login
    got       "lgoin"
    fix       write "login"`,
  },
  {
    wrong: 'a misspelt profile',
    by: ['profile: retail-week', 'profile: retail-weak'],
    says: `
  shop.yaml:14:38  services.orders.writes.profile
    expected  the name of a profile: flat or retail-week
    got       "retail-weak"
    fix       write "retail-week"`,
  },
  {
    wrong: 'a misspelt price list',
    by: ['prices: aws', 'prices: awz'],
    says: `
  shop.yaml:4:9  prices
    expected  the name of a price list: aws
    got       "awz"
    fix       write "aws"`,
  },
  {
    wrong: 'a misspelt server type',
    by: ['m5.xlarge', 'm5.xlarg'],
    says: `
  shop.yaml:15:32  services.orders.servers.type
    expected  the name of a server type: m5.large, m5.xlarge, m5.2xlarge or m5.4xlarge
    got       "m5.xlarg"
    fix       write "m5.xlarge"`,
  },
  {
    wrong: 'a misspelt storage class',
    by: ['{ store: there }', '{ store: there, storage: objct }'],
    says: `
  shop.yaml:24:81  strategies.copies.backups.storage
    expected  the name of a storage class: block, object, object-infrequent, object-archive, object-deep-archive, tape or snapshot
    got       "objct"
    fix       write "object"`,
  },
  {
    wrong: 'a misspelt threat',
    by: ['- power-outage', '- power-outtage'],
    says: `
  shop.yaml:20:5  threats[0].use
    expected  an entry of models/threats: account-deletion, data-corruption, hardware-failure, network-partition, operator-error, power-outage, ransomware, region-outage, region-outage-short and site-fire
    got       "power-outtage"
    fix       write "power-outage"`,
  },
  {
    wrong: 'a misspelt threat to extend',
    by: ['use: site-fire', 'use: site-fires'],
    says: `
  shop.yaml:21:12  threats[1].use
    expected  an entry of models/threats: account-deletion, data-corruption, hardware-failure, network-partition, operator-error, power-outage, ransomware, region-outage, region-outage-short and site-fire
    got       "site-fires"
    fix       write "site-fire"`,
  },
  {
    wrong: 'a misspelt strategy preset',
    by: ['use: warm-standby', 'use: warm-standy'],
    says: `
  shop.yaml:25:16  strategies.warm.use
    expected  an entry of models/strategies: active-active, backups-only, hot-standby, none and warm-standby
    got       "warm-standy"
    fix       write "warm-standby"`,
  },
  {
    wrong: 'a path to no entry',
    by: ['use: warm-standby', 'use: models/runbooks/health-chek'],
    says: `
  shop.yaml:25:16  strategies.warm.use
    expected  an entry of models/strategies: active-active, backups-only, hot-standby, none and warm-standby
    got       "models/runbooks/health-chek"
    fix       write "models/runbooks/health-check"`,
  },
  {
    wrong: 'an entry that is no name',
    by: ['use: site-fire', 'use: [site-fire]'],
    says: `
  shop.yaml:21:12  threats[1].use
    expected  the name of a catalogue entry
    got       a list of 1`,
  },
  {
    wrong: 'a misspelt tier',
    by: ['tier: critical', 'tier: citical'],
    says: `
  shop.yaml:12:11  services.orders.tier
    expected  one of critical, important or standard
    got       "citical"
    fix       write "critical"`,
  },
  {
    wrong: 'a name of only digits',
    by: ['  login:\n', "  '12': { data: { size: 1 GB } }\n  login:\n"],
    says: `
  shop.yaml:17:3  services.12
    expected  a name of 1 to 100 characters without "/", not only digits
    got       "12"`,
  },
  {
    wrong: 'a name that YAML takes for a number',
    by: ['  login:\n', '  12: { data: { size: 1 GB } }\n  login:\n'],
    says: `
  shop.yaml:17:3  services
    expected  a key that is a text
    got       12
    fix       begin it with a letter`,
  },
  {
    wrong: 'a name with a slash',
    by: ['  login:\n', '  a/b: { data: { size: 1 GB } }\n  login:\n'],
    says: `
  shop.yaml:17:3  services.a/b
    expected  a name of 1 to 100 characters without "/", not only digits
    got       "a/b"`,
  },
  {
    wrong: 'an empty name',
    by: ['  login:\n', "  '': { data: { size: 1 GB } }\n  login:\n"],
    says: `
  shop.yaml:17:3  services.""
    expected  a name of 1 to 100 characters without "/", not only digits
    got       ""`,
  },

  // Quantities
  {
    wrong: 'an unknown unit',
    by: ['size: 1 TB', 'size: 1 TX'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       "1 TX"
    fix       "TX" is no unit; did you mean "TB"?`,
  },
  {
    wrong: 'a unit of two meanings',
    by: ['1 Gbit/s', '1 gb/s'],
    says: `
  shop.yaml:9:28  links.here-there.bandwidth
    expected  a data rate such as "10 Gbit/s" or "1.25 GB/s"
    got       "1 gb/s"
    fix       write "GB" (bytes) or "Gbit" (bits): they differ by a factor of 8`,
  },
  {
    wrong: 'a unit of another dimension',
    by: ['size: 1 TB', 'size: 12 min'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       "12 min", a duration`,
  },
  {
    wrong: 'a bare number for a rate',
    by: ['1 Gbit/s', '10'],
    says: `
  shop.yaml:9:28  links.here-there.bandwidth
    expected  a data rate such as "10 Gbit/s" or "1.25 GB/s"
    got       10
    fix       write "10 Gbit/s" or "10 GB/s": they differ by a factor of 8`,
  },
  {
    wrong: 'a bare number for a share',
    by: ['{ store: there }', '{ store: there, jobFailure: 0.04 }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  a share from 0% to 100%
    got       0.04
    fix       write "4%"`,
  },
  {
    wrong: 'no number at all',
    by: ['size: 1 TB', 'size: much'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       "much"
    fix       begin with a number`,
  },
  {
    wrong: 'not a number',
    by: ['size: 1 TB', 'size: .nan'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       ".nan"
    fix       begin with a number`,
  },
  {
    wrong: 'infinity',
    by: ['size: 1 TB', 'size: .inf'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       ".inf"
    fix       begin with a number`,
  },
  {
    wrong: 'a number that overflows',
    by: ['size: 1 TB', 'size: 1e400 TB'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       "1e400 TB"
    fix       write a number that is not so large`,
  },
  {
    wrong: 'a number beyond all use',
    by: ['size: 1 TB', 'size: 1e200 TB'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  from 0 to 1e30
    got       "1e200 TB"`,
  },
  {
    wrong: 'a negative amount',
    by: ['size: 1 TB', 'size: -1 TB'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB"
    got       "-1 TB"
    fix       write 0 or more`,
  },
  {
    wrong: 'a probability above 1',
    by: ['{ store: there }', '{ store: there, jobFailure: 120% }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  a share from 0% to 100%
    got       "120%"
    fix       write at most 100%`,
  },
  {
    wrong: 'a link that carries nothing',
    by: ['1 Gbit/s', '0 Gbit/s'],
    says: `
  shop.yaml:9:28  links.here-there.bandwidth
    expected  above 0, at most 1e30
    got       "0 Gbit/s"`,
  },
  {
    wrong: 'a standby of no capacity',
    by: ['{ site: there }', '{ site: there, capacity: 0% }'],
    says: `
  shop.yaml:25:79  strategies.warm.standby.capacity
    expected  a share above 0%, at most 100%
    got       "0%"`,
  },
  {
    wrong: 'a threat that never strikes',
    by: ['rate: 0.01 / year', 'rate: 0 / year'],
    says: `
  shop.yaml:21:43  threats[1].rate
    expected  above 0, and at most 8766 / year (once an hour)
    got       "0 / year"`,
  },
  {
    wrong: 'a backup every 0 seconds',
    by: ['{ store: there }', '{ store: there, full: 0 s }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.full
    expected  longer than 0 and at most 10,000 years
    got       "0 s"`,
  },
  {
    wrong: 'no servers',
    by: ['count: 4', 'count: 0'],
    says: `
  shop.yaml:15:23  services.orders.servers.count
    expected  a whole number from 1 to 1,000,000
    got       0`,
  },
  {
    wrong: 'half a server',
    by: ['count: 4', 'count: 2.5'],
    says: `
  shop.yaml:15:23  services.orders.servers.count
    expected  a whole number from 1 to 1,000,000
    got       2.5`,
  },
  {
    wrong: 'money of another currency',
    by: ['tier: critical', 'dataLoss: 10 EUR/h'],
    says: `
  shop.yaml:12:15  services.orders.dataLoss
    expected  money per time such as "$1M/h" or "500k USD/year"
    got       "10 EUR/h"
    fix       convert the amount to USD, or add "exchange: { EUR: { rate: … USD, date: … } }"`,
  },
  {
    wrong: 'money without a time',
    by: ['tier: critical', 'dataLoss: 10 USD'],
    says: `
  shop.yaml:12:15  services.orders.dataLoss
    expected  money per time such as "$1M/h" or "500k USD/year"
    got       "10 USD", an amount of money`,
  },

  // Laws
  {
    wrong: 'an unknown law',
    by: ['size: 1 TB', 'size: { cauchy: { p50: 1 TB } }'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB", or a law: point, lognormal, exponential, weibull, gamma, pert, triangular, uniform, beta, normal, logitNormal, empirical or mixture
    got       a mapping with cauchy`,
  },
  {
    wrong: 'a misspelt law',
    by: ['size: 1 TB', 'size: { lognorml: { p50: 1 TB, p95: 2 TB } }'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB", or a law: point, lognormal, exponential, weibull, gamma, pert, triangular, uniform, beta, normal, logitNormal, empirical or mixture
    got       a mapping with lognorml
    fix       did you mean "lognormal"?`,
  },
  {
    wrong: 'a law without a parameter',
    by: ['size: 1 TB', 'size: { lognormal: { p50: 1 TB } }'],
    says: `
  shop.yaml:13:32  services.orders.data.size.lognormal
    expected  p50 and one of p95 and mean
    got       only p50`,
  },
  {
    wrong: 'a law with a misspelt parameter',
    by: ['size: 1 TB', 'size: { exponential: { men: 1 TB } }'],
    says: `
  shop.yaml:13:36  services.orders.data.size.exponential.men
    expected  the key mean
    got       "men"
    fix       did you mean "mean"?`,
  },
  {
    wrong: 'a law with parameters that contradict each other',
    by: ['size: 1 TB', 'size: { lognormal: { p50: 3 TB, p95: 2 TB } }'],
    says: `
  shop.yaml:13:32  services.orders.data.size.lognormal
    expected  a p50 above 0 and a p95 above the p50, at most 1e15 times it
    got       { p50: 3 TB, p95: 2 TB }`,
  },
  {
    wrong: 'a lognormal wider than anything real',
    by: ['size: 1 TB', 'size: { lognormal: { p50: 1e-300 TB, p95: 1e290 TB } }'],
    says: `
  shop.yaml:13:32  services.orders.data.size.lognormal
    expected  a p50 above 0 and a p95 above the p50, at most 1e15 times it
    got       { p50: 1e-300 TB, p95: 1e290 TB }`,
  },
  {
    wrong: 'an interval wider than anything real',
    by: ['size: 1 TB', 'size: 1e-300 TB to 1e290 TB'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an interval neither too narrow nor too wide
    got       "1e-300 TB to 1e290 TB"`,
  },
  {
    wrong: 'an interval of neighbouring numbers',
    by: ['size: 1 TB', 'size: 1.9999999999999998 B to 2 B'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an interval neither too narrow nor too wide
    got       "1.9999999999999998 B to 2 B"`,
  },
  {
    wrong: 'a uniform law from the larger to the smaller',
    by: ['size: 1 TB', 'size: { uniform: [2 TB, 1 TB] }'],
    says: `
  shop.yaml:13:30  services.orders.data.size.uniform
    expected  a list of two values, the smaller first
    got       [2 TB, 1 TB]
    fix       write [1 TB, 2 TB]`,
  },
  {
    wrong: 'a Weibull law without a shape',
    by: ['size: 1 TB', 'size: { weibull: { shape: 0, scale: 1 TB } }'],
    says: `
  shop.yaml:13:30  services.orders.data.size.weibull
    expected  a shape from 0.1 to 100 and a scale above 0
    got       { shape: 0, scale: 1 TB }`,
  },
  {
    wrong: 'an empirical law of nothing',
    by: ['size: 1 TB', 'size: { empirical: [] }'],
    says: `
  shop.yaml:13:32  services.orders.data.size.empirical
    expected  a list of values
    got       an empty list
    fix       list what was measured`,
  },
  {
    wrong: 'two laws at once',
    by: ['size: 1 TB', 'size: { exponential: { mean: 1 TB }, point: 1 TB }'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  one law: point, lognormal, exponential, weibull, gamma, pert, triangular, uniform, beta, normal, logitNormal, empirical or mixture
    got       a mapping with exponential, point`,
  },
  {
    wrong: 'an interval reversed',
    by: ['size: 1 TB', 'size: 3 TB to 1 TB'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an interval whose first end is the smaller
    got       "3 TB to 1 TB"
    fix       write "1 TB to 3 TB"`,
  },
  {
    wrong: 'an interval from 0',
    by: ['size: 1 TB', 'size: 0 TB to 1 TB'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an interval of values above 0
    got       "0 TB to 1 TB"
    fix       write { uniform: [0 TB, 1 TB] }`,
  },
  {
    wrong: 'an interval that reaches an end of all shares',
    by: ['{ store: there }', '{ store: there, jobFailure: 0% to 5% }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  an interval above 0% and below 100%, which one in ten values lie outside of
    got       "0% to 5%"
    fix       write { uniform: [0%, 5%] }`,
  },
  {
    wrong: 'a share that a law would take past 100%',
    by: ['{ store: there }', '{ store: there, jobFailure: { exponential: { mean: 20% } } }'],
    says: `
  shop.yaml:24:84  strategies.copies.backups.jobFailure
    expected  a share from 0% to 100%
    got       { exponential: { mean: 20% } }, which has no upper end
    fix       write a law with both ends inside, such as { uniform: [a, b] }`,
  },
  {
    wrong: 'an interval where a figure must be sure',
    by: ['horizon: 10 years', 'horizon: 5 to 10 years'],
    says: `
  shop.yaml:2:10  horizon
    expected  a duration such as "15 min" or "4 h", known for sure: no interval and no law
    got       "5 to 10 years"`,
  },
  {
    wrong: 'both each and once',
    by: ['size: 1 TB', 'size: { each: 1 TB, once: 2 TB }'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  nothing beside "each" in its mapping
    got       a mapping with each, once`,
  },
  {
    wrong: 'a source without its figure',
    by: ['size: 1 TB', 'size: { source: a survey, year: 2025 }'],
    says: `
  shop.yaml:13:19  services.orders.data.size
    expected  an amount of data such as "1 TB" or "500 GiB", or a law: point, lognormal, exponential, weibull, gamma, pert, triangular, uniform, beta, normal, logitNormal, empirical or mixture
    got       a mapping with source, year`,
  },

  // Types
  {
    wrong: 'a text for a mapping',
    by: ['standby: { site: there }', 'standby: there'],
    says: `
  shop.yaml:25:54  strategies.warm.standby
    expected  a mapping with site, capacity, from, replication and apply
    got       "there"
    fix       write { site: …, capacity: 50% }`,
  },
  {
    wrong: 'a list for a mapping',
    by: ['  here-there: { bandwidth: 1 Gbit/s }', '  - here-there'],
    says: `
  shop.yaml:9:3  links
    expected  a mapping of links by name
    got       a list of 1`,
  },
  {
    wrong: 'sites as a list, said once',
    by: [
      '\n  here: { region: aws/us-east-1 }\n  there: { region: aws/us-east-2 }',
      ' [here, there]',
    ],
    says: `
  shop.yaml:5:8  sites
    expected  a mapping of sites by name
    got       a list of 2`,
  },
  {
    wrong: 'a mapping for a list',
    by: ['threats:\n  - power-outage\n  - {', 'threats:\n  {'],
    says: `
  shop.yaml:20:3  threats
    expected  a list of threats
    got       a mapping with use, only, rate
    fix       begin each of them with "- ", or put them in [ ]`,
  },
  {
    wrong: 'a mapping for a text',
    by: ['name: Shop', 'name: { is: Shop }'],
    says: `
  shop.yaml:1:7  name
    expected  a text
    got       a mapping with is`,
  },
  {
    wrong: 'a number for a text',
    by: ['name: Shop', 'name: 12'],
    says: `
  shop.yaml:1:7  name
    expected  a text
    got       12
    fix       write "12" in quotes`,
  },
  {
    wrong: 'a number for a threat',
    by: ['- power-outage', '- 12'],
    says: `
  shop.yaml:20:5  threats[0]
    expected  a mapping with name, title, scope, only, rate, gap, age, gapFrom, strikes and effects
    got       12
    fix       write { scope: site, effects: { outage: 3 h } }`,
  },
  {
    wrong: 'nothing for a figure',
    by: ['horizon: 10 years', 'horizon:'],
    says: `
  shop.yaml:2:9  horizon
    expected  a duration such as "15 min" or "4 h"
    got       nothing`,
  },
  {
    wrong: 'nothing for a mapping',
    by: ['waiting: { primary: here }', 'waiting:'],
    says: `
  shop.yaml:23:11  strategies.waiting
    expected  a mapping with title, primary, sites, active, standby, standbys, backups, detection, decision, failover, restore, failback, rebuildFromNothing, runbook, costs and investment
    got       nothing
    fix       write { primary: here }`,
  },
  {
    wrong: 'a word for a flag',
    by: ['primary: here }', 'primary: here, failover: { automatic: yes } }'],
    says: `
  shop.yaml:23:52  strategies.waiting.failover.automatic
    expected  true or false
    got       "yes"
    fix       write true without quotes`,
  },

  // YAML
  {
    wrong: 'a key twice',
    by: ['currency: USD', 'currency: USD\ncurrency: EUR'],
    says: `
  shop.yaml:4:1  currency
    expected  each key once
    got       "currency" again, first on line 3
    fix       remove one of the two`,
  },
  {
    wrong: 'a service twice',
    by: ['  login:\n', '  login: { data: { size: 1 GB } }\n  login:\n'],
    says: `
  shop.yaml:18:3  services.login
    expected  each key once
    got       "login" again, first on line 17
    fix       remove one of the two`,
  },
  {
    wrong: 'a tab as indentation',
    by: ['    tier: critical', '	tier: critical'],
    says: `
  shop.yaml:12:1
    expected  spaces at the start of the line
    got       a tab
    fix       indent with spaces`,
  },
  {
    wrong: 'a line indented too little',
    by: ['    tier: critical', '   tier: critical'],
    says: `
  shop.yaml:12:10
    expected  one "key: value" on a line
    got       a second ": " on the line, or a line indented too far
    fix       put the value in quotes, or indent the line like the one above it`,
  },
  {
    wrong: 'a line indented too far',
    by: ['    tier: critical', '      tier: critical'],
    says: `
  shop.yaml:13:1
    expected  lines of one block indented alike, and every [ and { closed
    got       a line that does not fit
    fix       indent it like the line above, or close the bracket`,
  },
  {
    wrong: 'a bracket that is not closed',
    by: ['[login]', '[login'],
    says: `
  shop.yaml:17:3
    expected  lines of one block indented alike, and every [ and { closed
    got       a line that does not fit
    fix       indent it like the line above, or close the bracket`,
  },
  {
    wrong: 'a quote that is not closed',
    by: ['name: Shop', 'name: "Shop'],
    says: `
  shop.yaml:1:7
    expected  a closing " for the one that opens here
    got       none until the end of the text
    fix       put " at the end of the value`,
  },
  {
    wrong: 'a colon in a value',
    by: ['name: Shop', 'name: Shop: the best'],
    says: `
  shop.yaml:1:7
    expected  one "key: value" on a line
    got       a second ": " on the line, or a line indented too far
    fix       put the value in quotes, or indent the line like the one above it`,
  },
  {
    wrong: 'a reserved character',
    by: ['name: Shop', 'name: @Shop'],
    says: `
  shop.yaml:1:7
    expected  a value that does not begin with @, \` or %
    got       a reserved character
    fix       put the value in quotes`,
  },
  {
    wrong: 'a comma forgotten',
    by: ['only: [here], rate', 'only: [here] rate'],
    says: `
  shop.yaml:21:36
    expected  the end of the value, or a comma between [ ] and { }
    got       something else
    fix       put the value in quotes, or add the comma`,
  },
  {
    wrong: 'a tag',
    by: ['name: Shop', 'name: !!str Shop'],
    says: `
  shop.yaml:1:13  name
    expected  a value without a YAML tag
    got       "!!str"
    fix       remove the tag`,
  },
  {
    wrong: 'a merge key',
    by: ['    data: { size: 50 GB }', '    <<: { tier: critical }\n    data: { size: 50 GB }'],
    says: `
  shop.yaml:18:5  services.login
    expected  a key
    got       the YAML merge key "<<"
    fix       write "use: <entry>" to extend an entry of the catalogue`,
  },
  {
    wrong: 'an alias inside itself',
    by: ['data: { size: 50 GB }', 'data: &a { size: *a }'],
    says: `
  shop.yaml:18:22  services.login.data.size
    expected  an alias of an anchor that is complete
    got       "*a" inside itself`,
  },
  {
    wrong: 'an unknown alias',
    by: ['data: { size: 50 GB }', 'data: *nothing'],
    says: `
  shop.yaml:18:11  services.login.data
    expected  an alias of an anchor further up
    got       "*nothing"`,
  },
  {
    wrong: 'a key that is a list',
    by: ['name: Shop', '? [a, b]\n: c\nname: Shop'],
    says: `
  shop.yaml:1:3
    expected  a key that is a text
    got       something else`,
  },
  {
    wrong: 'two documents',
    by: ['services:', '---\nservices:'],
    says: `
  shop.yaml:10:1
    expected  one YAML document in a file
    got       2 documents, parted by "---"`,
  },
  {
    wrong: 'a control character in a text',
    by: ['name: Shop', 'name: "Sh\\0op"'],
    says: `
  shop.yaml:1:7  name
    expected  a text without control characters
    got       "Sh\\u0000op"`,
  },
  {
    wrong: 'an empty file',
    by: '',
    says: `
  shop.yaml:1:1
    expected  a mapping of keys to values
    got       an empty text`,
  },
  {
    wrong: 'only a comment',
    by: '# nothing yet\n',
    says: `
  shop.yaml:1:1
    expected  a mapping of keys to values
    got       an empty text`,
  },
  {
    wrong: 'a picture',
    by: '\u0089PNG\r\n\u001a\n\0\0\0',
    says: `
  shop.yaml:2:1
    expected  a YAML text
    got       a file that is not text`,
  },
  {
    wrong: 'a list at the top',
    by: '- a\n- b\n',
    says: `
  shop.yaml:1:1
    expected  a mapping with name, start, horizon, currency, exchange, trials, seed, prices, finance, sites, links, services, threats, strategies, gates and readiness
    got       a list of 2`,
  },
  {
    wrong: 'a text at the top',
    by: 'hello\n',
    says: `
  shop.yaml:1:1
    expected  a mapping with name, start, horizon, currency, exchange, trials, seed, prices, finance, sites, links, services, threats, strategies, gates and readiness
    got       "hello"`,
  },
  {
    wrong: 'a YAML directive',
    by: '%YAML 1.1\n---\nname: Shop\n',
    says: `
  shop.yaml:1:1
    expected  YAML without directives
    got       a line that begins with %
    fix       remove the line`,
  },
  {
    wrong: 'an alias bomb',
    by: BOMB,
    says: `
  shop.yaml:1:32
    expected  at most 100,000 values, counted after YAML aliases are expanded
    got       more`,
  },
  {
    wrong: '100,000 brackets that are never closed',
    by: '['.repeat(100_000),
    says: `
  shop.yaml:1:51
    expected  at most 50 levels
    got       values nested too deeply`,
  },
  {
    wrong: 'lists nested without end',
    by: `name: ${'['.repeat(1000)}${']'.repeat(1000)}`,
    says: `
  shop.yaml:1:57
    expected  at most 50 levels
    got       values nested too deeply`,
  },
  {
    wrong: 'blocks nested without end',
    by: Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    says: `
  shop.yaml:52:52
    expected  at most 50 levels
    got       values nested too deeply`,
  },
  {
    wrong: 'a text of more than 5 MB',
    by: `# ${'x'.repeat(5_000_000)}`,
    says: `
  shop.yaml:1:5000001
    expected  a text of at most 5 MB
    got       more`,
  },

  // Parts that do not fit together
  {
    wrong: 'a link to itself',
    by: ['here-there:', 'here-here:'],
    says: `
  shop.yaml:9:14  links.here-here
    expected  a link between two different sites
    got       here at both ends`,
  },
  {
    wrong: 'a link whose name is not two sites',
    by: ['here-there:', 'wan:'],
    says: `
  shop.yaml:9:8  links.wan
    expected  a link between two sites
    got       no two sites in "wan"
    fix       add "between: [<site>, <site>]"`,
  },
  {
    wrong: 'a link between one site',
    by: ['here-there: {', 'wan: { between: [here],'],
    says: `
  shop.yaml:9:19  links.wan.between
    expected  a list of two sites
    got       a list of 1`,
  },
  {
    wrong: 'two links between the same sites',
    by: [
      '{ bandwidth: 1 Gbit/s }',
      '{ bandwidth: 1 Gbit/s }\n  there-here: { bandwidth: 1 Gbit/s }',
    ],
    says: `
  shop.yaml:10:15  links.there-here
    expected  one link between two sites
    got       here-there and there-here between here and there`,
  },
  {
    wrong: 'a latency that is not known',
    by: ['{ region: aws/us-east-2 }', '{ region: cellar }'],
    says: `
  shop.yaml:9:15  links.here-there.latency
    expected  a latency: none is known between aws/us-east-1 and own/cellar
    got       no such key
    fix       add "latency: 5 ms"`,
  },
  {
    wrong: 'a standby at the primary',
    by: ['standby: { site: there }', 'standby: { site: here }'],
    says: `
  shop.yaml:25:9  strategies.warm
    expected  standbys at other sites than the primary and each other
    got       a standby at here, the primary
    fix       name another site`,
  },
  {
    wrong: 'two standbys at one site',
    by: ['standby: { site: there }', 'standbys: [{ site: there }, { site: there }]'],
    says: `
  shop.yaml:25:9  strategies.warm
    expected  standbys at other sites than the primary and each other
    got       a standby at there twice
    fix       name another site`,
  },
  {
    wrong: 'a store and a standby without a link',
    by: ['links:\n  here-there: { bandwidth: 1 Gbit/s }\n', ''],
    says: `
  shop.yaml:22:11  strategies.copies
    expected  a link between here and there
    got       none
    fix       add to links: "here-there: { bandwidth: 1 Gbit/s }"
  shop.yaml:23:9  strategies.warm
    expected  a link between here and there
    got       none
    fix       add to links: "here-there: { bandwidth: 1 Gbit/s }"`,
  },
  {
    wrong: 'replication that cannot keep up',
    by: ['mean: 2 MB/s', 'mean: 200 MB/s'],
    says: `
  shop.yaml:25:9  strategies.warm
    expected  a link here-there that carries more than is written on average
    got       118 MB/s for writes of 200 MB/s by the end of the horizon
    fix       raise its bandwidth: replication could never catch up`,
  },
  {
    wrong: 'incrementals no more often than full copies',
    by: ['{ store: there }', '{ store: there, incremental: 1 week }'],
    says: `
  shop.yaml:24:85  strategies.copies.backups.incremental
    expected  incrementals more often than full copies
    got       1 week with full copies every 1 week
    fix       write "incremental: none" to leave them out`,
  },
  {
    wrong: 'copies not kept until the next',
    by: ['{ store: there }', '{ store: there, keep: 1 day }'],
    says: `
  shop.yaml:24:78  strategies.copies.backups.keep
    expected  copies kept at least until the next full one
    got       1 day with full copies every 1 week
    fix       write a longer "keep", or a shorter "full"`,
  },
  {
    wrong: 'two backup policies of one name',
    by: ['{ store: there }', '[{ store: there }, { store: there }]'],
    says: `
  shop.yaml:24:75  strategies.copies.backups[1]
    expected  backup policies of different names
    got       a second "backups"
    fix       add "name: …" to tell them apart`,
  },
  {
    wrong: 'services that depend on each other',
    by: ['  login:\n', '  login:\n    dependsOn: [orders]\n'],
    says: `
  shop.yaml:16:16  services.orders.dependsOn
    expected  services that do not depend on themselves
    got       orders -> login -> orders
    fix       remove one of these from its "dependsOn"`,
  },
  {
    wrong: 'a service that depends on itself',
    by: ['dependsOn: [login]', 'dependsOn: [orders]'],
    says: `
  shop.yaml:16:16  services.orders.dependsOn
    expected  services that do not depend on themselves
    got       orders -> orders
    fix       remove one of these from its "dependsOn"`,
  },
  {
    wrong: 'a currency that is none',
    by: ['currency: USD', 'currency: usd'],
    says: `
  shop.yaml:3:11  currency
    expected  a currency by its three letters, such as USD
    got       "usd"`,
  },
  {
    wrong: 'a price list in another currency',
    by: ['currency: USD', 'currency: EUR'],
    says: `
  shop.yaml:4:9  prices
    expected  a price list in EUR, the scenario's currency
    got       aws, which is in USD
    fix       write "currency: USD", or add "exchange: { USD: { rate: … EUR, date: … } }"`,
  },
  {
    wrong: 'a horizon of nothing',
    by: ['10 years', '0 years'],
    says: `
  shop.yaml:2:10  horizon
    expected  longer than 0 and at most 200 years
    got       "0 years"`,
  },
  {
    wrong: 'a horizon of 300 years',
    by: ['10 years', '300 years'],
    says: `
  shop.yaml:2:10  horizon
    expected  longer than 0 and at most 200 years
    got       "300 years"`,
  },
  {
    wrong: 'no trials',
    by: ['currency: USD', 'currency: USD\ntrials: 0'],
    says: `
  shop.yaml:4:9  trials
    expected  a whole number from 1 to 100,000,000
    got       0`,
  },

  // Threats and steps
  {
    wrong: 'a threat with both a rate and strikes',
    by: ['rate: 0.01 / year', 'rate: 0.01 / year, strikes: { at: [2027-03-01] }'],
    says: `
  shop.yaml:21:5  threats[1]
    expected  one of rate, gap and strikes, to say when the threat strikes
    got       rate and strikes`,
  },
  {
    wrong: 'a threat with neither',
    by: ['- power-outage', '- { name: flood, scope: site, effects: { outage: 3 h } }'],
    says: `
  shop.yaml:20:5  threats[0]
    expected  one of rate, gap and strikes, to say when the threat strikes
    got       none of them`,
  },
  {
    wrong: 'a threat without a name',
    by: ['- power-outage', '- { scope: site, rate: 1 / year, effects: { outage: 3 h } }'],
    says: `
  shop.yaml:20:5  threats[0]
    expected  a threat with a name
    got       a mapping with scope, rate, effects
    fix       add "name: …"`,
  },
  {
    wrong: 'a threat with both effects',
    by: ['rate: 0.01 / year', 'effects: { outage: 3 h, destroys: { rebuild: 1 day } }'],
    says: `
  shop.yaml:21:56  threats[1].effects.outage
    expected  either outage, or destroys with the time to rebuild
    got       both
    fix       remove one of them`,
  },
  {
    wrong: 'a threat without an effect',
    by: ['- power-outage', '- { name: flood, scope: site, rate: 1 / year, effects: {} }'],
    says: `
  shop.yaml:20:58  threats[0].effects
    expected  at least one effect
    got       none
    fix       write "outage: 3 h", "destroys: { rebuild: 180 days }" or another`,
  },
  {
    wrong: 'a threat of an unknown scope',
    by: ['- power-outage', '- { use: power-outage, scope: regoin }'],
    says: `
  shop.yaml:20:33  threats[0].scope
    expected  one of site, campus, region, provider, account, link or service
    got       "regoin"
    fix       write "region"`,
  },
  {
    wrong: 'a threat at no site',
    by: ['only: [here]', 'only: []'],
    says: `
  shop.yaml:21:29  threats[1].only
    expected  at least one of the sites
    got       an empty list`,
  },
  {
    wrong: 'twin threats',
    by: ['- power-outage', '- power-outage\n  - power-outage'],
    says: `
  shop.yaml:21:5  threats[1]
    expected  threats of different names
    got       a second "power-outage"
    fix       add "name: …" to tell them apart`,
  },
  {
    wrong: 'a strike after the horizon',
    by: ['rate: 0.01 / year', 'strikes: { at: [2037-03-01] }'],
    says: `
  shop.yaml:21:53  threats[1].strikes.at[0]
    expected  an instant from 2027-01-04 00:00 until 2037-01-03 12:00 (UTC)
    got       "2037-03-01"`,
  },
  {
    wrong: 'a strike before the start',
    by: ['rate: 0.01 / year', 'strikes: { at: [2027-01-03 23:59] }'],
    says: `
  shop.yaml:21:53  threats[1].strikes.at[0]
    expected  an instant from 2027-01-04 00:00 until 2037-01-03 12:00 (UTC)
    got       "2027-01-03 23:59"`,
  },
  {
    wrong: 'an impossible date',
    by: ['rate: 0.01 / year', 'strikes: { at: [2027-02-30] }'],
    says: `
  shop.yaml:21:53  threats[1].strikes.at[0]
    expected  a date such as 2027-03-01 or 2027-03-01 12:00, in UTC, that exists
    got       "2027-02-30"`,
  },
  {
    wrong: 'a date in words',
    by: ['rate: 0.01 / year', 'strikes: { at: [1 March 2027] }'],
    says: `
  shop.yaml:21:53  threats[1].strikes.at[0]
    expected  a date such as 2027-03-01 or 2027-03-01 12:00, in UTC
    got       "1 March 2027"`,
  },
  {
    wrong: 'a date with an offset',
    by: ['rate: 0.01 / year', "strikes: { at: ['2027-03-01T12:00+02:00'] }"],
    says: `
  shop.yaml:21:53  threats[1].strikes.at[0]
    expected  a date such as 2027-03-01 or 2027-03-01 12:00, in UTC
    got       "2027-03-01T12:00+02:00"
    fix       write the time in UTC, without an offset`,
  },
  {
    wrong: 'a sweep that ends before it begins',
    by: ['rate: 0.01 / year', 'strikes: { from: 2027-03-02, to: 2027-03-01, slices: 3 }'],
    says: `
  shop.yaml:21:46  threats[1].strikes
    expected  a stretch whose end is after its beginning
    got       a mapping with from, to, slices`,
  },
  {
    wrong: 'a start that is no month',
    by: ['currency: USD', 'currency: USD\nstart: 2027-13-01'],
    says: `
  shop.yaml:4:8  start
    expected  a date such as 2027-03-01 or 2027-03-01 12:00, in UTC, that exists
    got       "2027-13-01"`,
  },
  {
    wrong: 'a step of no phase',
    by: ['primary: here }', 'primary: here, restore: { steps: [{ step: dance, takes: 1 min }] } }'],
    says: `
  shop.yaml:23:48  strategies.waiting.restore.steps[0]
    expected  a step with a phase: one of detect, decide, wait, provision, restore, replay, clean, promote, redirect, ramp, retry, failback
    got       "dance" without one
    fix       add "phase: …"`,
  },
  {
    wrong: 'a step that does nothing',
    by: ['primary: here }', 'primary: here, restore: { steps: [{ step: restore }] } }'],
    says: `
  shop.yaml:23:48  strategies.waiting.restore.steps[0]
    expected  a step that either takes a time or moves the backup
    got       a mapping with step
    fix       write "takes: 10 min" or "moves: backup"`,
  },
  {
    wrong: 'a failover that moves a backup',
    by: [
      'primary: here }',
      'primary: here, failover: { steps: [{ step: restore, moves: backup }] } }',
    ],
    says: `
  shop.yaml:23:49  strategies.waiting.failover.steps[0]
    expected  a step that takes a time: a failover moves no backup
    got       a mapping with step, moves`,
  },
  {
    wrong: 'half a health check',
    by: ['primary: here }', 'primary: here, detection: { interval: 30 s } }'],
    says: `
  shop.yaml:23:40  strategies.waiting.detection.failures
    expected  a value for "failures"
    got       no such key
    fix       add "failures: 3"
  shop.yaml:23:40  strategies.waiting.detection.timeout
    expected  a value for "timeout"
    got       no such key
    fix       add "timeout: 10 s"`,
  },
];
