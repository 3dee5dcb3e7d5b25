import ui from '@nuxt/ui/vue-plugin';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { i18n } from '../../../src/app/i18n.js';
import { setupRoutes } from '../../../src/features/setup/routes.js';
import SetupView from '../../../src/features/setup/views/SetupView.vue';

const TOKEN = 'k7Qw-token_of-the-link';
const PERSON = {
  surname: 'Зорина',
  givenName: 'Вера',
  patronymic: '',
  email: 'zorina@platform.test',
  password: 'берёзовый сок весной',
};

const server = vi.fn<(request: Request) => Promise<Response>>();
let needed: boolean;
let router: Router;
let page: VueWrapper;

/** What was posted, in turn. */
const posted: unknown[] = [];

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

beforeEach(() => {
  needed = true;
  posted.length = 0;
  vi.stubGlobal('fetch', server);
});
afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
});

/** Opens the page; a POST is answered with the given refusal, or done. */
async function open(address: string, refusal?: { status: number; code: string }): Promise<void> {
  server.mockImplementation(async (request) => {
    if (request.method === 'GET') return json(200, { needed });
    posted.push(await request.json());
    return refusal ? json(refusal.status, refusal) : json(201, { needed: false });
  });
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      ...setupRoutes.map((route) => ({ ...route, path: `/${route.path}` })),
      { path: '/login', name: 'login', component: { template: '<p />' } },
    ],
  });
  await router.push(address);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  page = mount(SetupView, {
    attachTo: document.body,
    global: { plugins: [i18n, router, ui, [VueQueryPlugin, { queryClient }]] },
  });
  await flushPromises();
}

async function fill(person: typeof PERSON, repeat = person.password): Promise<void> {
  const { surname, givenName, patronymic, email, password } = person;
  const inputs = page.findAll('input');
  for (const [index, text] of [surname, givenName, patronymic, email, password, repeat].entries()) {
    await inputs[index]?.setValue(text);
  }
  await page.get('form').trigger('submit');
  await flushPromises();
}

describe('the page of the set-up link', () => {
  it('takes the token out of the address before anything is typed', async () => {
    await open(`/setup#${TOKEN}`);
    expect(router.currentRoute.value.fullPath).toBe('/setup');
    expect(page.html()).not.toContain(TOKEN);
  });

  it('sends the first person with the token and leads to the sign-in page', async () => {
    await open(`/setup#${TOKEN}`);
    await fill(PERSON);
    expect(posted).toEqual([{ token: TOKEN, ...PERSON }]);
    expect(router.currentRoute.value.name).toBe('login');
  });

  it('names every field at fault in the summary and sends nothing', async () => {
    await open(`/setup#${TOKEN}`);
    await fill({ ...PERSON, surname: ' ', email: 'zorina', password: 'сок' }, 'сок весной');
    expect(page.findAll('[role="alert"] li')).toHaveLength(4);
    expect(posted).toEqual([]);
  });

  it.each([
    [404, 'not_found', 'Ссылка не подходит'],
    [409, 'invalid_state', 'Ссылка уже использована'],
  ])('explains a link refused with %i in its own words', async (status, code, words) => {
    await open(`/setup#${TOKEN}`, { status, code });
    await fill(PERSON);
    expect(page.get('[role="alert"]').text()).toContain(words);
    expect(router.currentRoute.value.name).toBe('setup');
  });

  it('says so when the system is set up already, and offers the sign-in page', async () => {
    needed = false;
    await open(`/setup#${TOKEN}`);
    expect(page.text()).toContain('Система уже настроена');
    expect(page.find('form').exists()).toBe(false);
    expect(page.find('a[href="/login"]').exists()).toBe(true);
  });

  it('asks for the whole link when the address came without its token', async () => {
    await open('/setup');
    expect(page.text()).toContain('Откройте эту страницу по одноразовой ссылке');
    expect(page.find('form').exists()).toBe(false);
  });
});
