import { createTestApp, Documents, expectStatus, type TestApp } from '../support/index.js';

let test: TestApp;
let documents: Documents;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
});
afterAll(() => test?.close());

describe('a period contract on its way', () => {
  it('E5.1.4b: the recipient approves and the draft becomes «Проект согласован»', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const hr = await documents.recipient();
    const card = expectStatus(await hr.act(sent.id, 'approve', sent.version, {}), 200).body;
    expect(card).toMatchObject({ status: 'PROJECT_APPROVED', statusLabel: 'Проект согласован', version: 3 });
  });

  it('E5.2.2a: a revision request without a reason is refused at the field', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const hr = await documents.recipient();
    const response = expectStatus(await hr.act(sent.id, 'request-revision', sent.version, { reason: '  ' }), 422);
    expect(response.body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/reason', code: 'reason_required' }],
    });
  });
});
