import { Injectable } from '@nestjs/common';
import { INVITATION_PAUSE_DAYS, INVITATIONS_PER_DAY } from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField, notFound, Refusal } from '../../../core/errors/index.js';
import { appendActorEvent, EventRelay } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import type { InvitationDto, InviteOrganizationDto } from './invitation.dto.js';
import {
  ADD_INVITATION,
  INVITEE,
  LOCK_INVITATIONS,
  SENT_BEFORE,
  type InviteeRow,
} from './invitations.queries.js';

const DAY_MS = 24 * 3600 * 1000;

/** «Пригласить в систему»: a letter to an organization nobody acts for yet, once in thirty days for each pair. */
@Injectable()
export class InviteOrganization {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /**
   * @throws Refusal `not_found`, `invalid_state` when it works here already, `duplicate` when it was invited lately,
   * `rate_limited` past the day's invitations, `validation_failed` when no address is known
   */
  async run(actor: Actor, organizationId: string, input: InviteOrganizationDto): Promise<InvitationDto> {
    if (!isUuid(organizationId)) throw notFound();
    const invitation = await this.database.transaction(actor, async (tx) => {
      const [invitee] = await tx.query<InviteeRow>(INVITEE, [organizationId]);
      if (!invitee) throw notFound();
      if (invitee.acting)
        throw new Refusal('invalid_state', { detail: 'Организация уже работает в системе.' });
      const email = input.email ?? invitee.email;
      if (!email) {
        throw invalidField(
          '/email',
          'required',
          'Адрес организации неизвестен: укажите, куда отправить письмо.',
        );
      }
      const now = this.clock.now();
      await this.checkPace(tx, actor, organizationId, now);
      const id = newId();
      await tx.query(ADD_INVITATION, [id, actor.organizationId, organizationId, email, actor.personId, now]);
      const object = { objectType: 'invitation', objectId: id } as const;
      const payload = { organizationId, name: invitee.name, email };
      await appendHistory(tx, actor, now, { ...object, type: 'organization.invited', payload });
      await appendActorEvent(tx, actor, now, { ...object, type: 'organization.invite', after: { email } });
      return { id, email, sentAt: now.toISOString() };
    });
    this.relay.wake();
    return invitation;
  }

  /** Two presses at once are judged one after the other. */
  private async checkPace(tx: Transaction, actor: Actor, organizationId: string, now: Date): Promise<void> {
    await tx.query(LOCK_INVITATIONS, [actor.organizationId]);
    const since = new Date(now.getTime() - DAY_MS);
    const values = [actor.organizationId, organizationId, since];
    const [before] = await tx.query<{ last: string | null; recent: number }>(SENT_BEFORE, values);
    const last = before?.last ? Date.parse(before.last) : -Infinity;
    if (now.getTime() - last < INVITATION_PAUSE_DAYS * DAY_MS) {
      throw new Refusal('duplicate', {
        detail: `Приглашение уже отправлено. Повторить можно через ${INVITATION_PAUSE_DAYS} дней после него.`,
        extras: { sentAt: before?.last },
      });
    }
    if ((before?.recent ?? 0) >= INVITATIONS_PER_DAY) {
      throw new Refusal('rate_limited', {
        detail: `За сутки можно отправить не больше ${INVITATIONS_PER_DAY} приглашений.`,
        headers: { 'retry-after': '3600' },
      });
    }
  }
}
