import fc from 'fast-check';

/** A site at which nothing can run; no link leads there from `a`. */
export const VAULT = 'd';
const LINKED_TO_VAULT = new Set(['b', 'c', VAULT]);
/** Stores of one policy have to differ, be it in what they are made of. */
const MEDIA = ['object', 'tape', 'disk'];

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** Periods of full, differential and incremental copies. */
const PERIODS = fc.constantFrom(
  'full: 1 day, incremental: 3 h',
  'full: 1 week, differential: 1 day',
  'full: 1 week, differential: 2 days, incremental: 6 h',
  'full: 25 h, differential: 7 h, incremental: 2 h',
  'full: 10 days, differential: 30 h, incremental: 8 h',
  'full: 6 h',
  'full: 2 days, offset: 5 h',
);

const KEEPS = fc.constantFrom(
  '2 weeks',
  '60 days',
  '{ last: 3 }',
  '{ daily: 7, weekly: 4 }',
  '{ age: 2 days, monthly: 3 }',
);

/** On which terms any store keeps its points. */
const TERMS = {
  keep: maybe(KEEPS),
  immutable: fc.constantFrom('none', 'none', '2 days', '30 days'),
  offline: fc.boolean(),
  account: maybe(fc.constantFrom('vault', 'one')),
  retrieve: maybe(fc.constantFrom('20 min', '1 day', '{ lognormal: { p50: 5 h, p95: 30 h } }')),
  readRate: maybe(fc.constantFrom('2 MB/s', '50 MB/s')),
  serial: fc.boolean(),
};

const further = fc.record({
  ...TERMS,
  store: fc.constantFrom('a', 'b', 'c', VAULT),
  every: maybe(fc.constantFrom('3 days', '4 weeks')),
  hold: maybe(fc.constantFrom('10 h', '9 days')),
  takes: maybe(fc.constantFrom('7 h', '1 day')),
});

const policy = fc.record({
  ...TERMS,
  store: fc.constantFrom('a', 'b', 'c'),
  periods: PERIODS,
  log: maybe(fc.constantFrom('20 min', '1 h', '5 h')),
  snapshot: fc.boolean(),
  window: maybe(
    fc.constantFrom(
      '{ from: 22:00, to: 06:00 }',
      '{ from: 00:00, to: 04:00, days: [mon, wed, fri, sat] }',
      '{ from: 20:00, to: 20:00, days: [sat, sun] }',
    ),
  ),
  overhead: maybe(fc.constantFrom('0 s', '2 h')),
  asOf: fc.constantFrom('start', 'end'),
  failure: fc.constantFrom('0%', '10%', '40%'),
  silentFaults: maybe(fc.constantFrom('2 / year', '20 / year')),
  verify: maybe(fc.constantFrom('5 days', '30 days')),
  tries: fc.constantFrom(1, 2),
  copies: fc.array(further, { maxLength: 2 }),
});

type Of<T> = T extends fc.Arbitrary<infer U> ? U : never;
type Policy = Of<typeof policy>;
type Further = Of<typeof further>;

/** Backups of every kind, one or two policies of them. */
export const policies: fc.Arbitrary<readonly Policy[]> = fc.array(policy, {
  minLength: 1,
  maxLength: 2,
});

/** What stands under `backups:`. */
export function policiesText(all: readonly Policy[]): string {
  return all.map((one, i) => `      - { name: policy-${i}, ${textOf(one)} }`).join('\n');
}

function textOf(one: Policy): string {
  const { snapshot } = one;
  const fullOnly = one.periods.replace(/, (differential|incremental): [^,]*/g, '');
  return [
    snapshot ? fullOnly : one.periods,
    ...termsOf(one, 0),
    `jobFailure: ${one.failure}, asOf: ${one.asOf}, tries: ${one.tries}`,
    ...given('window', one.window),
    ...given('overhead', one.overhead),
    ...given('silentFaults', one.silentFaults),
    ...given('verify', one.verify),
    ...(snapshot ? ['snapshot: true'] : given('log', one.log)),
    ...(snapshot || one.copies.length === 0 ? [] : [`copies: [${copiesOf(one).join(', ')}]`]),
  ].join(', ');
}

function copiesOf({ store, copies }: Policy): string[] {
  return copies.map((copy, i) => {
    const before = [store, ...copies.slice(0, i).map((other) => other.store)];
    const isLinked =
      copy.store === VAULT
        ? before.some((one) => LINKED_TO_VAULT.has(one))
        : before.some((one) => one !== VAULT || LINKED_TO_VAULT.has(copy.store));
    const takes = copy.takes ?? (isLinked ? undefined : '1 day');
    const own = [...given('every', copy.every), ...given('hold', copy.hold)];
    return `{ ${[...termsOf(copy, i + 1), ...own, ...given('takes', takes)].join(', ')} }`;
  });
}

function termsOf(terms: Policy | Further, number: number): string[] {
  return [
    `store: ${terms.store}, medium: ${MEDIA[number]!}`,
    `immutable: ${terms.immutable}, offline: ${terms.offline}, serial: ${terms.serial}`,
    ...given('keep', terms.keep),
    ...given('account', terms.account),
    ...given('retrieve', terms.retrieve),
    ...given('readRate', terms.readRate),
  ];
}

function given(key: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${key}: ${value}`];
}
