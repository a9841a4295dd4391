import type { Form, MappingForm } from '../../src/input/form/form.js';
import { SCENARIO_FORM } from '../../src/input/scenario.js';
import {
  anyOfForm,
  type FormMaker,
  instantText,
  type Making,
  mappingOf,
  valueOfForm,
} from './from-form.js';
import { gateText } from './gate-text.js';
import { castOf, type Cast, CLASSES, namesOf, pairsOf, SERVERS } from './cast.js';
import type { Luck } from './luck.js';
import { strikes, threats } from './threat-parts.js';
import { strategies } from './strategy-parts.js';
import { standbyReplication } from './replication-parts.js';
import { backupPolicies, failoverSteps, restoreSteps, retentionOf } from './recovery-parts.js';

/** A scenario as a tree of values in which all names fit. */
export function scenarioTree(luck: Luck): Record<string, unknown> {
  const cast = castOf(luck);
  const maker: FormMaker = {
    luck,
    currency: luck.chance(0.9) ? cast.currency : (cast.foreign[0] ?? cast.currency),
    makers: makersOf(cast),
    namesOf: (kind) => namesOf(kind, cast),
  };
  return mappingOf(FORM, maker, '', {
    horizon: horizonText(cast),
    currency: cast.currency,
    start: instantText(cast.start, maker).slice(0, 10),
    exchange: cast.foreign.length === 0 ? undefined : part('exchange', maker),
    ...(cast.sites.length > 1 && { links: part('links', maker) }),
    ...(!cast.priced && { prices: undefined }),
    trials: luck.chance(0.5) ? 1 + luck.below(5000) : undefined,
  });
}

const FORM = SCENARIO_FORM as MappingForm;
const part = (key: string, maker: FormMaker) => valueOfForm(FORM.keys[key]!.form, maker, key);

const horizonText = ({ horizonYears: years }: Cast) =>
  years < 1 ? `${Math.ceil(years * 365)} days` : `${years} years`;

/** What must fit to the rest, by path. */
function makersOf(cast: Cast): ReadonlyMap<string, Making> {
  return new Map<string, Making>([
    ['exchange', (form, maker) => exchange(form, maker, cast)],
    ['prices', () => 'aws'],
    ['sites', (form, maker, at) => sitesOf(form, maker, at, cast)],
    ['sites.*.region', (_, maker) => region(maker)],
    ['links', (form, maker, at) => links(form, maker, at, cast)],
    ['services', (form, maker, at) => services(form, maker, at, cast)],
    ['services.*.writes.profile', profile],
    ['services.*.load', profile],
    ['services.*.revenue.profile', profile],
    ['threats', (form, maker, at) => threats(form, maker, at, cast)],
    ['services.*.servers.type', (_, { luck }) => luck.pick(cast.priced ? SERVERS : ['any'])],
    ['threats[].strikes', (_, maker) => strikes(maker, cast)],
    ['strategies', (form, maker, at) => strategies(form, maker, at, cast)],
    ['strategies.*.standby.from', () => undefined],
    ['strategies.*.standby.replication', standbyReplication],
    ['strategies.*.failover.steps', failoverSteps],
    ['strategies.*.restore.steps', restoreSteps],
    ['strategies.*.backups', (form, maker, at) => backupPolicies(form, maker, at, cast)],
    ['strategies.*.backups.keep', retentionOf],
    ['strategies.*.backups.window.days', openDays],
    ['strategies.*.backups.storage', storage],
    ['strategies.*.backups.copies[].storage', storage],
    ['gates', (_, maker) => maker.luck.times(1 + maker.luck.below(3), () => gateText(maker, cast))],
    ['readiness.accepted[].finding', (_, { luck }) => luck.pick(FINDINGS)],
  ]);
}

const FINDINGS = ['never-tested', 'no-objective', 'one-account', 'single-link', 'no-such-finding'];

const openDays: Making = (_, { luck }) => luck.pick([undefined, ['mon'], ['sat', 'sun']]);

const storage: Making = (_, { luck }) => luck.pick(CLASSES);

function sitesOf(form: Form, maker: FormMaker, at: string, cast: Cast) {
  if (form.kind !== 'named') return undefined;
  const each = form.each as MappingForm;
  const storageOnly = (name: string) =>
    cast.running.includes(name) ? maker.luck.pick([undefined, false]) : true;
  return Object.fromEntries(
    cast.sites.map((name) => [
      name,
      mappingOf(each, maker, `${at}.*`, { storageOnly: storageOnly(name) }),
    ]),
  );
}

function exchange(form: Form, maker: FormMaker, { foreign, currency }: Cast) {
  if (form.kind !== 'named') return undefined;
  const rate = () => `${Number(maker.luck.scale(0.01, 100).toPrecision(3))} ${currency}`;
  const each = form.each as MappingForm;
  return Object.fromEntries(
    foreign.map((code) => [code, mappingOf(each, maker, 'exchange.*', { rate: rate() })]),
  );
}

function region({ luck }: FormMaker): string {
  return luck.pick(['aws/us-east-1', 'aws/us-east-2', 'aws/eu-west-1', 'own hall', 'campus']);
}

/** Every pair of sites is linked, so that whatever has to flow can. */
function links(form: Form, maker: FormMaker, at: string, { sites }: Cast) {
  if (form.kind !== 'named' || sites.length < 2) return undefined;
  const each = form.each as MappingForm;
  return Object.fromEntries(
    pairsOf(sites).map(([one, other]) => {
      const plain = maker.luck.chance(0.2) && !`${one}${other}`.includes('-');
      const between = plain ? undefined : [one, other];
      const bandwidth = maker.luck.chance(0.8) ? `${1 + maker.luck.below(99)} Gbit/s` : undefined;
      const given = { between, latency: '5 ms', ...(bandwidth && { bandwidth }) };
      return [`${one}-${other}`, mappingOf(each, maker, `${at}.*`, given)];
    }),
  );
}

function services(form: Form, maker: FormMaker, at: string, cast: Cast) {
  if (form.kind !== 'named') return undefined;
  const each = form.each as MappingForm;
  return Object.fromEntries(
    cast.services.map((name, number) => {
      const before = cast.services.slice(0, number);
      const dependsOn = before.filter(() => maker.luck.chance(0.4));
      const objectives = { rto: '4 h', rpo: '1 h' };
      const given = { dependsOn: dependsOn.length > 0 ? dependsOn : undefined };
      const asked = maker.luck.chance(0.5) && { objectives };
      return [name, mappingOf(each, maker, `${at}.*`, { ...given, ...asked })];
    }),
  );
}

const profile: Making = (form, maker, at) => {
  const { luck } = maker;
  const hours = () => luck.times(24, (hour) => (hour % 2 === 0 ? 0.5 : 1.5));
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  if (luck.chance(0.6)) return luck.pick(['flat', 'retail-week']);
  return luck.pick<() => unknown>([
    () => ({ hours168: luck.times(168, () => luck.below(2)).with(0, 1) }),
    () => ({ hours168: luck.times(168, () => luck.below(9) + 1) }),
    () => ({ days: Object.fromEntries(days.map((day) => [day, 1])), hours: hours() }),
    () => anyOfForm(form, maker, at),
  ])();
};
