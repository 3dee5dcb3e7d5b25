import { TAG } from '../asn1/node.js';
import { asciiString, oid, sequence, setOf, utf8String } from '../asn1/writer.js';
import { OID } from '../oids.js';

/** What every certificate of the demo says, in its own subject and in its issuer. */
export const DEMO_CA_NAME = 'ТЕСТОВЫЙ УЦ Praktika — юридической силы не имеет';

/** An attribute of a name by its object identifier. */
export type NameAttribute = readonly [type: string, value: string];

const NUMERIC = new Set<string>([OID.ogrn, OID.ogrnip, OID.snils, OID.inn, OID.innLegalEntity]);

/** DER of a Name: each attribute in an RDN of its own, numbers as NumericString (RFC 9215), country printable. */
export function encodeName(attributes: readonly NameAttribute[]): Uint8Array {
  return sequence(
    ...attributes.map(([type, value]) => setOf(sequence(oid(type), attributeValue(type, value)))),
  );
}

function attributeValue(type: string, value: string): Uint8Array {
  if (NUMERIC.has(type)) return asciiString(TAG.NUMERIC_STRING, value);
  if (type === OID.country) return asciiString(TAG.PRINTABLE_STRING, value);
  return utf8String(value);
}

/** Name of one authority of the demo centre. */
export function authorityName(role: string): readonly NameAttribute[] {
  return [
    [OID.country, 'RU'],
    [OID.organization, DEMO_CA_NAME],
    [OID.organizationalUnit, role],
    [OID.commonName, DEMO_CA_NAME],
  ];
}
