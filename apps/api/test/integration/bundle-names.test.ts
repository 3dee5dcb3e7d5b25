import { folderName } from '../../src/modules/signatures/bundle/bundle-names.js';

describe('the folder of a document among others', () => {
  it('keeps the number and the date of a long title', () => {
    const title =
      'Дополнительное соглашение об изменении условий договора о практической подготовке обучающихся № ДС-047 от 14.11.2026';
    const name = folderName({ title });
    expect(name.length).toBeLessThanOrEqual(100);
    expect(name).toMatch(/^Дополнительное соглашение об изменении .+… № ДС-047 от 14\.11\.2026$/);
    const other = title.replace('047', '048');
    expect(folderName({ title: other })).not.toBe(name);
  });

  it('is a short title as it is, but for what a file system takes for itself', () => {
    expect(folderName({ title: 'Договор № 15/2 от 01.09.2026' })).toBe('Договор № 15_2 от 01.09.2026');
    expect(folderName({ title: 'Рамочный договор без номера.' })).toBe('Рамочный договор без номера');
  });

  it('of a number that is longer than the folder may be is cut at its end', () => {
    expect(folderName({ title: `Договор № ${'7'.repeat(200)}` })).toHaveLength(100);
  });
});
