import type { Operation } from '../../../app/api/models.js';

/** How the end of an import is told: keys of the locale files, the title with counts. */
interface Outcome {
  readonly tone: 'success' | 'warning' | 'error';
  readonly title: string;
  readonly text?: string;
}

const told = (tone: Outcome['tone'], name: string): Outcome => ({
  tone,
  title: `imports.${name}`,
  text: `imports.${name}Text`,
});

/** What came of an import that has ended. */
export function outcomeOf(
  { status, done, failed }: Pick<Operation, 'status' | 'done' | 'failed'>,
  { dryRun, allOrNothing }: { readonly dryRun: boolean; readonly allOrNothing: boolean },
): Outcome {
  if (status === 'FAILED') return { tone: 'error', title: 'imports.failed' };
  if (status === 'CANCELLED') return told('warning', 'cancelled');
  if (dryRun && failed === 0) return told('success', 'checked');
  if (dryRun) {
    const canGoOn = done > 0 && !allOrNothing;
    return { ...told('warning', 'checkedPartly'), ...(!canGoOn && { text: 'imports.checkedNothingText' }) };
  }
  if (failed === 0) return { tone: 'success', title: 'imports.done' };
  return told('warning', allOrNothing ? 'notWritten' : 'donePartly');
}
