import { useI18n } from 'vue-i18n';
import { isApiError } from './api/api-error.js';
import { useInstants } from './format.js';

export interface ExplainedError {
  /** What happened and what to do, in the interface's own words. */
  title: string;
  /** The particulars: the server's sentence, and after a late press who did what and when. */
  details: string[];
  /** Number to tell the support. */
  trace?: string;
}

/** Turns any failure into words: our sentence by the closed list of codes, then the server's particulars. */
export function useErrors() {
  const { t, te } = useI18n();
  const { formatInstant } = useInstants();

  function explain(error: unknown): ExplainedError {
    if (!isApiError(error)) return { title: t('errors.unreadable'), details: [] };
    const key = `errors.${error.code}`;
    const title = te(key) || te(key, 'ru') ? t(key) : t('errors.internal');
    const details: string[] = [];
    const { current } = error;
    // After a late press the particulars are told here in full; the server's own sentence says the same.
    if (!current && error.detail && error.detail !== title) details.push(error.detail);
    if (current) {
      details.push(t('errors.nowStatus', { status: current.statusLabel }));
      if (current.at) {
        const at = formatInstant(current.at);
        details.push(
          current.by ? t('errors.changedBy', { by: current.by, at }) : t('errors.changedAt', { at }),
        );
      }
    }
    return { title, details, ...(error.status >= 500 && error.traceId ? { trace: error.traceId } : {}) };
  }

  return { explain };
}
