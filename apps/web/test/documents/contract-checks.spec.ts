import { describe, expect, it } from 'vitest';
import {
  draftFaults,
  isLineRequired,
  needsTerm,
  pointerOnScreen,
  sendingFaults,
} from '../../src/features/documents/model/contract-checks.js';
import { draftFromFields, fieldsFromCard } from '../../src/features/documents/model/contract-draft.js';
import { emptyFields, emptyProgramme } from '../../src/features/documents/model/contract-fields.js';
import { documentCard } from '../document-card.js';

const filledLine = () => ({
  ...emptyProgramme(),
  specialtyCode: '09.03.04',
  specialtyName: 'Программная инженерия',
});

describe('the draft form', () => {
  it('complains of nothing while it is empty, and stores nothing but emptiness', () => {
    expect(draftFaults(emptyFields())).toEqual([]);
    expect(draftFromFields(emptyFields())).toEqual({ number: null, date: null, terms: {}, files: [] });
  });

  it('names everything it lacks before it may be sent', () => {
    const pointers = sendingFaults(emptyFields(), false).map(({ pointer }) => pointer);
    expect(pointers).toEqual([
      '/number',
      '/date',
      '/terms/validFrom',
      '/terms/validTo',
      '/terms/programmes',
      '/terms/premises',
      '/terms/educationSupervisor',
      '/terms/assessment',
      '/files',
    ]);
  });

  it.each([
    ['PERIOD_CONTRACT', true, true],
    ['FRAMEWORK_CONTRACT', false, true],
    ['FRAMEWORK_ANNEX', false, false],
  ] as const)('%s: premises needed %s, supervisor needed %s', (kind, premises, supervisor) => {
    expect(needsTerm(kind, 'premises')).toBe(premises);
    expect(needsTerm(kind, 'educationSupervisor')).toBe(supervisor);
  });

  it('a line must be filled in once it is begun, a blank one only when the list has nothing else', () => {
    const required = (blank: boolean[], listNeeded: boolean) =>
      blank.map((_, place) => isLineRequired(blank, place, listNeeded));
    expect(required([true, true], true)).toEqual([true, false]);
    expect(required([true, false], true)).toEqual([false, true]);
    expect(required([true, false], false)).toEqual([false, true]);
    expect(required([true], false)).toEqual([false]);
  });

  it('needs a scan only on the way to confirmation', () => {
    const has = (onPaper: boolean) =>
      sendingFaults(emptyFields(), onPaper).some(({ pointer }) => pointer === '/scan');
    expect([has(false), has(true)]).toEqual([false, true]);
  });

  it('skips blank lines when sending and still finds the line on the screen', () => {
    const fields = emptyFields();
    fields.programmes = [emptyProgramme(), filledLine()];
    expect(draftFromFields(fields).terms?.programmes).toHaveLength(1);
    expect(pointerOnScreen('/terms/programmes/0/seats', fields)).toBe('/terms/programmes/1/seats');
    const seats = sendingFaults(fields, false).find(({ pointer }) => pointer.endsWith('/seats'));
    expect(seats?.pointer).toBe('/terms/programmes/1/seats');
  });

  it('refuses values that can only be mistakes', () => {
    const fields = emptyFields();
    fields.validFrom = '2026-12-01';
    fields.validTo = '2026-11-01';
    fields.programmes = [{ ...filledLine(), specialtyCode: '9.3', seats: '0', course: '9' }];
    fields.educationSupervisor.email = 'not-an-address';
    expect(draftFaults(fields).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/terms/programmes/0/specialtyCode specialty_code',
      '/terms/programmes/0/course course',
      '/terms/programmes/0/seats seats',
      '/terms/educationSupervisor/fullName required',
      '/terms/educationSupervisor/email email',
      '/terms/validTo end_before_start',
    ]);
  });

  it('takes the level of education from the code', () => {
    const fields = emptyFields();
    fields.programmes = [filledLine()];
    expect(draftFromFields(fields).terms?.programmes?.[0]?.level).toBe('BACHELOR');
  });

  it('sends back unchanged what it was filled with', () => {
    const terms = {
      validFrom: '2026-11-01',
      validTo: '2027-06-30',
      programmes: [
        {
          level: 'BACHELOR' as const,
          specialtyCode: '09.03.04',
          specialtyName: 'Программная инженерия',
          practiceKind: 'INDUSTRIAL' as const,
          seats: 12,
          from: '2027-01-12',
          to: '2027-02-07',
        },
      ],
      premises: [{ name: 'Учебный класс', address: 'Заводская, 5' }],
      educationSupervisor: { fullName: 'Белова Елена' },
      assessment: {
        gradeScale: 'FIVE_POINT' as const,
        reportMode: 'ON_PORTAL' as const,
        reportSignatureRequired: true,
      },
    };
    expect(draftFromFields(fieldsFromCard(documentCard({ terms })))).toEqual({
      number: '118',
      date: '2026-11-01',
      terms,
      files: [{ fileId: 'file-1', role: 'MAIN' }],
    });
  });
});
