import { randomUUID } from 'node:crypto';
import type { Api, Card } from './api.js';
import { contractPdf } from './contract-pdf.js';
import { EMPLOYER } from './people.js';

/** A number no other document has. */
export const freshNumber = (): string => `Т-${randomUUID().slice(0, 8)}`;

const TERMS = {
  validFrom: '2027-02-01',
  validTo: '2027-06-30',
  programmes: [
    {
      specialtyCode: '09.03.04',
      specialtyName: 'Программная инженерия',
      practiceKind: 'INDUSTRIAL',
      seats: 5,
      from: '2027-02-08',
      to: '2027-03-07',
    },
  ],
  premises: [{ name: 'Учебный класс № 3' }],
  educationSupervisor: { fullName: 'Орлова Ирина Сергеевна' },
  assessment: { gradeScale: 'FIVE_POINT', reportMode: 'ON_PORTAL', reportSignatureRequired: true },
  employerConditions: 'Рабочее место с компьютером',
  studentConditions: 'Паспорт и медицинская справка',
};

const { programmes: _, ...FRAMEWORK_TERMS } = TERMS;

type ContractKind = 'PERIOD_CONTRACT' | 'FRAMEWORK_CONTRACT';

/** A complete draft of the university for the employer, with a file. */
export async function draftContract(
  office: Api,
  options: { scan?: boolean; kind?: ContractKind } = {},
): Promise<Card> {
  const { kind = 'PERIOD_CONTRACT' } = options;
  const number = freshNumber();
  const files = [
    { fileId: await office.upload('Договор.pdf', contractPdf(`Contract ${number}`)), role: 'MAIN' },
  ];
  if (options.scan) {
    files.push({ fileId: await office.upload('Скан.pdf', contractPdf(`Scan ${number}`)), role: 'SCAN' });
  }
  return office.post<Card>('/contracts', {
    kind,
    partnerId: await office.partnerId(EMPLOYER),
    number,
    date: '2026-12-01',
    terms: kind === 'PERIOD_CONTRACT' ? TERMS : FRAMEWORK_TERMS,
    files,
  });
}

/** «На согласовании»: the employer's turn. */
export async function contractOnApproval(office: Api): Promise<Card> {
  const { id } = await draftContract(office);
  return office.act(id, 'submit-approval');
}

/** «На подписании»: the employer's signature is awaited. */
export async function contractOnSigning(office: Api): Promise<Card> {
  const { id } = await draftContract(office);
  return office.act(id, 'submit-signing');
}

/** «На подтверждении»: signed on paper, a scan attached. */
export async function contractOnConfirmation(office: Api): Promise<Card> {
  const { id } = await draftContract(office, { scan: true });
  return office.act(id, 'submit-confirmation', { signedOnPaperAt: '2026-01-15' });
}

/** «Заключен»: signed on paper, confirmed by the employer. */
export async function concludedContract(office: Api, hr: Api, kind?: ContractKind): Promise<Card> {
  const { id } = await draftContract(office, { scan: true, ...(kind ? { kind } : {}) });
  await office.act(id, 'submit-confirmation', { signedOnPaperAt: '2026-01-15' });
  return hr.act(id, 'confirm');
}

/** A complete draft of a document that hangs on a contract, with a file and a scan. */
export async function draftUnder(
  author: Api,
  resource: 'annexes' | 'supplementary-agreements',
  body: object,
): Promise<Card> {
  const number = freshNumber();
  return author.post<Card>(`/${resource}`, {
    number,
    date: '2026-12-01',
    files: [
      { fileId: await author.upload('Документ.pdf', contractPdf(`Document ${number}`)), role: 'MAIN' },
      { fileId: await author.upload('Скан.pdf', contractPdf(`Scan ${number}`)), role: 'SCAN' },
    ],
    ...body,
  });
}
