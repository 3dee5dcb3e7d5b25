import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../src/features/listings/model/filter-options.js';
import { contentOf, fieldsOf } from '../../src/features/listings/model/listing-fields.js';

const DIRECTORY = [
  { value: '77', label: 'Москва' },
  { value: '78', label: 'Санкт-Петербург' },
];

describe('values of a filter', () => {
  it('E14.1.7: begin with those that occur, then the rest of the directory', () => {
    const occurring = [
      { value: '78', label: 'Санкт-Петербург', count: { value: 3, relation: 'eq' as const } },
    ];
    expect(optionsOf(DIRECTORY, occurring, [])).toEqual([
      { value: '78', label: 'Санкт-Петербург', note: '3' },
      { value: '77', label: 'Москва', note: '0' },
    ]);
  });

  it('keep what is chosen even when nothing knows it, so that it can be taken back', () => {
    expect(optionsOf([], undefined, ['77'])).toEqual([{ value: '77', label: '77', note: '0' }]);
  });
});

describe('the form of a listing', () => {
  const terms = {
    applicationType: 'PRACTICE' as const,
    areaCode: '06',
    profession: 'Программист',
    professionId: '0198c5a0-0000-7000-8000-000000000001',
    seats: 5,
    from: '2027-02-01',
    to: '2027-02-28',
  };

  it('gives back what it was given', () => {
    const contacts = { person: 'Орлова И. С.', email: 'praktika@romashka.example' };
    expect(contentOf(fieldsOf({ terms, contacts }))).toEqual({ terms, contacts });
  });

  it('leaves out what was not filled, and a profession’s id when it was typed by hand', () => {
    const fields = fieldsOf({ terms, contacts: null });
    Object.assign(fields, { professionId: null, seats: ' ', from: '', to: '' });
    const { professionId: _, seats: _seats, from: _from, to: _to, ...rest } = terms;
    expect(contentOf(fields)).toEqual({ terms: rest, contacts: {} });
  });
});
