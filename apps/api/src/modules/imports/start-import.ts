import { Injectable } from '@nestjs/common';
import { IMPORT_MEDIA_TYPES, type ImportKind } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { invalidField } from '../../core/errors/index.js';
import { OperationRunner, operationOf, OperationStore, type OperationDto } from '../operations/index.js';
import type { ImportInput } from './import-input.js';
import { assertAllowed, ImportTargets } from './import-target.js';
import { SOURCE, type SourceRow } from './imports.queries.js';

/** What somebody asks for. */
interface Asked {
  readonly fileId: string;
  readonly dryRun: boolean;
  readonly allOrNothing?: boolean;
  readonly publish?: boolean;
}

/** Takes an import in. The table itself is read by the worker. */
@Injectable()
export class StartImport {
  constructor(
    private readonly database: Database,
    private readonly operations: OperationStore,
    private readonly runner: OperationRunner,
    private readonly targets: ImportTargets,
  ) {}

  /**
   * @throws Refusal `validation_failed` for a file that is not one's own or no table; `forbidden` for publishing
   *   without the right to it
   */
  async run(
    actor: Actor,
    kind: ImportKind,
    { fileId, dryRun, allOrNothing = false, publish = false }: Asked,
  ): Promise<OperationDto> {
    const source = await this.sourceOf(actor, fileId);
    const input: ImportInput = { source: { ...source, fileId }, dryRun, allOrNothing, publish };
    assertAllowed(actor, this.targets.get(kind), input);
    const operation = await this.operations.add(actor, { kind: 'IMPORT', action: kind, input });
    await this.runner.start(operation.id);
    return operationOf(operation);
  }

  private async sourceOf(actor: Actor, fileId: string): Promise<SourceRow> {
    const values = [actor.organizationId, fileId];
    const [source] = await this.database.read<SourceRow & Record<string, unknown>>(actor, SOURCE, values);
    if (!source) throw invalidField('/fileId', 'not_found', 'Файл не найден. Загрузите его ещё раз.');
    if ((IMPORT_MEDIA_TYPES as readonly string[]).includes(source.mediaType)) return source;
    throw invalidField('/fileId', 'media_type', 'Загрузите таблицу XLSX или CSV.');
  }
}
