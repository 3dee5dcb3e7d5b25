import { missingOfListing } from '@praktika/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed, reactive, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave, useRoute, useRouter } from 'vue-router';
import { api, unwrap } from '../../../app/api/client.js';
import type { Listing } from '../../../app/api/models.js';
import { useForm, type FieldFault } from '../../../app/forms/use-form.js';
import { fullName } from '../../../app/format.js';
import { useSession } from '../../../app/session/session-store.js';
import { useNotify } from '../../../ui/notify.js';
import {
  actOnListing,
  createListing,
  fetchListing,
  updateListing,
  useListingCache,
} from '../api/listings.js';
import { contentOf, fieldsOf } from '../model/listing-fields.js';

/** The form of a listing: what it begins with, saving, publishing, the guard of unsaved changes (manual §14.2). */
export function useListingForm() {
  const { t } = useI18n();
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  const notify = useNotify();
  const cache = useListingCache();

  const id = typeof route.params['id'] === 'string' ? route.params['id'] : undefined;
  const professionId = typeof route.query['professionId'] === 'string' ? route.query['professionId'] : '';
  const saved = ref<Listing>();
  const fields = reactive(fieldsOf());
  const state = () => JSON.stringify(contentOf(fields));
  const stored = ref('');
  const changed = () => state() !== stored.value;

  const standing = useQuery({
    queryKey: ['listing', id, 'edit'],
    queryFn: async ({ signal }) => {
      const listing = await fetchListing(id!, signal);
      saved.value = listing;
      Object.assign(fields, fieldsOf(listing));
      stored.value = state();
      return listing;
    },
    enabled: id !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  /** «Разместить заявку по профессии»: area and profession come filled in (manual §14.4). */
  const profession = useQuery({
    queryKey: ['profession', professionId, 'prefill'],
    queryFn: async ({ signal }) => {
      const params = { path: { id: professionId } };
      const known = await unwrap(api.GET('/professions/{id}', { params, signal }));
      Object.assign(fields, { profession: known.name, professionId: known.id, areaCode: known.areaCode });
      return known;
    },
    enabled: professionId !== '' && id === undefined,
    staleTime: Infinity,
    gcTime: 0,
  });

  // a new listing begins with the contacts of the one who writes it
  const person = session.me?.person;
  if (id === undefined && person) {
    Object.assign(fields.contacts, { person: fullName(person), email: person.email });
  }
  stored.value = state();

  async function save(): Promise<Listing> {
    const body = contentOf(fields);
    const listing = saved.value ? await updateListing(saved.value, body) : await createListing(body);
    saved.value = listing;
    stored.value = JSON.stringify(body);
    cache.put(listing);
    return listing;
  }

  const open = (listing: Listing) => router.push({ name: 'my-listing', params: { id: listing.id } });

  /** What is missing for publishing, told at the fields. */
  function missing(): FieldFault[] {
    const { terms, contacts } = contentOf(fields);
    return missingOfListing(terms, contacts).map((pointer) => ({
      pointer,
      message: pointer === '/contacts/phone' ? t('listings.form.phoneOrEmail') : t('ui.required'),
    }));
  }

  const saving = reactive(
    useForm({
      send: save,
      done: (listing) => {
        notify.done(t('listings.done.save'), listing.title);
        return open(listing);
      },
    }),
  );
  const publishing = reactive(
    useForm({
      check: missing,
      send: async () => {
        const listing = changed() || !saved.value ? await save() : saved.value;
        return actOnListing(listing, 'publish');
      },
      done: (listing) => {
        cache.put(listing);
        notify.done(t('listings.done.publish'), listing.title);
        return open(listing);
      },
    }),
  );
  const pending = computed(() => saving.pending || publishing.pending);

  async function submit(press: 'save' | 'publish'): Promise<void> {
    saving.reset();
    publishing.reset();
    await (press === 'save' ? saving.submit() : publishing.submit());
  }

  onBeforeRouteLeave(() => pending.value || !changed() || window.confirm(t('applications.form.leave')));

  return {
    id,
    fields,
    saved,
    saving,
    publishing,
    submit,
    standing,
    loading: computed(
      () => (id !== undefined && standing.isPending.value) || profession.fetchStatus.value === 'fetching',
    ),
    faults: computed(() => [...publishing.faults, ...saving.faults]),
    failure: computed(() => publishing.failure ?? saving.failure),
    errorOf: (pointer: string) => publishing.errorOf(pointer) ?? saving.errorOf(pointer),
  };
}
