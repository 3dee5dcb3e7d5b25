export { BYTE_ORDER_MARK, CSV_DELIMITER, csvLine, withCrLf } from './csv.js';
export { harmlessSql } from './harmless.js';
