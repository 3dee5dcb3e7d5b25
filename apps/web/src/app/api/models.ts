import type {
  CloseMode,
  Direction,
  DocumentAction,
  DocumentFileRole,
  DocumentHistoryPayloads,
  DocumentKind,
  DocumentSide,
  DocumentStatus,
  LegalForm,
  NotificationKind,
  OrganizationSide,
  PeriodContractTerms,
  Permission,
  Role,
  TokenScope,
} from '@praktika/contracts';

/** A count that stops at a limit: `gte` is told as «1000+». */
export interface Count {
  value: number;
  relation: 'eq' | 'gte';
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface Person {
  id: string;
  surname: string;
  givenName: string;
  patronymic: string | null;
  email: string;
  mustChangePassword: boolean;
}

export interface OrganizationChoice {
  id: string;
  name: string;
  side: OrganizationSide;
  roles: Role[];
}

export interface SignInResult {
  person: Person;
  organizations: OrganizationChoice[];
  organizationId: string | null;
}

export interface Counters {
  waitingForMe: number;
  unreadNotifications: number;
}

export interface Me {
  person: Person;
  organization: {
    id: string;
    name: string;
    side: OrganizationSide;
    timezone: string;
    inn: string;
    ogrn: string;
  } | null;
  organizations: OrganizationChoice[];
  roles: Role[];
  permissions: Permission[];
  counters: Counters;
  demo: boolean;
  apiUserId: string | null;
}

export interface OrganizationProfile {
  id: string;
  side: OrganizationSide;
  legalForm: LegalForm;
  fullName: string;
  shortName: string | null;
  inn: string;
  ogrn: string;
  kpp: string | null;
  legalAddress: string | null;
  regionCode: string | null;
  city: string | null;
  profileEmail: string | null;
  phone: string | null;
  site: string | null;
  timezone: string;
  version: number;
}

export interface OrganizationPatch {
  shortName?: string | null;
  profileEmail?: string | null;
  phone?: string | null;
  site?: string | null;
  legalAddress?: string | null;
  city?: string | null;
  timezone?: string;
}

export interface Employee {
  id: string;
  personId: string;
  surname: string;
  givenName: string;
  patronymic: string | null;
  email: string;
  phone: string | null;
  position: string | null;
  roles: Role[];
  status: 'ACTIVE' | 'ENDED';
  lastSeenAt: string | null;
}

export interface NewEmployee {
  surname: string;
  givenName: string;
  patronymic?: string;
  email: string;
  position?: string;
  phone?: string;
  snils?: string;
  roles: Role[];
}

export interface EmployeePatch {
  position?: string | null;
  phone?: string | null;
  roles?: Role[];
}

export interface ResponsiblePerson {
  personId: string;
  fullName: string;
  position: string | null;
  phone: string | null;
  email: string | null;
}

export interface Partner {
  id: string;
  fullName: string;
  shortName: string | null;
  inn: string;
  ogrn: string;
  side: OrganizationSide;
  partnershipId: string;
  since: string;
}

export interface Specialty {
  code: string;
  name: string;
  level: string;
}

export interface ApiToken {
  id: string;
  name: string;
  prefix: string;
  lastFour: string;
  scopes: TokenScope[];
  createdAt: string;
  createdBy: string | null;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  status: 'ACTIVE' | 'EXPIRED' | 'REVOKED';
}

export interface StoredFile {
  id: string;
  sha256: string;
  size: number;
  name: string;
  mediaType: string;
}

export interface AvailableAction {
  action: DocumentAction;
  label: string;
  enabled: boolean;
  reason?: string;
  reasonText?: string;
}

export interface DocumentRow {
  id: string;
  kind: DocumentKind;
  kindLabel: string;
  number: string | null;
  date: string | null;
  title: string;
  status: DocumentStatus;
  statusLabel: string;
  direction: Direction;
  partner: { id: string; name: string };
  waitingForMe: boolean;
  waitingSince: string | null;
  practiceFrom: string | null;
  practiceTo: string | null;
  updatedAt: string;
  version: number;
  availableActions: AvailableAction[];
}

export interface DocumentPage extends Page<DocumentRow> {
  total?: Count;
  facets?: {
    status?: Partial<Record<DocumentStatus, Count>>;
    kind?: Partial<Record<DocumentKind, Count>>;
    direction?: Partial<Record<Direction, Count>>;
  };
}

export interface DocumentParty {
  id: string;
  name: string;
  fullName: string;
  inn: string;
  ogrn: string | null;
}

export interface DocumentFile {
  fileId: string;
  role: DocumentFileRole;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
}

/** What was sent once: its bytes and terms never change. */
export interface Revision {
  id: string;
  number: number;
  sentAt: string;
  termsSha256: string;
  file: DocumentFile;
  current: boolean;
}

export interface CertificateSummary {
  serialNumber: string;
  owner: string;
  issuer: string;
  notBefore: string;
  notAfter: string;
  test: boolean;
}

export type Indication = 'TOTAL-PASSED' | 'TOTAL-FAILED' | 'INDETERMINATE';

export interface DocumentSignature {
  id: string;
  role: 'author' | 'recipient';
  organization: DocumentParty;
  personName: string;
  position: string | null;
  certificate: CertificateSummary;
  claimedAt: string | null;
  receivedAt: string;
  revisionId: string;
}

export interface Responsible {
  personId?: string;
  fullName?: string;
  position?: string;
  phone?: string;
  email?: string;
}

export interface LastReason {
  text: string;
  action: string;
  at: string;
  byName?: string;
  organizationName?: string;
}

export interface DocumentCard {
  id: string;
  kind: DocumentKind;
  kindLabel: string;
  number: string | null;
  date: string | null;
  title: string;
  subtitle?: string;
  status: DocumentStatus;
  statusLabel: string;
  direction: Direction;
  authorSide: DocumentSide;
  employer: DocumentParty;
  educationOrganization: DocumentParty;
  parentId: string | null;
  terms: PeriodContractTerms;
  missing: string[];
  files: DocumentFile[];
  revision: Revision | null;
  revisions: Revision[];
  responsible: Responsible | null;
  seats: number | null;
  lastReason: LastReason | null;
  signatures: DocumentSignature[];
  waitingFor: 'author' | 'recipient' | null;
  waitingForMe: boolean;
  waitingSince: string | null;
  sentForSigningAt: string | null;
  concludedAt: string | null;
  signedOutside: boolean;
  signedOnPaperAt: string | null;
  closeMode: CloseMode | null;
  closedAt: string | null;
  version: number;
  availableActions: AvailableAction[];
  createdAt: string;
  updatedAt: string;
}

export interface HistoryEntry {
  id: string;
  at: string;
  type: keyof DocumentHistoryPayloads;
  /** What happened, in the word of the button that did it. */
  label: string;
  action: string | null;
  from: string | null;
  fromLabel: string | null;
  to: string | null;
  toLabel: string | null;
  reason: string | null;
  personName: string | null;
  organizationName: string | null;
  viaToken: boolean;
  payload: Record<string, unknown>;
}

export interface ContractDraft {
  number?: string | null;
  date?: string | null;
  terms?: PeriodContractTerms;
  files?: { fileId: string; role: DocumentFileRole }[];
}

export interface NewContract extends ContractDraft {
  kind: DocumentKind;
  partnerId: string;
}

/** Everything any action's modal may ask for; each action takes the part that is its own. */
export interface ActionInput {
  reason?: string;
  responsible?: { personId?: string; position?: string; phone?: string; email?: string };
  seats?: number;
  signedOnPaperAt?: string;
  mode?: CloseMode;
  comment?: string;
  files?: string[];
  acknowledge?: boolean;
  revisionId?: string;
  cms?: string;
}

export type CheckStatus = 'PASSED' | 'FAILED' | 'UNKNOWN';

export interface ReportCheck {
  code: string;
  status: CheckStatus;
  title: string;
  detail?: string | null;
}

/** What the verifier found, line by line. */
export interface VerificationReport {
  indication: Indication;
  subIndication: string | null;
  code: string | null;
  checks: ReportCheck[];
  certificate?: CertificateSummary | null;
}

export interface NotificationItem {
  id: string;
  kind: NotificationKind;
  title: string;
  text: string;
  documentId: string | null;
  link: string | null;
  createdAt: string;
  readAt: string | null;
}

export interface NotificationPage extends Page<NotificationItem> {
  unread: Count;
}

export interface DemoInfo {
  accounts: { email: string; name: string; organization: string; role: string }[];
  password: string;
  certificates: { email: string; name: string; url: string }[];
}

export interface DemoMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  createdAt: string;
  status: string;
}
