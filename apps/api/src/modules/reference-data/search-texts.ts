import { searchText } from '@praktika/contracts';

const withoutDots = (code: string) => code.replaceAll('.', '');

/** What a specialty is found by: its code, the code without dots, its name and former names. */
export const specialtySearchText = (code: string, name: string, otherNames: readonly string[]): string =>
  searchText(code, withoutDots(code), name, ...otherNames);

/** What a profession is found by: its name, its «ФГОС» codes with and without dots. */
export const professionSearchText = (name: string, codes: readonly string[]): string =>
  searchText(name, ...codes, ...codes.map(withoutDots));

/** The pattern of LIKE for what was typed: its words in their order, anything between them. */
export const wordsPattern = (typed: string | undefined): string => {
  const words = searchText(typed).replace(/[\\%_]/g, '\\$&');
  return `%${words.split(' ').filter(Boolean).join('%')}%`;
};
