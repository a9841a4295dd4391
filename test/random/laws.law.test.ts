import { describe } from 'vitest';
import { keepsTheContract } from './law-contract.js';
import { LAWS } from './laws.js';

describe.each(LAWS)('$name', (sample) => {
  keepsTheContract(sample);
});
