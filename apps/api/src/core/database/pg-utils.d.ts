/** The part of node-postgres's inside that its published types leave out. */
declare module 'pg/lib/utils.js' {
  /** A JavaScript value as PostgreSQL's protocol takes it: text, bytes or NULL. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
