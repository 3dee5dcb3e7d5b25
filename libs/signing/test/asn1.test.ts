import fc from 'fast-check';
import { Asn1Error, Asn1LimitError } from '../src/asn1/node.js';
import { readExactly } from '../src/asn1/reader.js';
import { decodeOid, integerBytes, namedBits, stringValue, timeValue } from '../src/asn1/values.js';
import {
  bitList,
  element,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  time,
  unsignedInteger,
  utf8String,
} from '../src/asn1/writer.js';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('Reading DER', () => {
  it.each([
    ['an indefinite length', bytes(0x30, 0x80, 0, 0)],
    ['a length longer than needed', bytes(0x04, 0x81, 0x01, 0xff)],
    ['a length with a leading zero', bytes(0x04, 0x82, 0x00, 0x80, ...new Array<number>(128).fill(0))],
    ['an element cut off', bytes(0x04, 0x05, 1, 2)],
    ['data after the element', bytes(0x05, 0x00, 0x00)],
    ['a primitive SEQUENCE', bytes(0x10, 0x00)],
    ['a constructed OCTET STRING', bytes(0x24, 0x00)],
    ['a tag of several octets', bytes(0x1f, 0x81, 0x01, 0x00)],
    ['a child that sticks out of its parent', bytes(0x30, 0x03, 0x04, 0x05, 1)],
    ['nothing', bytes()],
  ])('%s is refused', (_name, encoded) => {
    expect(() => readExactly(encoded)).toThrow(Asn1Error);
  });

  it('nesting and the number of elements are limited', () => {
    const deep = Array.from({ length: 40 }).reduce<Uint8Array>((inner) => sequence(inner), sequence());
    expect(() => readExactly(deep)).toThrow(Asn1LimitError);
    const wide = sequence(...Array.from({ length: 101 }, () => integer(1)));
    expect(() => readExactly(wide, { maxNodes: 100 })).toThrow(Asn1LimitError);
    expect(readExactly(wide).children).toHaveLength(101);
  });

  it('what is written is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (content) => {
        const node = readExactly(sequence(octetString(content), element(0x31)));
        expect(node.children[0]?.content).toEqual(content);
        expect(node.children[1]?.content).toHaveLength(0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('Values', () => {
  it('object identifiers keep their arcs', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1), fc.nat(39), fc.array(fc.nat(2 ** 28)), (top, second, arcs) => {
        const dotted = [top, second, ...arcs].join('.');
        expect(decodeOid(readExactly(oid(dotted)).content)).toBe(dotted);
      }),
    );
    expect(decodeOid(readExactly(oid('2.16.840.1.101.3.4.2.1')).content)).toBe('2.16.840.1.101.3.4.2.1');
  });

  it('times keep their second on both sides of 2050', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1950-01-01T00:00:00Z'),
          max: new Date('2300-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
          expect(timeValue(readExactly(time(whole)))).toEqual(whole);
        },
      ),
    );
  });

  it.each([
    '991340000000Z',
    '250230000000Z',
    '2502280000Z',
    '250228000000+0300',
    '25022800000xZ',
    '250228240000Z',
  ])('the time %s is refused', (text) => {
    expect(() => timeValue(readExactly(element(0x17, new TextEncoder().encode(text))))).toThrow(Asn1Error);
  });

  it('integers are minimal and positive where written so', () => {
    expect([...unsignedInteger(bytes(0, 0, 0x80))]).toEqual([2, 2, 0, 0x80]);
    expect([...integer(0)]).toEqual([2, 1, 0]);
    expect(() => integerBytes(readExactly(bytes(2, 2, 0, 1)))).toThrow(Asn1Error);
    expect(() => integerBytes(readExactly(bytes(2, 0)))).toThrow(Asn1Error);
  });

  it('bit lists, sets and strings', () => {
    expect([...namedBits(readExactly(bitList([0, 1, 5, 8])))]).toEqual([0, 1, 5, 8]);
    expect(
      readExactly(setOf(integer(300), integer(2))).children.map(({ content }) => content.length),
    ).toEqual([1, 2]);
    expect(stringValue(readExactly(utf8String('Ёжик')))).toBe('Ёжик');
    expect(stringValue(readExactly(element(0x1e, bytes(0x04, 0x16))))).toBe('Ж');
    expect(() => stringValue(readExactly(element(0x0c, bytes(0xff))))).toThrow(Asn1Error);
  });
});
