import { GATE_MEASURES, type GateMeasure } from '../../src/model/gate.js';
import { quantityFor } from './quantities.js';
import type { FormMaker } from './from-form.js';
import type { Cast } from './cast.js';

const MEASURES = Object.keys(GATE_MEASURES) as readonly GateMeasure[];
/** Those that need no objective of the service. */
const FREE = MEASURES.filter((measure) => !('objective' in GATE_MEASURES[measure]));

/** A promise about something that the scenario has. */
export function gateText(maker: FormMaker, { services, strategies }: Cast): string {
  const { luck } = maker;
  const measure = luck.pick(luck.chance(0.2) ? MEASURES : FREE);
  const rule = GATE_MEASURES[measure];
  const of = rule.of === 'service' && luck.chance(0.5) ? ` of ${luck.pick(services)}` : '';
  const bound = quantityFor({ dimension: rule.dimension, range: '' }, maker);
  const yearly = 'yearly' in rule && luck.chance(0.5) ? ' / year' : '';
  const whose = luck.chance(0.4) ? ` for ${luck.pick(strategies)}` : '';
  return `${measure}${of} ${rule.relation} ${bound}${yearly}${whose}`;
}
