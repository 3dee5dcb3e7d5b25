import { ref, shallowRef } from 'vue';

/** Which entry is being edited: read with its version when its button is pressed, or none for a new one. */
export function useEntryEditor<Entry>(fetch: (key: string) => Promise<Entry>) {
  const entry = shallowRef<Entry>();
  const isOpen = ref(false);
  const failure = ref<unknown>();

  async function edit(key: string): Promise<void> {
    failure.value = undefined;
    try {
      entry.value = await fetch(key);
      isOpen.value = true;
    } catch (error) {
      failure.value = error;
    }
  }

  function add(): void {
    entry.value = undefined;
    isOpen.value = true;
  }

  function close(): void {
    isOpen.value = false;
  }

  return { entry, isOpen, failure, edit, add, close };
}
