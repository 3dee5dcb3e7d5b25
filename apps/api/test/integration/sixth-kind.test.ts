import { documentTransitions, permissionsOf, type DocumentKind } from '@praktika/contracts';
import { CreateDocument, KindRegistry, type KindDefinition } from '../../src/modules/documents/index.js';
import { createTestApp, Documents, expectStatus, pdf, type TestApp } from '../support/index.js';

let test: TestApp;
let documents: Documents;

/** «Протокол разногласий»: a kind the product does not have, made of a definition alone. */
const protocol: KindDefinition = {
  kind: 'DISAGREEMENT_PROTOCOL' as DocumentKind,
  label: 'Протокол разногласий',
  transitions: documentTransitions,
  authorSides: ['EMPLOYER'],
  missingTerms: (terms) => ('subject' in terms ? [] : ['/subject']),
  termsConflicts: () => [],
};

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  test.app.get(KindRegistry).register(protocol);
});
afterAll(() => test?.close());

describe('a sixth kind of document', () => {
  it('walks from draft to approval through the engine as it is', async () => {
    const { employer, university } = test.world;
    const hr = await documents.recipient();
    const fileId = expectStatus(await hr.upload(pdf('protocol'), 'Протокол.pdf'), 201).body.id as string;
    const { manager } = employer.people;
    const actor = {
      personId: manager.id,
      organizationId: employer.id,
      side: 'EMPLOYER' as const,
      roles: ['MANAGER'] as const,
      permissions: permissionsOf(['MANAGER']),
      timeZone: 'Europe/Moscow',
      requestId: 'test',
      ip: '127.0.0.1',
    };
    const created = await test.app.get(CreateDocument).run(actor, {
      kind: protocol.kind,
      partnerId: university.id,
      number: '1',
      date: '2026-09-07',
      terms: { subject: 'Срок' },
      files: [{ fileId, role: 'MAIN' }],
    });

    const id = created.row.id;
    expectStatus(await hr.act(id, 'submit-approval', 1), 200);
    const office = await documents.author();
    const seen = expectStatus(await office.get(`/documents/${id}`), 200).body;
    expect(seen).toMatchObject({
      kindLabel: 'Протокол разногласий',
      direction: 'INCOMING',
      terms: { subject: 'Срок' },
    });
    expect(expectStatus(await office.act(id, 'approve', seen.version, {}), 200).body.status).toBe(
      'PROJECT_APPROVED',
    );
    const { items } = expectStatus(await office.get('/documents?q=разногласий'), 200).body;
    expect(items).toHaveLength(1);
  });

  it('a kind whose lifecycle is broken does not start', () => {
    const broken: KindDefinition = {
      ...protocol,
      transitions: { approve: documentTransitions.approve ?? [] },
    };
    expect(() => test.app.get(KindRegistry).register(broken)).toThrow('internal');
  });
});
