import { randomUUID } from 'node:crypto';
import type { TokenScope } from '@praktika/contracts';
import {
  amendmentBy,
  FRAMEWORK_ANNEX,
  FRAMEWORK_CONTRACT,
  pdf,
  PERIOD_CONTRACT,
  TEST_PASSWORD,
  type Blueprint,
} from '../support/index.js';
import { RESPONSE } from '../support/listings.js';
import type { PairWorld, Side, Targets } from './isolation/pair-world.js';
import { IMPORT_CASES } from './isolation/import-cases.js';
import type { Shape } from './isolation/send.js';
import {
  ASKED_BY_READERS,
  ASKED_BY_WRITERS,
  DOCUMENT_MOVE,
  everybody,
  MANAGED_OBJECT,
  managedOwn,
  MODERATORS_ALONE,
  OWN_LIST,
  OWN_LIST_OF_PEOPLE,
  OWN_OBJECT_OF_PEOPLE,
  OWN_OPERATION,
  personal,
  READ_BY_PARTIES,
  type Expected,
} from './isolation/viewpoints.js';

/** A stranger's request with an id of the pair where one of the stranger's own belongs. */
export interface Attempt {
  /** Which of the pair's things is put in. */
  readonly of: keyof Targets;
  /** The answer, equal to that for an id nobody has. */
  readonly status: number;
  /** The id is of something public: what is wrong with it may be told. */
  readonly published?: true;
  readonly shape: (own: PairWorld, id: string) => Promise<Shape> | Shape;
}

/** How one operation of the OpenAPI file is asked, and what each viewpoint must be answered. */
export interface OperationCase {
  /** Whose operation it is; the author unless told. */
  readonly side?: Side;
  /** What a token needs; absent where none passes, or everybody does. */
  readonly scope?: TokenScope;
  readonly expected: Expected;
  /** The request against the pair's objects; made anew for every call that may succeed. */
  readonly shape?: (pair: PairWorld, side: Side) => Promise<Shape> | Shape;
  /** A session that the operation may end. */
  readonly ownSession?: boolean;
  /** Substitutions in query and body, by place: every id of the description must be there. */
  readonly attempts?: Readonly<Record<string, Attempt | readonly Attempt[]>>;
}

const REASON = { reason: 'Уточните сроки' };
const MOVE = { scope: 'documents:write', expected: DOCUMENT_MOVE } as const;
const LIST = { scope: 'documents:read', expected: OWN_LIST } as const;

type Status = Parameters<PairWorld['document']>[0];

/** A move of a document in a status. */
const move =
  (status: Status, body: object = {}) =>
  async (pair: PairWorld): Promise<Shape> => {
    const { id, version } = await pair.document(status);
    return { path: { id }, body, version };
  };

/** Reading a document that both parties have signed. */
const signedDocument = async (pair: PairWorld): Promise<Shape> => ({
  path: { id: (await pair.document('SIGNED')).id },
});

const signature = async (pair: PairWorld): Promise<Shape> => ({
  path: { id: (await pair.document('SIGNED')).signatures[0]!.id },
});

/** A list asked with a filter of one's own choice. */
const filtered = (name: string) => (_: PairWorld, id: string) => ({ query: { [name]: id } });

/** A stranger's own draft, edited to carry a file. */
const draftWith = async (own: PairWorld, fileId: string): Promise<Shape> => {
  const { id, version } = await own.document('DRAFT');
  return { path: { id }, version, body: { files: [{ fileId, role: 'MAIN' }] } };
};

const newContract = (partnerId: string, files: object[] = []) => ({
  body: { kind: 'PERIOD_CONTRACT', partnerId, files },
});

/** The id of a concluded document of the pair that others may hang on. */
const concluded = async ({ documents }: PairWorld, blueprint: Blueprint): Promise<string> =>
  (await documents.of(blueprint).inStatus('CONCLUDED')).id;

/** An edit of an own draft of a kind, with a file if one is given. */
const draftOf =
  (blueprint: Blueprint, fileId?: string) =>
  async ({ documents }: PairWorld): Promise<Shape> => {
    const { id, version } = await documents.of(blueprint).draft();
    const files = fileId && { files: [{ fileId, role: 'MAIN' }] };
    return { path: { id }, version, body: { date: '2026-09-06', ...files } };
  };

const AMENDMENT = amendmentBy('university');

const newAmendment = (parentId: string, files: object[] = []) => ({
  body: { kind: AMENDMENT.kind, parentId, files },
});

/** A saved view that is narrowed to an id, under a name of the same id. */
const viewOf = (filters: object, id: string) => ({ body: { name: `view ${id}`, filters } });

const narrowedViews: Record<string, Attempt> = {
  'body.filters.partnerId[]': {
    of: 'organizationId',
    status: 422,
    shape: (_, id) => viewOf({ partnerId: [id] }, id),
  },
  'body.filters.parentId': {
    of: 'documentId',
    status: 422,
    shape: (_, parentId) => viewOf({ parentId }, parentId),
  },
};

const READ_SIGNED = { scope: 'documents:read', expected: READ_BY_PARTIES } as const;

const item = ({ id, version }: { id: string; version: number }) => ({ id, version });

/** Many documents at once: each is judged when its turn comes, so that every request is taken in. */
const batch = (status: Status, side: Side, body: object = {}): OperationCase => ({
  side,
  scope: 'documents:write',
  expected: ASKED_BY_WRITERS,
  shape: async (pair) => ({ body: { items: [item(await pair.document(status))], ...body } }),
  attempts: {
    'body.items[].id': {
      of: 'documentId',
      status: 202,
      shape: (_, id) => ({ body: { items: [{ id, version: 1 }], ...body } }),
    },
  },
});

const OPERATION: OperationCase = {
  scope: 'documents:read',
  expected: OWN_OPERATION,
  shape: async (pair, side) => ({ path: { id: await pair.operation(side, { run: true }) } }),
};

const EXPORT = (filter: object) => ({ body: { format: 'CSV', filter } });

const APPLICATIONS = { scope: 'applications:read' } as const;

/** A draft's author alone sees it. */
const APPLICATION_OF_AUTHOR: Expected = { ...DOCUMENT_MOVE, otherParty: 404 };

const CREATED: Expected = { ...DOCUMENT_MOVE, head: 201, manager: 201, token: 201 };

const application = (status: 'SENT') => async (pair: PairWorld) => ({
  path: { id: (await pair.application('author', status)).id },
});

/** A move of an application that a side has written. */
const applicationMove =
  (author: Side, status: 'DRAFT' | 'SENT' | 'ACCEPTED', body: object = {}) =>
  async (pair: PairWorld): Promise<Shape> => {
    const { id, version } = await pair.application(author, status);
    return { path: { id }, version, body };
  };

const practiceDraft =
  (body: object) =>
  async (pair: PairWorld): Promise<Shape> => ({ ...(await applicationMove('author', 'DRAFT')(pair)), body });

/** An edit of a partnership application's draft. */
async function partnershipDraft(
  pair: PairWorld,
  body: object = { expectsDraftContract: true },
): Promise<Shape> {
  const author = await pair.as('author', 'head');
  const recipientId = await pair.newcomer('EMPLOYER');
  const response = await author.post('/partnership-applications', { recipientId });
  const { id, version } = response.body as { id: string; version: number };
  return { path: { id }, version, body };
}

/** A move of a proposal that the pair's author has made. */
const proposalMove =
  (status: 'DRAFT' | 'PENDING_MODERATION' | 'REJECTED', body: object = {}) =>
  async (pair: PairWorld): Promise<Shape> => {
    const { id, version } = await pair.proposal('author', status);
    return { path: { id }, version, body };
  };

const PROPOSAL_MOVE = { scope: 'marketplace:write', expected: APPLICATION_OF_AUTHOR } as const;
const MODERATOR = { expected: MODERATORS_ALONE } as const;
const AREA = { path: { code: '06' } };
const SPECIALTY = { path: { code: '09.03.04' } };

const MARKET = { scope: 'marketplace:read' } as const;
const MARKET_CHANGE = { scope: 'marketplace:write' } as const;

/** A listing of the university: the employer sees it when it is published. */
const ownListing =
  (status: 'DRAFT' | 'PUBLISHED') =>
  async (pair: PairWorld): Promise<Shape> => {
    const { id, version } = await pair.listing('author', status);
    return { path: { id }, version, body: {} };
  };

/** A response of the employer to a listing of the university. */
const response =
  (body: object = {}) =>
  async (pair: PairWorld): Promise<Shape> => {
    const { id, version } = await pair.response();
    return { path: { id }, version, body };
  };

/** A profession that is none of the directory. */
const NO_PROFESSION: Attempt = {
  of: 'documentId',
  status: 422,
  shape: (_, professionId) => ({ body: { terms: { professionId } } }),
};

const BROWSING = {
  'query.professionId': { of: 'documentId', status: 200, shape: filtered('professionId') },
  'query.organizationId': { of: 'organizationId', status: 200, shape: filtered('organizationId') },
} as const;
/** Whoever may send applications may invite whoever is not here yet. */
const INVITED = { head: 201, manager: 201, otherParty: 201, foreignHead: 201, observer: 403 } as const;

/** A search that is narrowed to an id, and refused for its name: what it would find is nobody's business. */
const searchFor = (filter: string, of: keyof Targets): Attempt => ({
  of,
  status: 422,
  shape: (_, id) => ({ body: { name: '', filters: { [filter]: [id] } } }),
});

const narrowedSearches: Record<string, Attempt> = {
  'body.filters.professionId[]': searchFor('professionId', 'documentId'),
  'body.filters.organizationId[]': searchFor('organizationId', 'organizationId'),
};

/** A search is its person's alone: of the acting side, the head's. */
const OWN_SEARCH: Expected = { ...OWN_OBJECT_OF_PEOPLE, manager: 404, observer: 404 };

/** Every operation of the OpenAPI file. The test fails for one that is missing here, and for one that is gone. */
export const ISOLATION_MATRIX: Readonly<Record<string, OperationCase>> = {
  ...IMPORT_CASES,
  getLiveness: { expected: everybody(200) },
  getReadiness: { expected: everybody(200) },
  getMetrics: { expected: { ...everybody(403), anonymous: 401 } },
  // outside a demonstration nothing of it exists
  getDemo: { expected: everybody(404) },
  getDemoMails: { expected: everybody(404) },
  downloadDemoCertificate: {
    expected: everybody(404),
    shape: (pair, side) => ({ path: { file: `${pair.organization(side).people.head.email}.p12` } }),
  },

  // somebody acts here already: no link opens anything
  getSetup: { expected: everybody(200) },
  completeSetup: {
    expected: everybody(404),
    shape: (pair) => ({
      body: {
        token: 'a'.repeat(43),
        surname: pair.text('surname'),
        givenName: pair.text('name'),
        email: `${pair.text('operator')}@pair.test`,
        password: 'a phrase nobody would guess',
      },
    }),
  },

  signIn: {
    expected: everybody(401),
    shape: () => ({ body: { email: 'nobody@nowhere.test', password: 'wrong-password-of-nobody' } }),
    attempts: {
      'body.email': {
        of: 'headEmail',
        status: 401,
        shape: (_, email) => ({ body: { email, password: 'wrong-password-of-somebody' } }),
      },
    },
  },
  chooseOrganization: {
    expected: { ...personal(200), otherParty: 404, foreignHead: 404, formerEmployee: 404 },
    shape: (pair, side) => ({ body: { organizationId: pair.organization(side).id } }),
    attempts: {
      'body.organizationId': {
        of: 'organizationId',
        status: 404,
        shape: (_, organizationId) => ({ body: { organizationId } }),
      },
    },
  },
  signOut: { expected: personal(204), ownSession: true },
  changePassword: {
    expected: personal(422),
    shape: () => ({ body: { currentPassword: TEST_PASSWORD, newPassword: 'short' } }),
  },
  getMe: { expected: personal(200) },

  getOrganization: { ...LIST },
  updateOrganization: {
    expected: managedOwn(200),
    // the city is public
    shape: (pair) => ({
      version: { of: '/api/v1/organization' },
      body: { legalAddress: pair.text('address') },
    }),
  },
  getPublicOrganization: {
    ...LIST,
    shape: (pair) => ({ path: { id: pair.organization('recipient').id } }),
  },
  listOrganizations: {
    ...LIST,
    attempts: { 'query.cursor': { of: 'organizationsCursor', status: 400, shape: filtered('cursor') } },
  },
  findOrganizationByInn: {
    ...LIST,
    shape: (pair) => ({ query: { inn: pair.organization('recipient').inn } }),
  },
  inviteOrganization: {
    expected: { ...OWN_LIST_OF_PEOPLE, ...INVITED },
    shape: async (pair) => ({
      path: { id: await pair.unaccompanied() },
      body: { email: `${pair.text('guest')}@pair.test` },
    }),
  },
  getEducationDeclaration: { ...LIST },
  declareEducation: {
    // an employer declares nothing, whoever asks for it
    expected: { ...managedOwn(200), otherParty: 403 },
    shape: () => ({
      version: { of: '/api/v1/organization' },
      body: { levels: ['BACHELOR'], programmes: [{ specialtyCode: '09.03.04' }], areaCodes: ['06'] },
    }),
  },
  listEmployees: { ...LIST },
  listResponsiblePersons: { ...LIST },
  addEmployee: {
    expected: managedOwn(201),
    shape: (pair) => ({
      body: {
        surname: pair.text('surname'),
        givenName: pair.text('name'),
        email: `${pair.text('employee')}@pair.test`,
        roles: ['OBSERVER'],
      },
    }),
  },
  updateEmployee: {
    expected: MANAGED_OBJECT,
    shape: async (pair, side) => ({
      path: { id: await pair.employee(side) },
      body: { position: pair.text('position') },
    }),
  },
  endEmployment: {
    expected: MANAGED_OBJECT,
    shape: async (pair, side) => ({ path: { id: await pair.employee(side) } }),
  },
  listPartners: { ...LIST },
  getPartner: {
    scope: 'documents:read',
    // one is nobody's own partner
    expected: { ...READ_BY_PARTIES, otherParty: 404 },
    shape: (pair) => ({ path: { id: pair.organization('recipient').id } }),
  },
  endPartnership: {
    side: 'recipient',
    scope: 'applications:write',
    // it can be ended but once: everybody else's press comes too late
    expected: { ...DOCUMENT_MOVE, head: 404, manager: 404, otherParty: 404, token: 404 },
    shape: () => ({ path: { id: randomUUID() }, version: 1, body: REASON }),
  },

  listApplications: {
    ...APPLICATIONS,
    expected: OWN_LIST,
    attempts: {
      'query.partnerId': { of: 'organizationId', status: 200, shape: filtered('partnerId') },
      'query.cursor': { of: 'applicationsCursor', status: 400, shape: filtered('cursor') },
    },
  },
  getApplication: { ...APPLICATIONS, expected: READ_BY_PARTIES, shape: application('SENT') },
  getApplicationHistory: { ...APPLICATIONS, expected: READ_BY_PARTIES, shape: application('SENT') },
  createPartnershipApplication: {
    scope: 'applications:write',
    expected: {
      ...CREATED,
      otherParty: 422,
      foreignHead: 201,
      foreignToken: 201,
    },
    shape: async (pair) => ({ body: { recipientId: await pair.newcomer('EMPLOYER') } }),
    attempts: {
      // whom one may apply to is public; nothing is made here, so that no row lies between the pairs
      'body.recipientId': {
        of: 'organizationId',
        status: 422,
        published: true,
        shape: (_, recipientId) => ({
          body: { recipientId, expectsDraftContract: true, fileId: randomUUID() },
        }),
      },
      'body.fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: async (own, fileId) => ({ body: { recipientId: await own.newcomer('EMPLOYER'), fileId } }),
      })),
    },
  },
  updatePartnershipApplication: {
    scope: 'applications:write',
    expected: { ...APPLICATION_OF_AUTHOR },
    shape: async (pair) => partnershipDraft(pair),
    attempts: {
      'body.fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: (own, fileId) => partnershipDraft(own, { fileId }),
      })),
    },
  },
  createPracticeApplication: {
    scope: 'applications:write',
    expected: { ...CREATED, otherParty: 422, foreignHead: 422, foreignToken: 422 },
    shape: (pair) => ({ body: { recipientId: pair.organization('recipient').id } }),
    attempts: {
      'body.recipientId': {
        of: 'organizationId',
        status: 422,
        shape: (_, recipientId) => ({ body: { recipientId } }),
      },
      'body.fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: (own, fileId) => ({ body: { recipientId: own.organization('recipient').id, fileId } }),
      })),
    },
  },
  updatePracticeApplication: {
    scope: 'applications:write',
    expected: { ...APPLICATION_OF_AUTHOR },
    shape: practiceDraft({ terms: { seats: 5 } }),
    attempts: {
      'body.fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: (own, fileId) => practiceDraft({ fileId, expectsDraftContract: false })(own),
      })),
    },
  },
  sendApplication: {
    scope: 'applications:write',
    expected: { ...APPLICATION_OF_AUTHOR },
    shape: applicationMove('author', 'DRAFT'),
  },
  withdrawApplication: {
    scope: 'applications:write',
    expected: DOCUMENT_MOVE,
    shape: applicationMove('author', 'SENT'),
  },
  acceptApplication: {
    side: 'recipient',
    scope: 'applications:write',
    expected: DOCUMENT_MOVE,
    shape: applicationMove('author', 'SENT'),
    attempts: {
      'body.responsible.personId': {
        of: 'personId',
        status: 422,
        shape: async (own, personId) => {
          const { id, version } = await own.application('recipient', 'SENT');
          return { path: { id }, version, body: { responsible: { personId } } };
        },
      },
    },
  },
  rejectApplication: {
    side: 'recipient',
    scope: 'applications:write',
    expected: DOCUMENT_MOVE,
    shape: applicationMove('author', 'SENT', REASON),
  },
  deleteApplication: {
    scope: 'applications:write',
    expected: { ...APPLICATION_OF_AUTHOR, head: 204, manager: 204, token: 204 },
    shape: applicationMove('author', 'DRAFT'),
  },
  draftContract: {
    scope: 'documents:write',
    expected: { ...DOCUMENT_MOVE, otherParty: 422 },
    shape: applicationMove('recipient', 'ACCEPTED'),
    attempts: {
      'body.parentId': {
        of: 'documentId',
        status: 422,
        shape: async (own, parentId) => {
          const { id, version } = await own.application('recipient', 'ACCEPTED');
          return { path: { id }, version, body: { parentId } };
        },
      },
    },
  },

  listListings: {
    ...MARKET,
    expected: OWN_LIST,
    attempts: {
      ...BROWSING,
      'query.cursor': { of: 'listingsCursor', status: 400, shape: filtered('cursor') },
    },
  },
  listOwnListings: {
    ...MARKET,
    expected: OWN_LIST,
    attempts: { 'query.cursor': { of: 'ownListingsCursor', status: 400, shape: filtered('cursor') } },
  },
  // an employer's that is not published is not there for the public, its own people signed in or not
  listPublicListings: {
    expected: everybody(200),
    attempts: {
      ...BROWSING,
      // the public's cursors are bound to no organization
      'query.cursor': { of: 'publicListingsCursor', status: 200, published: true, shape: filtered('cursor') },
    },
  },
  getPublicListing: {
    expected: everybody(404),
    shape: async (pair) => ({ path: { id: (await pair.listing('recipient', 'UNPUBLISHED')).id } }),
  },
  getListing: { ...MARKET, expected: READ_BY_PARTIES, shape: ownListing('PUBLISHED') },
  getListingContacts: { ...MARKET, expected: READ_BY_PARTIES, shape: ownListing('PUBLISHED') },
  getListingHistory: {
    ...MARKET,
    expected: { ...READ_BY_PARTIES, otherParty: 404 },
    shape: ownListing('PUBLISHED'),
  },
  createListing: {
    ...MARKET_CHANGE,
    expected: { ...CREATED, otherParty: 201, foreignHead: 201, foreignToken: 201 },
    shape: (pair) => ({ body: { terms: { profession: pair.text('profession') } } }),
    attempts: { 'body.terms.professionId': NO_PROFESSION },
  },
  updateListing: {
    ...MARKET_CHANGE,
    expected: APPLICATION_OF_AUTHOR,
    shape: async (pair) => ({
      ...(await ownListing('DRAFT')(pair)),
      body: { contacts: { person: pair.text('contact') } },
    }),
    attempts: {
      'body.terms.professionId': {
        ...NO_PROFESSION,
        shape: async (own, id) => ({
          ...(await ownListing('DRAFT')(own)),
          ...(await NO_PROFESSION.shape(own, id)),
        }),
      },
    },
  },
  publishListing: { ...MARKET_CHANGE, expected: APPLICATION_OF_AUTHOR, shape: ownListing('DRAFT') },
  unpublishListing: { ...MARKET_CHANGE, expected: DOCUMENT_MOVE, shape: ownListing('PUBLISHED') },
  deleteListing: {
    ...MARKET_CHANGE,
    expected: { ...APPLICATION_OF_AUTHOR, head: 204, manager: 204, token: 204 },
    shape: ownListing('DRAFT'),
  },
  respondToListing: {
    side: 'recipient',
    ...MARKET_CHANGE,
    // nobody responds to their own; a published one is for every employer
    expected: { ...CREATED, otherParty: 422, foreignHead: 201, foreignToken: 201 },
    shape: async (pair) => ({
      path: { id: (await pair.listing('author', 'PUBLISHED')).id },
      body: { ...RESPONSE, message: pair.text('message') },
    }),
  },
  listListingResponses: {
    ...MARKET,
    expected: OWN_LIST,
    attempts: {
      'query.listingId': { of: 'listingId', status: 200, shape: filtered('listingId') },
      'query.cursor': { of: 'listingResponsesCursor', status: 400, shape: filtered('cursor') },
    },
  },
  getListingResponse: { ...MARKET, expected: READ_BY_PARTIES, shape: response() },
  getListingResponseHistory: { ...MARKET, expected: READ_BY_PARTIES, shape: response() },
  acceptListingResponse: {
    ...MARKET_CHANGE,
    expected: DOCUMENT_MOVE,
    shape: response(),
    attempts: {
      'body.responsible.personId': {
        of: 'personId',
        status: 422,
        shape: (own, personId) => response({ responsible: { personId } })(own),
      },
    },
  },
  rejectListingResponse: { ...MARKET_CHANGE, expected: DOCUMENT_MOVE, shape: response(REASON) },
  withdrawListingResponse: {
    side: 'recipient',
    ...MARKET_CHANGE,
    expected: DOCUMENT_MOVE,
    shape: response(),
  },

  listApiTokens: { expected: managedOwn(200) },
  issueApiToken: {
    expected: managedOwn(201),
    shape: (pair) => ({ body: { name: pair.text('token'), scopes: ['documents:read'], expiresInDays: 1 } }),
  },
  revokeApiToken: {
    expected: MANAGED_OBJECT,
    shape: async (pair, side) => ({ path: { id: (await pair.token(side, ['documents:read'])).id } }),
  },

  findSpecialties: { ...LIST },
  listRegions: { ...LIST },
  listProfessionalAreas: { ...LIST },
  getProfessionalArea: { ...LIST, shape: () => AREA },
  addProfessionalArea: { ...MODERATOR, shape: (pair) => ({ body: { code: '41', name: pair.text('area') } }) },
  updateProfessionalArea: {
    ...MODERATOR,
    shape: (pair) => ({ ...AREA, version: 1, body: { name: pair.text('area') } }),
  },
  getSpecialty: { ...LIST, shape: () => SPECIALTY },
  addSpecialty: {
    ...MODERATOR,
    shape: (pair) => ({ body: { code: '09.03.77', name: pair.text('specialty') } }),
  },
  updateSpecialty: {
    ...MODERATOR,
    shape: (pair) => ({ ...SPECIALTY, version: 1, body: { name: pair.text('specialty') } }),
  },

  listProfessions: {
    scope: 'marketplace:read',
    expected: OWN_LIST,
    attempts: { 'query.cursor': { of: 'professionsCursor', status: 400, shape: filtered('cursor') } },
  },
  getProfession: {
    scope: 'marketplace:read',
    // the directory is everybody's
    expected: OWN_LIST,
    shape: async (pair) => ({ path: { id: await pair.profession() } }),
  },
  addProfession: {
    ...MODERATOR,
    shape: (pair) => ({ body: { name: pair.text('profession'), areaCode: '06' } }),
  },
  updateProfession: {
    ...MODERATOR,
    shape: async (pair) => ({
      path: { id: await pair.profession() },
      version: 1,
      body: { name: pair.text('profession') },
    }),
  },

  listProfessionProposals: {
    scope: 'marketplace:read',
    expected: OWN_LIST,
    attempts: { 'query.cursor': { of: 'proposalsCursor', status: 400, shape: filtered('cursor') } },
  },
  getProfessionProposal: {
    scope: 'marketplace:read',
    expected: { ...READ_BY_PARTIES, otherParty: 404 },
    shape: async (pair) => ({ path: { id: (await pair.proposal('author', 'PENDING_MODERATION')).id } }),
  },
  createProfessionProposal: {
    scope: 'marketplace:write',
    expected: { ...CREATED, otherParty: 201, foreignHead: 201, foreignToken: 201 },
    shape: (pair) => ({ body: { name: pair.text('profession') } }),
  },
  updateProfessionProposal: { ...PROPOSAL_MOVE, shape: proposalMove('DRAFT', { duties: 'Проверяет' }) },
  submitProfessionProposal: { ...PROPOSAL_MOVE, shape: proposalMove('DRAFT') },
  recallProfessionProposal: { ...PROPOSAL_MOVE, shape: proposalMove('PENDING_MODERATION') },
  reopenProfessionProposal: { ...PROPOSAL_MOVE, shape: proposalMove('REJECTED') },
  deleteProfessionProposal: {
    scope: 'marketplace:write',
    expected: { ...APPLICATION_OF_AUTHOR, head: 204, manager: 204, token: 204 },
    shape: proposalMove('DRAFT'),
  },
  listModeratedProfessionProposals: {
    ...MODERATOR,
    attempts: { 'query.cursor': { of: 'proposalsCursor', status: 403, shape: filtered('cursor') } },
  },
  getModeratedProfessionProposal: { ...MODERATOR, shape: proposalMove('PENDING_MODERATION') },
  approveProfessionProposal: { ...MODERATOR, shape: proposalMove('PENDING_MODERATION') },
  rejectProfessionProposal: { ...MODERATOR, shape: proposalMove('PENDING_MODERATION', REASON) },

  listDocuments: {
    ...LIST,
    attempts: {
      'query.partnerId': { of: 'organizationId', status: 200, shape: filtered('partnerId') },
      'query.parentId': { of: 'documentId', status: 200, shape: filtered('parentId') },
      'query.cursor': { of: 'registryCursor', status: 400, shape: filtered('cursor') },
    },
  },
  listMatches: { ...MARKET, expected: OWN_LIST },
  listListingMatches: {
    ...MARKET,
    expected: { ...READ_BY_PARTIES, otherParty: 404 },
    shape: ownListing('PUBLISHED'),
  },
  getPublicListingsJsonFeed: { expected: everybody(200) },
  getPublicListingsRss: { expected: everybody(200) },
  getPublicListingsCalendar: { expected: everybody(200) },
  listSavedSearches: { expected: OWN_LIST_OF_PEOPLE },
  createSavedSearch: {
    expected: {
      ...OWN_LIST_OF_PEOPLE,
      head: 201,
      manager: 201,
      otherParty: 201,
      foreignHead: 201,
      observer: 201,
    },
    shape: (pair) => ({ body: { name: pair.text('search'), filters: { q: pair.text('q') } } }),
    attempts: narrowedSearches,
  },
  updateSavedSearch: {
    expected: OWN_SEARCH,
    shape: async (pair, side) => ({
      path: { id: await pair.search(side) },
      version: 1,
      body: { name: pair.text('search') },
    }),
    attempts: Object.fromEntries(
      Object.entries(narrowedSearches).map(([pointer, attempt]): [string, Attempt] => [
        pointer,
        {
          ...attempt,
          shape: async (own, id) => ({
            ...(await attempt.shape(own, id)),
            path: { id: await own.search('author') },
            version: 1,
          }),
        },
      ]),
    ),
  },
  deleteSavedSearch: {
    expected: { ...OWN_SEARCH, head: 204 },
    shape: async (pair, side) => ({ path: { id: await pair.search(side) } }),
  },
  listRegistryViews: { expected: OWN_LIST_OF_PEOPLE },
  createRegistryView: {
    expected: {
      ...OWN_LIST_OF_PEOPLE,
      head: 201,
      manager: 201,
      otherParty: 201,
      foreignHead: 201,
      observer: 201,
    },
    shape: (pair) => ({ body: { name: pair.text('view'), filters: { q: pair.text('q') } } }),
    attempts: narrowedViews,
  },
  updateRegistryView: {
    expected: MANAGED_OBJECT,
    shape: async (pair, side) => ({
      path: { id: await pair.view(side) },
      version: 1,
      body: { name: pair.text('view') },
    }),
    attempts: Object.fromEntries(
      Object.entries(narrowedViews).map(([pointer, attempt]): [string, Attempt] => [
        pointer,
        {
          ...attempt,
          shape: async (own, id) => ({
            ...(await attempt.shape(own, id)),
            path: { id: await own.view('author') },
            version: 1,
          }),
        },
      ]),
    ),
  },
  deleteRegistryView: {
    expected: { ...MANAGED_OBJECT, head: 204 },
    shape: async (pair, side) => ({ path: { id: await pair.view(side) } }),
  },
  setDefaultRegistryView: {
    expected: { ...OWN_OBJECT_OF_PEOPLE, head: 204, manager: 204, observer: 204 },
    shape: async (pair, side) => ({ path: { id: await pair.view(side) } }),
  },
  clearDefaultRegistryView: {
    expected: { ...OWN_OBJECT_OF_PEOPLE, head: 204, manager: 204, observer: 204 },
    shape: async (pair, side) => ({ path: { id: await pair.view(side) } }),
  },
  getDocument: { ...READ_SIGNED, shape: signedDocument },
  getEffectiveTerms: { ...READ_SIGNED, shape: signedDocument },
  getDocumentHistory: { ...READ_SIGNED, shape: signedDocument },
  listDocumentSignatures: { ...READ_SIGNED, shape: signedDocument },
  downloadDocumentBundle: {
    ...READ_SIGNED,
    shape: signedDocument,
    attempts: {
      'query.revisionId': {
        of: 'revisionId',
        status: 404,
        shape: async (own, revisionId) => ({
          path: { id: (await own.document('ON_APPROVAL')).id },
          query: { revisionId },
        }),
      },
    },
  },

  submitApprovalDocument: { ...MOVE, shape: move('DRAFT'), expected: { ...DOCUMENT_MOVE, otherParty: 404 } },
  submitSigningDocument: { ...MOVE, shape: move('PROJECT_APPROVED') },
  submitConfirmationDocument: {
    ...MOVE,
    shape: move('DRAFT', { signedOnPaperAt: '2026-09-01' }),
    expected: { ...DOCUMENT_MOVE, otherParty: 404 },
  },
  reopenDocument: { ...MOVE, shape: move('ON_REVISION') },
  returnToDraftDocument: { ...MOVE, shape: move('PROJECT_APPROVED') },
  withdrawDocument: { ...MOVE, shape: move('ON_APPROVAL') },
  deleteDocument: {
    ...MOVE,
    shape: move('PROJECT_REJECTED'),
    expected: { ...DOCUMENT_MOVE, head: 204, manager: 204, token: 204 },
  },
  approveDocument: {
    ...MOVE,
    side: 'recipient',
    shape: move('ON_APPROVAL', { seats: 3 }),
    attempts: {
      'body.responsible.personId': {
        of: 'personId',
        status: 422,
        shape: async (own, personId) => {
          const { id, version } = await own.document('ON_APPROVAL');
          return { path: { id }, version, body: { responsible: { personId } } };
        },
      },
    },
  },
  requestRevisionDocument: { ...MOVE, side: 'recipient', shape: move('ON_APPROVAL', REASON) },
  rejectDocument: { ...MOVE, side: 'recipient', shape: move('ON_APPROVAL', REASON) },
  declineSigningDocument: { ...MOVE, side: 'recipient', shape: move('ON_SIGNING', REASON) },
  confirmDocument: { ...MOVE, side: 'recipient', shape: move('ON_CONFIRMATION') },
  returnFromConfirmationDocument: { ...MOVE, side: 'recipient', shape: move('ON_CONFIRMATION', REASON) },
  closeDocument: {
    ...MOVE,
    // either side closes: the other party does no wrong
    expected: { ...DOCUMENT_MOVE, otherParty: 200 },
    shape: move('CONCLUDED', { mode: 'WITHOUT_AGREEMENT' }),
    attempts: {
      'body.files[]': {
        of: 'sentFileId',
        status: 422,
        shape: async (own, fileId) => {
          const { id, version } = await own.document('CONCLUDED');
          return { path: { id }, version, body: { mode: 'WITHOUT_AGREEMENT', files: [fileId] } };
        },
      },
    },
  },
  getComparison: {
    ...READ_SIGNED,
    shape: async (pair) => ({
      path: { id: (await pair.document('SIGNED')).id },
      query: { from: '1', to: '1' },
    }),
  },
  listComments: { ...READ_SIGNED, shape: signedDocument },
  addComment: {
    scope: 'documents:write',
    // either party of a document comments on it
    expected: { ...DOCUMENT_MOVE, head: 201, manager: 201, token: 201, otherParty: 201 },
    shape: async (pair) => ({
      path: { id: (await pair.document('ON_APPROVAL')).id },
      body: { text: pair.text('comment'), visibility: 'SHARED' },
    }),
    attempts: {
      'body.replyTo': {
        of: 'commentId',
        status: 422,
        shape: async (own, replyTo) => ({
          path: { id: (await own.document('ON_APPROVAL')).id },
          body: { text: own.text('comment'), visibility: 'SHARED', replyTo },
        }),
      },
      'body.mentions[]': {
        of: 'personId',
        status: 422,
        shape: async (own, personId) => ({
          path: { id: (await own.document('ON_APPROVAL')).id },
          body: { text: own.text('comment'), visibility: 'INTERNAL', mentions: [personId] },
        }),
      },
    },
  },
  approveDocuments: {
    ...batch('ON_APPROVAL', 'recipient', { seats: 3 }),
    attempts: {
      ...batch('ON_APPROVAL', 'recipient', { seats: 3 }).attempts,
      'body.responsible.personId': {
        of: 'personId',
        status: 202,
        shape: async (own, personId) => ({
          body: { items: [item(await own.document('ON_APPROVAL'))], responsible: { personId } },
        }),
      },
    },
  },
  requestRevisionDocuments: batch('ON_APPROVAL', 'recipient', REASON),
  rejectDocuments: batch('ON_APPROVAL', 'recipient', REASON),
  submitSigningDocuments: batch('PROJECT_APPROVED', 'author'),
  confirmDocuments: batch('ON_CONFIRMATION', 'recipient'),
  signDocuments: {
    side: 'recipient',
    scope: 'documents:sign-request',
    expected: { ...ASKED_BY_WRITERS, manager: 403 },
    shape: async (pair) => {
      const card = await pair.document('ON_SIGNING');
      const signed = await pair.signing.bodyFor(card, pair.pair.employer);
      return { body: { items: [{ ...item(card), ...signed }] } };
    },
    attempts: {
      'body.items[].id': {
        of: 'documentId',
        status: 202,
        shape: async (own, id) => {
          const revisionId = (await own.document('ON_SIGNING')).revision!.id;
          return { body: { items: [{ id, version: 1, revisionId, cms: 'AAAA' }] } };
        },
      },
      'body.items[].revisionId': {
        of: 'revisionId',
        status: 202,
        shape: async (own, revisionId) => {
          const card = await own.document('ON_SIGNING');
          return { body: { items: [{ ...item(card), revisionId, cms: 'AAAA' }] } };
        },
      },
    },
  },
  bundleDocuments: {
    scope: 'documents:read',
    expected: ASKED_BY_READERS,
    shape: async (pair) => ({ body: { items: [{ id: (await pair.document('ON_APPROVAL')).id }] } }),
    attempts: {
      'body.items[].id': {
        of: 'documentId',
        status: 202,
        // beside one of their own, so that there is an archive to look into
        shape: async (own, id) => ({
          body: { items: [{ id: (await own.document('ON_APPROVAL')).id }, { id }] },
        }),
      },
    },
  },
  exportDocuments: {
    scope: 'documents:read',
    expected: ASKED_BY_READERS,
    shape: () => EXPORT({}),
    attempts: {
      'body.filter.partnerId[]': {
        of: 'organizationId',
        status: 202,
        shape: (_, id) => EXPORT({ partnerId: [id] }),
      },
      'body.filter.parentId': { of: 'documentId', status: 202, shape: (_, parentId) => EXPORT({ parentId }) },
    },
  },
  listOperations: { ...LIST },
  getOperation: OPERATION,
  listOperationItems: OPERATION,
  downloadOperationResult: OPERATION,
  cancelOperation: {
    ...OPERATION,
    shape: async (pair, side) => ({ path: { id: await pair.operation(side, { run: false }) } }),
  },
  remindDocument: { ...MOVE, shape: move('ON_APPROVAL') },
  copyDocument: {
    ...MOVE,
    expected: { ...DOCUMENT_MOVE, head: 201, manager: 201, token: 201, otherParty: 403 },
    shape: async (pair) => ({ path: { id: (await pair.document('ON_APPROVAL')).id } }),
  },
  signDocument: {
    side: 'recipient',
    scope: 'documents:sign-request',
    expected: { ...DOCUMENT_MOVE, manager: 403 },
    shape: async (pair) => {
      const card = await pair.document('ON_SIGNING');
      const body = await pair.signing.bodyFor(card, pair.pair.employer);
      return { path: { id: card.id }, version: card.version, body };
    },
    attempts: {
      'body.revisionId': {
        of: 'revisionId',
        status: 409,
        shape: async (own, revisionId) => {
          const { id, version } = await own.document('ON_SIGNING');
          return { path: { id }, version, body: { revisionId, cms: 'AAAA' } };
        },
      },
    },
  },

  createContract: {
    scope: 'documents:write',
    expected: {
      ...DOCUMENT_MOVE,
      head: 201,
      manager: 201,
      token: 201,
      otherParty: 403,
      foreignHead: 422,
      foreignToken: 422,
    },
    shape: ({ pair }) => newContract(pair.employer.id),
    attempts: {
      'body.partnerId': { of: 'organizationId', status: 422, shape: (_, id) => newContract(id) },
      'body.files[].fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: (own, fileId) => newContract(own.pair.employer.id, [{ fileId, role: 'MAIN' }]),
      })),
    },
  },
  updateContract: {
    ...MOVE,
    expected: { ...DOCUMENT_MOVE, otherParty: 404 },
    shape: move('DRAFT', { date: '2026-09-06' }),
    attempts: {
      'body.files[].fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: draftWith,
      })),
    },
  },

  createAnnex: {
    scope: 'documents:write',
    expected: {
      ...DOCUMENT_MOVE,
      head: 201,
      manager: 201,
      token: 201,
      otherParty: 403,
      foreignHead: 422,
      foreignToken: 422,
    },
    shape: async (pair) => ({ body: { parentId: await concluded(pair, FRAMEWORK_CONTRACT) } }),
    attempts: {
      'body.parentId': { of: 'documentId', status: 422, shape: (_, parentId) => ({ body: { parentId } }) },
      'body.files[].fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: async (own, fileId) => ({
          body: {
            parentId: await concluded(own, FRAMEWORK_CONTRACT),
            files: [{ fileId, role: 'MAIN' }],
          },
        }),
      })),
    },
  },
  updateAnnex: {
    ...MOVE,
    expected: { ...DOCUMENT_MOVE, otherParty: 404 },
    shape: draftOf(FRAMEWORK_ANNEX),
    attempts: {
      'body.files[].fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: (own, fileId) => draftOf(FRAMEWORK_ANNEX, fileId)(own),
      })),
    },
  },
  createSupplementaryAgreement: {
    scope: 'documents:write',
    expected: {
      ...DOCUMENT_MOVE,
      head: 201,
      manager: 201,
      token: 201,
      // either side changes a contract
      otherParty: 201,
      foreignHead: 422,
      foreignToken: 422,
    },
    shape: async (pair) => newAmendment(await concluded(pair, PERIOD_CONTRACT)),
    attempts: {
      'body.parentId': { of: 'documentId', status: 422, shape: (_, id) => newAmendment(id) },
      'body.files[].fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: async (own, fileId) =>
          newAmendment(await concluded(own, PERIOD_CONTRACT), [{ fileId, role: 'MAIN' }]),
      })),
    },
  },
  updateSupplementaryAgreement: {
    ...MOVE,
    expected: { ...DOCUMENT_MOVE, otherParty: 404 },
    shape: draftOf(AMENDMENT),
    attempts: {
      'body.files[].fileId': (['draftFileId', 'sentFileId'] as const).map((of) => ({
        of,
        status: 422,
        shape: (own, fileId) => draftOf(AMENDMENT, fileId)(own),
      })),
    },
  },

  listNotifications: {
    ...LIST,
    attempts: { 'query.cursor': { of: 'notificationsCursor', status: 400, shape: filtered('cursor') } },
  },
  readNotification: {
    expected: OWN_OBJECT_OF_PEOPLE,
    shape: async (pair, side) => ({ path: { id: await pair.notification(side) } }),
  },
  readAllNotifications: { expected: OWN_LIST_OF_PEOPLE },
  openLiveStream: { expected: OWN_LIST_OF_PEOPLE },

  uploadFile: {
    scope: 'documents:write',
    expected: {
      ...DOCUMENT_MOVE,
      head: 201,
      manager: 201,
      otherParty: 201,
      token: 201,
      foreignHead: 201,
      foreignToken: 201,
    },
    shape: () => ({ form: { file: { bytes: pdf('a page of nobody'), name: 'page.pdf' } } }),
  },
  downloadFile: {
    ...READ_SIGNED,
    shape: async (pair) => ({ path: { id: (await pair.document('ON_APPROVAL')).files[0]!.fileId } }),
  },

  downloadSignature: { ...READ_SIGNED, shape: signature },
  getSignatureReport: { ...READ_SIGNED, shape: signature },
  revalidateSignature: { ...READ_SIGNED, shape: signature },
  verifySignature: {
    expected: everybody(200),
    shape: () => ({
      form: {
        content: { bytes: pdf('a page to judge'), name: 'page.pdf' },
        signature: { bytes: Buffer.from('not a signature'), name: 'page.sig' },
      },
    }),
  },
};
