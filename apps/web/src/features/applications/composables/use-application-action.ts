import type { ApplicationAction } from '@praktika/contracts';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../app/api/api-error.js';
import type { Application } from '../../../app/api/models.js';
import { useForm, type FieldFault } from '../../../app/forms/use-form.js';
import { useNotify } from '../../../ui/notify.js';
import { actOnApplication, useApplicationCache } from '../api/applications.js';

type Press = Exclude<ApplicationAction, 'update' | 'delete'>;

interface ApplicationActionOptions {
  application: Application;
  action: Press;
  body?: () => object;
  check?: () => FieldFault[];
  done: (application: Application) => unknown;
}

/** Refusals after which what is on the screen is no longer true. */
const OVERTAKEN = ['invalid_state', 'duplicate', 'precondition_failed', 'not_found'] as const;

/** One press of an application's button, for the version on the screen; the fresh card takes its place. */
export function useApplicationAction(options: ApplicationActionOptions) {
  const { t } = useI18n();
  const notify = useNotify();
  const cache = useApplicationCache();
  const overtaken = ref(false);
  const form = useForm({
    ...(options.check ? { check: options.check } : {}),
    send: async () => {
      try {
        return await actOnApplication(options.application, options.action, options.body?.() ?? {});
      } catch (error) {
        if (isApiError(error, ...OVERTAKEN)) {
          overtaken.value = true;
          cache.refresh(options.application.id);
        }
        throw error;
      }
    },
    done: async (application) => {
      cache.put(application);
      notify.done(t(`applications.done.${options.action}`), application.title);
      await options.done(application);
    },
  });
  return { ...form, overtaken };
}
