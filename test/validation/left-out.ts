/** Published cases that drsim does not run, and why: what it does not simulate, or not yet. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  [
    'reliawiki-series',
    'A component that does not age while another one is down would make disasters depend on the strategy; drsim strikes all strategies with the same ones. `gapFrom: return` knows only what the component’s own absence spares it.',
  ],
  [
    'cold-standby-coverage',
    'Waits for steps that can fail and for a crew that starts a repair when the standby has taken over; in drsim what is hit comes back after a time of its own.',
  ],
  [
    'pres-shocks',
    'Waits for footprints: a disaster that takes several of the sites that still stand, chosen at random. A threat takes one member of its scope, or all sites of one.',
  ],
  [
    'kpw-9.3',
    'The two chances are approximations by two moments, which drsim does not make: it simulates the sum. A count that varies less than a Poisson one (sd 2.3 at a mean of 6.7) has no arrivals that it could be said by.',
  ],
  [
    'mg1-pk',
    'drsim has no queue in order of arrival; what shares a link is served at once, for which any law of sizes gives the same mean.',
  ],
  [
    'netcalc-token-bucket',
    'Waits for bursts: writes are steady within an hour, so that a burst of no length cannot be said.',
  ],
  [
    'patroni-defaults',
    'Settings of another program; what follows from such settings is simulated in the two cases of Pigsty.',
  ],
  [
    'incident-github-2018',
    'Waits for false failover: in drsim a cut between two sites promotes nobody, so that no writes are taken at both.',
  ],
]);

/** Parts of cases that are run, which are not compared. */
export const PARTS_LEFT_OUT: ReadonlyMap<string, string> = new Map([
  [
    'rps-worst-case-files',
    'Forever incremental and reverse incremental wait for full copies made in the store. The published size of 30 points is not compared: 6 full copies of 500 GB and 30 of 50 GB are 4,500 GB, not 3,750.',
  ],
  [
    'paris08-t4-mirrored-repairable',
    'One of 15 figures: the others need up to a million times as many histories.',
  ],
  [
    'dslab-degrading-capacity',
    'Only three transfers: a link of drsim carries the same however many share it.',
  ],
  ['lda-5.3.4', 'Only the spread: drsim does not approximate the chance by a normal law.'],
  ['lda-5.5.5', 'A deductible is taken off beforehand: insurance is not simulated yet.'],
  ['climada-exceedance', 'An event without a loss is no point of the curve.'],
  [
    'mm1-rho.75',
    'Jobs share a link, which has the same number under way at any time as a queue in order of arrival, but nobody waits: times follow by Little’s law.',
  ],
  ['mmc-5-10-2', 'As above: none is faster than one of the servers.'],
  [
    'two-parallel-crews',
    'One crew is a link that the repairs share: at exponential times the chain is the same.',
  ],
  ['kofn-repairmen', 'Fewer crews than units are a link that the repairs share, as above.'],
  [
    'pres-sites-independent',
    'Each stretch between two audits is a history of its own: at an audit all is as new.',
  ],
  [
    'incident-nirs-2025',
    'The curve goes in as a law and comes out as recovery times; what is tested is that nothing is lost on the way.',
  ],
  [
    'incident-unisuper-2024',
    'The length goes in as steps; what is tested is which copies survive.',
  ],
  [
    'incident-ovh-sbg2-2021',
    'Money and counts of customers are not simulated; what is tested is who shares whose fate.',
  ],
  [
    'incident-gitlab-2017',
    'The time to copy goes in as a step; what is tested is which of the protections yields what.',
  ],
  [
    'pigsty-daily-full',
    'Not the bytes of the log: `log:` ships it, but what a store holds of it is not told.',
  ],
]);
