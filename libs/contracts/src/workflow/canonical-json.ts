/**
 * Canonical JSON: object keys in code-unit order, no blanks, undefined members dropped. Two equal values give the
 * same text whatever the order they were typed in; its SHA-256 is what a revision freezes of the terms
 * (the idea of RFC 8785 restricted to the values our terms hold: strings, safe integers, booleans, null).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
