import type { cabinet } from './cabinet.js';
import type { doors } from './doors.js';

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The shape every language must fill. */
export type Messages = Texts<typeof doors & typeof cabinet>;
