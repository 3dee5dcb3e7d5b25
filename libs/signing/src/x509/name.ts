import { type Asn1Node } from '../asn1/node.js';
import { expectTag, oidValue, sequenceOf, stringValue } from '../asn1/values.js';
import { TAG } from '../asn1/node.js';
import { OID } from '../oids.js';

/** A distinguished name: its attributes in order, and the exact bytes that names are compared by. */
export interface DistinguishedName {
  readonly der: Uint8Array;
  readonly attributes: readonly { readonly type: string; readonly value: string }[];
}

const LABELS: Readonly<Record<string, string>> = {
  [OID.commonName]: 'CN',
  [OID.surname]: 'SN',
  [OID.givenName]: 'GN',
  [OID.title]: 'T',
  [OID.organization]: 'O',
  [OID.country]: 'C',
  [OID.stateOrProvince]: 'ST',
  [OID.locality]: 'L',
  [OID.email]: 'E',
  [OID.ogrn]: 'ОГРН',
  [OID.ogrnip]: 'ОГРНИП',
  [OID.snils]: 'СНИЛС',
  [OID.inn]: 'ИНН',
  [OID.innLegalEntity]: 'ИНН ЮЛ',
};

/** @throws Asn1Error when the node is not a Name. */
export function parseName(node: Asn1Node): DistinguishedName {
  const attributes = sequenceOf(node).flatMap((rdn) =>
    expectTag(rdn, TAG.SET).children.map((attribute) => {
      const [type, value] = sequenceOf(attribute);
      return { type: oidValue(type), value: attributeText(value) };
    }),
  );
  return { der: node.raw, attributes };
}

/** Attributes of unusual types (a bit string) are kept as an empty text: they identify nobody. */
function attributeText(node: Asn1Node | undefined): string {
  if (!node || node.tag === TAG.BIT_STRING || node.children.length > 0) return '';
  return stringValue(node);
}

/** All values of one attribute; a name may repeat an attribute. */
export function nameValues(name: DistinguishedName, type: string): readonly string[] {
  return name.attributes.filter((attribute) => attribute.type === type).map((attribute) => attribute.value);
}

/** «CN=…, O=…», the way a person reads it. */
export function formatName(name: DistinguishedName): string {
  return name.attributes.map(({ type, value }) => `${LABELS[type] ?? type}=${value}`).join(', ');
}
