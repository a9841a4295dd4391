/** What a command ends with (design §9). */
export const EXIT = {
  done: 0,
  worldFailed: 1,
  wrongInput: 2,
  ourMistake: 70,
  gate: 99,
  interrupted: 130,
} as const;

/** Ends the command with a message for the user and an exit code, never with a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The user's call or input is wrong: says what, and how to mend it. */
export const wrongInput = (message: string) => new Failure(message, EXIT.wrongInput);

/** Whether an error comes from the system, with a code such as ENOENT. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
