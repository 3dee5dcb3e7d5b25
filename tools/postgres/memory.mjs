import { totalmem } from 'node:os';

const MEGABYTE = 1024 * 1024;

/** PostgreSQL's own default, and what a machine of eight gigabytes and more gives it here. */
const [LEAST, MOST] = [128, 2048];

/**
 * Memory that PostgreSQL keeps blocks of tables and indexes in: a quarter of the machine's, as its manual advises
 * (19.4.1), of which it takes as much as it fills. With less than a busy hour touches, a backend that needs a block
 * writes somebody else's to the disk first.
 *
 * @param available bytes the machine has, or the container may use
 * @returns a value of `shared_buffers`
 */
export function sharedBuffers(available = availableMemory()) {
  const quarter = Math.floor(available / 4 / MEGABYTE);
  return `${Math.min(MOST, Math.max(LEAST, quarter))}MB`;
}

/** What a container is allowed, where it is less than the machine has. */
function availableMemory() {
  const allowed = process.constrainedMemory();
  return allowed ? Math.min(totalmem(), allowed) : totalmem();
}
