/** Identifiers with valid check digits, made from any number. */

const weighted = (digits, weights) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/** ИНН of a legal entity: 10 digits. */
export function innOf(number) {
  const digits = `77${String(number).padStart(7, '0')}`;
  return digits + String((weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10);
}

/** ОГРН: 13 digits. */
export function ogrnOf(number) {
  const digits = `12577${String(number).padStart(7, '0')}`;
  return digits + String(Number(BigInt(digits) % 11n) % 10);
}

/** СНИЛС: 11 digits. */
export function snilsOf(number) {
  const digits = String(112_000_000 + number);
  const sum = weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return digits + String(sum === 100 ? 0 : sum).padStart(2, '0');
}
