import { ref, watch } from 'vue';

const KEY = 'praktika.menu-folded';

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

const folded = ref(stored());
watch(folded, (value) => {
  try {
    localStorage.setItem(KEY, value ? 'yes' : 'no');
  } catch {
    // Remembered for this tab only.
  }
});

/** Whether the permanent menu is folded to icons; remembered on this machine. */
export function useFoldedMenu() {
  return { folded };
}
