import type { ApplicationAction } from '@praktika/contracts';
import { useI18n } from 'vue-i18n';
import type { Application } from '../../../app/api/models.js';
import type { FieldFault } from '../../../app/forms/use-form.js';
import { usePress } from '../../../app/forms/use-press.js';
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

/** One press of an application's button, for the version on the screen; the fresh card takes its place. */
export function useApplicationAction(options: ApplicationActionOptions) {
  const { t } = useI18n();
  const notify = useNotify();
  const cache = useApplicationCache();
  return usePress({
    ...(options.check ? { check: options.check } : {}),
    send: () => actOnApplication(options.application, options.action, options.body?.() ?? {}),
    refresh: () => cache.refresh(options.application.id),
    done: async (application) => {
      cache.put(application);
      notify.done(t(`applications.done.${options.action}`), application.title);
      await options.done(application);
    },
  });
}
