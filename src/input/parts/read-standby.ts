import { type Share, share } from '../../base/units.js';
import type { Standby } from '../../model/strategy.js';
import { uncertain } from '../figure/figure.js';
import { SOME_PART } from '../figure/range.js';
import { checked, mapping, optional, required } from '../form/shape.js';
import { nameOf } from '../form/words.js';
import type { Reader } from '../reading.js';
import { standbyReplication } from './read-replication.js';

/** `standby:`, a second site that can take over. @param sites that there are */
export function standby(sites: readonly string[]): Reader<Standby> {
  const shape = mapping({
    site: required(nameOf('site', sites), 'site: …', 'Where it stands.'),
    capacity: required(
      uncertain<Share>({ dimension: 'share', range: SOME_PART }),
      'capacity: 50%',
      'Share of full capacity that stands ready.',
    ),
    from: optional(nameOf('site', sites), null, {
      about: 'Another standby that it receives the writes from.',
      usual: 'where the service is',
    }),
    ...standbyReplication,
  });
  return checked(shape, ({ site, capacity, from, replication, apply }) => ({
    site,
    capacity,
    clients: share(0),
    from,
    replication: { ...replication, apply },
  }));
}
