import { useEventListener } from '@vueuse/core';
import { ref } from 'vue';

/**
 * Whether the palette is open. Ctrl+K and ⌘K open and close it, told by the key's place, so that it works in the
 * Russian layout too; another window keeps its keys to itself.
 */
export function usePalette() {
  const open = ref(false);
  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    const pressed = event.code === 'KeyK' && (event.ctrlKey || event.metaKey);
    if (!pressed || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const elsewhere = !open.value && document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    if (!event.repeat && !elsewhere) open.value = !open.value;
  });
  return { open };
}
