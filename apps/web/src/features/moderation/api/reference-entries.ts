import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { NewProfession, Profession, ProfessionPatch } from '../../../app/api/models.js';
import type { SpecialtyQuery } from '../../../app/api/paths.js';

/** What is edited of an area or a specialty: its name, and whether it may be chosen. */
export interface EntryPatch {
  name?: string;
  archived?: boolean;
}

/** An area or a specialty as its editor sees it. */
export interface ClassifierEntry {
  readonly code: string;
  readonly name: string;
  readonly archived: boolean;
  readonly version: number;
}

/** The two classifiers that are edited alike. */
export type Classifier = 'areas' | 'specialties';

const ENTRY = {
  areas: '/reference/professional-areas/{code}',
  specialties: '/reference/specialties/{code}',
} as const;
const LIST = { areas: '/reference/professional-areas', specialties: '/reference/specialties' } as const;

/** All areas, those taken out among them when they are asked for. */
export function useAreaEntries(archived: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: computed(() => ['reference', 'editor', 'areas', toValue(archived)]),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/reference/professional-areas', {
          params: { query: { archived: toValue(archived) } },
          signal,
        }),
      ),
  });
}

/** Specialties that a text finds. */
export function useSpecialtyEntries(query: MaybeRefOrGetter<SpecialtyQuery>) {
  return useQuery({
    queryKey: computed(() => ['reference', 'editor', 'specialties', toValue(query)]),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/reference/specialties', { params: { query: toValue(query) }, signal })),
  });
}

/** One entry with its version. */
export function fetchEntry(classifier: Classifier, code: string): Promise<ClassifierEntry> {
  return unwrap<ClassifierEntry>(api.GET(ENTRY[classifier], { params: { path: { code } } }));
}

export function addEntry(classifier: Classifier, code: string, name: string): Promise<ClassifierEntry> {
  const params = { header: idempotencyKey() };
  return unwrap<ClassifierEntry>(api.POST(LIST[classifier], { params, body: { code, name } }));
}

export function updateEntry(
  classifier: Classifier,
  { code, version }: Pick<ClassifierEntry, 'code' | 'version'>,
  body: EntryPatch,
): Promise<ClassifierEntry> {
  const params = { path: { code }, header: { ...ifMatch(version), ...idempotencyKey() } };
  return unwrap<ClassifierEntry>(api.PATCH(ENTRY[classifier], { params, body }));
}

export function fetchProfession(id: string): Promise<Profession> {
  return unwrap(api.GET('/professions/{id}', { params: { path: { id } } }));
}

export function addProfession(body: NewProfession): Promise<Profession> {
  return unwrap(api.POST('/professions', { params: { header: idempotencyKey() }, body }));
}

export function updateProfession(
  { id, version }: Pick<Profession, 'id' | 'version'>,
  body: ProfessionPatch,
): Promise<Profession> {
  const params = { path: { id }, header: { ...ifMatch(version), ...idempotencyKey() } };
  return unwrap(api.PATCH('/professions/{id}', { params, body }));
}

/** After an edit everything that shows reference data asks anew. */
export function useReferenceCache() {
  const queries = useQueryClient();
  return {
    refresh(): void {
      for (const key of ['reference', 'professions', 'profession']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    },
  };
}
