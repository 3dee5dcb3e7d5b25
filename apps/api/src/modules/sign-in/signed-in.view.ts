import { Injectable } from '@nestjs/common';
import { Database } from '../../core/database/index.js';
import { Refusal } from '../../core/errors/index.js';
import type { MyOrganizationDto, PersonDto, SignedInDto } from './sign-in.dto.js';
import { OWN_ORGANIZATIONS, OWN_PERSON, type MembershipRow, type PersonRow } from './sign-in.queries.js';

export type SignedIn = SignedInDto;

/** What sign-in and the choice of an organization answer with. */
@Injectable()
export class SignedInView {
  constructor(private readonly database: Database) {}

  async of(personId: string, organizationId: string | null): Promise<SignedIn> {
    const [people, organizations] = await Promise.all([
      this.database.read<PersonRow>({ personId }, OWN_PERSON, [personId]),
      this.database.read<MembershipRow>({ personId }, OWN_ORGANIZATIONS, [personId]),
    ]);
    const [person] = people;
    if (!person) throw new Refusal('unauthenticated');
    return { person: personDto(person), organizations: organizations.map(organizationDto), organizationId };
  }
}

export const personDto = (row: PersonRow): PersonDto => ({
  id: row.id,
  surname: row.surname,
  givenName: row.given_name,
  patronymic: row.patronymic,
  email: row.email,
  mustChangePassword: row.must_change_password,
});

export const organizationDto = ({ id, name, side, roles }: MembershipRow): MyOrganizationDto => ({
  id,
  name,
  side,
  roles,
});
