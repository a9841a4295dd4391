import { describe, expect, it } from 'vitest';
import { InvariantError } from '../../src/base/invariant.js';
import { logitNormal, logitNormalFromInterval } from '../../src/random/logit-normal.js';
import { within } from './within.js';

describe('logit-normal', () => {
  // Worked out at 30 digits with mpmath 1.3: integrals over the normal law.
  it.each([
    {
      parameters: { mu: -3, sigma: 1 },
      quantiles: [0.009519445553572533, 0.04742587317756678, 0.2050302762971757],
      mean: 0.06932385800428577,
      sd: 0.06852880151640062,
    },
    {
      parameters: { mu: 0.5, sigma: 2.5 },
      quantiles: [0.02628464555916083, 0.6224593312018546, 0.9901670440801342],
      mean: 0.5652366280850744,
      sd: 0.34127621993878815,
    },
    {
      parameters: { mu: -8, sigma: 8.4 },
      quantiles: [3.3504024173780115e-10, 0.0003353501304664781, 0.9970316328185829],
      mean: 0.1758963164674445,
      sd: 0.33891289192718815,
    },
  ])('has the values of theory for $parameters', ({ parameters, quantiles, mean, sd }) => {
    const law = logitNormal(parameters);
    [0.05, 0.5, 0.95].forEach((u, i) => {
      within(1e-13, law.quantile(u), quantiles[i]!);
      within(1e-13, law.cdf(quantiles[i]!), u);
    });
    within(1e-13, law.mean, mean);
    within(1e-13, law.sd, sd);
  });

  // E[X] at mu + sigma^2 is 1 - E[X] / e^(mu + sigma^2 / 2) at mu, and 1/2 at mu = 0.
  it.each([0.01, 0.3, 1, 3, 8, 20])('has the mean in closed form where mu is %f^2', (sigma) => {
    const square = sigma * sigma;
    within(1e-13, logitNormal({ mu: 0, sigma }).mean, 0.5);
    within(1e-13, logitNormal({ mu: square, sigma }).mean, 1 - 0.5 * Math.exp(-square / 2));
    within(1e-13, logitNormal({ mu: -square, sigma }).mean, 0.5 * Math.exp(-square / 2));
  });

  it('is the lognormal law where all its shares are tiny', () => {
    const rare = logitNormal({ mu: -40, sigma: 2 });
    within(1e-12, rare.mean, Math.exp(-38));
    within(1e-12, rare.sd, Math.exp(-38) * Math.sqrt(Math.expm1(4)));
  });

  it('is a coin between its ends where it is widest', () => {
    const coin = logitNormal({ mu: 0, sigma: 1000 });
    within(1e-12, coin.mean, 0.5);
    within(1e-3, coin.sd, 0.5);
  });

  // Worked out at 40 digits with mpmath 1.3.
  it.each([
    [{ mu: -2, sigma: 0.5 }, 0.02931223075135632, 0.09983389604203947],
    [{ mu: -2, sigma: 0.5 }, 0.5, 0.028045222524850755],
    [{ mu: -20, sigma: 2 }, 1.522997951276035e-8, 6.553413309572292e-8],
    [{ mu: -20, sigma: 2 }, 6.144174602214718e-6, 4.795646421025101e-6],
    [{ mu: 0.5, sigma: 20 }, 7.484622751061123e-5, 0.7373919173875693],
    [{ mu: 1, sigma: 3 }, 0.9820137900379085, 0.011446369132057255],
    [{ mu: 0, sigma: 1 }, 0.9820137900379085, 0.0032904814132302014],
  ])('with %j expects what theory says beyond %f', (parameters, x, left) => {
    within(1e-13, logitNormal(parameters).meanBeyond(x), left);
  });

  it.each([
    { mu: NaN, sigma: 1 },
    { mu: 1001, sigma: 1 },
    { mu: -Infinity, sigma: 1 },
    { mu: 0, sigma: 0 },
    { mu: 0, sigma: -1 },
    { mu: 0, sigma: NaN },
    { mu: 0, sigma: 1001 },
  ])('is refused for mu $mu, sigma $sigma', (parameters) => {
    expect(() => logitNormal(parameters)).toThrow(InvariantError);
  });
});

describe('logit-normal from an interval', () => {
  it('has 5 % below and 5 % above the interval that it was made from', () => {
    const risk = logitNormalFromInterval({ low: 0.01, high: 0.1 });
    within(1e-14, risk.quantile(0.05), 0.01);
    within(1e-14, risk.quantile(0.95), 0.1);
  });

  it('takes any interval of doubles inside (0, 1)', () => {
    const wide = logitNormalFromInterval({ low: 5e-324, high: 1 - 2 ** -53 });
    expect(wide.mean).toBeGreaterThan(0);
    expect(wide.mean).toBeLessThan(1);
    expect(wide.cdf(5e-324)).toBeCloseTo(0.05, 12);
  });

  it.each([
    { low: 0, high: 0.5 },
    { low: 0.5, high: 1 },
    { low: 0.5, high: 0.5 },
    { low: 0.6, high: 0.5 },
    { low: NaN, high: 0.5 },
    { low: 0.5, high: NaN },
  ])('is refused from $low to $high', (ends) => {
    expect(() => logitNormalFromInterval(ends)).toThrow(InvariantError);
  });
});
