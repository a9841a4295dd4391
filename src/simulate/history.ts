import type { Ms } from '../base/units.js';
import type { Phase } from '../model/runbook.js';

/** How a service came back. */
export type Recovered = 'wait' | 'failover' | 'restore' | 'nothing';

/**
 * Something that happened to a service in one history. Services and sites are numbers into the
 * plan, disasters into the trial's list.
 */
export type Fact =
  /** A disaster touched the service: an incident. */
  | {
      readonly kind: 'struck';
      readonly at: Ms;
      readonly service: number;
      readonly disaster: number;
    }
  /** Only a standby or a store of the service was hit: no incident. */
  | {
      readonly kind: 'exposed';
      readonly at: Ms;
      readonly service: number;
      readonly disaster: number;
    }
  /** Whoever watches knows of it: a failed check, or the discovery of damage. */
  | {
      readonly kind: 'noticed';
      readonly at: Ms;
      readonly service: number;
      readonly disaster: number;
    }
  /** From now on the service works at `level` (0 to 1) and waits for `phase`, if for anything. */
  | {
      readonly kind: 'level';
      readonly at: Ms;
      readonly service: number;
      readonly level: number;
      readonly phase: Phase | null;
      /** The disaster that it is due to, or to whose consequences; -1 before any. */
      readonly cause: number;
    }
  /** People or the failover rule chose a path. */
  | {
      readonly kind: 'chose';
      readonly at: Ms;
      readonly service: number;
      readonly disaster: number;
      readonly via: Recovered;
      readonly site: number;
      readonly expected: Prospect;
    }
  /** The service accepts traffic again, with its data as of `captured`; null means empty. */
  | {
      readonly kind: 'recovered';
      readonly at: Ms;
      readonly service: number;
      readonly disaster: number;
      readonly via: Recovered;
      readonly site: number;
      readonly captured: Ms | null;
      /** Last instant at which it acknowledged writes that may now be gone. */
      readonly stopped: Ms;
      /** Share of the writes that this is about: less than 1 where only one of several sites was lost. */
      readonly share: number;
    }
  /** The service and all it depends on are back at full capacity. */
  | { readonly kind: 'whole'; readonly at: Ms; readonly service: number }
  /** Data was sent to restore the service or to seed a copy of it. */
  | {
      readonly kind: 'moved';
      readonly at: Ms;
      readonly service: number;
      readonly disaster: number;
      /** Number of the strategy's store that was read; -1 where a copy was seeded. */
      readonly store: number;
      readonly from: number;
      readonly to: number;
      readonly bytes: number;
    };

/** What a decider expects of a path: time until traffic is accepted, and age of the data lost. */
export interface Prospect {
  readonly time: Ms;
  readonly loss: Ms;
}

/** A fact of one kind. */
export type FactOf<K extends Fact['kind']> = Extract<Fact, { readonly kind: K }>;

/** Whoever is told the facts as they happen, in order: the only output of a simulation. */
export type Witness = { readonly [K in Fact['kind']]: (fact: FactOf<K>) => void } & {
  /** Is told a whole incident of one service in a world that is at peace before and after it. */
  readonly plain: (story: Story) => void;
};

/** The facts of one incident of one service, line by line, good until the next one. */
export interface Story {
  readonly service: number;
  readonly disaster: number;
  /** How many lines it has; the first is the strike. */
  readonly length: number;
  kind(line: number): Fact['kind'];
  at(line: number): Ms;
  /** Of a line about the level. */
  level(line: number): number;
  phase(line: number): Phase | null;
  /** Of the one line about the recovery. */
  readonly recovery: Return;
  /** Of the data that was sent, in order. */
  readonly sendings: readonly Sending[];
  /** Tells it fact by fact. */
  tell(witness: Witness): void;
}

/** How a service came back; see the fact `recovered`. */
export type Return = Pick<FactOf<'recovered'>, 'via' | 'site' | 'stopped'> & {
  readonly captured: Ms;
};

/** Data sent; see the fact `moved`. */
export type Sending = Pick<FactOf<'moved'>, 'disaster' | 'store' | 'from' | 'to' | 'bytes'>;

/** The past: facts in the order in which they happened. */
export type History = readonly Fact[];
