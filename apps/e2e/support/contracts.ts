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

/** A complete draft of the university for the employer, with a file. */
export async function draftContract(office: Api, options: { scan?: boolean } = {}): Promise<Card> {
  const number = freshNumber();
  const files = [
    { fileId: await office.upload('Договор.pdf', contractPdf(`Contract ${number}`)), role: 'MAIN' },
  ];
  if (options.scan) {
    files.push({ fileId: await office.upload('Скан.pdf', contractPdf(`Scan ${number}`)), role: 'SCAN' });
  }
  return office.post<Card>('/contracts', {
    kind: 'PERIOD_CONTRACT',
    partnerId: await office.partnerId(EMPLOYER),
    number,
    date: '2026-12-01',
    terms: TERMS,
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
