import { createHash } from 'node:crypto';

/** What the database keeps of a set-up link's token: SHA-256, hex. The token is random: no salt is needed. */
export const hashSetupToken = (token: string): string => createHash('sha256').update(token).digest('hex');
