import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import { dataText } from '../base/amount-text.js';
import type {
  Story,
  StoryEvent,
  StrategyStory,
  ToldDisaster,
  WayBack,
} from '../experiment/explain/story.js';
import { durationOf, grouped, moneyOf, shareOf } from './amounts.js';
import { displayWidth, named, shortened, wrapped } from './display-width.js';
import { roomIn, type TerminalLook } from './terminal-look.js';
import { origin } from './words.js';

/** A story and where it comes from. */
export interface StoryReport {
  readonly title: string;
  readonly scenario: string;
  readonly currency: string;
  readonly seed: string;
  readonly version: string;
  readonly scenarioHash: string;
  /** Why this history: `the worst of 1000 histories`; null where it was asked for by its number. */
  readonly pick: string | null;
  readonly story: Story;
}

/** Columns of the time, and most of the service's name. */
const TIME = 12;
const SERVICE = 14;
/** Ways back that are named beside the one that was chosen. */
const REJECTED = 4;

/** What happened to each strategy, line by line, for a terminal. */
export function storyTable(report: StoryReport, look: TerminalLook): string {
  const paint = pc.createColors(look.colour);
  const room = roomIn(look);
  const lines = [
    ...wrapped(headOf(report), room).map(paint.bold),
    ...wrapped(`seed ${named(report.seed)}, ${origin(report)}`, room).map(paint.dim),
    '',
    ...disasterLines(report.story, room),
  ];
  for (const strategy of report.story.disasters.length === 0 ? [] : report.story.strategies) {
    lines.push('', paint.bold(shortened(named(strategy.name), room)));
    lines.push(...strategyLines(strategy, report, { room, paint }));
  }
  return `${lines.join('\n')}\n`;
}

const headOf = ({ title, pick, story }: StoryReport) =>
  `${named(title)}: history ${story.trial}${pick === null ? '' : `, ${pick}`}`;

function disasterLines({ disasters, others }: Story, room: number): string[] {
  if (disasters.length === 0) {
    return wrapped(
      'Nothing that was asked for touches a service in this history. Leave --trial out to see the worst one.',
      room,
    );
  }
  const lines = disasters.flatMap((disaster) => wrapped(disasterText(disaster), room, 2));
  if (others === 0) return lines;
  const more =
    others === 1 ? '1 other disaster touches' : `${grouped(others)} other disasters touch`;
  return [...lines, ...wrapped(`${more} a service in this history; --all tells of all.`, room)];
}

function disasterText(disaster: ToldDisaster): string {
  const { date, threat, member, absence, destroys, cut, dwell } = disaster;
  const what = [
    absence !== null &&
      `${destroys ? 'destroyed, rebuilt after' : 'away for'} ${durationOf(absence)}`,
    cut !== null && `links cut for ${durationOf(cut)}`,
    dwell !== null && `intruder in for ${durationOf(dwell)} before`,
  ].filter((part) => part !== false);
  const how = what.length === 0 ? '' : `: ${what.join(', ')}`;
  return `T = ${dateText(date)} UTC, ${named(threat)} of ${named(member)}${how}`;
}

/** `2027-03-02 04:12:09` */
const dateText = (iso: string) => iso.slice(0, 19).replace('T', ' ');

interface Look {
  readonly room: number;
  readonly paint: Colors;
}

function strategyLines(
  { events, incidents, loss }: StrategyStory,
  { currency }: StoryReport,
  { room, paint }: Look,
): string[] {
  if (events.length === 0) return ['  nothing of it is touched'];
  const names = [...new Set(events.map((event) => event.service))];
  const told = togetherOf(events, currency).map((line) => ({
    ...line,
    who:
      line.services.length > 1 && line.services.length === names.length
        ? 'all'
        : line.services.map(named).join(', '),
  }));
  const longest = Math.max(...told.map(({ who }) => displayWidth(who)));
  const width = Math.min(SERVICE, longest) + 2;
  const edge = ' '.repeat(2 + TIME + width);
  const lines = told.flatMap(({ after, who, text, notes }) => {
    const time = `T+${durationOf(after)}`.padEnd(TIME);
    const name = shortened(who, width - 2);
    const pad = ' '.repeat(width - displayWidth(name));
    const [first = '', ...more] = wrapped(text, room - edge.length, 2);
    const further = notes.flatMap((one) => wrapped(one, room - edge.length - 2, 4));
    return [
      `  ${paint.dim(time)}${name}${pad}${first}`,
      ...more.map((line) => edge + line),
      ...further.map((line) => `${edge}  ${paint.dim(line)}`),
    ];
  });
  const sums = incidents
    .filter(({ absorbed }) => !absorbed)
    .map(({ service: name, rta, rpa }) => {
      return `${named(name)}: RTO ${durationOf(rta)}, ${lossText(rpa)}`;
    });
  const money = `downtime ${moneyOf(loss.downtime, currency)}, data ${moneyOf(loss.data, currency)}, recovery ${moneyOf(loss.recovery, currency)}`;
  return [
    ...lines,
    ...wrapped([...sums, money].join('; '), room - 2, 2).map((line) => `  ${paint.bold(line)}`),
  ];
}

/** A line, and of which services it holds at that instant. */
interface StoryLine {
  readonly at: number;
  readonly after: number;
  readonly services: readonly string[];
  readonly text: string;
  readonly notes: readonly string[];
}

/** One line for what happens to several services in the same way at the same instant. */
function togetherOf(events: readonly StoryEvent[], currency: string): readonly StoryLine[] {
  const lines: StoryLine[] = [];
  for (const event of events) {
    const { at, after, service } = event;
    const text = eventText(event, currency);
    const notes = event.kind === 'chose' ? rejectedTexts(event.rejected, currency) : [];
    const line = { at, after, services: [service], text, notes };
    const place = lines.findLastIndex((one) => one.at === at && one.text === text);
    const other = notes.length === 0 && place >= 0 ? lines[place]! : null;
    if (other && !other.services.includes(service)) {
      lines[place] = { ...other, services: [...other.services, service] };
    } else lines.push(line);
  }
  return lines;
}

function eventText(event: StoryEvent, currency: string): string {
  switch (event.kind) {
    case 'struck':
      return `struck: ${named(event.threat)} of ${named(event.member)}`;
    case 'exposed':
      return `goes on, but loses a copy: ${named(event.threat)} of ${named(event.member)}`;
    case 'noticed':
      return 'somebody notices';
    case 'whole':
      return 'back at full capacity';
    case 'level':
      return levelText(event.level, event.phase);
    case 'chose':
      return `chosen: ${wayText(event.choice, currency)}`;
    case 'recovered':
      return recoveredText(event);
    case 'moved': {
      const what = event.policy === null ? 'copy seeded' : `read from ${named(event.policy)}`;
      return `${what}: ${dataText(event.bytes)} from ${named(event.from)} to ${named(event.to)}`;
    }
  }
}

function levelText(level: number, phase: string | null): string {
  const serves = level === 0 ? 'down' : `serves at ${shareOf(level)}`;
  return phase === null ? serves : `${serves}, ${phase}`;
}

function recoveredText({ via, site, lost }: StoryEvent & { kind: 'recovered' }): string {
  return `accepts traffic at ${named(site)} (${VIA[via]}), ${lossText(lost)}`;
}

/** @param age of the writes lost, in seconds; null where all data is */
function lossText(age: number | null): string {
  if (age === null) return 'all data lost';
  return age === 0 ? 'nothing lost' : `${durationOf(age)} of writes lost`;
}

const VIA = {
  wait: 'waited',
  failover: 'failover',
  restore: 'restore',
  nothing: 'start from nothing',
} as const;

/** `restore at b from daily in c (state 2.1 h old): 5.1 h, 1.2 h of writes, 34.1k USD` */
function wayText({ via, site, store, time, loss, cost }: WayBack, currency: string): string {
  const from = store === null ? '' : ` from ${named(store.policy)} in ${named(store.site)}`;
  const where = via === 'wait' ? `wait for ${named(site)}` : `${VIA[via]} at ${named(site)}${from}`;
  const price = cost === null ? '' : `, ${moneyOf(cost, currency)}`;
  return `${where}; expected: back in ${durationOf(time)}, ${lossText(loss)}${price}`;
}

function rejectedTexts(rejected: readonly WayBack[], currency: string): string[] {
  const texts = rejected.slice(0, REJECTED).map((way) => `not: ${wayText(way, currency)}`);
  const more = rejected.length - texts.length;
  return more > 0
    ? [...texts, `and ${grouped(more)} dearer ${more === 1 ? 'way' : 'ways'} back`]
    : texts;
}
