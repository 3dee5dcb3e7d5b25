import { DOCUMENT_KIND_LABELS, otherLayout, searchText, type DocumentKind } from '@praktika/contracts';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import { useMenu } from '../layouts/menu.js';
import { useSession } from '../session/session-store.js';
import type { PaletteOption } from './palette-option.js';

/** Kinds that are started from nothing; the others hang on a contract. */
const CREATED: readonly DocumentKind[] = ['PERIOD_CONTRACT', 'FRAMEWORK_CONTRACT'];

/** What the person may do and open from anywhere, narrowed by a text typed in either layout. */
export function usePaletteCommands(text: MaybeRefOrGetter<string>) {
  const { t } = useI18n();
  const session = useSession();
  const menu = useMenu();

  const all = computed((): PaletteOption[] => {
    const mayCreate = session.can('documents:draft') && session.organization?.side === 'EDUCATION';
    const creations = CREATED.map((kind): PaletteOption => ({
      key: `create-${kind}`,
      group: 'commands',
      label: t('palette.create', { kind: DOCUMENT_KIND_LABELS[kind] }),
      icon: 'plus',
      to: { name: 'document-new', query: { kind } },
    }));
    const pages = [
      ...menu.value.flatMap(({ entries }) => entries),
      { name: 'settings', label: 'pages.settings', icon: 'settings' },
    ].map(({ name, label, icon }): PaletteOption => ({
      key: `page-${name}`,
      group: 'commands',
      label: t(label),
      icon,
      to: { name },
    }));
    return [...(mayCreate ? creations : []), ...pages];
  });

  return computed(() => {
    const wanted = searchText(toValue(text));
    const twin = searchText(otherLayout(toValue(text)));
    const holds = (label: string, part: string) => searchText(label).includes(part);
    const found = all.value.filter(({ label }) => holds(label, wanted));
    return found.length > 0 ? found : all.value.filter(({ label }) => holds(label, twin));
  });
}
