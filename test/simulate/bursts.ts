import type { Share } from '../../src/base/units.js';
import { point } from '../../src/random/point.js';
import { Purposes } from '../../src/random/purpose.js';
import { Bursts } from '../../src/simulate/bursts.js';
import { Parameters } from '../../src/simulate/parameters.js';

interface About {
  readonly chance: number;
  readonly factor: number;
  readonly trial?: number;
  readonly first?: number;
}

/** Bursts of one seed, with the parameters that draw them. */
export function burstsWith({ chance, factor, trial = 0, first = 0 }: About) {
  const purposes = new Purposes('bursts');
  const parameters = new Parameters(purposes);
  const bursts = new Bursts({
    parameters,
    chance: parameters.add<Share>('chance', { law: point(chance), drawn: 'once' }),
    factor: parameters.add<number>('factor', { law: point(factor), drawn: 'once' }),
    purpose: purposes.of('bursts'),
    first,
  });
  parameters.draw(trial);
  return { bursts, parameters };
}

export function burstsOf(about: About): Bursts {
  return burstsWith(about).bursts;
}
