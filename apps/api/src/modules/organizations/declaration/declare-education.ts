import { Injectable } from '@nestjs/common';
import { declaredLevels } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound, Refusal } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { staleVersion } from '../../../core/lifecycle/index.js';
import { ReferenceData } from '../../reference-data/index.js';
import type { DeclareEducationDto, OwnEducationDeclarationDto } from './declaration.dto.js';
import {
  ADD_AREAS,
  ADD_PROGRAMMES,
  DECLARATION,
  DECLARE_LEVELS,
  DROP_AREAS,
  DROP_PROGRAMMES,
  HOLD_PROFILE,
  type DeclarationRow,
} from './declaration.queries.js';
import { declaredProgrammes } from './declared-programmes.js';

/** «Уровни, программы и области» of an educational organization's profile, replaced as a whole (domain.md §5). */
@Injectable()
export class DeclareEducation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws Refusal `forbidden` for another side, `precondition_failed`, `validation_failed` */
  async run(
    actor: Actor,
    version: number,
    { levels, programmes: given, areaCodes }: DeclareEducationDto,
  ): Promise<OwnEducationDeclarationDto> {
    if (actor.side !== 'EDUCATION') {
      throw new Refusal('forbidden', { detail: 'Программы заявляют образовательные организации.' });
    }
    const codes = given.map(({ specialtyCode }) => specialtyCode);
    const programmes = declaredProgrammes(given, await this.reference.specialtyNames(actor, codes));
    const { organizationId } = actor;
    return this.database.transaction(actor, async (tx) => {
      const [profile] = await tx.query<{ version: number }>(HOLD_PROFILE, [organizationId]);
      if (!profile) throw notFound();
      if (profile.version !== version) throw staleVersion(profile.version);
      const now = this.clock.now();
      const rows = JSON.stringify(programmes);
      await tx.query(DROP_PROGRAMMES, [organizationId, rows]);
      await tx.query(ADD_PROGRAMMES, [organizationId, rows]);
      await tx.query(DROP_AREAS, [organizationId, areaCodes]);
      await tx.query(ADD_AREAS, [organizationId, areaCodes]);
      await tx.query(DECLARE_LEVELS, [organizationId, declaredLevels({ levels, programmes }), now]);
      await appendHistory(tx, actor, now, {
        type: 'organization.updated',
        objectType: 'organization',
        objectId: organizationId,
        payload: { fields: ['levels', 'programmes', 'areaCodes'] },
      });
      const [declared] = await tx.query<DeclarationRow>(DECLARATION, [organizationId]);
      return declared!;
    });
  }
}
