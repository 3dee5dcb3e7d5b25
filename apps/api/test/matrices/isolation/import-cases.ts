import type { OperationCase } from '../isolation-matrix.js';
import { expectStatus } from '../../support/index.js';
import type { PairWorld, Side } from './pair-world.js';
import { ASKED_BY_WRITERS, DOCUMENT_MOVE, MODERATORS_ALONE, OWN_LIST, OWN_OPERATION } from './viewpoints.js';

/** The smallest table: a heading and a row. */
const TABLE = Buffer.from('Профессия\nТокарь\n', 'utf8');

const WRITTEN = { scope: 'marketplace:write' } as const;
const MODERATORS = { expected: MODERATORS_ALONE } as const;

const form = (pair: PairWorld) => ({ form: { file: { bytes: TABLE, name: `${pair.text('table')}.csv` } } });

/** An uploaded table of a side. */
async function table(pair: PairWorld, side: Side): Promise<string> {
  const head = await pair.as(side, 'head');
  const { bytes, name } = form(pair).form.file;
  const response = await head.send('post', '/imports/places/files').attach('file', bytes, { filename: name });
  return (expectStatus(response, 201).body as { id: string }).id;
}

const asked = (fileId: string) => ({ body: { fileId, dryRun: true } });

/** An import that the head of a side has asked for. */
async function imported(pair: PairWorld, side: Side): Promise<string> {
  const head = await pair.as(side, 'head');
  const { body } = asked(await table(pair, side));
  return (expectStatus(await head.post('/imports/places', body), 202).body as { id: string }).id;
}

const REPORT: OperationCase = {
  scope: 'documents:read',
  expected: OWN_OPERATION,
  shape: async (pair, side) => ({ path: { id: await imported(pair, side) } }),
};

/** Imports: what they read and write belongs to the organization, what they tell to who has asked. */
export const IMPORT_CASES: Readonly<Record<string, OperationCase>> = {
  uploadPlacesTable: {
    ...WRITTEN,
    expected: {
      ...DOCUMENT_MOVE,
      head: 201,
      manager: 201,
      otherParty: 201,
      foreignHead: 201,
      token: 201,
      foreignToken: 201,
    },
    shape: form,
  },
  downloadPlacesTemplate: {
    ...WRITTEN,
    expected: { ...OWN_LIST, observer: 403 },
    shape: () => ({ query: { format: 'CSV' } }),
  },
  importPlaces: {
    ...WRITTEN,
    expected: { ...ASKED_BY_WRITERS, otherParty: 422, foreignHead: 422, foreignToken: 422 },
    shape: async (pair, side) => asked(await table(pair, side)),
    attempts: { 'body.fileId': { of: 'draftFileId', status: 422, shape: (_, id) => asked(id) } },
  },
  uploadReferenceTable: { ...MODERATORS, shape: form },
  downloadReferenceTemplate: { ...MODERATORS, shape: () => ({ path: { kind: 'professions' } }) },
  importReference: {
    ...MODERATORS,
    shape: async (pair, side) => ({ path: { kind: 'professions' }, ...asked(await table(pair, side)) }),
    attempts: {
      'body.fileId': {
        of: 'draftFileId',
        status: 403,
        shape: (_, id) => ({ path: { kind: 'professions' }, ...asked(id) }),
      },
    },
  },
  listImportRows: {
    ...REPORT,
    attempts: {
      'query.cursor': {
        of: 'registryCursor',
        status: 400,
        shape: async (own, cursor) => ({ path: { id: await imported(own, 'author') }, query: { cursor } }),
      },
    },
  },
  downloadImportReport: REPORT,
};
