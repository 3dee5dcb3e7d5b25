import type { DocumentCard } from '../src/app/api/models.js';

const employer = {
  id: 'employer',
  name: 'ООО «Ромашка»',
  fullName: 'Общество с ограниченной ответственностью «Ромашка»',
  inn: '7700001010',
  ogrn: '1997700001011',
};
const educationOrganization = {
  id: 'university',
  name: 'СЗГУ',
  fullName: 'Северо-Запольский государственный университет',
  inn: '6000001037',
  ogrn: '1996000001039',
};
const file = {
  fileId: 'file-1',
  role: 'MAIN' as const,
  name: 'Договор.pdf',
  size: 3,
  mediaType: 'application/pdf',
  // SHA-256 of the bytes 1, 2, 3.
  sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
};

/** A contract as its recipient sees it on approval; a test states only what it is about. */
export function documentCard(part: Partial<DocumentCard> = {}): DocumentCard {
  const revision = {
    id: 'revision-1',
    number: 1,
    sentAt: '2026-11-01T08:00:00.000Z',
    termsSha256: 'ab',
    file,
    current: true,
  };
  return {
    id: 'document-1',
    kind: 'PERIOD_CONTRACT',
    kindLabel: 'Договор на период практики',
    number: '118',
    date: '2026-11-01',
    title: 'Договор на период практики № 118 от 01.11.2026',
    status: 'ON_APPROVAL',
    statusLabel: 'На согласовании',
    direction: 'INCOMING',
    authorSide: 'EDUCATION',
    employer,
    educationOrganization,
    parentId: null,
    parent: null,
    application: null,
    children: [],
    openObligations: [],
    terms: {},
    missing: [],
    files: [file],
    revision,
    revisions: [revision],
    responsible: null,
    seats: null,
    lastReason: null,
    lastReminder: null,
    signatures: [],
    waitingFor: 'recipient',
    waitingForMe: true,
    waitingSince: '2026-11-01T08:00:00.000Z',
    sentForSigningAt: null,
    concludedAt: null,
    signedOutside: false,
    signedOnPaperAt: null,
    closeMode: null,
    closedAt: null,
    closing: null,
    version: 3,
    availableActions: [],
    createdAt: '2026-11-01T08:00:00.000Z',
    updatedAt: '2026-11-01T08:00:00.000Z',
    ...part,
  };
}
