import { listed } from '../../base/listed.js';
import type { Service } from '../../model/service.js';
import { span } from './words.js';

/** `orders and identity ask for an RPO of 5 min`; different ones are told one by one. */
export function asksFor(services: readonly Service[], objective: 'rto' | 'rpo'): string {
  const word = `an ${objective.toUpperCase()} of`;
  const asked = services.map(({ name, objectives }) => ({ name, time: objectives[objective]! }));
  const [first] = asked;
  const names = listed(asked.map(({ name }) => name));
  if (asked.every(({ time }) => time === first?.time)) {
    return `${names} ${asked.length === 1 ? 'asks' : 'ask'} for ${word} ${span(first?.time ?? 0)}`;
  }
  return listed(asked.map(({ name, time }) => `${name} asks for ${word} ${span(time)}`));
}
