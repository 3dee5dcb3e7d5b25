import type { ComposerTranslation } from 'vue-i18n';
import type { HistoryEntry } from '../../../app/api/models.js';

type Translate = ComposerTranslation;

const ICONS: Readonly<Partial<Record<string, string>>> = {
  approve: 'check',
  sign: 'pen-line',
  'request-revision': 'undo-2',
  'return-from-confirmation': 'undo-2',
  'decline-signing': 'ban',
  reject: 'x',
  withdraw: 'rotate-ccw',
  'submit-approval': 'send',
  'submit-signing': 'send',
  'submit-confirmation': 'send',
  confirm: 'file-check',
  close: 'archive',
  delete: 'trash-2',
};

export function historyIcon(entry: HistoryEntry): string {
  if (entry.type === 'created') return 'file-plus';
  if (entry.type === 'signed') return 'badge-check';
  return ICONS[entry.action ?? ''] ?? 'pencil';
}

/** The particulars an entry carries, as separate lines. */
export function payloadLines(entry: HistoryEntry, t: Translate): string[] {
  const text = (name: string) => {
    const value = entry.payload[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const number = (name: string) => {
    const value = entry.payload[name];
    return typeof value === 'number' ? value : undefined;
  };
  const owner = text('certificateOwner');
  const file = text('fileName');
  const responsible = text('responsible');
  const comment = text('comment');
  const revision = number('revisionNumber');
  const seats = number('seats');
  return [
    owner && t('documents.history.signer', { owner }),
    revision !== undefined && t('documents.history.revision', { number: revision }),
    file && t('documents.history.file', { name: file }),
    responsible && t('documents.history.responsible', { name: responsible }),
    seats !== undefined && t('documents.history.seats', { seats }),
    comment && t('documents.history.comment', { text: comment }),
  ].filter((line): line is string => typeof line === 'string');
}
