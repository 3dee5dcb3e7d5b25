import type { DocumentStatus } from '@praktika/contracts';

/** The drawing of each status; the recipient's signature is a pen with a tick. */
export const STATUS_ICONS: Readonly<Record<DocumentStatus, readonly string[]>> = {
  DRAFT: ['pencil'],
  ON_APPROVAL: ['message-square'],
  ON_REVISION: ['undo-2'],
  PROJECT_REJECTED: ['x'],
  PROJECT_APPROVED: ['check'],
  ON_SIGNING: ['pen-line'],
  SIGNED_BY_RECIPIENT: ['pen-line', 'check'],
  ON_CONFIRMATION: ['file-check'],
  CONCLUDED: ['badge-check'],
  EXECUTED: ['archive'],
  WITHDRAWN: ['rotate-ccw'],
};
