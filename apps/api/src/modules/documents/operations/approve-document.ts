import { Injectable } from '@nestjs/common';
import { permissionsOf, type Role } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Statement } from '../../../core/database/index.js';
import { invalidField } from '../../../core/errors/index.js';
import {
  decide,
  DocumentStore,
  transitionChange,
  type Change,
  type Responsible,
  type Verb,
  type VisibleDocument,
} from '../engine/index.js';

export interface Approval {
  readonly responsible?: Responsible | null;
  readonly seats?: number | null;
}

const COLLEAGUE: Statement = {
  name: 'approve.colleague',
  text: `SELECT concat_ws(' ', p.surname, p.given_name, p.patronymic) AS "fullName", m.position, m.roles,
                coalesce(m.phone, p.phone) AS phone, p.email
           FROM memberships m JOIN people p ON p.id = m.person_id
          WHERE m.organization_id = $1 AND m.person_id = $2 AND m.ended_at IS NULL`,
};

type ColleagueRow = Responsible & { fullName: string; roles: Role[] };

/**
 * «Согласовать проект» (manual §5.1): the recipient agrees to the revision it was sent; the modal's five fields
 * are all optional, but a responsible person must be one of the company's own managers.
 */
@Injectable()
export class ApproveDocument implements Verb<Approval> {
  constructor(
    private readonly documents: DocumentStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, approval: Approval, expectedVersion: number): Promise<VisibleDocument> {
    const document = await this.documents.read(actor, id);
    const changes = await this.plan(document, approval, expectedVersion);
    return (await this.documents.commit(actor, document, changes)) ?? document;
  }

  async plan(document: VisibleDocument, approval: Approval, expectedVersion: number): Promise<Change[]> {
    const to = await decide(this.documents, document, 'approve', expectedVersion, {
      responsibleNamed: Boolean(approval.responsible?.personId),
    });
    const responsible = await this.responsible(document.actor, approval.responsible);
    const change = transitionChange(document, 'approve', to, this.clock.now(), {
      patch: { responsible: responsible ?? null, seats: approval.seats ?? null },
      payload: { responsible: responsible?.fullName, seats: approval.seats ?? undefined },
    });
    return [change];
  }

  /** Fills what the modal left empty from the colleague's own record. */
  private async responsible(
    actor: Actor,
    given: Responsible | null | undefined,
  ): Promise<Responsible | undefined> {
    if (!given || Object.values(given).every((value) => !value)) return undefined;
    if (given.personId === undefined) return given;
    const [row] = await this.database.read<ColleagueRow>(actor, COLLEAGUE, [
      actor.organizationId,
      given.personId,
    ]);
    if (!row || !permissionsOf(row.roles).has('documents:approve')) {
      throw invalidField('/responsible/personId', 'not_a_manager', 'Выберите менеджера вашей организации.');
    }
    const { roles: _, ...colleague } = row;
    const typed = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    return { ...colleague, ...typed };
  }
}
