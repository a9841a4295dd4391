import { existsSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { EXIT, type Failure, isSystemError, wrongInput } from './failure.js';
import type { InitCall } from './init-options.js';
import {
  answerProblem,
  type Answers,
  answersFrom,
  type Question,
  QUESTIONS,
} from './init-questions.js';
import { shippedCatalogue } from './read-files.js';
import { Starter } from './starter.js';

/** What those get who name none. */
const USUAL = { file: 'scenario.yaml', template: 'two-sites' };

/** Stdout is for the scenario alone. */
const TERMINAL = { input: process.stdin, output: process.stderr };

/** `drsim init`: writes a scenario to start from. @returns the exit code */
export async function init(call: InitCall): Promise<number> {
  const { file = USUAL.file, template, force } = call;
  const printing = file === '';
  if (!printing && !force && existsSync(file)) throw isThere(file);
  const starter = new Starter(template ?? USUAL.template, shippedCatalogue());
  const asking = template === undefined && isatty(0) && isatty(2);
  const given = givenIn(call);
  refuseWrong(starter, asking ? given : withDue(starter, given));
  const answers = asking ? await answersFrom(TERMINAL, starter, given) : given;
  const { text, notes } = starter.finished(answers, printing ? USUAL.file : file);
  if (printing) process.stdout.write(text);
  else write(file, text, force);
  for (const note of notes) process.stderr.write(`${note}\n`);
  return EXIT.done;
}

function givenIn(call: InitCall): Answers {
  return Object.fromEntries(
    QUESTIONS.map(({ key }) => [key, call[key]?.trim()]).filter(
      ([, answer]) => answer !== undefined,
    ),
  ) as Answers;
}

/** Where nobody can be asked, what has no usual answer counts as left empty. */
function withDue(starter: Starter, given: Answers): Answers {
  const due = QUESTIONS.filter(
    (question) => starter.asksFor(question, given) && starter.usual(question, given) === '',
  );
  return { ...Object.fromEntries(due.map(({ key }) => [key, ''])), ...given };
}

function refuseWrong(starter: Starter, given: Answers): void {
  const answered = QUESTIONS.filter(({ key }) => given[key] !== undefined);
  const wrong = answered.flatMap((question) => faultsOf(question, given, starter));
  if (wrong.length > 0) throw wrongInput(wrong.join('\n'));
}

function faultsOf(question: Question, given: Answers, starter: Starter): string[] {
  const option = `--${question.flag}`;
  if (!starter.asksFor(question, given)) {
    return [`${option}\n  expected  no such option: the price list is in the same currency`];
  }
  if (question.key === 'exchange' && given.exchange === '') {
    const { currency = '' } = given;
    return [
      `${option}\n  expected  what one ${starter.currency} of the price list is worth in ${currency}\n` +
        `  got       nothing\n  fix       add --exchange "… ${currency}", as it is today`,
    ];
  }
  return starter.problems(question, given).map((problem) => `${option}\n${answerProblem(problem)}`);
}

function write(file: string, text: string, force: boolean): void {
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    throw isSystemError(error) ? unwritable(file, error) : error;
  }
  process.stderr.write(
    `Written to ${file}. Change what is not so, then:\n` +
      `  drsim check ${file}\n  drsim compare ${file}\n`,
  );
}

const isThere = (file: string): Failure =>
  wrongInput(
    `${file} is there already and was left as it is\n` +
      '  fix  name another file, or add --force to write over it',
  );

function unwritable(file: string, { code, message }: NodeJS.ErrnoException): Failure {
  switch (code) {
    case 'EEXIST':
      return isThere(file);
    case 'ENOENT':
      return wrongInput(`${file} cannot be written: its folder is not there\n  fix  make it first`);
    case 'EISDIR':
      return wrongInput(`${file} is a folder\n  fix  name a file in it`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return wrongInput(`${file} may not be written\n  fix  name a file that you may write`);
    default:
      return wrongInput(`${file} cannot be written: ${message}`);
  }
}
