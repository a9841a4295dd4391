import { run, scenarioFrom } from '../../running.js';
import { check } from '../check.js';
import { deviationOf, exact, type Figure, type Measured, meanOf, sigma } from '../figure.js';
import { exponential, lognormal, weibull } from '../families/laws.js';
import { availabilityAt, type Repairable, unavailability } from '../families/repairable.js';
import { meanOver, occupation } from '../families/sharing.js';

const of1 = { units: 1, needed: 1 };
const upOf = ({ mean, se }: Measured): Measured => ({ mean: 1 - mean, se });

const redundant = check<{ alpha: number; redundant_subsystems: number }, { availability: number }>(
  ({ alpha, redundant_subsystems: units }, { availability }) => {
    // What matters is the ratio of the times.
    const [up, repair] = [exponential(100 * alpha), exponential(100 * (1 - alpha))];
    const down = unavailability({ units, needed: 1, up, repair, horizon: 8760 }, 500);
    return [sigma('availability', availability, upOf(meanOf(down)))];
  },
);

interface Unit {
  readonly MTTF_h: number;
  readonly MTTR_h: number;
}

const lawsOf = ({ MTTF_h, MTTR_h }: Unit) => ({
  up: exponential(MTTF_h),
  repair: exponential(MTTR_h),
});

const transient = check<
  Unit & { t_h: readonly number[] },
  { steady: number; A_t: readonly number[]; mean_downtime_8760h: number }
>((inputs, expected) => {
  const unit = { ...of1, ...lawsOf(inputs) };
  const long = unavailability({ ...unit, horizon: 876_600 }, 40);
  const hours = inputs.t_h;
  const early = { ...unit, horizon: Math.max(...hours) + 1 };
  const at = availabilityAt(early, { hours, trials: 10_000 });
  const year = unavailability({ ...unit, horizon: 8760 }, 1000);
  return [
    sigma('steady availability', expected.steady, upOf(meanOf(long))),
    ...hours.map((hour, i) => {
      const p = expected.A_t[i]!;
      const se = Math.sqrt((p * (1 - p)) / 10_000);
      return sigma(`availability at ${hour} h`, p, { mean: at[i]!.mean, se });
    }),
    sigma(
      'hours down in 8,760',
      expected.mean_downtime_8760h,
      meanOf(year.map((share) => 8760 * share)),
    ),
  ];
});

interface Repaired extends Unit {
  readonly units: number;
  readonly needed: number;
}

/** Of as many crews as units each unit is repaired by itself; fewer share a link as jobs do. */
function downWith(inputs: Repaired, crews: number): Measured {
  const { units, needed, MTTF_h, MTTR_h } = inputs;
  if (crews >= units) {
    const system: Repairable = { units, needed, ...lawsOf(inputs), horizon: 87_660 };
    return meanOf(unavailability(system, Math.ceil(800 / units)));
  }
  const gap = (under: number) => (under === units ? Infinity : MTTF_h / (units - under));
  const shares = Array.from({ length: 80 }, (_, trial) => {
    const seconds = occupation({ servers: crews, service: MTTR_h, gap }, { jobs: 4000, trial });
    return meanOver(seconds, (under) => (units - under < needed ? 1 : 0));
  });
  return meanOf(shares);
}

const crewsOfTwo = check<Repaired, { unavail_two_crews: number; unavail_one_crew: number }>(
  (inputs, expected) => [
    sigma('unavailability, a crew for each', expected.unavail_two_crews, downWith(inputs, 2)),
    sigma('unavailability, one crew', expected.unavail_one_crew, downWith(inputs, 1)),
  ],
);

const repairmen = check<
  Repaired & { crews: readonly number[] },
  { availability: Readonly<Record<string, number>> }
>((inputs, { availability }) =>
  inputs.crews.map((crews) =>
    sigma(
      `availability, ${crews} ${crews === 1 ? 'crew' : 'crews'}`,
      availability[crews]!,
      upOf(downWith(inputs, crews)),
    ),
  ),
);

const numbersIn = (text: string) =>
  [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([found]) => Number(found));

const renewal = check<
  { uptime: string; repair: string; horizon_h: number },
  { availability: number; asymptotic_sd_of_downtime_h: number }
>(({ uptime, repair, horizon_h: published }, expected) => {
  const [shape, mean] = numbersIn(uptime);
  const [away, sd] = numbersIn(repair);
  const horizon = 438_300;
  const down = unavailability(
    {
      ...of1,
      up: weibull({ shape: shape!, mean: mean! }),
      repair: lognormal({ mean: away!, sd: sd! }),
      horizon,
    },
    320,
  );
  // The variance of the time down grows with the time.
  const scaled = down.map((share) => share * horizon * Math.sqrt(published / horizon));
  return [
    sigma('availability', expected.availability, upOf(meanOf(down))),
    sigma('sd of hours down', expected.asymptotic_sd_of_downtime_h, deviationOf(scaled)),
  ];
});

const promises = check<
  { availability: readonly number[]; year_h: number },
  { downtime_min_per_year: readonly number[] }
>(({ availability, year_h }, { downtime_min_per_year }) =>
  availability.flatMap((promised, i): Figure[] => {
    const minutes = downtime_min_per_year[i]!;
    const scenario = scenarioFrom(`
name: A year with one outage
horizon: ${year_h} h
currency: USD
sites: { here: {} }
services: { shop: { data: { size: 1 GB } } }
threats:
  - { name: outage, scope: site, strikes: { at: ['2027-03-01'] }, effects: { outage: ${minutes} min } }
strategies: { waiting: { primary: here } }
`);
    const { summary } = run(scenario, { trials: 1, seed: '1' });
    const simulated = summary.strategies['waiting']!.services['shop']!.availability;
    return [exact(`availability with ${minutes} min down`, [promised, simulated])];
  }),
);

/** Checks of the area, by case. */
export const AVAILABILITY = {
  'aws-two-99': redundant,
  'two-state-transient': transient,
  'two-parallel-crews': crewsOfTwo,
  'kofn-repairmen': repairmen,
  'renewal-insensitive': renewal,
  'sla-arithmetic': promises,
};
