import type { DocumentKind, DocumentStatus } from '@praktika/contracts';
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

/** How documents of a kind come about. */
export interface Blueprint {
  readonly kind: DocumentKind;
  readonly resource: 'contracts' | 'annexes' | 'supplementary-agreements';
  readonly author: keyof Pair;
  readonly terms: object;
  readonly responsibleRequired?: true;
  /** Members of the body that say which kind and with whom, or on what it hangs. */
  readonly grounds: (documents: Documents) => Promise<object> | object;
}

const counterpartOf = (side: keyof Pair): keyof Pair => (side === 'employer' ? 'university' : 'employer');

export const PERIOD_CONTRACT: Blueprint = {
  kind: 'PERIOD_CONTRACT',
  resource: 'contracts',
  author: 'university',
  terms: COMPLETE_TERMS,
  grounds: ({ partnerId }) => ({ kind: 'PERIOD_CONTRACT', partnerId }),
};

const { programmes: _, ...FRAMEWORK_TERMS } = COMPLETE_TERMS;

export const FRAMEWORK_CONTRACT: Blueprint = {
  kind: 'FRAMEWORK_CONTRACT',
  resource: 'contracts',
  author: 'university',
  terms: { ...FRAMEWORK_TERMS, prolongation: 'YEARLY' },
  grounds: ({ partnerId }) => ({ kind: 'FRAMEWORK_CONTRACT', partnerId }),
};

/** Each hangs on a framework contract of its own. */
export const FRAMEWORK_ANNEX: Blueprint = {
  kind: 'FRAMEWORK_ANNEX',
  resource: 'annexes',
  author: 'university',
  terms: {
    validFrom: COMPLETE_TERMS.validFrom,
    validTo: COMPLETE_TERMS.validTo,
    programmes: COMPLETE_TERMS.programmes,
    assessment: COMPLETE_TERMS.assessment,
  },
  responsibleRequired: true,
  grounds: async (documents) => ({
    parentId: (await documents.of(FRAMEWORK_CONTRACT).inStatus('CONCLUDED')).id,
  }),
};

/** Each hangs on a period contract of its own. */
export const terminationBy = (author: keyof Pair): Blueprint => ({
  kind: 'SUPPLEMENTARY_TERMINATION',
  resource: 'supplementary-agreements',
  author,
  terms: { effectiveDate: '2026-11-01', reason: 'Практика перенесена' },
  grounds: async (documents) => ({
    kind: 'SUPPLEMENTARY_TERMINATION',
    parentId: (await documents.of(PERIOD_CONTRACT).inStatus('CONCLUDED')).id,
  }),
});

/** Each hangs on a period contract of its own. */
export const amendmentBy = (author: keyof Pair): Blueprint => ({
  kind: 'SUPPLEMENTARY_AMENDMENT',
  resource: 'supplementary-agreements',
  author,
  terms: { changes: [{ term: 'seats', effectiveFrom: '2026-10-15', seats: 20 }] },
  grounds: async (documents) => ({
    kind: 'SUPPLEMENTARY_AMENDMENT',
    parentId: (await documents.of(PERIOD_CONTRACT).inStatus('CONCLUDED')).id,
  }),
});

/** Two partners; the university writes, the employer answers. */
export interface Pair {
  readonly employer: TestOrganization;
  readonly university: TestOrganization;
}

/** Documents of one kind made by state through the real commands. */
export class Documents {
  constructor(
    private readonly test: TestApp,
    private readonly pair: Pair = test.world,
    readonly blueprint: Blueprint = PERIOD_CONTRACT,
  ) {}

  /** The same pair's documents of another kind. */
  of(blueprint: Blueprint): Documents {
    return new Documents(this.test, this.pair, blueprint);
  }

  organization(party: 'author' | 'recipient'): TestOrganization {
    return this.pair[party === 'author' ? this.blueprint.author : counterpartOf(this.blueprint.author)];
  }

  /** The office that writes. */
  author(): Promise<Caller> {
    return this.test.as(this.organization('author').people.manager);
  }

  /** The office that answers. */
  recipient(): Promise<Caller> {
    return this.test.as(this.organization('recipient').people.manager);
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
    const response = await author.post(`/${this.blueprint.resource}`, {
      ...(await this.blueprint.grounds(this)),
      number: `${++sequence}-П`,
      date: '2026-09-07',
      terms: this.blueprint.terms,
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
    return this.walk(await this.draft(), this.route(status));
  }

  /** As many documents of one status, made from one file. */
  async many(
    status: Exclude<DocumentStatus, 'SIGNED_BY_RECIPIENT'>,
    count: number,
  ): Promise<DocumentCardDto[]> {
    const fileId = await this.file(await this.author());
    const made: DocumentCardDto[] = [];
    for (let index = 0; index < count; index++) {
      const draft = await this.draft({ files: [{ fileId, role: 'MAIN' }] });
      made.push(await this.walk(draft, this.route(status)));
    }
    return made;
  }

  /** The steps from a draft to a status, with another reason where one is given. */
  route(
    status: Exclude<DocumentStatus, 'SIGNED_BY_RECIPIENT'>,
    reason: string = REASON.reason,
  ): readonly Step[] {
    return ROUTES[status].map(([side, action, body]) => {
      if (body && 'reason' in body) return [side, action, { reason }];
      return [side, action, action === 'approve' ? this.approval() : body];
    });
  }

  /** Body of the recipient's approval: the kinds that require it get a responsible person. */
  approval(): object {
    const { id } = this.organization('recipient').people.manager;
    return this.blueprint.responsibleRequired ? { responsible: { personId: id } } : {};
  }

  /** The partner's id, as a contract that stands alone names it. */
  get partnerId(): string {
    return this.organization('recipient').id;
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
