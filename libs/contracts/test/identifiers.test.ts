import fc from 'fast-check';
import {
  digitsOf,
  isInn,
  isInnOfLegalEntity,
  isInnOfPerson,
  isKpp,
  isOgrn,
  isOgrnip,
  isSnils,
} from '../src/index.js';

describe('identifiers of domain.md §3.3', () => {
  it.each([
    [isInnOfLegalEntity, '7710474375'],
    [isInnOfLegalEntity, '7704853840'],
    [isInnOfPerson, '770000000082'],
    [isInn, '770000000082'],
    [isOgrn, '1047702026701'],
    [isOgrn, '1037739010891'],
    [isOgrnip, '304770000000020'],
    [isOgrnip, '304770000000031'],
    [isOgrnip, '304770000000042'],
    [isKpp, '770101001'],
    [isKpp, '7701AB001'],
    [isSnils, '11223344595'],
    [isSnils, '00100199800'],
  ])('%p accepts %s', (check, value) => {
    expect(check(value)).toBe(true);
  });

  it.each([
    [isInnOfLegalEntity, '7710474376'],
    [isInnOfLegalEntity, '770000000082'],
    [isInnOfPerson, '770000000083'],
    [isOgrn, '1047702026702'],
    [isOgrn, ''],
    [isOgrnip, '304770000000021'],
    [isKpp, '77010100'],
    [isSnils, '11223344596'],
    [isSnils, '112-233-445 95'],
  ])('%p refuses %s', (check, value) => {
    expect(check(value)).toBe(false);
  });

  it('changing the check digit alone always invalidates an ОГРН', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (shift) => {
        const changed = '104770202670' + String((1 + shift) % 10);
        return !isOgrn(changed);
      }),
    );
  });

  it('digits are taken out of a number typed with blanks and dashes', () => {
    expect(digitsOf('112-233-445 95')).toBe('11223344595');
  });
});
