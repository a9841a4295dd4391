import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulative, internalRate, payback, presentValue } from '../../src/price/cash-flows.js';
import { discountFactors, flowTimes } from '../../src/price/discounting.js';

const years = (count: number) => Array.from({ length: count }, (_, year) => year);

describe('discounting', () => {
  test('money flows at once and at year ends, a last part-year at its own end', () => {
    expect(flowTimes(3)).toEqual([0, 1, 2, 3]);
    expect(flowTimes(2.5)).toEqual([0, 1, 2, 2.5]);
    expect(flowTimes(0.25)).toEqual([0, 0.25]);
  });

  test('is (1 + r)^-t, also for the part-year', () => {
    const factors = discountFactors(0.1, [0, 1, 2, 2.5]);
    [1, 1.1 ** -1, 1.1 ** -2, 1.1 ** -2.5].forEach((factor, i) => {
      expect(factors[i]).toBeCloseTo(factor, 14);
    });
  });

  test('a rate of 0 leaves amounts as they are', () => {
    expect([...discountFactors(0, [0, 1, 1.5])]).toEqual([1, 1, 1]);
  });

  test('a net present value is what spreadsheets say', () => {
    // =-10000+NPV(10%;3000;4200;6800), the example of a spreadsheet's manual, a year later.
    const flows = [-10_000, 3_000, 4_200, 6_800];
    const worth = presentValue(flows, discountFactors(0.1, years(4)));
    expect(worth).toBeCloseTo(1_307.2877535687, 9);
    expect(presentValue(flows, discountFactors(0.11, years(4)))).not.toBeCloseTo(1_307.29, 0);
  });
});

describe('internal rate of return', () => {
  test('is what spreadsheets say', () => {
    const flows = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];
    expect(internalRate(flows, years(6))).toBeCloseTo(0.08663094803653, 12);
    expect(internalRate(flows.slice(0, 5), years(5))).toBeCloseTo(-0.02124484827341, 12);
  });

  test.each([
    ['nothing flows', [0, 0, 0], 'no sign change'],
    ['nothing comes back', [-1, -1, 0], 'no sign change'],
    ['nothing is paid', [0, 3, 4], 'no sign change'],
    ['two rates would do', [-100, 230, -132], 'several sign changes'],
    ['money is lent by the strategy', [100, -60, -60], 'earns first, pays later'],
    ['next to nothing is paid for a fortune', [-1, 1e9], 'beyond measure'],
  ])('is refused where %s', (_, flows, why) => {
    expect(internalRate(flows, years(flows.length))).toBe(why);
  });

  test('is the rate at which the flows are worth nothing, whatever they are', () => {
    const amount = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 2, maxLength: 9 }), (paid, back) => {
        const flows = [-paid, ...back];
        const times = flowTimes(back.length - 0.5);
        const rate = internalRate(flows, times);
        if (typeof rate === 'string') return rate === 'beyond measure';
        const scale = back.reduce((sum, one) => sum + one, paid);
        const factors = discountFactors(rate, times);
        const largest = Math.max(...factors);
        return Math.abs(presentValue(flows, factors)) <= 1e-9 * scale * Math.max(1, largest);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('payback', () => {
  test('is linear within the year in which the sum comes back to 0', () => {
    expect(payback([-100, 60, 80], [0, 1, 2])).toBe(1.5);
    expect(payback([-100, 60, 80], [0, 1, 1.5])).toBe(1.25);
  });

  test('counts the last time: a sum that falls below 0 again has not paid back', () => {
    expect(payback([-100, 150, -100, 100], years(4))).toBe(2.5);
    expect(payback([-100, 150, -100], years(3))).toBeNull();
  });

  test('is at once where nothing is ever owed, and never where the sum ends below 0', () => {
    expect(payback([0, 0, 0], years(3))).toBe(0);
    expect(payback([0, 5, -5], years(3))).toBe(0);
    expect(payback([-1, 0.5], years(2))).toBeNull();
  });

  test('is the first year end at or after which no sum is below 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 }), (flows) => {
        const sums = cumulative(flows);
        const time = payback(flows, years(flows.length));
        const first = [...sums.keys()].find((k) => sums.subarray(k).every((sum) => sum >= 0));
        return time === null ? first === undefined : Math.ceil(time) === first;
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
