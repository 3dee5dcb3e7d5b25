import type { ListingResponseAction } from '@praktika/contracts';
import { useI18n } from 'vue-i18n';
import type { ListingResponse } from '../../../app/api/models.js';
import type { FieldFault } from '../../../app/forms/use-form.js';
import { usePress } from '../../../app/forms/use-press.js';
import { useNotify } from '../../../ui/notify.js';
import { actOnResponse, useResponseCache } from '../api/responses.js';

interface ResponseActionOptions {
  response: ListingResponse;
  action: ListingResponseAction;
  body: () => object;
  check: () => FieldFault[];
  done: () => unknown;
}

/** One press of a response's button, for the version on the screen; the fresh card takes its place. */
export function useResponseAction({ response, action, body, check, done }: ResponseActionOptions) {
  const { t } = useI18n();
  const notify = useNotify();
  const cache = useResponseCache();
  return usePress({
    check,
    send: () => actOnResponse(response, action, body()),
    refresh: () => cache.refresh(response.id),
    done: async (fresh) => {
      cache.put(fresh);
      notify.done(t(`listings.responseDone.${action}`), fresh.title);
      await done();
    },
  });
}
