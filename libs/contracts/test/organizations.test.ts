import { declaredLevels, invitationText, organizationSearchPatterns } from '../src/index.js';

describe('the search of organizations', () => {
  it.each([
    ['  Майкопский  «Технологический»', ['%майкопский%', '%технологический%']],
    ['Приозёрный', ['%приозерный%']],
    ['школа № 12', ['%школа%', '%№%', '%12%']],
    ['7710474375', ['% 7710474375%']],
    ['100%_\\', ['%100\\%\\_\\\\%']],
    ['', []],
    [undefined, []],
  ])('E2.4b: asks for every word of %p, digits as the beginning of a number', (text, patterns) => {
    expect(organizationSearchPatterns(text)).toEqual(patterns);
  });

  it('takes no more than eight words', () => {
    expect(organizationSearchPatterns('а б в г д е ж з и к')).toHaveLength(8);
  });
});

describe('declared levels', () => {
  it('are those named and those of the programmes, in the order of education', () => {
    const programmes = [{ specialtyCode: '09.04.04', specialtyName: 'Программная инженерия' }];
    expect(declaredLevels({ levels: ['MASTER', 'BACHELOR'], programmes })).toEqual(['BACHELOR', 'MASTER']);
    expect(
      declaredLevels({ levels: [], programmes: [{ specialtyCode: '09.99.04', specialtyName: '' }] }),
    ).toEqual([]);
  });
});

describe('an invitation', () => {
  it('says who invites whom and how to get in touch', () => {
    const { subject, paragraphs } = invitationText({
      inviter: { name: 'ООО «Сосна»', inn: '7710474375' },
      invitee: { name: 'ФГБОУ ВО «МГТУ»' },
      person: { fullName: 'Орлова Ирина', position: null, phone: '+74950000000', email: 'hr@sosna.test' },
    });
    expect(subject).toBe('ООО «Сосна» приглашает вас в систему «Практика»');
    const text = paragraphs.join('\n');
    for (const words of [
      'ИНН 7710474375',
      'ФГБОУ ВО «МГТУ»',
      'Орлова Ирина.',
      '+74950000000, hr@sosna.test',
    ]) {
      expect(text).toContain(words);
    }
  });
});
