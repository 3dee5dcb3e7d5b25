import { describe, expect, it } from 'vitest';
import { deadlineOf } from '../../src/features/documents/model/deadline.js';

const MOSCOW = 'Europe/Moscow';
const now = new Date('2026-12-10T09:00:00Z');
const waiting = (since: string, status: 'ON_SIGNING' | 'ON_APPROVAL' = 'ON_SIGNING') => ({
  status,
  waitingForMe: true,
  waitingSince: since,
  practiceFrom: '2027-01-12',
  practiceTo: '2027-02-07',
});

describe('«Срок»', () => {
  it('counts calendar days of the organization, not hours', () => {
    const since = '2026-12-09T20:59:00Z';
    expect(deadlineOf(waiting(since), now, MOSCOW)).toMatchObject({ days: 1 });
    expect(deadlineOf(waiting('2026-12-09T21:01:00Z'), now, MOSCOW)).toMatchObject({ days: 0 });
    expect(deadlineOf(waiting(since), now, 'Asia/Kamchatka')).toMatchObject({ days: 0 });
  });

  it.each([
    [3, 'plain', false],
    [4, 'late', true],
    [10, 'late', true],
    [11, 'overdue', true],
  ])('after %i days of an awaited signature is %s, daily reminder: %s', (days, tone, reminding) => {
    const since = new Date(now.getTime() - days * 86_400_000).toISOString();
    expect(deadlineOf(waiting(since), now, MOSCOW)).toEqual({ kind: 'waiting', days, tone, reminding });
  });

  it('does not promise a reminder where none is sent: an approval is not reminded of', () => {
    expect(deadlineOf(waiting('2026-12-01T09:00:00Z', 'ON_APPROVAL'), now, MOSCOW)).toMatchObject({
      tone: 'late',
      reminding: false,
    });
  });

  it('tells how soon the practice begins when nobody here is waited for', () => {
    const document = { ...waiting('2026-12-01T09:00:00Z'), waitingForMe: false };
    expect(deadlineOf(document, now, MOSCOW)).toEqual({ kind: 'practice', days: 33 });
    const running = { ...document, practiceFrom: '2026-12-01' };
    expect(deadlineOf(running, now, MOSCOW)).toEqual({ kind: 'running' });
  });

  it('says nothing of a document that is over', () => {
    const document = {
      ...waiting('2026-12-01T09:00:00Z'),
      status: 'WITHDRAWN' as const,
      waitingForMe: false,
    };
    expect(deadlineOf(document, now, MOSCOW)).toEqual({ kind: 'none' });
  });
});
