/** What an object of unknown shape holds under a name. */
export const member = (input: object, name: string): unknown => (input as Record<string, unknown>)[name];
