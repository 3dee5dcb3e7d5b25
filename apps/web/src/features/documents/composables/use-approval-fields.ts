import { TERMS_LIMITS } from '@praktika/contracts';
import { useQuery } from '@tanstack/vue-query';
import * as v from 'valibot';
import { computed, reactive, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { api, unwrap } from '../../../app/api/client.js';
import type { ActionInput } from '../../../app/api/models.js';
import { faultsOf, optionalEmail } from '../../../app/forms/check.js';
import type { FieldFault } from '../../../app/forms/use-form.js';

/** The five fields of «Согласование проекта договора» (manual §5.1): filled, checked, and as the API takes them. */
export function useApprovalFields(responsibleRequired: () => boolean) {
  const { t } = useI18n();
  const { data: managers } = useQuery({
    queryKey: ['employees', 'responsible'],
    queryFn: () => unwrap(api.GET('/employees/responsible-persons')),
  });
  const people = computed(() =>
    (managers.value?.items ?? []).map((person) => ({ value: person.personId, label: person.fullName })),
  );

  const fields = reactive({
    personId: null as string | null,
    position: '',
    phone: '',
    email: '',
    seats: '',
  });

  // The chosen manager's own contacts are offered; what was typed over them stays.
  watch(
    () => fields.personId,
    (personId) => {
      const person = managers.value?.items.find((item) => item.personId === personId);
      if (!person) return;
      fields.position = person.position ?? '';
      fields.phone = person.phone ?? '';
      fields.email = person.email ?? '';
    },
  );

  const schema = v.object({
    responsible: v.object({ email: optionalEmail(t('dialogs.approve.emailInvalid')) }),
    seats: v.pipe(
      v.string(),
      v.check(
        (text) => text === '' || (/^\d{1,5}$/.test(text) && Number(text) <= TERMS_LIMITS.seats),
        t('dialogs.approve.seatsInvalid'),
      ),
    ),
  });

  const check = (): FieldFault[] => [
    ...(responsibleRequired() && !fields.personId
      ? [{ pointer: '/responsible/personId', message: t('dialogs.approve.responsibleRequired') }]
      : []),
    ...faultsOf(schema, { responsible: { email: fields.email.trim() }, seats: fields.seats.trim() }),
  ];

  function input(): Pick<ActionInput, 'responsible' | 'seats'> {
    const responsible = {
      ...(fields.personId ? { personId: fields.personId } : {}),
      ...(fields.position.trim() ? { position: fields.position.trim() } : {}),
      ...(fields.phone.trim() ? { phone: fields.phone.trim() } : {}),
      ...(fields.email.trim() ? { email: fields.email.trim() } : {}),
    };
    return {
      ...(Object.keys(responsible).length > 0 ? { responsible } : {}),
      ...(fields.seats.trim() ? { seats: Number(fields.seats) } : {}),
    };
  }

  return { fields, people, check, input };
}

export type ApprovalFields = ReturnType<typeof useApprovalFields>;
