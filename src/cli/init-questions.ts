import { createInterface } from 'node:readline/promises';
import type { Problem } from '../input/problem.js';
import { printable } from '../present/display-width.js';
import { EXIT, Failure } from './failure.js';

/** Something that a starter asks for, and the place of the answer in every template. */
export interface Question {
  readonly key: string;
  /** Its option on the command line. */
  readonly flag: string;
  readonly ask: string;
  readonly path: readonly string[];
  /** Other paths at which a wrong answer shows. */
  readonly alsoAt?: readonly string[];
}

/** The price lists of the templates are in US dollars. */
const EXCHANGE_RATE = ['exchange', 'USD', 'rate'];

/** In the order in which they are asked: amounts of money come after their currency. */
export const QUESTIONS = [
  { key: 'name', flag: 'name', ask: 'Name of the scenario', path: ['name'] },
  {
    key: 'currency',
    flag: 'currency',
    ask: 'Currency of all amounts, by its three letters',
    path: ['currency'],
  },
  {
    key: 'exchange',
    flag: 'exchange',
    ask: 'Worth of one unit of the price list’s currency, such as 0.92 EUR',
    path: EXCHANGE_RATE,
    alsoAt: ['exchange', 'exchange.USD', 'prices'],
  },
  {
    key: 'region',
    flag: 'region',
    ask: 'Region of the main site: provider/region, or a name of your own',
    path: ['sites', 'main', 'region'],
  },
  {
    key: 'secondRegion',
    flag: 'second-region',
    ask: 'Region of the second site',
    path: ['sites', 'second', 'region'],
  },
  {
    key: 'dataSize',
    flag: 'data-size',
    ask: 'Data that the service keeps',
    path: ['services', 'app', 'data', 'size'],
  },
  {
    key: 'revenue',
    flag: 'revenue',
    ask: 'Revenue that stops while it is down',
    path: ['services', 'app', 'revenue', 'mean'],
  },
  {
    key: 'rto',
    flag: 'rto',
    ask: 'RTO: it should be back within',
    path: ['services', 'app', 'objectives', 'rto'],
  },
  {
    key: 'rpo',
    flag: 'rpo',
    ask: 'RPO: writes lost at most',
    path: ['services', 'app', 'objectives', 'rpo'],
  },
] as const satisfies readonly Question[];

/** Answers by the keys of their questions; undefined where the template's own will do. */
export type Answers = Readonly<Partial<Record<(typeof QUESTIONS)[number]['key'], string>>>;

/** What stands in a starter with these answers, and what is wrong with one of them. */
export interface Draft {
  /** Whether the scenario has a place for the answer. */
  asksFor(question: Question, answers: Answers): boolean;
  /** Empty where there is no usual answer. */
  usual(question: Question, answers: Answers): string;
  problems(question: Question, answers: Answers): readonly Problem[];
}

/** Where questions are put, and where the answers come from. */
export interface Conversation {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Asks for what was not answered yet; an answer that cannot be read is asked again.
 *
 * @throws Failure when the input ends before the questions do, as with Ctrl-C or Ctrl-D
 */
export async function answersFrom(
  { input, output }: Conversation,
  draft: Draft,
  given: Answers,
): Promise<Answers> {
  const terminal = createInterface({ input, output });
  // One reader for all lines: what is pasted in one go must not be lost between two questions.
  const lines = terminal[Symbol.asyncIterator]();
  const answerTo = async (prompt: string): Promise<string> => {
    terminal.setPrompt(prompt);
    terminal.prompt();
    const line = await lines.next();
    if (line.done === true) throw new Failure('\nstopped: nothing was written', EXIT.interrupted);
    return line.value.trim();
  };
  output.write('Enter takes what stands in [brackets]; Ctrl-C stops.\n\n');
  let answers = given;
  try {
    for (const question of QUESTIONS) {
      if (answers[question.key] !== undefined || !draft.asksFor(question, answers)) continue;
      const usual = draft.usual(question, answers);
      const prompt = usual === '' ? question.ask : `${question.ask} [${printable(usual)}]`;
      for (let open = true; open;) {
        const typed = await answerTo(`${prompt}: `);
        const all = { ...answers, [question.key]: typed || usual };
        const problems = draft.problems(question, all);
        open = problems.length > 0;
        if (open) output.write(`${problems.map(answerProblem).join('\n')}\n`);
        else answers = all;
      }
    }
  } finally {
    terminal.close();
  }
  return answers;
}

/** What is wrong with an answer, in the words that the same mistake has in a file. */
export function answerProblem({ expected, got, fix }: Problem): string {
  const lines = [`  expected  ${printable(expected)}`, `  got       ${printable(got)}`];
  return [...lines, ...(fix === undefined ? [] : [`  fix       ${printable(fix)}`])].join('\n');
}
