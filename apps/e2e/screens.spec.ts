import { randomUUID } from 'node:crypto';
import type { Page, Route } from '@playwright/test';
import { expectAccessible } from './support/accessibility.js';
import { Api } from './support/api.js';
import { contractOnApproval, draftContract } from './support/contracts.js';
import { PASSWORD, people } from './support/people.js';
import { expect, test } from './support/test.js';

const LIST = /\/api\/v1\/documents\?/;

/** How a request can fail, and what the page then says. */
const FAILURES: { name: string; words: string; fail: (route: Route) => Promise<void> }[] = [
  {
    name: 'an error of the server',
    words: 'Ошибка на сервере',
    fail: (route) => route.fulfill(problem(500, 'internal')),
  },
  {
    name: 'a server that is unavailable',
    words: 'Сервис временно недоступен',
    fail: (route) => route.fulfill(problem(503, 'unavailable')),
  },
  { name: 'no connection', words: 'Нет связи с сервером', fail: (route) => route.abort('connectionrefused') },
];

const problem = (status: number, code: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: code, status, code, traceId: 'trace-of-the-test' }),
});

for (const { name, words, fail } of FAILURES) {
  test(`the registry explains ${name} and tries again`, async ({ enter }) => {
    const page = await enter(people.hr);
    await page.route(LIST, fail);
    await page.goto('/documents?direction=INCOMING');
    await expectBroken(page, words);
    await page.unroute(LIST);
    await page.getByRole('button', { name: 'Повторить' }).click();
    await expect(page.getByRole('table')).toBeVisible();
  });

  test(`the card explains ${name} and tries again`, async ({ enter, desk }) => {
    const { id, title } = await contractOnApproval(await desk(people.office));
    const page = await enter(people.hr);
    await page.route(`**/api/v1/documents/${id}`, fail);
    await page.goto(`/documents/${id}`);
    await expectBroken(page, words);
    await page.unroute(`**/api/v1/documents/${id}`);
    await page.getByRole('button', { name: 'Повторить' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });
}

test('the broken registry is accessible', async ({ enter }) => {
  const page = await enter(people.hr);
  await page.route(LIST, (route) => route.fulfill(problem(500, 'internal')));
  await page.goto('/documents');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'the broken registry');
});

test('an empty registry says what will come, and to the author offers the first step', async ({ enter }) => {
  const empty = { items: [], nextCursor: null, facets: {} };
  const [hr, office] = [await enter(people.hr), await enter(people.office)];
  for (const page of [hr, office]) {
    await page.route(LIST, (route) => route.fulfill({ json: empty }));
    await page.goto('/documents');
    await expect(page.getByText('Документов пока нет')).toBeVisible();
  }
  await expect(hr.getByText('Здесь появятся договоры, которые направят вам партнёры.')).toBeVisible();
  await expect(office.getByRole('main').getByRole('link', { name: 'Новый договор' })).toHaveCount(2);
  await expectAccessible(hr, 'the empty registry');
});

test('a registry narrowed to nothing offers to drop the filters', async ({ enter }) => {
  const page = await enter(people.hr);
  await page.goto(`/documents?q=${randomUUID()}`);
  await expect(page.getByText('По этим условиям документов нет')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Сбросить все фильтры' }).last().click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('a full registry goes on to its next page and back', async ({ enter }) => {
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING');
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows).toHaveCount(25);
  const first = await rows.first().textContent();
  await page.getByRole('button', { name: 'Следующая страница' }).click();
  await expect(rows.first()).not.toHaveText(first ?? '');
  await expect(rows.first().getByRole('link')).toBeFocused();
  await page.getByRole('button', { name: 'Предыдущая страница' }).click();
  await expect(rows.first()).toHaveText(first ?? '');
});

test('a link to a page of the registry that is no more leads to the first one with the same filters', async ({
  enter,
}) => {
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING&cursor=abc');
  await expect(page.getByRole('button', { name: 'Повторить' })).toHaveCount(0);
  await page.getByRole('button', { name: 'К первой странице' }).click();
  await expect(page).toHaveURL(/\/documents\?direction=INCOMING$/);
  await expect(page.getByRole('table').getByRole('rowheader').first().getByRole('link')).toBeFocused();
});

test('somebody else’s document, an unknown one and a malformed address show the same page', async ({
  enter,
  desk,
}) => {
  const { id } = await contractOnApproval(await desk(people.office));
  const page = await enter(people.stranger);
  const seen = new Set<string>();
  for (const path of [id, randomUUID(), 'not-an-id']) {
    await page.goto(`/documents/${path}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Страница не найдена' })).toBeVisible();
    seen.add(await page.getByRole('main').innerText());
  }
  expect(seen.size).toBe(1);
  await expectAccessible(page, 'a page not found');
});

test('a page outside one’s role explains who can open it', async ({ enter }) => {
  const page = await enter(people.student);
  await page.goto('/documents');
  await expect(page.getByRole('heading', { level: 1, name: 'Недостаточно прав' })).toBeVisible();
  await expect(page.getByText('Доступ может дать руководитель или администратор')).toBeVisible();
  await expectAccessible(page, 'a page without rights');
});

test('after a new release a link from a page that is still open loads the next page whole', async ({
  enter,
}) => {
  const page = await enter(people.hr);
  await page.goto('/services');
  await page.route(/\/assets\/RegistryView-.*\.js$/, (route) => route.fulfill({ status: 404 }), { times: 1 });
  await page.getByRole('main').getByRole('link', { name: 'Реестр документов' }).click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('a session that ended asks for the password over the form and loses nothing', async ({
  enter,
  desk,
}) => {
  const { id } = await draftContract(await desk(people.office));
  const page = await enter(people.office);
  await page.goto(`/documents/${id}/edit`);
  const conditions = page.getByLabel('Что нужно от студента');
  await expect(conditions).toHaveValue('Паспорт и медицинская справка');
  // Ended while the first save is on its way: a window that opened earlier would take the focus from under the typing.
  await page.route(
    `**/api/v1/contracts/${id}`,
    async (route) => {
      await new Api(page.request).signOut();
      await route.continue();
    },
    { times: 1 },
  );
  await conditions.fill('Паспорт, справка и фотография');
  const dialog = page.getByRole('dialog', { name: 'Сессия закончилась' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'the session has ended');
  await dialog.getByLabel('Пароль').fill(PASSWORD);
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
  await dialog.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(dialog).toBeHidden();
  await saved;
  await expect(conditions).toHaveValue('Паспорт, справка и фотография');
  await expect(page.getByText(/^Сохранено в \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(conditions).toHaveValue('Паспорт, справка и фотография');
});

async function expectBroken(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(words);
}
