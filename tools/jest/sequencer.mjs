import { statSync } from 'node:fs';
import { sep } from 'node:path';

const bySize = (a, b) => statSync(b.path).size - statSync(a.path).size;
const within = (folder) => (test) => test.path.includes(`${sep}${folder}${sep}`);

/**
 * The order of test files. Drills wait for processes they have started and matrices keep a processor busy, both out
 * of a few lines, so they begin, in turns; the others follow, the larger first, and the workers end together. Jest's
 * own order goes by what it remembers of earlier runs, or by size, which puts the longest last in a fresh clone.
 */
export default class DrillsAndMatricesFirst {
  sort(tests) {
    const drills = tests.filter(within('e2e')).sort(bySize);
    const matrices = tests.filter(within('matrices')).sort(bySize);
    const first = Array.from({ length: Math.max(drills.length, matrices.length) }, (_, at) =>
      [drills[at], matrices[at]].filter(Boolean),
    ).flat();
    return [...first, ...tests.filter((test) => !first.includes(test)).sort(bySize)];
  }

  /** `--onlyFailures` needs a memory, and there is none. */
  allFailedTests() {
    return [];
  }

  cacheResults() {}
}
