import {
  APPLICATION_TYPE_LABELS,
  listingTitle,
  missingOfListing,
  placesConflicts,
  TERMS_CONFLICT_TEXTS,
  type FieldError,
  type ListingContacts,
  type ListingTerms,
} from '@praktika/contracts';
import type { Transaction } from '../../../core/database/index.js';
import { invalidFields } from '../../../core/errors/index.js';
import { PROFESSION } from '../listings.commands.js';

/** What a listing holds; everything may be missing. */
export interface ListingContent {
  readonly terms: ListingTerms;
  readonly contacts: ListingContacts;
}

/**
 * Checks a listing's content. A profession of the directory gives its name.
 * @returns the values a listing is stored by: title, terms, contacts, profession, first and last day, what it lacks,
 *   the words it is found by
 * @throws Refusal `validation_failed` with every field at fault
 */
export async function storedContent(
  tx: Transaction,
  { terms: given, contacts }: ListingContent,
): Promise<readonly unknown[]> {
  const errors: FieldError[] = placesConflicts(given).map(({ pointer, code }) => ({
    pointer: `/terms${pointer}`,
    code,
    detail: TERMS_CONFLICT_TEXTS[code],
  }));
  const terms = { ...given };
  if (given.professionId) {
    const profession = await professionOf(tx, given, errors);
    if (profession) terms.profession = profession;
  }
  if (errors.length > 0) throw invalidFields(...errors);
  const title = listingTitle(terms);
  return [
    title,
    JSON.stringify(terms),
    JSON.stringify(contacts),
    terms.professionId ?? null,
    terms.from ?? null,
    terms.to ?? null,
    missingOfListing(terms, contacts),
    wordsOf(title, terms),
  ];
}

async function professionOf(
  tx: Transaction,
  { professionId, areaCode }: ListingTerms,
  errors: FieldError[],
): Promise<string | undefined> {
  const [known] = await tx.query<{ name: string; areaCode: string }>(PROFESSION, [professionId]);
  if (!known) {
    const detail = 'Выберите профессию из справочника.';
    errors.push({ pointer: '/terms/professionId', code: 'not_found', detail });
  } else if (areaCode && areaCode !== known.areaCode) {
    const detail = 'Эта профессия относится к другой области.';
    errors.push({ pointer: '/terms/professionId', code: 'other_area', detail });
  }
  return known?.name;
}

function wordsOf(title: string, terms: ListingTerms): string {
  const { applicationType, specialtyCode, specialtyName, practiceType, city, description } = terms;
  const type = applicationType && APPLICATION_TYPE_LABELS[applicationType];
  return [title, type, specialtyCode, specialtyName, practiceType, city, description]
    .filter(Boolean)
    .join(' ');
}
