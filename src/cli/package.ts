import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder that drsim is installed in. */
export const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** The version of this drsim. */
export function drsimVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
