import { BATCH_LIMIT, DOCUMENT_ACTION_LABELS, type BatchAction, type Permission } from '@praktika/contracts';
import { OperationRoute } from '../operations/index.js';

const operationIdOf = (action: string) =>
  `${action.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Documents`;

/**
 * `POST /documents/batch/{action}`: one verb over many documents. Answers 202 with an operation whose items tell of
 * each document; one that is refused stops none of the others.
 */
export function BatchRoute(action: BatchAction, permission: Permission) {
  return OperationRoute(
    action,
    permission,
    {
      operationId: operationIdOf(action),
      summary: `«${DOCUMENT_ACTION_LABELS[action]}»: много документов сразу`,
      description: `До ${BATCH_LIMIT} документов. Ход и результат по каждому: GET /operations/{id}.`,
    },
    'payload_too_large',
  );
}
