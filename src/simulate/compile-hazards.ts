import { domainOf } from '../model/fault-domain.js';
import { absenceOf, type Threat, type Wipe } from '../model/threat.js';
import { type Compiling, hazardName, stepLuck, stepNumber } from './compiling.js';
import { luckOf } from './luck.js';
import type { CutPlan, Hazard, Lasting, WipePlan } from './plan.js';

/** Names of the hazards of a scenario, one for each threat and member of its scope, in order. */
export function hazardNames(threats: readonly Threat[]): readonly string[] {
  return threats.flatMap(({ name, members }) => members.map((member) => hazardName(name, member)));
}

/** The hazards of a scenario, in the order of their names. */
export function hazardsOf(about: Compiling): readonly Hazard[] {
  return about.scenario.threats.flatMap((threat, index) =>
    threat.members.map((member) => hazardOf(about, { threat, index, member })),
  );
}

function hazardOf(
  about: Compiling,
  { threat, index, member }: { threat: Threat; index: number; member: string },
): Hazard {
  const { arrivals, effects, name, scope } = threat;
  const { scenario, parameters, purposes } = about;
  const purpose = hazardName(name, member);
  const sites = scenario.sites.flatMap((site, number) =>
    domainOf(scope, site) === member ? [number] : [],
  );
  return {
    threat: index,
    member,
    sites,
    service: scope === 'service' ? scenario.services.findIndex((one) => one.name === member) : -1,
    account: scope === 'account' ? member : null,
    arrivals:
      arrivals.kind === 'rate'
        ? { kind: 'rate', rate: parameters.add(`threats/${name}/rate`, arrivals.rate) }
        : arrivals,
    gaps: purposes.of(`${purpose}/arrivals`),
    absence: absenceLasting(about, effects, `${purpose}/absence`),
    destroys: effects.destroys !== null,
    cut: effects.partitions && cutOf(about, effects.partitions, { threat, member }),
    corrupts: effects.corrupts && {
      impact: parameters.add(`threats/${name}/impact`, effects.corrupts.impact),
      keepServing: effects.corrupts.keepServing,
    },
    wipes: effects.wipes && wipeOf(about, effects.wipes, { name, purpose }),
    detect: effects.detect && stepLuck(about, 'detect', effects.detect),
  };
}

function absenceLasting(
  { purposes }: Compiling,
  effects: Threat['effects'],
  purpose: string,
): Lasting | null {
  const law = absenceOf(effects);
  if (law === null) return null;
  return { law, luck: luckOf(effects.destroys?.rebuild ?? effects.outage!, purpose, purposes) };
}

function cutOf(
  about: Compiling,
  lasts: NonNullable<Threat['effects']['partitions']>,
  of: { threat: Threat; member: string },
): CutPlan {
  const { purposes, scenario } = about;
  const purpose = hazardName(of.threat.name, of.member);
  const links = linksOf(about, of);
  return {
    luck: luckOf(lasts, `${purpose}/cut`, purposes),
    law: lasts.law,
    links,
    resumes: links.map((link) => purposes.of(`${purpose}/${scenario.links[link]!.name}/resumes`)),
  };
}

/** The link that is struck, or all that end in what is. */
function linksOf(
  { scenario }: Compiling,
  { threat: { scope }, member }: { threat: Threat; member: string },
): readonly number[] {
  return scenario.links.flatMap(({ name, ends }, number) => {
    const struck =
      scope === 'link'
        ? name === member
        : scenario.sites.some(
            (site) => ends.includes(site.name) && domainOf(scope, site) === member,
          );
    return struck ? [number] : [];
  });
}

function wipeOf(
  about: Compiling,
  { replicated, dwell, clean, reinfection, tainted }: Wipe,
  { name, purpose }: { name: string; purpose: string },
): WipePlan {
  const { purposes, parameters, scenario } = about;
  return {
    replicated,
    dwell: dwell && luckOf(dwell, `${purpose}/dwell`, purposes),
    clean: {
      name: 'clean',
      number: stepNumber(about, 'clean/taint'),
      phase: 'clean',
      does: 'takes',
      takes: stepLuck(about, 'clean', clean),
      tail: null,
    },
    reinfection: parameters.add(`threats/${name}/reinfection`, reinfection),
    reinfects: scenario.services.map((service) =>
      purposes.of(`${service.name}/${purpose}/reinfects`),
    ),
    discards: tainted === 'discard',
  };
}
