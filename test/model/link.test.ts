import { expect, test } from 'vitest';
import { bytesPerSecond, ms, share } from '../../src/base/units.js';
import { joins, type Link } from '../../src/model/link.js';
import { point } from '../../src/random/point.js';

test('a link joins its two ends, both ways alike, and nothing else', () => {
  const link: Link = {
    name: 'virginia-ohio',
    ends: ['virginia', 'ohio'],
    bandwidth: { law: point(bytesPerSecond(125e6)), drawn: 'once' },
    efficiency: { law: point(share(0.945)), drawn: 'once' },
    latency: { law: point(ms(6)), drawn: 'once' },
  };
  expect(joins(link, 'virginia', 'ohio')).toBe(true);
  expect(joins(link, 'ohio', 'virginia')).toBe(true);
  expect(joins(link, 'virginia', 'virginia')).toBe(false);
  expect(joins(link, 'virginia', 'oregon')).toBe(false);
});
