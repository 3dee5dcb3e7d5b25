import { createI18n } from 'vue-i18n';
import { doors } from '../locales/ru/doors.js';
import type { Messages } from '../locales/ru/index.js';

export const LANGUAGES = ['ru', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

const LANGUAGE_KEY = 'praktika.language';

/** Russian has three plural forms: один документ, два документа, пять документов. */
export function russianPlural(choice: number, choices: number): number {
  const form = new Intl.PluralRules('ru').select(choice);
  const index = form === 'one' ? 0 : form === 'few' ? 1 : 2;
  return Math.min(index, choices - 1);
}

export const i18n = createI18n<[Messages], Language, false>({
  legacy: false,
  locale: 'ru',
  fallbackLocale: 'ru',
  pluralRules: { ru: russianPlural },
  messages: { ru: doors } as { ru: Messages; en: Messages },
});

export function currentLanguage(): Language {
  return i18n.global.locale.value;
}

let cabinetTexts: Promise<void> | undefined;

/**
 * Loads the Russian texts of the cabinet: of every page but the doors, whatever the language, for what a language lacks
 * is told in Russian. Fails when the file cannot be had, and is tried again by the next page.
 */
export function loadCabinetTexts(): Promise<void> {
  return (cabinetTexts ??= import('../locales/ru/cabinet.js').then(
    ({ cabinet }) => i18n.global.mergeLocaleMessage('ru', cabinet),
    (error: unknown) => {
      cabinetTexts = undefined;
      throw error;
    },
  ));
}

/** A part of the page that is loaded together with the texts of the cabinet. */
export const withCabinetTexts =
  <Part>(load: () => Promise<Part>) =>
  async (): Promise<Part> => {
    const [part] = await Promise.all([load(), loadCabinetTexts()]);
    return part;
  };

/** Loads the language's texts if needed, switches to it and remembers it. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en') {
    const { en } = await import('../locales/en/index.js');
    i18n.global.setLocaleMessage('en', en);
  }
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Remembered for this tab only.
  }
}

/** The language chosen earlier on this machine; Russian until somebody chooses. */
export async function restoreLanguage(): Promise<void> {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return;
  }
  if (stored === 'en') await setLanguage('en');
}

/** Translation outside components. */
export const t = i18n.global.t;
