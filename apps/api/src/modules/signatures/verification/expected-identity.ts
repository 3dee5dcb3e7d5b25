import type { ExpectedOrganization, ExpectedPerson } from '@praktika/signing';

/** What of an organization a certificate must name. */
export interface SigningOrganization {
  readonly legalForm: string;
  readonly inn: string;
  readonly ogrn: string | null;
}

/** What of a person a certificate must name. */
export interface SigningPerson {
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  /** 11 digits, when known. */
  readonly snils: string | null;
}

/** Whom a verdict was asked about; kept with it, so that a later verdict asks the same. */
export interface ExpectedIdentity {
  readonly organization?: ExpectedOrganization;
  readonly person?: ExpectedPerson;
}

/**
 * The organization as its head's certificate names it: ИНН ЮЛ and ОГРН, or ОГРНИП and ИНН of a sole proprietor
 * (domain.md §3.4, modes a and b). A number we do not know ourselves cannot match and is compared as empty.
 */
export function expectedOrganization({ legalForm, inn, ogrn }: SigningOrganization): ExpectedOrganization {
  if (legalForm === 'SOLE_PROPRIETOR') return { ogrnip: ogrn ?? '', inn };
  return { innLegalEntity: inn, ogrn: ogrn ?? '' };
}

/** The person as a certificate names one: СНИЛС, else surname and given names. */
export function expectedPerson({ surname, givenName, patronymic, snils }: SigningPerson): ExpectedPerson {
  return {
    ...(snils !== null && { snils }),
    surname,
    givenName: [givenName, patronymic].filter(Boolean).join(' '),
  };
}
