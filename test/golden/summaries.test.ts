import { expect, test } from 'vitest';
import { run, SHIPPED, shipped } from '../running.js';

/** Few enough to be quick; the figures are pinned, not judged. */
const TRIALS = 300;

test.each(SHIPPED)('%s gives the same summary as before, to the last bit', async (name) => {
  const { summary } = run(shipped(name), { trials: TRIALS, seed: 'golden' });
  const { assumptions, ...figures } = summary;
  expect(assumptions.length).toBeGreaterThan(0);
  await expect(`${JSON.stringify(figures, null, 1)}\n`).toMatchFileSnapshot(
    `summaries/${name.replaceAll('/', '-').replace(/\.yaml$/, '.json')}`,
  );
});
