import fc from 'fast-check';
import {
  canonicalJson,
  cleanText,
  dateInZone,
  isReminderDue,
  levelOfSpecialty,
  missingPeriodContractTerms,
  periodContractConflicts,
  permissionsOf,
  scopeFor,
  searchText,
  statusSeenBy,
  tokenPermissions,
} from '../src/index.js';

describe('canonical JSON', () => {
  it('does not depend on the order members were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        return canonicalJson(value) === canonicalJson(reversed);
      }),
    );
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('text', () => {
  it('is found however quotes, case, ё and blanks were typed', () => {
    expect(searchText('ООО «Ёлка»  и Ко')).toBe('ооо елка и ко');
    expect(searchText('ооо "елка" и ко')).toBe(searchText('ООО «ЁЛКА» И КО'));
  });

  it('loses bidirectional overrides and zero-width signs', () => {
    expect(cleanText(' До\u202eговор\u200b № 1\u0000 ')).toBe('Договор № 1');
  });
});

describe('terms of a period contract', () => {
  it('an empty form lacks every required part', () => {
    expect(missingPeriodContractTerms({})).toEqual([
      '/validFrom',
      '/validTo',
      '/programmes',
      '/premises',
      '/educationSupervisor',
      '/assessment',
    ]);
  });

  it('a programme line outside the contract and an end before the start contradict', () => {
    const conflicts = periodContractConflicts({
      validFrom: '2026-10-01',
      validTo: '2026-09-01',
      programmes: [{ specialtyCode: '09.03.04', specialtyName: 'x', from: '2026-09-20', to: '2026-09-10' }],
    });
    expect(conflicts).toEqual([
      { pointer: '/validTo', code: 'end_before_start' },
      { pointer: '/programmes/0/to', code: 'end_before_start' },
      { pointer: '/programmes/0/from', code: 'outside_contract_period' },
      { pointer: '/programmes/0/to', code: 'outside_contract_period' },
    ]);
  });

  it('the level stands in the middle of a specialty code', () => {
    expect(levelOfSpecialty('09.03.04')).toBe('BACHELOR');
    expect(levelOfSpecialty('09.02.07')).toBe('SPO_SPECIALIST');
    expect(levelOfSpecialty('230100.62')).toBeUndefined();
  });
});

describe('day four', () => {
  it('nothing is due on days 1–3, a reminder is from the fourth day after sending', () => {
    const sent = new Date('2026-09-01T12:00:00Z');
    const due = (date: string) => isReminderDue(sent, 'Europe/Moscow', date);
    expect(['2026-09-02', '2026-09-03', '2026-09-04'].map(due)).toEqual([false, false, false]);
    expect(['2026-09-05', '2026-09-06', '2026-10-01'].map(due)).toEqual([true, true, true]);
  });

  it('is a date of the organization, not twenty-four hours four times', () => {
    const sent = new Date('2026-03-01T20:30:00Z');
    expect(dateInZone(sent, 'Europe/Moscow')).toBe('2026-03-01');
    expect(isReminderDue(sent, 'Europe/Moscow', '2026-03-05')).toBe(true);
    expect(dateInZone(sent, 'Asia/Kamchatka')).toBe('2026-03-02');
    expect(isReminderDue(sent, 'Asia/Kamchatka', '2026-03-05')).toBe(false);
  });
});

describe('access', () => {
  it('only a head and a signatory may sign; an administrator may not', () => {
    expect(permissionsOf(['HEAD']).has('documents:sign')).toBe(true);
    expect(permissionsOf(['SIGNATORY']).has('documents:sign')).toBe(true);
    expect(permissionsOf(['ADMINISTRATOR', 'MANAGER']).has('documents:sign')).toBe(false);
  });

  it('a token never exceeds its creator, and names the scope it lacks', () => {
    const clerk = permissionsOf(['CLERK']);
    const token = tokenPermissions(['documents:read', 'documents:write'], clerk);
    expect(token.has('documents:draft')).toBe(true);
    expect(token.has('documents:approve')).toBe(false);
    expect(scopeFor('documents:approve')).toBe('documents:write');
  });

  it('the recipient of a draft once sent sees «Проект на доработке»', () => {
    expect(statusSeenBy('recipient', 'DRAFT')).toBe('ON_REVISION');
    expect(statusSeenBy('author', 'DRAFT')).toBe('DRAFT');
  });
});
