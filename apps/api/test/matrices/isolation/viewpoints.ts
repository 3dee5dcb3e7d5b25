import type { TokenScope } from '@praktika/contracts';

/** Who asks. «Acting» is the side whose operation it is; the foreign pair has nothing to do with the objects. */
export const VIEWPOINTS = [
  'anonymous',
  /** Head of the acting side. */
  'head',
  /** Manager of the acting side. */
  'manager',
  /** Head of the other party of the document. */
  'otherParty',
  /** Head of a foreign organization of the acting side. */
  'foreignHead',
  /** Observer of the acting side: the least a member can be. */
  'observer',
  /** API token of the acting side with every scope. */
  'token',
  /** API token of the acting side without the scope of the operation. */
  'tokenWithoutScope',
  /** Was the acting side's clerk until this morning; the session is still in the browser. */
  'formerEmployee',
  /** API token of the foreign organization with every scope. */
  'foreignToken',
] as const;

export type Viewpoint = (typeof VIEWPOINTS)[number];

/** Viewpoints that must not learn or change anything of the pair. */
export const STRANGERS = ['anonymous', 'foreignHead', 'foreignToken'] as const satisfies readonly Viewpoint[];

export type Expected = Readonly<Record<Viewpoint, number>>;

/** Scopes of a token that lacks one of them. */
export const SCOPES_WITHOUT: Readonly<Record<TokenScope, readonly TokenScope[]>> = {
  'documents:read': ['documents:write', 'documents:sign-request', 'applications:write'],
  'documents:write': ['documents:read', 'documents:sign-request', 'applications:read', 'applications:write'],
  'documents:sign-request': ['documents:read', 'documents:write', 'applications:read', 'applications:write'],
  'applications:read': ['documents:write', 'documents:sign-request', 'applications:write'],
  'marketplace:read': ['documents:write', 'applications:write', 'marketplace:write'],
  'marketplace:write': ['documents:read', 'applications:read', 'marketplace:read'],
  'applications:write': ['documents:read', 'documents:write', 'documents:sign-request', 'applications:read'],
};

/** The same for everybody, signed in or not. */
export const everybody = (status: number): Expected =>
  Object.fromEntries(VIEWPOINTS.map((viewpoint) => [viewpoint, status])) as Record<Viewpoint, number>;

/** An object of the pair that every member of both parties reads. */
export const READ_BY_PARTIES: Expected = {
  anonymous: 401,
  head: 200,
  manager: 200,
  otherParty: 200,
  foreignHead: 404,
  observer: 200,
  token: 200,
  tokenWithoutScope: 403,
  formerEmployee: 403,
  foreignToken: 404,
};

/** A list or a page of one's own: strangers get theirs. */
export const OWN_LIST: Expected = { ...READ_BY_PARTIES, foreignHead: 200, foreignToken: 200 };

/** What its own person has asked for in the cabinet: of the acting side, the head. Tokens see what they asked for. */
export const OWN_OPERATION: Expected = {
  ...READ_BY_PARTIES,
  manager: 404,
  otherParty: 404,
  observer: 404,
  token: 404,
};

/** Long work that everybody may ask for: what it names is judged when it is done. */
export const ASKED_BY_READERS: Expected = {
  ...READ_BY_PARTIES,
  head: 202,
  manager: 202,
  otherParty: 202,
  foreignHead: 202,
  observer: 202,
  token: 202,
  foreignToken: 202,
};

/** The same for those who may change documents. */
export const ASKED_BY_WRITERS: Expected = { ...ASKED_BY_READERS, observer: 403 };

/** A move of a document by the acting side; the other party is told that it is not its turn. */
export const DOCUMENT_MOVE: Expected = { ...READ_BY_PARTIES, otherParty: 409, observer: 403 };

/** For people alone: no token passes, whatever its scopes. */
const peopleOnly = (expected: Expected): Expected => ({
  ...expected,
  token: 403,
  tokenWithoutScope: 403,
  foreignToken: 403,
});

/** An object of one organization that only its head and administrators manage. */
export const MANAGED_OBJECT: Expected = peopleOnly({
  ...READ_BY_PARTIES,
  manager: 403,
  otherParty: 404,
  observer: 403,
});

/** The same where the object is one's own organization itself. */
export const managedOwn = (status: number): Expected => ({
  ...MANAGED_OBJECT,
  head: status,
  otherParty: status,
  foreignHead: status,
});

/** A person's own business, with or without an organization. */
export const personal = (status: number): Expected =>
  peopleOnly({
    ...everybody(status),
    anonymous: 401,
  });

/** Every member's own list, people alone. */
export const OWN_LIST_OF_PEOPLE: Expected = peopleOnly(OWN_LIST);

/** An object of one organization that all its members, and no token, may touch. */
export const OWN_OBJECT_OF_PEOPLE: Expected = peopleOnly({ ...READ_BY_PARTIES, otherParty: 404 });
