import type { DocumentStatus } from '@praktika/contracts';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { expectStatus, type Caller } from './caller.js';
import { pdf } from './pdf.js';
import type { TestApp } from './test-app.js';
import type { TestOrganization } from './world.js';

/** Complete terms of a period contract. */
export const COMPLETE_TERMS = {
  validFrom: '2026-10-01',
  validTo: '2026-12-31',
  programmes: [
    {
      specialtyCode: '09.03.04',
      specialtyName: 'Программная инженерия',
      practiceKind: 'INDUSTRIAL',
      seats: 12,
      from: '2026-10-05',
      to: '2026-11-30',
    },
  ],
  premises: [{ name: 'Учебный центр', address: 'г. Москва, ул. Лесная, 1' }],
  educationSupervisor: { fullName: 'Орлова Ирина Сергеевна', position: 'Доцент' },
  assessment: { gradeScale: 'FIVE_POINT', reportMode: 'ON_PORTAL', reportSignatureRequired: true },
  employerConditions: 'Рабочее место и наставник',
  studentConditions: 'Паспорт и медицинская книжка',
} as const;

let sequence = 0;

/** Two partners; the university writes, the employer answers. */
export interface Pair {
  readonly employer: TestOrganization;
  readonly university: TestOrganization;
}

/** Documents made by state through the real commands. */
export class Documents {
  constructor(
    private readonly test: TestApp,
    private readonly pair: Pair = test.world,
  ) {}

  /** The university's practice office: author of contracts. */
  author(): Promise<Caller> {
    return this.test.as(this.pair.university.people.manager);
  }

  /** The employer's HR: recipient. */
  recipient(): Promise<Caller> {
    return this.test.as(this.pair.employer.people.manager);
  }

  /** An uploaded PDF of the author. */
  async file(caller: Caller, text = `Contract ${++sequence}`): Promise<string> {
    const response = expectStatus(await caller.upload(pdf(text), 'Договор.pdf'), 201);
    return (response.body as { id: string }).id;
  }

  /** A complete draft, with a scan so that every way of sending is open. */
  async draft(overrides: object = {}): Promise<DocumentCardDto> {
    const author = await this.author();
    const main = await this.file(author);
    const scan = await this.file(author);
    const response = await author.post('/contracts', {
      kind: 'PERIOD_CONTRACT',
      partnerId: this.pair.employer.id,
      number: `${++sequence}-П`,
      date: '2026-09-07',
      terms: COMPLETE_TERMS,
      files: [
        { fileId: main, role: 'MAIN' },
        { fileId: scan, role: 'SCAN' },
      ],
      ...overrides,
    });
    return expectStatus(response, 201).body as DocumentCardDto;
  }

  /** A document in a status nobody signs to reach. Signed ones come from the signing support. */
  async inStatus(status: Exclude<DocumentStatus, 'SIGNED_BY_RECIPIENT'>): Promise<DocumentCardDto> {
    return this.walk(await this.draft(), ROUTES[status]);
  }

  /** The steps from a draft to a status, with another reason where one is given. */
  route(
    status: Exclude<DocumentStatus, 'SIGNED_BY_RECIPIENT'>,
    reason: string = REASON.reason,
  ): readonly Step[] {
    return ROUTES[status].map(([side, action, body]) =>
      body && 'reason' in body ? [side, action, { reason }] : [side, action, body],
    );
  }

  /** Takes steps in turn, each by the side it belongs to. */
  async walk(card: DocumentCardDto, steps: readonly Step[]): Promise<DocumentCardDto> {
    let current = card;
    for (const [side, action, body] of steps) {
      const caller = side === 'author' ? await this.author() : await this.recipient();
      const response = await caller.act(current.id, action, current.version, body);
      current = expectStatus(response, 200).body as DocumentCardDto;
    }
    return current;
  }
}

type Step = readonly ['author' | 'recipient', string, object?];

const SENT: readonly Step[] = [['author', 'submit-approval']];
const PAPER: readonly Step[] = [['author', 'submit-confirmation', { signedOnPaperAt: '2026-09-01' }]];
const REASON = { reason: 'Уточните сроки' };

const ROUTES: Readonly<Record<Exclude<DocumentStatus, 'SIGNED_BY_RECIPIENT'>, readonly Step[]>> = {
  DRAFT: [],
  ON_APPROVAL: SENT,
  ON_REVISION: [...SENT, ['recipient', 'request-revision', REASON]],
  PROJECT_REJECTED: [...SENT, ['recipient', 'reject', REASON]],
  PROJECT_APPROVED: [...SENT, ['recipient', 'approve', {}]],
  ON_SIGNING: [['author', 'submit-signing']],
  ON_CONFIRMATION: PAPER,
  CONCLUDED: [...PAPER, ['recipient', 'confirm']],
  EXECUTED: [...PAPER, ['recipient', 'confirm'], ['recipient', 'close', { mode: 'WITHOUT_AGREEMENT' }]],
  WITHDRAWN: [...SENT, ['author', 'withdraw']],
};
