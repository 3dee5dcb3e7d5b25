import type * as m from './models.js';

interface Json<T> {
  content: { 'application/json': T };
}
interface Parameters<Query, Path> {
  query?: Query;
  path: Path;
}
interface QueryOnly<Query> {
  query?: Query;
  path?: never;
}
type Asked<Query, Path> = [Path] extends [never] ? QueryOnly<Query> : Parameters<Query, Path>;
interface Read<Answer, Query = object, Path = never> {
  parameters: Asked<Query, Path>;
  responses: { 200: Json<Answer> };
}
interface Write<Body, Answer, Path = never> {
  parameters: Asked<object, Path>;
  requestBody: Json<Body>;
  responses: { 200: Json<Answer> };
}
interface Act<Answer, Path = never> {
  parameters: Asked<object, Path>;
  responses: { 200: Json<Answer> };
}
interface Id {
  id: string;
}
interface Items<T> {
  items: T[];
}

export interface DocumentQuery {
  direction?: string;
  kind?: string;
  status?: string;
  partnerId?: string;
  waitingForMe?: boolean;
  dateFrom?: string;
  dateTo?: string;
  q?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
  facets?: string;
  total?: boolean;
}

/** The operations this application calls, relative to `/api/v1`. */
export interface paths {
  '/auth/login': { post: Write<{ email: string; password: string }, m.SignInResult> };
  '/auth/organization': { post: Write<{ organizationId: string }, m.SignInResult> };
  '/auth/logout': { post: Act<undefined> };
  '/auth/password': { post: Write<{ currentPassword: string; newPassword: string }, undefined> };
  '/me': { get: Read<m.Me> };
  '/organization': {
    get: Read<m.OrganizationProfile>;
    patch: Write<m.OrganizationPatch, m.OrganizationProfile>;
  };
  '/employees': {
    get: Read<Items<m.Employee>, { q?: string }>;
    post: Write<m.NewEmployee, { employee: m.Employee; temporaryPassword: string }>;
  };
  '/employees/{id}': { patch: Write<m.EmployeePatch, m.Employee, Id> };
  '/employees/{id}/actions/end': { post: Act<m.Employee, Id> };
  '/employees/responsible-persons': { get: Read<Items<m.ResponsiblePerson>> };
  '/partners': { get: Read<Items<m.Partner>, { q?: string }> };
  '/reference/specialties': {
    get: Read<Items<m.Specialty>, { q?: string; level?: string; limit?: number }>;
  };
  '/api-tokens': {
    get: Read<Items<m.ApiToken>>;
    post: Write<
      { name: string; scopes: string[]; expiresInDays: number },
      { token: string; apiToken: m.ApiToken }
    >;
  };
  '/api-tokens/{id}/actions/revoke': { post: Act<m.ApiToken, Id> };
  '/documents': { get: Read<m.DocumentPage, DocumentQuery> };
  '/documents/{id}': { get: Read<m.DocumentCard, object, Id> };
  '/documents/{id}/history': { get: Read<Items<m.HistoryEntry>, object, Id> };
  '/documents/{id}/actions/{action}': {
    post: Write<m.ActionInput, m.DocumentCard | undefined, Id & { action: string }>;
  };
  '/contracts': { post: Write<m.NewContract, m.DocumentCard> };
  '/contracts/{id}': { patch: Write<m.ContractDraft, m.DocumentCard, Id> };
  '/signatures/{id}/report': { get: Read<m.VerificationReport, object, Id> };
  '/notifications': { get: Read<m.NotificationPage, { unread?: boolean; cursor?: string }> };
  '/notifications/{id}/actions/read': { post: Act<undefined, Id> };
  '/notifications/actions/read-all': { post: Act<undefined> };
  '/demo': { get: Read<m.DemoInfo> };
  '/demo/mails': { get: Read<Items<m.DemoMail>> };
}
