import type { Ms, Share } from '../base/units.js';
import type { Uncertain } from './uncertain.js';

/** What a service is waiting for while it is down: labels of the critical path. */
export const PHASES = [
  'detect',
  'decide',
  'wait',
  'provision',
  'restore',
  'replay',
  'clean',
  'promote',
  'redirect',
  'ramp',
  'retry',
  'failback',
] as const;
export type Phase = (typeof PHASES)[number];

/** One step of a recovery path. */
export interface Step {
  readonly name: string;
  readonly phase: Phase;
  readonly does:
    | { readonly kind: 'takes'; readonly time: Uncertain<Ms> }
    /** Moves the chosen recovery point's bytes from its store to where the service restarts. */
    | { readonly kind: 'moves' };
  /** Clients that arrive later than this step's end, over a tail; null when all come at once. */
  readonly tail: { readonly share: Uncertain<Share>; readonly lasts: Uncertain<Ms> } | null;
}
