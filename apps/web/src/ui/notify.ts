import { useToast } from '@nuxt/ui/composables/useToast';

/** A short notice in the corner, read out by screen readers; it leaves by itself. */
export function useNotify() {
  const toast = useToast();
  return {
    done: (title: string, description?: string) =>
      toast.add({ title, description, color: 'success', icon: 'i-lucide-circle-check' }),
    failed: (title: string, description?: string) =>
      toast.add({ title, description, color: 'error', icon: 'i-lucide-circle-alert', duration: 10_000 }),
    told: (title: string, description?: string) =>
      toast.add({ title, description, color: 'neutral', icon: 'i-lucide-info' }),
  };
}
