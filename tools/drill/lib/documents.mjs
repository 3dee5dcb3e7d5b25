/** Documents made through the API itself. */
import { pdf } from './pdf.mjs';

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Complete terms of a contract for a practice period. */
function terms() {
  return {
    validFrom: inDays(10),
    validTo: inDays(120),
    programmes: [
      {
        specialtyCode: '09.03.04',
        specialtyName: 'Программная инженерия',
        practiceKind: 'INDUSTRIAL',
        seats: 12,
        from: inDays(20),
        to: inDays(60),
      },
    ],
    premises: [{ name: 'Учебный центр', address: 'г. Москва, ул. Лесная, 1' }],
    educationSupervisor: { fullName: 'Орлова Ирина Сергеевна', position: 'Доцент' },
    assessment: { gradeScale: 'FIVE_POINT', reportMode: 'ON_PORTAL', reportSignatureRequired: true },
    employerConditions: 'Рабочее место и наставник',
    studentConditions: 'Паспорт и медицинская книжка',
  };
}

let sequence = 0;

/** A complete draft of the author. @returns `{card, bytes}`: the card and the bytes of its main file */
export async function createDraft(author, partnerId) {
  const place = (sequence += 1);
  const bytes = pdf(`Drill ${place}`);
  const form = new FormData();
  form.set('file', new Blob([bytes], { type: 'application/pdf' }), 'Договор.pdf');
  const file = expectStatus(await author.insist('POST', '/files', form), 201);
  const draft = await author.insist('POST', '/contracts', {
    kind: 'PERIOD_CONTRACT',
    partnerId,
    number: `${place}-У`,
    date: inDays(0),
    terms: terms(),
    files: [{ fileId: file.id, role: 'MAIN' }],
  });
  return { card: expectStatus(draft, 201), bytes };
}

/** Takes one step of the lifecycle. @returns the card afterwards */
export async function act(caller, card, action, body = {}) {
  const path = `/documents/${card.id}/actions/${action}`;
  return expectStatus(await caller.insist('POST', path, body, { 'if-match': `"v${card.version}"` }), 200);
}

/** Documents on signing. @returns `[{id, version, revisionId, bytes}]` */
export async function createOnSigning(author, partnerId, count, atOnce = 6) {
  const made = [];
  const make = async () => {
    while (made.length < count) {
      const place = made.push(undefined) - 1;
      const { card, bytes } = await createDraft(author, partnerId);
      const sent = await act(author, card, 'submit-signing');
      made[place] = { id: sent.id, version: sent.version, revisionId: sent.revision.id, bytes };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, make));
  return made;
}

/** The body of an answer that must have a status. @throws with the problem's own words */
export function expectStatus(answer, status) {
  if (answer.status !== status) {
    throw new Error(`expected ${status}, got ${answer.status}: ${answer.text.slice(0, 1000)}`);
  }
  return answer.body;
}
