/** Our own mistake, not the user's: the run stops at once, exit code 70, with the command to replay it. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/**
 * Stops the run when our own code is wrong. Always on.
 *
 * @param condition must be true; write it so that NaN makes it false
 * @param say the broken rule with the offending values; only called on failure
 * @throws InvariantError
 */
export function invariant(condition: boolean, say: () => string): asserts condition {
  if (!condition) throw new InvariantError(say());
}
