import type { Wrong } from './wrong-scenarios.js';

/** Wrong strategies of several sites that serve beside each other. Said as in `wrong-scenarios.ts`. */
export const WRONG_FRONTS: readonly Wrong[] = [
  {
    wrong: 'neither a primary nor sites',
    by: ['waiting: { primary: here }', 'waiting: {}'],
    says: `
  shop.yaml:23:12  strategies.waiting.primary
    expected  a value for "primary"
    got       no such key
    fix       add "primary: <site>"`,
  },
  {
    wrong: 'both a primary and sites',
    by: ['waiting: { primary: here }', 'waiting: { primary: here, sites: [here, there] }'],
    says: `
  shop.yaml:23:36  strategies.waiting.sites
    expected  either primary, or the sites that serve beside each other
    got       both
    fix       remove one of them`,
  },
  {
    wrong: 'the preset without its sites',
    by: ['waiting: { primary: here }', 'waiting: { use: active-active }'],
    says: `
  shop.yaml:23:12  strategies.waiting.sites
    expected  the sites that serve beside each other
    got       no such key
    fix       add "sites: [<site>, <site>]"`,
  },
  {
    wrong: 'the preset with a primary instead',
    by: ['waiting: { primary: here }', 'waiting: { use: active-active, primary: here }'],
    says: `
  shop.yaml:23:43  strategies.waiting.primary
    expected  the sites that serve beside each other
    got       a primary
    fix       write "sites: [here, <site>]" instead`,
  },
  {
    wrong: 'sites beside each other, of which there is one',
    by: ['waiting: { primary: here }', 'waiting: { sites: [here] }'],
    says: `
  shop.yaml:23:21  strategies.waiting.sites
    expected  two sites or more that serve beside each other
    got       1
    fix       write "primary: <site>" for one`,
  },
  {
    wrong: 'sites beside each other, of which there is none',
    by: ['waiting: { primary: here }', 'waiting: { sites: [] }'],
    says: `
  shop.yaml:23:21  strategies.waiting.sites
    expected  two sites or more that serve beside each other
    got       0
    fix       write "primary: <site>" for one`,
  },
  {
    wrong: 'one site for a list',
    by: ['waiting: { primary: here }', 'waiting: { sites: here }'],
    says: `
  shop.yaml:23:21  strategies.waiting.sites
    expected  a list of sites
    got       "here"
    fix       begin each of them with "- ", or put them in [ ]`,
  },
  {
    wrong: 'sites by name',
    by: ['waiting: { primary: here }', 'waiting: { sites: { here: 50%, there: 50% } }'],
    says: `
  shop.yaml:23:21  strategies.waiting.sites
    expected  a list of sites
    got       a mapping with here, there
    fix       begin each of them with "- ", or put them in [ ]`,
  },
  {
    wrong: 'a site that serves twice',
    by: ['waiting: { primary: here }', 'waiting: { sites: [here, there, here] }'],
    says: `
  shop.yaml:23:35  strategies.waiting.sites[2]
    expected  each of the sites once
    got       "here"`,
  },
  {
    wrong: 'a misspelt site that serves',
    by: ['waiting: { primary: here }', 'waiting: { sites: [here, ther] }'],
    says: `
  shop.yaml:23:28  strategies.waiting.sites[1]
    expected  the name of a site: here or there
    got       "ther"
    fix       write "there"`,
  },
  {
    wrong: 'a number for a site that serves',
    by: ['waiting: { primary: here }', 'waiting: { sites: [here, 3] }'],
    says: `
  shop.yaml:23:28  strategies.waiting.sites[1]
    expected  the name of a site: here or there
    got       3`,
  },
  {
    wrong: 'shares of more than all clients',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [{ site: here, clients: 60% }, { site: there, clients: 50% }] }',
    ],
    says: `
  shop.yaml:23:21  strategies.waiting.sites
    expected  shares of the clients that add up to 100%
    got       110%
    fix       leave "clients" out to part them evenly`,
  },
  {
    wrong: 'shares of less than all clients',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [{ site: here, clients: 60% }, { site: there, clients: 30% }] }',
    ],
    says: `
  shop.yaml:23:21  strategies.waiting.sites
    expected  shares of the clients that add up to 100%
    got       90%
    fix       leave "clients" out to part them evenly`,
  },
  {
    wrong: 'no clients left for the other site',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [{ site: here, clients: 100% }, there] }',
    ],
    says: `
  shop.yaml:23:21  strategies.waiting.sites
    expected  shares of the clients that add up to 100%
    got       100% before the rest have any
    fix       leave "clients" out to part them evenly`,
  },
  {
    wrong: 'a site without clients',
    by: ['waiting: { primary: here }', 'waiting: { sites: [{ site: here, clients: 0% }, there] }'],
    says: `
  shop.yaml:23:45  strategies.waiting.sites[0].clients
    expected  a share above 0%, at most 100%
    got       "0%"`,
  },
  {
    wrong: 'a share of the clients that nobody is sure of',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [{ site: here, clients: 40% to 60% }, there] }',
    ],
    says: `
  shop.yaml:23:45  strategies.waiting.sites[0].clients
    expected  a share from 0% to 100%, known for sure: no interval and no law
    got       "40% to 60%"`,
  },
  {
    wrong: 'a bare share of the clients',
    by: ['waiting: { primary: here }', 'waiting: { sites: [{ site: here, clients: 50 }, there] }'],
    says: `
  shop.yaml:23:45  strategies.waiting.sites[0].clients
    expected  a share from 0% to 100%
    got       50
    fix       write "50%"`,
  },
  {
    wrong: 'clients of no site',
    by: ['waiting: { primary: here }', 'waiting: { sites: [{ clients: 50% }, there] }'],
    says: `
  shop.yaml:23:22  strategies.waiting.sites[0].site
    expected  a value for "site"
    got       no such key
    fix       add "site: …"`,
  },
  {
    wrong: 'a site that serves without capacity',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [here, there], active: { capacity: 0% } }',
    ],
    says: `
  shop.yaml:23:56  strategies.waiting.active.capacity
    expected  a share above 0%, at most 100%
    got       "0%"`,
  },
  {
    wrong: 'what holds at each site where one serves',
    by: ['waiting: { primary: here }', 'waiting: { primary: here, active: { capacity: 50% } }'],
    says: `
  shop.yaml:23:23  strategies.waiting.primary
    expected  the sites that serve beside each other
    got       a primary
    fix       write "sites: [here, <site>]" instead`,
  },
  {
    wrong: 'replication of no kind',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [here, there], active: { replication: both } }',
    ],
    says: `
  shop.yaml:23:59  strategies.waiting.active.replication
    expected  one of async or sync
    got       "both"`,
  },
  {
    wrong: 'a standby where the service serves already',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [here, there], standby: { site: there, capacity: 50% } }',
    ],
    says: `
  shop.yaml:23:12  strategies.waiting
    expected  standbys at other sites than the primary and each other
    got       a standby at there twice
    fix       name another site`,
  },
  {
    wrong: 'sites as text for a whole strategy',
    by: ['waiting: { primary: here }', 'waiting: active-active'],
    says: `
  shop.yaml:23:12  strategies.waiting
    expected  a mapping with title, primary, sites, active, standby, standbys, backups, detection, decision, failover, restore, failback, rebuildFromNothing, runbook, costs and investment
    got       "active-active"
    fix       write { primary: here }`,
  },
  {
    wrong: 'sites that are too small even together',
    by: [
      'waiting: { primary: here }',
      'waiting: { sites: [here, there], active: { capacity: 40% } }',
    ],
    says: `
  shop.yaml:23:21  strategies.waiting.sites
    expected  sites that together carry the peak: a capacity of 100% or more in all
    got       80%
    fix       write "active: { capacity: 50% }" or more`,
  },
  {
    wrong: 'sites that serve beside each other without a link',
    by: `name: Shop
horizon: 10 years
currency: USD
sites: { a: {}, b: {}, c: {} }
links:
  a-b: { bandwidth: 1 Gbit/s, latency: 5 ms }
  a-c: { bandwidth: 1 Gbit/s, latency: 5 ms }
services: { orders: { data: { size: 1 TB } } }
threats: [power-outage]
strategies: { waiting: { sites: [a, b, c] } }
`,
    says: `
  shop.yaml:10:24  strategies.waiting
    expected  a link between b and c, which serve beside each other
    got       none
    fix       add to links: "b-c: { bandwidth: 1 Gbit/s }"`,
  },
];
