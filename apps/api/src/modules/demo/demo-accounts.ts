import { ROLE_LABELS } from '@praktika/contracts';
import type { DEMO_ORGANIZATIONS, DemoPerson } from '../organizations/index.js';

/** An account as the sign-in page and the terminal show it. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly organization: string;
  readonly role: string;
}

/**
 * Accounts the demo's password opens, in the order of the sign-in page. The demo's constants are handed in, so that
 * the terminal can tell them without loading the application.
 */
export function demoAccounts(
  people: readonly DemoPerson[],
  organizations: typeof DEMO_ORGANIZATIONS,
): DemoAccount[] {
  return people
    .filter(({ signsIn }) => signsIn)
    .map((person) => ({
      email: person.email,
      name: nameOf(person),
      organization: person.memberships
        .map(({ organization }) => organizations[organization].shortName)
        .join(', '),
      role: [...new Set(person.memberships.map(({ role }) => ROLE_LABELS[role]))].join(', '),
    }));
}

export const nameOf = ({ surname, givenName, patronymic }: DemoPerson): string =>
  `${surname} ${givenName} ${patronymic}`;
