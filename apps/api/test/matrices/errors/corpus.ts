/** A request that is wrong in one way. Paths begin at /api/v1; a body that is a string goes out as it is. */
export interface BadRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The answer it must get; any registered refusal where none is named. */
  readonly expected?: readonly [status: number, code: string];
}

const LONG = 'я'.repeat(25_000);
const UNKNOWN = '01a20000-0000-7000-8000-000000000000';

/** What attackers put into text that may reach SQL (reliability.md T15). */
const SQL = [
  "'",
  "''",
  "' OR '1'='1",
  "' OR 1=1--",
  "'; DROP TABLE documents;--",
  "'; SELECT pg_sleep(5);--",
  "' UNION SELECT password_hash FROM people--",
  '") OR ("1"="1',
  'updatedAt; SELECT pg_sleep(5)',
  'updated_at DESC, (SELECT pg_sleep(5))',
  'CASE WHEN (1=1) THEN updated_at ELSE sort_date END',
  '(SELECT 1)',
  '1; COPY people TO PROGRAM $$id$$',
  '$1',
  '$$',
  '\\',
  '%',
  '_',
  '%%%%%%%%%%',
  "\\'; --",
  '/*',
  '*/',
  '--',
  '\u0000',
  'a\u0000b',
  '\u202Eabc',
  '\uFEFF',
  'ʼ OR ʼ1ʼ=ʼ1',
  '0x27',
  'CHR(39)',
  '{"$ne":null}',
  '../../etc/passwd',
  '${7*7}',
  '{{7*7}}',
  'NULL',
  'true',
  'NaN',
  '1e309',
  '-1',
  '99999999999999999999',
];

const query = (values: Readonly<Record<string, string>>) => new URLSearchParams(values).toString();

/** Parameters from a closed list: a payload there is always refused. */
const CLOSED = [
  'sort',
  'direction',
  'kind',
  'status',
  'partnerId',
  'parentId',
  'facets',
  'dateFrom',
  'limit',
];
/** Free text: a payload there is a search that finds nothing, or is refused. */
const FREE = [
  '/documents',
  '/employees',
  '/partners',
  '/reference/specialties',
  '/professions',
  '/profession-proposals',
  '/listings',
  '/listings/own',
  '/public/listings',
  '/organizations',
];

const json = (body: string, type = 'application/json') => ({
  method: 'POST' as const,
  path: '/contracts',
  headers: { 'content-type': type },
  body,
});

/** Bodies that are no JSON, or not of the type they say. */
export const MALFORMED: readonly BadRequest[] = [
  ...['{', '{"kind":', '[1,', '"', 'undefined', "{'a':1}", '{"a":1,}', '\u0000', '{"a":1}{"b":2}', ''].map(
    (body) => ({ ...json(body), expected: [400, 'malformed_json'] as const }),
  ),
  { ...json('{"a":'.repeat(20_000)), expected: [400, 'malformed_json'] },
  ...['null', '[]', '"text"', '7', 'true'].map((body) => ({
    ...json(body),
    expected: [422, 'validation_failed'] as const,
  })),
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'text/html',
    'nonsense',
    '*/*',
  ].map((type) => ({ ...json('{}', type), expected: [415, 'unsupported_media_type'] as const })),
  { ...json('--x\r\n\r\n--x--', 'multipart/form-data; boundary=x') },
  { method: 'POST', path: '/files', headers: { 'content-type': 'application/json' }, body: {} },
  { method: 'POST', path: '/files', headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
  {
    method: 'POST',
    path: '/files',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: 'x',
  },
  { ...json(`{"number":"${'x'.repeat(1024 * 1024)}"}`), expected: [413, 'payload_too_large'] },
];

/** Methods and addresses that do not exist. */
export const LOST: readonly BadRequest[] = [
  { method: 'GET', path: '/nothing', expected: [404, 'not_found'] },
  { method: 'GET', path: '/documents/%', expected: [400, 'invalid_parameter'] },
  { method: 'GET', path: '/documents/%00' },
  { method: 'GET', path: '/documents/%FF%FE' },
  { method: 'GET', path: `/documents/${'a'.repeat(150)}`, expected: [404, 'not_found'] },
  { method: 'GET', path: `/documents/${'a'.repeat(500)}`, expected: [414, 'uri_too_long'] },
  { method: 'GET', path: '/documents/../../../etc/passwd' },
  { method: 'GET', path: '/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd', expected: [404, 'not_found'] },
  { method: 'GET', path: '/reference/specialties/%00', expected: [404, 'not_found'] },
  { method: 'GET', path: '/reference/professional-areas/%27', expected: [404, 'not_found'] },
  { method: 'GET', path: '/professions/not-an-id', expected: [404, 'not_found'] },
  { method: 'GET', path: '/profession-proposals/not-an-id', expected: [404, 'not_found'] },
  { method: 'GET', path: '/files/not-an-id/content', expected: [404, 'not_found'] },
  { method: 'GET', path: '/signatures/not-an-id/cms', expected: [404, 'not_found'] },
  { method: 'GET', path: '/signatures/not-an-id/report', expected: [404, 'not_found'] },
  { method: 'GET', path: '/documents/not-an-id/signatures', expected: [404, 'not_found'] },
  { method: 'GET', path: '/documents/not-an-id/bundle', expected: [404, 'not_found'] },
  { method: 'GET', path: `/documents/${UNKNOWN}/bundle?revisionId=x&revisionId=y` },
  { method: 'GET', path: `/documents/${UNKNOWN}/bundle?revisionId='--` },
  { method: 'POST', path: '/documents/not-an-id/actions/approve', headers: { 'if-match': '"v1"' }, body: {} },
  { method: 'PUT', path: '/documents', body: {}, expected: [405, 'method_not_allowed'] },
  { method: 'DELETE', path: `/documents/${UNKNOWN}`, expected: [405, 'method_not_allowed'] },
  { method: 'PATCH', path: '/me', body: {}, expected: [405, 'method_not_allowed'] },
  { method: 'GET', path: '/contracts', expected: [405, 'method_not_allowed'] },
  { method: 'GET', path: `/documents/${UNKNOWN}/actions/approve`, expected: [405, 'method_not_allowed'] },
];

/** Query parameters that are unknown, repeated, polluting or payloads. */
export const QUERIES: readonly BadRequest[] = [
  // routes that take no parameters at all
  ...['/me', '/organization', `/documents/${UNKNOWN}`, `/documents/${UNKNOWN}/bundle`].map((path) => ({
    method: 'GET' as const,
    path: `${path}?unknown=1`,
    expected: [400, 'invalid_parameter'] as const,
  })),
  { method: 'POST', path: '/contracts?draft=1', body: {}, expected: [400, 'invalid_parameter'] },
  ...['/documents', '/notifications', '/employees', '/partners', '/reference/specialties'].flatMap((path) =>
    [
      'unknown=1',
      '__proto__=1',
      '__proto__[polluted]=1',
      'constructor=1',
      'constructor.prototype.polluted=1',
    ].map((text) => ({
      method: 'GET' as const,
      path: `${path}?${text}`,
      expected: [400, 'invalid_parameter'] as const,
    })),
  ),
  ...[
    'sort=-date&sort=date',
    'limit=1&limit=2',
    'q=a&q=b',
    'direction=INCOMING&direction=OUTGOING',
    'cursor=a&cursor=b',
    'dateFrom=2026-01-01&dateFrom=2026-01-02',
    'waitingForMe=true&waitingForMe=false',
    'parentId=a&parentId=b',
  ].map((text) => ({
    method: 'GET' as const,
    path: `/documents?${text}`,
    expected: [400, 'invalid_parameter'] as const,
  })),
  ...CLOSED.flatMap((name) =>
    SQL.filter((payload) => payload.trim() !== '').map((payload) => ({
      method: 'GET' as const,
      path: `/documents?${query({ [name]: payload })}`,
      expected: [400, 'invalid_parameter'] as const,
    })),
  ),
  ...[
    'limit=0',
    'limit=101',
    'limit=1.5',
    'limit=',
    'limit=0x10',
    'dateFrom=2026-02-30',
    'dateFrom=0000-01-01',
    'dateTo=9999-99-99',
    'waitingForMe=maybe',
    'total=2',
  ].map((text) => ({
    method: 'GET' as const,
    path: `/documents?${text}`,
    expected: [400, 'invalid_parameter'] as const,
  })),
  ...SQL.map((payload) => ({ method: 'GET' as const, path: `/documents?${query({ cursor: payload })}` })),
  ...SQL.map((payload) => ({ method: 'GET' as const, path: `/notifications?${query({ cursor: payload })}` })),
  {
    method: 'GET',
    path: `/documents?${query({ q: 'я'.repeat(201) })}`,
    expected: [400, 'invalid_parameter'],
  },
  {
    method: 'GET',
    path: `/documents?${query({ cursor: 'a'.repeat(2000) })}`,
    expected: [400, 'invalid_parameter'],
  },
  { method: 'GET', path: `/documents?${query({ q: 'я'.repeat(2_000) })}` },
];

/** Searches by payload: whatever they find, they never fail. */
export const SEARCHES: readonly BadRequest[] = FREE.flatMap((path) =>
  SQL.map((payload) => ({ method: 'GET' as const, path: `${path}?${query({ q: payload })}` })),
);

/** Members nobody may set, each on its own (reliability.md T4, T14). */
const FORBIDDEN_MEMBERS: readonly [string, unknown][] = [
  ['status', 'CONCLUDED'],
  ['version', 99],
  ['id', UNKNOWN],
  ['orgId', UNKNOWN],
  ['organizationId', UNKNOWN],
  ['employerId', UNKNOWN],
  ['employer_id', UNKNOWN],
  ['authorSide', 'EMPLOYER'],
  ['author_id', UNKNOWN],
  ['createdBy', UNKNOWN],
  ['signedAt', '2026-01-01T00:00:00Z'],
  ['firstSentAt', '2026-01-01T00:00:00Z'],
  ['currentRevisionId', UNKNOWN],
  ['signatures', []],
  ['role', 'HEAD'],
  ['isAdmin', true],
  ['constructor', { prototype: { polluted: true } }],
  ['prototype', { polluted: true }],
];

/** Stands for the partner of the test’s world, so that a value gets as far as the database. */
export const PARTNER = '%partner%';

const text = (members: string) => `{"kind":"PERIOD_CONTRACT","partnerId":"${PARTNER}",${members}}`;

/** Mass assignment at creation: 422 at the member, whatever the rest says. */
export const MASS_ASSIGNMENT: readonly (BadRequest & { readonly member: string })[] = [
  ...FORBIDDEN_MEMBERS.map(([member, value]) => ({
    ...json(text(`"${member}":${JSON.stringify(value)}`)),
    member: `/${member}`,
  })),
  { ...json(text('"terms":{"polluted":1}')), member: '/terms/polluted' },
  {
    ...json(text('"terms":{"assessment":{"gradeScale":"NONE","extra":1}}')),
    member: '/terms/assessment/extra',
  },
  { ...json(text('"files":[{"fileId":"x","role":"MAIN","sha256":"00"}]')), member: '/files/0/sha256' },
];

/** `__proto__` and its like at every depth: 422 at the member, 400 for nesting past any body of ours. */
export const POLLUTION: readonly BadRequest[] = [
  ...[
    '"__proto__":{"polluted":true}',
    '"terms":{"__proto__":{"polluted":true}}',
    '"terms":{"assessment":{"__proto__":{"polluted":true}}}',
    '"terms":{"programmes":[{"__proto__":{"polluted":true}}]}',
    '"files":[{"__proto__":{"polluted":true}}]',
    '"constructor":{"prototype":{"polluted":true}}',
    '"__defineGetter__":1',
    '"toString":1,"hasOwnProperty":1,"valueOf":1',
  ].map((members) => ({ ...json(text(members)), expected: [422, 'validation_failed'] as const })),
  ...[
    `"terms":{"premises":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    `"terms":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  ].map((members) => ({ ...json(text(members)), expected: [400, 'malformed_json'] as const })),
];

const BROKEN_TEXTS = [LONG, '\u0000', 'a\u0000b', '\\ud800', 'x\\udfff', '\u202E', '', '   '];
const WRONG_TYPES = ['null', '7', '-1', '1e400', 'true', '[]', '{}', '[null]', '[[]]', '["x"]', '[{}]'];
const WRONG_DATES = [
  '0000-01-01',
  '2026-02-30',
  '10000-01-01',
  '-0001-01-01',
  'infinity',
  'today',
  '2026-1-1',
];

const MEMBERS = ['number', 'date', 'terms', 'files', 'partnerId', 'kind'];
const TERMS = [
  'validFrom',
  'validTo',
  'programmes',
  'premises',
  'educationSupervisor',
  'assessment',
  'employerConditions',
];

/** JSON of every value that is wrong nearly everywhere. */
const WRONG_VALUES: readonly string[] = [
  ...WRONG_TYPES,
  ...[...BROKEN_TEXTS, ...WRONG_DATES].map((value) => `"${value.replaceAll('\u0000', '\\u0000')}"`),
];

/** A draft with a wrong value at one member or one term: refused, or taken as the text it is. */
export const DRAFT_VALUES: readonly BadRequest[] = [
  ...MEMBERS.flatMap((member) => WRONG_VALUES.map((value) => json(text(`"${member}":${value}`)))),
  ...TERMS.flatMap((member) => WRONG_VALUES.map((value) => json(text(`"terms":{"${member}":${value}}`)))),
];

const LISTING_TERMS = [
  'applicationType',
  'level',
  'areaCode',
  'profession',
  'professionId',
  'seats',
  'from',
  'to',
  'regionCode',
  'conditions',
];

/** A listing with a wrong value at one of its terms, or with a query it does not know. */
export const LISTING_VALUES: readonly BadRequest[] = [
  ...LISTING_TERMS.flatMap((member) =>
    WRONG_VALUES.map((value) => ({ ...json(`{"terms":{"${member}":${value}}}`), path: '/listings' })),
  ),
  ...[
    'sort',
    'type',
    'regionCode',
    'areaCode',
    'level',
    'professionId',
    'organizationId',
    'facets',
    'from',
  ].flatMap((name) =>
    SQL.filter((payload) => payload.trim() !== '').map((payload) => ({
      method: 'GET' as const,
      path: `/listings?${query({ [name]: payload })}`,
      expected: [400, 'invalid_parameter'] as const,
    })),
  ),
];

const SEARCH_FILTERS = [
  'type',
  'areaCode',
  'regionCode',
  'level',
  'professionId',
  'organizationId',
  'q',
  'from',
  'to',
];

/** A saved search with a wrong value at one of its filters, a feed with a specialty there is not. */
export const DISCOVERY_VALUES: readonly BadRequest[] = [
  ...SEARCH_FILTERS.flatMap((member) =>
    WRONG_VALUES.map((value) => ({
      ...json(`{"name":"Поиск","filters":{"${member}":${value}}}`),
      path: '/saved-searches',
    })),
  ),
  ...SQL.filter((payload) => payload.trim() !== '').map((payload) => ({
    method: 'GET' as const,
    path: `/public/listings/feed.rss?${query({ specialtyCode: payload })}`,
    expected: [400, 'invalid_parameter'] as const,
  })),
];

/** A command whose members are replaced one by one. */
export interface Command {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  /** Made in this status, its id and version put in. */
  readonly document?: 'DRAFT' | 'ON_APPROVAL' | 'ON_SIGNING' | 'ON_CONFIRMATION' | 'CONCLUDED';
  readonly body: Readonly<Record<string, unknown>>;
}

const ACTION = '/documents/{id}/actions';

export const COMMANDS: readonly Command[] = [
  { method: 'POST', path: '/auth/login', body: { email: 'nobody@nowhere.test', password: 'no-password' } },
  { method: 'POST', path: '/auth/organization', body: { organizationId: UNKNOWN } },
  {
    method: 'POST',
    path: '/profession-proposals',
    body: {
      name: 'Оператор',
      areaCode: '06',
      specialtyCodes: ['09.01.02'],
      description: 'Текст',
      duties: 'Текст',
    },
  },
  { method: 'POST', path: '/auth/password', body: { currentPassword: 'a', newPassword: 'b' } },
  {
    method: 'PATCH',
    path: '/organization',
    body: { city: 'Москва', phone: '1', site: 'a.ru', timezone: 'UTC' },
  },
  {
    method: 'POST',
    path: '/employees',
    body: {
      surname: 'А',
      givenName: 'Б',
      email: 'x@nowhere.test',
      snils: '',
      position: 'В',
      roles: ['CLERK'],
    },
  },
  { method: 'POST', path: '/listings', body: { terms: {}, contacts: {} } },
  { method: 'POST', path: '/saved-searches', body: { name: 'Поиск', filters: {}, notify: true } },
  {
    method: 'POST',
    path: `/listings/${UNKNOWN}/responses`,
    body: {
      applicationType: 'PRACTICE',
      seats: 1,
      from: '2026-10-01',
      to: '2026-10-02',
      message: '',
      contact: { fullName: 'А' },
    },
  },
  { method: 'POST', path: '/api-tokens', body: { name: 'Т', scopes: ['documents:read'], expiresInDays: 1 } },
  {
    method: 'PATCH',
    path: '/contracts/{id}',
    document: 'DRAFT',
    body: { number: '1', date: '2026-09-01', terms: {}, files: [] },
  },
  {
    method: 'POST',
    path: `${ACTION}/submit-confirmation`,
    document: 'DRAFT',
    body: { signedOnPaperAt: '2026-09-01' },
  },
  { method: 'POST', path: `${ACTION}/approve`, document: 'ON_APPROVAL', body: { seats: 1, responsible: {} } },
  { method: 'POST', path: `${ACTION}/reject`, document: 'ON_APPROVAL', body: { reason: '' } },
  {
    method: 'POST',
    path: `${ACTION}/sign`,
    document: 'ON_SIGNING',
    body: { revisionId: UNKNOWN, cms: 'AAAA' },
  },
  {
    method: 'POST',
    path: `${ACTION}/close`,
    document: 'CONCLUDED',
    body: { mode: 'WITHOUT_AGREEMENT', comment: '', files: [], acknowledge: true },
  },
];

/** Every command with every member wrong in every way. */
export const commandBodies = ({ body }: Command): readonly string[] =>
  Object.keys(body).flatMap((member) =>
    WRONG_VALUES.map((value) => {
      const rest = JSON.stringify({ ...body, [member]: '%value%' });
      return rest.replace('"%value%"', value);
    }),
  );
