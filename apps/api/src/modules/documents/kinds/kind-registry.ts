import { Injectable } from '@nestjs/common';
import { DOCUMENT_STATES, validateTable, type DocumentState } from '@praktika/contracts';
import { Refusal } from '../../../core/errors/index.js';
import type { KindDefinition } from './kind-definition.js';

const TERMINAL: readonly DocumentState[] = ['WITHDRAWN', 'EXECUTED', 'DELETED'];

/** The kinds of documents this process knows; modules register theirs when they start. */
@Injectable()
export class KindRegistry {
  private readonly kinds = new Map<string, KindDefinition>();
  private readonly ending: string[] = [];

  /** Takes a kind in, once its lifecycle proves sound: a table with a defect must not start. */
  register(definition: KindDefinition): void {
    const absent = new Set<DocumentState>(definition.absentStatuses ?? []);
    const closable = definition.transitions.close !== undefined;
    const statuses = DOCUMENT_STATES.filter(
      (status) => !absent.has(status) && (closable || status !== 'EXECUTED'),
    );
    const defects = validateTable(definition.transitions, {
      statuses,
      initial: 'DRAFT',
      terminal: [...TERMINAL, ...(closable ? [] : (['CONCLUDED'] as const))],
    });
    if (defects.length > 0) {
      throw new Refusal('internal', { detail: `lifecycle of ${definition.kind}: ${defects.join('; ')}` });
    }
    this.kinds.set(definition.kind, definition);
    const { whileOpen } = definition.parent ?? {};
    if (whileOpen && 'terminates' in whileOpen) this.ending.push(definition.kind);
  }

  /** The definition of a kind that is stored or asked for. */
  get(kind: string): KindDefinition {
    const definition = this.kinds.get(kind);
    if (definition === undefined) throw new Refusal('internal', { detail: `unknown kind ${kind}` });
    return definition;
  }

  /** Kinds that end the document they hang on. */
  get terminating(): readonly string[] {
    return this.ending;
  }

  /** Every registered kind. */
  all(): readonly KindDefinition[] {
    return [...this.kinds.values()];
  }
}
