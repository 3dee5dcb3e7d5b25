import type { Response } from 'supertest';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import type { RegistryPageDto } from '../../src/modules/documents/dto/registry.dto.js';
import {
  COMPLETE_TERMS,
  createTestApp,
  Documents,
  expectStatus,
  pdf,
  TestSigning,
  type Caller,
  type TestApp,
} from '../support/index.js';
import { settleEvents } from './isolation/pair-world.js';

/** Stands in everything the author wrote after the document came back, and in nothing that was sent. */
const SECRET = 'mrkafterreturn';
const REASON = { reason: 'Уточните сроки' };

let test: TestApp;
let documents: Documents;
let signing: TestSigning;
let author: Caller;
let recipient: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  signing = await TestSigning.create(test);
  author = await documents.author();
  recipient = await documents.recipient();
});
afterAll(() => test?.close());

/** Every road back to «Проект» for a document that the recipient has seen. */
const ROADS: Readonly<Record<string, () => Promise<{ id: string }>>> = {
  'a request for revision': async () => {
    const card = await documents.inStatus('ON_REVISION');
    return documents.walk(card, [['author', 'reopen']]);
  },
  'the author’s own return': async () => {
    const card = await documents.inStatus('PROJECT_APPROVED');
    return documents.walk(card, [['author', 'return-to-draft']]);
  },
  'a return from confirmation': async () => {
    const card = await documents.inStatus('ON_CONFIRMATION');
    return documents.walk(card, [['recipient', 'return-from-confirmation', REASON]]);
  },
  'a refusal of the recipient to sign': async () => {
    const card = await documents.inStatus('ON_SIGNING');
    return documents.walk(card, [['recipient', 'decline-signing', REASON]]);
  },
  'a refusal of the author to sign after the recipient': async () => {
    const card = await signing.sign(await documents.inStatus('ON_SIGNING'), test.world.employer);
    return documents.walk(card, [['author', 'decline-signing', REASON]]);
  },
};

async function cardFor(caller: Caller, id: string): Promise<DocumentCardDto> {
  return expectStatus(await caller.get(`/documents/${id}`), 200).body as DocumentCardDto;
}

/** The author rewrites number, terms and files, and leaves the draft incomplete. @returns ids of the new files */
async function rewrite(id: string): Promise<string[]> {
  const { version } = await cardFor(author, id);
  const files = await Promise.all(
    ['MAIN', 'ATTACHMENT'].map(async (role) => {
      const upload = await author.upload(pdf(`${SECRET} ${role} ${id}`), `${SECRET}-${role}.pdf`);
      return { fileId: (expectStatus(upload, 201).body as { id: string }).id, role };
    }),
  );
  const [programme] = COMPLETE_TERMS.programmes;
  const terms = {
    ...COMPLETE_TERMS,
    premises: [],
    programmes: [{ ...programme, specialtyName: SECRET, profile: SECRET, group: SECRET }],
    educationSupervisor: { fullName: SECRET, position: SECRET, phone: SECRET, email: `${SECRET}@pair.test` },
    employerConditions: SECRET,
    studentConditions: SECRET,
  };
  const number = `${SECRET}-${id.slice(-8)}`;
  const edited = expectStatus(
    await author.patch(`/contracts/${id}`, { number, date: '2026-09-05', terms, files }, version),
    200,
  ).body as DocumentCardDto;
  expect(edited.missing).toEqual(['/terms/premises']);
  return files.map(({ fileId }) => fileId);
}

const PAGES = (id: string) => [
  `/documents/${id}`,
  `/documents/${id}/history`,
  `/documents/${id}/signatures`,
  `/documents/${id}/bundle`,
  '/documents?limit=100&total=true&facets=status,kind,direction',
  `/documents?q=${SECRET}&total=true&facets=status,kind,direction`,
  '/notifications?limit=100',
  '/me',
];

const textOf = ({ text, body }: Response) => text ?? Buffer.from(body as Uint8Array).toString('latin1');

describe('the author’s draft after a return', () => {
  it.each(Object.keys(ROADS))('stays unseen by the other party — after %s', async (road) => {
    const { id } = await ROADS[road]!();
    const seen = await cardFor(recipient, id);
    const sentFile = seen.files[0]!.fileId;
    const files = await rewrite(id);
    await settleEvents(test);

    for (const page of PAGES(id)) {
      const answer = expectStatus(await recipient.get(page).buffer(true), 200);
      const found = [SECRET, ...files].filter((secret) => textOf(answer).includes(secret));
      expect({ page, found }).toEqual({ page, found: [] });
    }
    for (const file of files) expectStatus(await recipient.get(`/files/${file}/content`), 404);
    expectStatus(await recipient.get(`/files/${sentFile}/content`), 200);

    const { version: _version, updatedAt: _updatedAt, ...now } = await cardFor(recipient, id);
    expect(seen).toMatchObject(now);
    expect(now).toMatchObject({
      status: 'ON_REVISION',
      statusLabel: 'Проект на доработке',
      missing: [],
      availableActions: [],
    });
  });

  it.each(Object.keys(ROADS))('changes nothing in the other party’s registry — after %s', async (road) => {
    const { id } = await ROADS[road]!();
    const rowOf = async () => {
      const page = expectStatus(await recipient.get('/documents?limit=100'), 200).body as RegistryPageDto;
      const { version: _version, ...row } = page.items.find((item) => item.id === id)!;
      return row;
    };
    const before = await rowOf();
    test.clock.set(new Date(test.clock.now().getTime() + 60_000));
    await rewrite(id);
    expect(await rowOf()).toEqual(before);
    expect(before).toMatchObject({ status: 'ON_REVISION', waitingForMe: false });
    const found = expectStatus(await recipient.get(`/documents?q=${SECRET}&total=true`), 200);
    expect(found.body).toMatchObject({ items: [], total: { value: 0 } });
  });

  it('lies in no row of the other party: events, notifications, mails, journal', async () => {
    await settleEvents(test);
    for (const table of ['outbox', 'notifications', 'mails', 'registry_entries', 'history_entries']) {
      const statement = `SELECT t::text AS line FROM ${test.database.owner.escapeIdentifier(table)} t
                          WHERE organization_id = $1`;
      const { rows } = await test.database.owner.query<{ line: string }>(statement, [test.world.employer.id]);
      expect(rows.length).toBeGreaterThan(0);
      expect({ table, found: rows.filter(({ line }) => line.includes(SECRET)) }).toEqual({
        table,
        found: [],
      });
    }
  });

  it('is seen by the other party once it is sent', async () => {
    const { id } = await ROADS['a request for revision']!();
    const files = await rewrite(id);
    const { version } = await cardFor(author, id);
    const patch = { terms: { ...COMPLETE_TERMS, employerConditions: SECRET } };
    const complete = expectStatus(await author.patch(`/contracts/${id}`, patch, version), 200)
      .body as DocumentCardDto;
    expectStatus(await author.act(id, 'submit-approval', complete.version), 200);
    const card = await cardFor(recipient, id);
    expect(card).toMatchObject({ status: 'ON_APPROVAL', terms: { employerConditions: SECRET } });
    expect(card.number).toContain(SECRET);
    for (const file of files) expectStatus(await recipient.get(`/files/${file}/content`), 200);
  });
});
