import { searchText } from '@praktika/contracts';

/** What an organization is found by: its names, ИНН and ОГРН (api.md, `q`). */
export const organizationSearchText = (organization: {
  readonly fullName: string;
  readonly shortName: string | null;
  readonly inn: string;
  readonly ogrn: string | null;
}): string => searchText(organization.fullName, organization.shortName, organization.inn, organization.ogrn);
