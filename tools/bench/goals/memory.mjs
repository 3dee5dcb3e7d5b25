import { figure } from '../measure/statistics.mjs';
import { registry } from './registry.mjs';

/** Resident memory of the API's process at the end of every round of everything that ran before. */
export async function memory(bench) {
  if (bench.memory.length === 0) await registry(bench);
  const { min, max } = figure(bench.memory);
  // a limit, so the greatest figure is the one that counts
  return [{ what: 'API process, resident memory', goal: { most: 200 }, unit: ' MB', median: max, min, max }];
}
