import { ref, watch } from 'vue';

export const THEMES = ['light', 'dark', 'system'] as const;
export const DENSITIES = ['compact', 'normal', 'comfortable'] as const;

export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];

// The same keys are read by public/theme.js before the first paint.
const THEME_KEY = 'praktika.theme';
const DENSITY_KEY = 'praktika.density';

/** The stored value when it is one of the allowed, else the fallback; storage may be forbidden. */
function stored<T extends string>(key: string, allowed: readonly T[], fallback: T): T {
  try {
    const value = localStorage.getItem(key);
    return allowed.find((one) => one === value) ?? fallback;
  } catch {
    return fallback;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A private window may refuse; the choice then lives until the tab closes.
  }
}

const theme = ref<Theme>(stored(THEME_KEY, THEMES, 'system'));
const density = ref<Density>(stored(DENSITY_KEY, DENSITIES, 'normal'));

/** Keeps the root element in step with the chosen theme, the system's preference and the row density. */
export function startTheme(): void {
  const preference = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const dark = theme.value === 'dark' || (theme.value === 'system' && preference.matches);
    document.documentElement.classList.toggle('dark', dark);
    document.documentElement.dataset['density'] = density.value;
  };
  preference.addEventListener('change', apply);
  watch(theme, (value) => store(THEME_KEY, value));
  watch(density, (value) => store(DENSITY_KEY, value));
  watch([theme, density], apply, { immediate: true });
}

/** The chosen theme and density, shared by the whole page. */
export function useTheme() {
  return { theme, density };
}
