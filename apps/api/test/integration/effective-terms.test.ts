import type { Problem } from '@praktika/contracts';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import {
  amendmentBy,
  createTestApp,
  Documents,
  expectStatus,
  type Blueprint,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let contracts: Documents;
let contract: DocumentCardDto;

beforeAll(async () => {
  test = await createTestApp();
  contracts = new Documents(test);
});
beforeEach(async () => {
  contract = await contracts.inStatus('CONCLUDED');
});
afterAll(() => test?.close());

/** Amendments of the contract at hand. */
const amending = (author: 'employer' | 'university', ...changes: object[]): Documents => {
  const blueprint: Blueprint = {
    ...amendmentBy(author),
    terms: { changes },
    grounds: () => ({ kind: 'SUPPLEMENTARY_AMENDMENT', parentId: contract.id }),
  };
  return contracts.of(blueprint);
};

const seats = (effectiveFrom: string, value: number) => ({ term: 'seats', effectiveFrom, seats: value });

async function termsOn(on?: string): Promise<Record<string, unknown>> {
  const hr = await contracts.recipient();
  const query = on ? `?on=${on}` : '';
  const response = expectStatus(await hr.get(`/documents/${contract.id}/effective-terms${query}`), 200);
  return response.body as Record<string, unknown>;
}

describe('the terms in force', () => {
  it('are those of the contract until an agreement changes them, from its day on', async () => {
    expect(await termsOn('2026-12-01')).toMatchObject({
      on: '2026-12-01',
      terms: { validTo: '2026-12-31', seats: null },
      applied: [],
      upcoming: [],
    });
    const first = await amending('employer', seats('2026-10-15', 20)).inStatus('CONCLUDED');
    const period = { validFrom: '2026-10-01', validTo: '2027-02-28' };
    const second = await amending('university', {
      term: 'period',
      effectiveFrom: '2026-11-01',
      period,
    }).inStatus('CONCLUDED');

    expect(await termsOn('2026-10-14')).toMatchObject({
      terms: { seats: null, validTo: '2026-12-31' },
      applied: [],
      upcoming: [{ agreement: { id: first.id } }, { agreement: { id: second.id } }],
    });
    expect(await termsOn('2026-11-01')).toMatchObject({
      terms: { seats: 20, ...period },
      applied: [
        { agreement: { id: first.id, title: first.title }, term: 'seats', before: null, after: 20 },
        {
          agreement: { id: second.id },
          termLabel: 'Срок договора',
          before: { validFrom: '2026-10-01', validTo: '2026-12-31' },
          after: period,
        },
      ],
      upcoming: [],
    });
  });

  it('an agreement that is not concluded changes nothing', async () => {
    await amending('employer', seats('2026-01-01', 3)).inStatus('PROJECT_APPROVED');
    expect(await termsOn('2026-12-01')).toMatchObject({ terms: { seats: null }, applied: [], upcoming: [] });
  });

  it('are asked for on a date that exists, today when none is given', async () => {
    const hr = await contracts.recipient();
    const wrong = await hr.get(`/documents/${contract.id}/effective-terms?on=2026-02-30`);
    expectStatus(wrong, 400);
    expect(await termsOn()).toHaveProperty('on', test.clock.now().toISOString().slice(0, 10));
  });
});

describe('a change that contradicts another agreement under way', () => {
  it('is refused when it is sent, naming the line and the other agreement', async () => {
    const rival = await amending('university', seats('2026-10-15', 20)).inStatus('ON_APPROVAL');
    const own = amending('employer', seats('2026-10-10', 5), seats('2026-10-15', 25));
    const draft = await own.draft();
    const author = await own.author();
    const response = expectStatus(await author.act(draft.id, 'submit-approval', draft.version), 422);
    expect((response.body as Problem).errors).toEqual([
      {
        pointer: '/terms/changes/1',
        code: 'contradicts_agreement',
        detail: `С того же дня иначе меняет это условие: ${rival.title}.`,
      },
    ]);
    await amending('university').walk(rival, [['author', 'withdraw']]);
    expectStatus(await author.act(draft.id, 'submit-approval', draft.version), 200);
  });

  it('one that says the same, or another thing from another day, is not', async () => {
    await amending('university', seats('2026-10-15', 20)).inStatus('ON_APPROVAL');
    const same = amending('employer', seats('2026-10-15', 20), seats('2026-12-01', 30));
    expect((await same.inStatus('ON_APPROVAL')).status).toBe('ON_APPROVAL');
  });

  it('is refused to one of two that are sent in the same moment, whichever comes second', async () => {
    const sides = [
      amending('university', seats('2026-10-15', 20)),
      amending('employer', seats('2026-10-15', 25)),
    ];
    const drafts = await Promise.all(
      sides.map(async (side) => ({ author: await side.author(), draft: await side.draft() })),
    );
    const answers = await Promise.all(
      drafts.map(({ author, draft }) => author.act(draft.id, 'submit-approval', draft.version)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const second = answers.find(({ status }) => status === 422);
    expect((second?.body as Problem).errors).toEqual([
      expect.objectContaining({ pointer: '/terms/changes/0', code: 'contradicts_agreement' }),
    ]);
  });

  it('contradictions inside one agreement are refused in the draft', async () => {
    const author = await amending('employer').author();
    const response = await author.post('/supplementary-agreements', {
      kind: 'SUPPLEMENTARY_AMENDMENT',
      parentId: contract.id,
      terms: { changes: [seats('2026-10-15', 1), seats('2026-10-15', 2)] },
    });
    expectStatus(response, 422);
    expect((response.body as Problem).errors).toEqual([
      expect.objectContaining({ pointer: '/terms/changes/1/term', code: 'changed_twice' }),
    ]);
  });
});
