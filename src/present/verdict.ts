import { listed } from '../base/listed.js';
import type { DifferenceSummary, StrategySummary, Summary } from '../experiment/summary.js';
import type { Estimate } from '../stats/interval.js';
import { moneyOf } from './amounts.js';
import { named } from './display-width.js';
import { figureText } from './figure-text.js';
import { verdict } from './words.js';
import { worthVerdict } from './worth-words.js';

/** What follows from a comparison, in sentences, each with how sure it is. */
export function verdictSentences(summary: Summary): string[] {
  return [
    ...leastInAll(summary),
    ...verdict(summary),
    ...worthVerdict(summary),
    ...leastByThreat(summary),
  ];
}

/** A yearly amount of a strategy, and of its difference from the baseline. */
interface Compared {
  readonly of: (strategy: StrategySummary) => Estimate | undefined;
  readonly between: (difference: DifferenceSummary) => Estimate | undefined;
}

const TOTAL: Compared = {
  of: ({ annual }) => annual.total,
  between: ({ total }) => total,
};

const lossTo = (threat: string): Compared => ({
  of: ({ byThreat }) => byThreat[threat]?.loss,
  between: ({ lossByThreat }) => lossByThreat[threat],
});

/** Names of the strategies by an amount, the least first; null where one of them is not known. */
function ranked({ strategies }: Summary, { of }: Compared): RankedStrategy[] | null {
  const all = Object.entries(strategies).map(([name, strategy]) => {
    const mean = of(strategy)?.mean ?? null;
    return { name, mean };
  });
  const known = all.filter((one): one is RankedStrategy => one.mean !== null);
  return known.length === all.length ? known.toSorted((a, b) => a.mean - b.mean) : null;
}

interface RankedStrategy {
  readonly name: string;
  readonly mean: number;
}

type Sureness = 'sure' | 'not told apart' | 'unknown';

/**
 * How sure it is that one strategy has less than another. Against the baseline by the difference in
 * the same histories; between two others where their intervals do not even touch.
 */
function sureOfLess(
  summary: Summary,
  { less, more }: { readonly less: string; readonly more: string },
  compared: Compared,
): Sureness {
  const difference = (name: string) => {
    const found = summary.differences[`${name} vs ${summary.baseline}`];
    return found === undefined ? null : (compared.between(found)?.ci95 ?? null);
  };
  const own = (name: string) => {
    const strategy = summary.strategies[name];
    return strategy === undefined ? null : (compared.of(strategy)?.ci95 ?? null);
  };
  if (more === summary.baseline) return sureness(difference(less)?.[1], 0);
  if (less === summary.baseline) return sureness(0, difference(more)?.[0]);
  return sureness(own(less)?.[1], own(more)?.[0]);
}

function sureness(below: number | undefined, above: number | undefined): Sureness {
  if (below === undefined || above === undefined) return 'unknown';
  return below < above ? 'sure' : 'not told apart';
}

/** Which of several strategies costs least, and whether the next one could as well. */
export function leastInAll(summary: Summary): string[] {
  const order = ranked(summary, TOTAL);
  const [first, second] = order ?? [];
  if (first === undefined || second === undefined || order!.length < 3) return [];
  if (first.mean === second.mean) return [];
  const total = ({ name }: RankedStrategy) => {
    const figure = summary.strategies[name]!.annual.total;
    return figureText(figure, 'money per year', named(summary.currency));
  };
  const sure = {
    sure: '95 % sure that it costs more on average',
    'not told apart': 'which of the two costs less cannot be told with so few trials',
    unknown: 'how sure that is cannot be told',
  }[sureOfLess(summary, { less: first.name, more: second.name }, TOTAL)];
  return [
    `${named(first.name)} costs least in all, ${total(first)} a year; ` +
      `next is ${named(second.name)} with ${total(second)} (${sure}).`,
  ];
}

interface LeastToThreat {
  readonly threat: string;
  readonly winner: string;
  readonly against: string;
}

/**
 * Against which threats another strategy than the cheapest loses least. Only what is sure is said:
 * all figures stand in the tables.
 */
export function leastByThreat(summary: Summary): string[] {
  const cheapest = ranked(summary, TOTAL)?.[0];
  if (cheapest === undefined) return [];
  const found = Object.keys(summary.disastersPerYear).flatMap((threat) =>
    leastTo(threat, cheapest.name, summary),
  );
  const winners = [...new Set(found.map(({ winner }) => winner))];
  return winners.map((winner) => {
    const own = found.filter((one) => one.winner === winner);
    const threats = own.map(({ threat, against }) => `${named(threat)} (${against})`);
    const each = own.length === 1 ? 'it' : 'each of them';
    return (
      `${winner} least to ${listed(threats)} a year: ${named(cheapest.name)}, which costs ` +
      `least in all, loses more to ${each} (95 % sure).`
    );
  });
}

function leastTo(threat: string, cheapest: string, summary: Summary): LeastToThreat[] {
  const compared = lossTo(threat);
  const order = ranked(summary, compared) ?? [];
  const [first] = order;
  const other = order.find(({ name }) => name === cheapest);
  if (first === undefined || other === undefined || first.mean === other.mean) return [];
  const least = order.filter(({ mean }) => mean === first.mean);
  if (sureOfLess(summary, { less: first.name, more: cheapest }, compared) !== 'sure') return [];
  const names = listed(least.map(({ name }) => named(name)));
  const [low, high] = [moneyOf(first.mean, null), moneyOf(other.mean, named(summary.currency))];
  return [
    {
      threat,
      winner: `${names} ${least.length === 1 ? 'loses' : 'lose'}`,
      against: `${low} against ${high}`,
    },
  ];
}
