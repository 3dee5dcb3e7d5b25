import {
  actionLabel,
  GUARD_TEXTS,
  offeredActions,
  type DocumentFacts,
  type DocumentState,
  type Party,
  type Permission,
} from '@praktika/contracts';
import type { AvailableActionDto } from '../dto/common.dto.js';
import type { KindDefinition } from '../kinds/kind-definition.js';

/** The buttons of a card or a row for one caller, in the table's order, each with the reason it is disabled for. */
export function availableActions(
  kind: KindDefinition,
  situation: { status: DocumentState; party: Party; permissions: ReadonlySet<Permission> },
  facts: DocumentFacts,
): AvailableActionDto[] {
  return offeredActions(kind.transitions, situation, facts).map((offered) => ({
    ...offered,
    label: actionLabel(kind.kind, offered.action),
    ...(offered.reason && { reasonText: GUARD_TEXTS[offered.reason] }),
  }));
}
