import {
  AWAITING_SIGNATURE,
  REMINDER_AFTER_DAYS,
  dateInZone,
  daysBetween,
  type DocumentStatus,
} from '@praktika/contracts';

/** Days of waiting after which the number turns red. */
export const LONG_WAIT_DAYS = 10;

/** What «Срок» tells: derived, never invented (domain.md §8.6). */
export type Deadline =
  | { kind: 'waiting'; days: number; tone: 'plain' | 'late' | 'overdue'; reminding: boolean }
  | { kind: 'practice'; days: number }
  | { kind: 'running' }
  | { kind: 'none' };

export interface DeadlineFacts {
  status: DocumentStatus;
  waitingForMe: boolean;
  waitingSince: string | null;
  practiceFrom: string | null;
  practiceTo: string | null;
}

/** Statuses in which the practice is still ahead of somebody: its start is worth showing. */
const DEAD: readonly DocumentStatus[] = ['PROJECT_REJECTED', 'WITHDRAWN', 'EXECUTED'];

/**
 * How long the document has been waiting for this organization, counted in calendar days of its time zone; for a
 * document that waits for nobody here, how soon the practice begins.
 *
 * @param now the present instant
 * @param timeZone IANA zone of the organization that looks
 */
export function deadlineOf(document: DeadlineFacts, now: Date, timeZone: string): Deadline {
  const today = dateInZone(now, timeZone);
  if (document.waitingForMe && document.waitingSince) {
    const days = Math.max(0, daysBetween(dateInZone(new Date(document.waitingSince), timeZone), today));
    const late = days >= REMINDER_AFTER_DAYS;
    const reminding = late && AWAITING_SIGNATURE.some((status) => status === document.status);
    return {
      kind: 'waiting',
      days,
      tone: days > LONG_WAIT_DAYS ? 'overdue' : late ? 'late' : 'plain',
      reminding,
    };
  }
  if (!document.practiceFrom || DEAD.includes(document.status)) return { kind: 'none' };
  const days = daysBetween(today, document.practiceFrom);
  if (days >= 0) return { kind: 'practice', days };
  if (document.practiceTo && daysBetween(today, document.practiceTo) >= 0) return { kind: 'running' };
  return { kind: 'none' };
}
