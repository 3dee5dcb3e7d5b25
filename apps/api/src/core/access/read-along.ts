import { SetMetadata } from '@nestjs/common';
import type { Actor } from './actor.js';

/**
 * A read of the object a route's path names, sent together with the question who is asking: one round trip to
 * PostgreSQL instead of two. It has to be scoped by the organization it is given, as it is answered before the guard
 * has judged the caller; what it answers is used only when the guard lets the caller through.
 */
export interface ReadAlong {
  readonly name: string;
  /** An expression of SQL over two others, the caller's organization and the id; a constant. */
  readonly call: (organization: string, id: string) => string;
}

export const READ_ALONG = 'praktika:read-along';

/** The route reads the object of its `:id` along. */
export const ReadsAlong = (read: ReadAlong) => SetMetadata<string, ReadAlong>(READ_ALONG, read);

/** What was read along for an actor: `value` is what PostgreSQL answered. */
export interface KnownAlong {
  readonly read: ReadAlong;
  readonly id: string;
  readonly value: unknown;
}

const known = new WeakMap<Actor, KnownAlong>();

/** Keeps what was read for the actor of this request. */
export const keepAlong = (actor: Actor, along: KnownAlong): void => void known.set(actor, along);

/** What was read along of this object, once: whoever reads again means what it is by then. */
export function takeAlong(actor: Actor, read: ReadAlong, id: string): KnownAlong | undefined {
  const along = known.get(actor);
  if (along?.read !== read || along.id !== id) return undefined;
  known.delete(actor);
  return along;
}
