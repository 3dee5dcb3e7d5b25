import type { Actor } from '../../../core/access/index.js';

/** What a register of organizations tells of one. */
export interface DirectoryEntry {
  /** The organization here, when it is in the registry. */
  readonly organizationId: string | null;
  readonly side: string | null;
  readonly fullName: string;
  readonly shortName: string | null;
  readonly inn: string;
  readonly ogrn: string | null;
  readonly kpp: string | null;
  readonly regionCode: string | null;
  readonly city: string | null;
  readonly legalAddress: string | null;
  readonly site: string | null;
  readonly hasAccount: boolean;
}

/**
 * The register of organizations the installation has: a port. Here it is the registry in the database; an installation
 * with access to a state register gives an adapter of its own.
 */
export abstract class OrganizationDirectory {
  /** @param inn ten or twelve digits whose check digits hold; undefined when the register does not know it */
  abstract find(actor: Actor, inn: string): Promise<DirectoryEntry | undefined>;
}
