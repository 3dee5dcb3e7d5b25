import { VueQueryPlugin, QueryClient } from '@tanstack/vue-query';
import { mount } from '@vue/test-utils';
import { createPinia, type Pinia } from 'pinia';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

/** A component in the application's surroundings: texts, stores, queries and routes that lead nowhere. */
export function mountInApp<Props extends Record<string, unknown>>(
  component: Component,
  props: Props,
  pinia: Pinia = createPinia(),
) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', name: 'any', component: { template: '<div />' } }],
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return mount(component, {
    props,
    attachTo: document.body,
    global: { plugins: [pinia, router, [VueQueryPlugin, { queryClient }]] },
  });
}
