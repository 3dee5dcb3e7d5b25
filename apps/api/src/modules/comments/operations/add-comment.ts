import { Injectable } from '@nestjs/common';
import type { CommentVisibility } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField, Refusal } from '../../../core/errors/index.js';
import { appendActorEvent, appendSharedEvent, EventRelay } from '../../../core/events/index.js';
import { newId } from '../../../core/ids/index.js';
import { DocumentStore, type VisibleDocument } from '../../documents/index.js';
import { commentOf } from '../comment.view.js';
import type { CommentDto } from '../comments.dto.js';
import {
  COLLEAGUES,
  COMMENT,
  INSERT_COMMENT,
  THREAD,
  type CommentRow,
  type Mention,
} from '../comments.queries.js';

export interface NewComment {
  readonly text: string;
  readonly visibility: CommentVisibility;
  readonly replyTo?: string;
  readonly mentions?: readonly string[];
}

/**
 * A comment of one's own organization on a document it can see. A reply is read by whoever reads its thread; only
 * colleagues can be mentioned, and they are told in person.
 */
@Injectable()
export class AddComment {
  constructor(
    private readonly documents: DocumentStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  async run(actor: Actor, id: string, comment: NewComment): Promise<CommentDto> {
    const document = await this.documents.read(actor, id);
    const shared = comment.visibility === 'SHARED';
    if (comment.text.trim() === '') throw invalidField('/text', 'required', 'Напишите комментарий.');
    if (shared && document.row.first_sent_at === null) {
      throw invalidField('/visibility', 'never_sent', 'Вторая сторона ещё не видит этот документ.');
    }
    const commentId = newId();
    const now = this.clock.now();
    await this.database.transaction(actor, async (tx) => {
      const threadId = await this.thread(tx, document, comment);
      const mentions = await this.colleagues(tx, actor, comment.mentions ?? []);
      await tx.query(INSERT_COMMENT, [
        commentId,
        id,
        document.row.current_revision_id,
        threadId ?? commentId,
        actor.organizationId,
        actor.personId,
        shared,
        comment.text,
        JSON.stringify(mentions),
        now,
      ]);
      const concerned = shared ? [document.author.id, document.recipient.id] : [actor.organizationId];
      const about = { objectType: 'document', objectId: id };
      const told = { title: document.currentRevision?.title ?? document.kind.label, text: comment.text };
      const after = { ...told, shared };
      await appendSharedEvent(tx, actor, now, { ...about, type: 'document.comment', after }, concerned);
      if (mentions.length > 0) {
        // whom somebody has mentioned is no business of the other party
        const people = { ...told, mentions: mentions.map((mention) => mention.id) };
        await appendActorEvent(tx, actor, now, { ...about, type: 'document.mention', after: people });
      }
    });
    this.relay.wake();
    const [row] = await this.database.read<CommentRow>(actor, COMMENT, [commentId]);
    if (!row) throw new Refusal('internal', { detail: 'a comment that its writer cannot read' });
    return commentOf(row, actor.organizationId);
  }

  /** The thread to go on with; undefined when the comment begins one. */
  private async thread(
    tx: Transaction,
    document: VisibleDocument,
    { replyTo, visibility }: NewComment,
  ): Promise<string | undefined> {
    if (replyTo === undefined) return undefined;
    const [thread] = await tx.query<{ threadId: string; shared: boolean }>(THREAD, [
      document.row.id,
      replyTo,
    ]);
    if (!thread) throw invalidField('/replyTo', 'not_found', 'Комментарий не найден.');
    if (thread.shared === (visibility === 'SHARED')) return thread.threadId;
    throw invalidField('/visibility', 'thread_visibility', 'Ответ видят те же, кто видит комментарий.');
  }

  private async colleagues(tx: Transaction, actor: Actor, ids: readonly string[]): Promise<Mention[]> {
    const people = [...new Set(ids)];
    if (people.length === 0) return [];
    const found = await tx.query<Mention>(COLLEAGUES, [actor.organizationId, people]);
    const stranger = people.findIndex((id) => found.every((mention) => mention.id !== id));
    if (stranger < 0) return found;
    throw invalidField(
      `/mentions/${stranger}`,
      'not_found',
      'Упомянуть можно только сотрудника вашей организации.',
    );
  }
}
