import type { OperationKind } from '@praktika/contracts';
import { permissionsOf, tokenPermissions } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import type { TakenRow } from './operations.queries.js';

/** An operation in a worker's hands. */
export interface RunningOperation {
  readonly id: string;
  /** Which taking up of it this is: what an earlier one still writes is refused. */
  readonly turn: number;
  readonly kind: OperationKind;
  readonly action: string | null;
  /** What goes for the whole of it, as the endpoint that took it has checked it. */
  readonly input: object;
  /** Who asked, with what they may do today: rights taken away since then are gone. */
  readonly actor: Actor;
}

/** The actor of a taken operation; undefined when they no longer belong to the organization, or their token is gone. */
export function askerOf(row: TakenRow): Actor | undefined {
  if (row.roles === null || !row.token_holds) return undefined;
  const ofPerson = permissionsOf(row.roles);
  return {
    personId: row.person_id,
    organizationId: row.organization_id,
    side: row.side,
    roles: row.token_id === null ? row.roles : [],
    permissions: row.token_id === null ? ofPerson : tokenPermissions(row.scopes ?? [], ofPerson),
    timeZone: row.time_zone,
    requestId: row.request_id ?? row.id,
    ip: row.ip ?? '0.0.0.0',
    ...(row.token_id !== null && { tokenId: row.token_id }),
  };
}
