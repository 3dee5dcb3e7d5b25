import type { TextPart } from '../../../app/api/models.js';

/** A run of a compared text; `left out` stands for an unchanged stretch nobody needs to read. */
export type Passage = TextPart | { kind: 'LEFT_OUT'; characters: number };

const CONTEXT = 160;

/** The changes with a little of what stands around them. */
export function passagesOf(parts: readonly TextPart[]): Passage[] {
  return parts.flatMap((part, index): Passage[] => {
    if (part.kind !== 'SAME' || part.text.length <= 2 * CONTEXT + 80) return [part];
    const head = index === 0 ? '' : part.text.slice(0, CONTEXT);
    const tail = index === parts.length - 1 ? '' : part.text.slice(-CONTEXT);
    const characters = part.text.length - head.length - tail.length;
    return [
      ...(head ? [{ kind: 'SAME' as const, text: head }] : []),
      { kind: 'LEFT_OUT', characters },
      ...(tail ? [{ kind: 'SAME' as const, text: tail }] : []),
    ];
  });
}
