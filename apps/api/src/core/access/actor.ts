import type { OrganizationSide, Permission, Role } from '@praktika/contracts';

/** The right to one execution of a command under an idempotency key (reliability.md T27). */
export interface IdempotencyClaim {
  /** Person or token the key belongs to. */
  readonly scope: string;
  readonly key: string;
  /** Method and route; the same key elsewhere is another key's reuse. */
  readonly operation: string;
  /** SHA-256 of the request's body, hex. */
  readonly hash: string;
}

/** Who makes a request that needs no organization: a signed-in person before «Войти как». */
export interface Person {
  readonly personId: string;
  readonly sessionId: string;
  readonly requestId: string;
  readonly ip: string;
  readonly mustChangePassword: boolean;
}

/**
 * Who acts, for which organization, with which rights. Every query and every commit takes one; nothing outside
 * core/database runs without it.
 */
export interface Actor {
  /** The signed-in person; for a token, the person who created it. */
  readonly personId: string;
  readonly sessionId?: string;
  readonly tokenId?: string;
  readonly organizationId: string;
  readonly side: OrganizationSide;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** IANA zone of the organization: dates without time are its dates. */
  readonly timeZone: string;
  readonly requestId: string;
  readonly ip: string;
  readonly claim?: IdempotencyClaim;
}
