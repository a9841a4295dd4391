/** What the reference page says before its tables. */
export const REFERENCE_HEAD = `# The scenario file

This page is made by \`drsim schema --format md\`; the same as a JSON schema for editors is in
\`models/schema/scenario.json\` (\`drsim schema\`). The first line of a scenario tells an editor where
the schema is:

\`\`\`yaml
# yaml-language-server: $schema=../models/schema/scenario.json
\`\`\`

One YAML 1.2 file describes sites, links, services, threats and strategies. Every key is listed here;
any other is a problem, said with its line and column. \`title\`, \`about\` and \`note\` may stand in any
mapping.

\`use: <entry>\` in a mapping lays it over an entry of \`models/\`: a bare name is looked up in the
folder of its kind, a path such as \`models/runbooks/health-check\` anywhere. Mappings merge key by
key; figures, lists and texts replace.

## Quantities

Every quantity carries its unit: a bare number where a unit is due is refused. Decimal prefixes are
powers of 1000 (\`TB\`), binary ones powers of 1024 (\`TiB\`); \`b\` or \`bit\` and \`B\` are told apart. A
year is 365.25 days, a month a twelfth of it. Amounts in another currency than the scenario's need
its rate under \`exchange\`.`;

/** What it says of figures that are not known for sure. */
export const REFERENCE_LAWS = `## Figures

A _figure_ (marked F in the tables) need not be known for sure. It is written as

| form | meaning |
| --- | --- |
| \`12 min\` | known |
| \`5 min to 30 min\` | 90 % interval: logit-normal for shares and probabilities, normal for growth, which can be negative, lognormal for everything else; \`drsim check --assumptions\` shows what was fitted |
| \`{ lognormal: { p50: 12 min, p95: 45 min } }\` | a law, from the table below |
| \`{ value: …, source: …, year: …, confidence: … }\` | any of these with where it comes from; a figure of \`models/\` must have all four |
| \`{ each: … }\`, \`{ once: … }\` | drawn anew for each event (luck), or once for a pair of trials (ignorance); durations are luck, everything else is ignorance, unless it says so |`;

/** What it says of scopes and effects. */
export const REFERENCE_EFFECTS = `## Scopes and effects

One disaster strikes one member of its scope, each member at its own times. \`encrypts\` and
\`deletes\` reach every attached copy in scope; with \`replicated\` also live copies outside of it, until
that is noticed. What can go together: at most one of \`outage\` and \`destroys\`, one of \`corrupts\`,
\`encrypts\` and \`deletes\`, and \`partitions\`.

| scope | what is struck | effects |
| --- | --- | --- |
| \`site\`, \`campus\`, \`region\`, \`provider\` | all at its sites, stores too | any; \`partitions\` cuts the links that end there |
| \`account\` | live data at its sites, and the stores that it owns, wherever they are | all but \`partitions\` |
| \`link\` | what it carries | \`partitions\` |
| \`service\` | its equipment and data where it serves; no store | all but \`partitions\` |`;

/** What it says of gates, before the table of what they can be about. */
export const REFERENCE_GATES = `## Gates

A gate is a promise that a run must keep, or it ends with exit code 99. It is one text:

\`\`\`text
<measure> [of <service>] >= or <= <quantity> [for <strategy>]
\`\`\`

such as \`P(rto within objective) of orders >= 95% for warm-standby\` or \`loss <= 1M USD\`. Without
\`for\` every strategy must keep it, without \`of\` every service. It is kept when the 95 % interval is
wholly on the right side of the bound, missed when wholly on the wrong side, and undecided in
between, which counts as not kept. A bound for a year may end in \`/ year\`.`;

/** What it says of findings, before their table. */
export const REFERENCE_FINDINGS = `## Findings

What \`drsim check\` can find, each by its word. A finding that the company lives with is written
under \`readiness.accepted\`, with the reason; where less is at stake it is milder than said here.`;

/** What it says after its tables. */
export const REFERENCE_TAIL = `## Tables of the catalogue

Each file has \`source\`, \`year\` and \`confidence\` for all that it holds.

| folder | keys |
| --- | --- |
| \`prices\` | \`asOf\`, \`currency\`; \`servers\` (per time) and \`storage\` by name, each a price per data and time or \`{ price, minimum, retrieval }\` (what is deleted before the \`minimum\` age is paid for up to it; \`retrieval\` is per byte read back); \`liveStorage\`, a class; \`transfer.betweenRegions\`, \`transfer.pairs\` |
| \`profiles\` | \`days\` (monday to sunday) and \`hours\` (24, UTC), which average 1 each; or \`hours168\` from Monday 00:00 UTC, in any unit |
| \`regions\` | \`provider\`; \`regions\` by name with \`lat\` and \`lon\` |
| \`latency\` | \`roundTripMs\` by \`region/region\`, the two in alphabetical order |

## Example

\`\`\`yaml
name: Two sites
horizon: 5 years
currency: USD
prices: aws

sites:
  virginia: { region: aws/us-east-1 }
  ohio: { region: aws/us-east-2, account: dr }

links:
  virginia-ohio: { bandwidth: 1 Gbit/s }

services:
  shop:
    data: { size: 1 TB, change: 5% / day, value: 10M USD }
    writes: { mean: 2 MB/s, profile: retail-week }
    revenue: { mean: 50k USD/h, profile: retail-week, recaptured: 10% to 40% }
    dataLoss: 20k USD/h
    objectives: { rto: 1 h, rpo: 15 min }
    servers: { count: 12, type: m5.xlarge }

threats:
  - site-fire
  - { use: power-outage, rate: 0.05 to 0.2 / year }

strategies:
  backups-only:
    use: backups-only
    primary: virginia
    backups: { store: ohio, verify: 1 month, keep: { daily: 7, weekly: 5, monthly: 12 } }
  warm-standby:
    use: warm-standby
    primary: virginia
    standby: { site: ohio, capacity: 50% }

gates:
  - P(rto within objective) >= 90% for warm-standby
\`\`\``;
