// What the peers need: Debian's SimPy, a C++ compiler. Installed where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';

const PYTHON = '/usr/bin/python3';

const works = (command, ...args) => spawnSync(command, args).status === 0;

const install = (name) => works('apt-get', 'install', '-y', name);

/** Tries apt-get, which only root may call. */
function installed(name, check) {
  if (check()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.stdout.write(`installing ${name} with apt-get\n`);
  if (!install(name) && works('apt-get', 'update')) install(name);
  return check();
}

/** @returns both SimPy variants, or why there are none */
export function simpyPeers() {
  const found = installed('python3-simpy3', () => works(PYTHON, '-c', 'import simpy'));
  if (!found) return [{ skipped: `SimPy (apt-get install python3-simpy3, for ${PYTHON})` }];
  return [
    { name: 'SimPy, backups when asked for', variant: 'lazy' },
    { name: 'SimPy, every backup an event', variant: 'events' },
  ].map(({ name, variant }) => ({
    name,
    run: [PYTHON, 'bench/peers/r1_simpy.py', variant],
  }));
}

/** @param out folder for the program @returns the C++ peer, or why there is none */
export function cppPeer(out) {
  if (!installed('g++', () => works('g++', '--version'))) return { skipped: 'C++ (g++)' };
  const program = `${out}/r1`;
  mkdirSync(out, { recursive: true });
  if (!works('g++', '-O2', '-std=c++17', '-o', program, 'bench/peers/r1.cpp')) {
    return { skipped: 'C++: g++ could not build bench/peers/r1.cpp' };
  }
  return { name: 'C++ -O2, backups when asked for', run: [program] };
}
