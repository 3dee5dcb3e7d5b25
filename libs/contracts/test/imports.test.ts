import fc from 'fast-check';
import {
  Choices,
  dateOfText,
  judgePlaces,
  judgeProfession,
  layoutOf,
  PLACE_COLUMNS,
  PROFESSION_COLUMNS,
  type ImportCell,
  type ImportRow,
  type PlacesRules,
} from '../src/index.js';

const AREAS = new Choices([['06', 'Связь, информационные технологии']]);
const REGIONS = new Choices([
  ['77', 'Москва'],
  ['01', 'Республика Адыгея'],
  ['29', 'Архангельская область'],
]);
const RULES: PlacesRules = { areas: AREAS, regions: REGIONS };

const row = (number: number, ...cells: readonly ImportCell[]): ImportRow => ({ number, cells });

/** A row by headings, in their order. */
function judged(cells: Readonly<Record<string, ImportCell>>, rules = RULES) {
  const table = { 'Тип заявки': 'Проведение практики', Область: '6', Профессия: 'Токарь', ...cells };
  const { layout } = layoutOf(row(1, ...Object.keys(table)), PLACE_COLUMNS);
  return judgePlaces(row(2, ...Object.values(table)), layout, rules);
}

describe('headings', () => {
  it('are found in any order, whatever their case, marks and other names', () => {
    const headings = PROFESSION_COLUMNS.map(({ heading }) => ` ${heading.toUpperCase()} * `).reverse();
    const { layout, faults } = layoutOf(row(1, ...headings), PROFESSION_COLUMNS);
    expect(faults).toEqual([]);
    expect(layout.get('name')).toBe(headings.length - 1);
    expect(layoutOf(row(1, 'Название', 'Код области'), PROFESSION_COLUMNS).faults).toEqual([]);
  });

  it('that are missing, unknown or twice there are told, with their row', () => {
    const { faults } = layoutOf(row(3, 'Профессия', 'профессия', 'Премия'), PROFESSION_COLUMNS);
    expect(faults.map(({ code }) => code)).toEqual(['repeated_column', 'unknown_column', 'missing_column']);
    expect(faults[1]!.text).toContain('Строка 3: столбца «Премия»');
  });
});

describe('cells', () => {
  it('name regions and areas as people do', () => {
    const regions = ['77', 'г. Москва', 'МОСКВА', 'город Москва', 'респ. Адыгея', '1', 'Архангельская обл.'];
    const found = regions.map((Регион) => judged({ Регион }).value?.terms.regionCode);
    expect(found).toEqual(['77', '77', '77', '77', '01', '01', '29']);
  });

  it('hold dates of people and of spreadsheets', () => {
    const texts = ['01.09.2027', '1.9.2027', '2027-09-01', '46631', '01.09.2027 г.'];
    expect(texts.map(dateOfText)).toEqual(texts.map(() => '2027-09-01'));
    for (const text of ['31.02.2027', '2027-13-01', '01/09/2027', '1234', 'сентябрь', '']) {
      expect(dateOfText(text)).toBeUndefined();
    }
  });

  it('hold specialties that a spreadsheet took for dates', () => {
    expect(judged({ 'Код специальности': '2007-02-09' }).value?.terms).toMatchObject({
      specialtyCode: '09.02.07',
      level: 'SPO_SPECIALIST',
    });
  });

  it('are never read as anything but a date, a code or text: whatever they hold, the row is judged', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom<ImportCell>({ fault: 'formula_error' }, { fault: 'too_long' }, '\0', '\ud800', '=1+1'),
    );
    const cells = fc.array(cell, { maxLength: 30 });
    const { layout } = layoutOf(row(1, ...PLACE_COLUMNS.map(({ heading }) => heading)), PLACE_COLUMNS);
    fc.assert(
      fc.property(cells, (values) => {
        const { value, errors } = judgePlaces(row(2, ...values), layout, RULES);
        return (value === undefined) !== (errors === undefined);
      }),
    );
  });
});

describe('a row', () => {
  it('may be incomplete as a draft, and says what it lacks', () => {
    expect(judged({}).value?.missing).toContain('/terms/seats');
  });

  it('that is to be published must be complete and ahead, each fault by its column', () => {
    const { errors } = judged({ Мест: '5', Окончание: '01.09.2027' }, { ...RULES, publishOn: '2027-09-02' });
    expect(errors?.map(({ column, code }) => `${column}: ${code}`)).toEqual([
      'Регион: is_not_empty',
      'Начало: is_not_empty',
      'Контактное лицо: is_not_empty',
      'Телефон: is_not_empty',
      'Окончание: period_ended',
    ]);
  });

  it('tells one fault of a cell, the first', () => {
    const { errors } = judged({ Мест: 'много' }, { ...RULES, publishOn: '2027-09-02' });
    expect(errors?.filter(({ column }) => column === 'Мест').map(({ code }) => code)).toEqual([
      'out_of_range',
    ]);
  });

  it('of professions needs a name and an area, and codes that are codes', () => {
    const { layout } = layoutOf(row(1, 'Профессия', 'Область', 'Коды ФГОС'), PROFESSION_COLUMNS);
    const judge = (...cells: readonly ImportCell[]) => judgeProfession(row(2, ...cells), layout, AREAS);
    expect(judge('Токарь', '06', '15.01.33, 15.01.33; 09.02.07').value?.specialtyCodes).toEqual([
      '15.01.33',
      '09.02.07',
    ]);
    expect(judge('', '99', '15-01').errors?.map(({ code }) => code)).toEqual([
      'unknown_value',
      'matches',
      'is_not_empty',
    ]);
  });
});
