import type { DocumentKind } from '@praktika/contracts';
import { useI18n } from 'vue-i18n';

/** Contracts are spoken of in the common words; annexes and agreements have some of their own. */
const FAMILY: Readonly<Partial<Record<DocumentKind, 'annex' | 'agreement'>>> = {
  FRAMEWORK_ANNEX: 'annex',
  SUPPLEMENTARY_TERMINATION: 'agreement',
  SUPPLEMENTARY_AMENDMENT: 'agreement',
};

/** Words of a document's screens: those of its kind where it has some, the common ones elsewhere. */
export function useKindWords(kind: () => DocumentKind) {
  const { t, te } = useI18n();

  /** @param key of the common words, e.g. `dialogs.reject.title` */
  return (key: string, named: Record<string, unknown> = {}): string => {
    const family = FAMILY[kind()];
    const own = `kindWords.${family}.${key}`;
    return family && te(own, 'ru') ? t(own, named) : t(key, named);
  };
}
