/** The JSON Pointer of a member: `~` and `/` in its name are escaped (RFC 6901 §3). */
export const pointerTo = (parent: string, name: string): string =>
  `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
