import { Refusal } from '../errors/index.js';
import type { Statement } from '../database/index.js';

/** Where an object with a lifecycle stands now, in the words of the caller's side. */
export interface Standing {
  readonly id: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly version: number;
}

const LAST_MOVE: Statement = {
  name: 'lifecycle.last-move',
  text: `SELECT person_name AS by, organization_name AS organization, at FROM history_entries
          WHERE object_id = $1 AND to_status IS NOT NULL AND to_status IS DISTINCT FROM from_status
          ORDER BY at DESC, id DESC LIMIT 1`,
};

type LastMove = { by: string | null; organization: string | null; at: string };

/** Reads under the caller's row-level security: `Database.read` or a running transaction. */
export type Reader = (statement: Statement, values: readonly unknown[]) => Promise<LastMove[]>;

/**
 * 409 for a press that came too late: the status, who moved it and when (domain.md §0.11).
 *
 * @param noun what has moved on, with the verb: «Заявка уже», «Документ уже»
 */
export async function movedOn(
  read: Reader,
  { id, status, statusLabel, version }: Standing,
  noun: string,
  code: 'invalid_state' | 'already_signed' | 'document_withdrawn' = 'invalid_state',
): Promise<Refusal> {
  const [move] = await read(LAST_MOVE, [id]);
  const who = [move?.by, move?.organization].filter(Boolean).join(', ');
  return new Refusal(code, {
    detail: `${noun} в статусе «${statusLabel}»${who ? `: ${who}` : ''}.`,
    extras: {
      current: { status, statusLabel, by: move?.by, organization: move?.organization, at: move?.at },
    },
    headers: { etag: `"v${version}"` },
  });
}

/** 412: the same status, another version. */
export function staleVersion(version: number): Refusal {
  const etag = `"v${version}"`;
  return new Refusal('precondition_failed', {
    detail: 'Запись изменили после того, как вы её открыли. Обновите страницу и повторите.',
    extras: { etag },
    headers: { etag },
  });
}
