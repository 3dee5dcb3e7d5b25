import { expectAccessible } from './support/accessibility.js';
import { EMPLOYER, PASSWORD, people, SOLE_PROPRIETOR } from './support/people.js';
import { expect, test } from './support/test.js';

test('E1.1a: the public main page opens without a session', async ({ visit }) => {
  const page = await visit();
  await page.goto('/');
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(
    page.getByRole('heading', { level: 1, name: 'Практическая подготовка студентов' }),
  ).toBeVisible();
  await expectAccessible(page, 'the public main page');
});

test('E1.1b, E1.2a: «Войти» on the main page opens the authorization page', async ({ visit }) => {
  const page = await visit();
  await page.goto('/');
  await page.getByRole('link', { name: 'Войти', exact: true }).click();
  await expect(page).toHaveURL(/\/login$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Вход в личный кабинет' })).toBeVisible();
  await expectAccessible(page, 'the authorization page');
});

test('E1.3b: «Войти» refuses a wrong password with a message and no session, and takes the right one', async ({
  visit,
}) => {
  const page = await visit();
  await page.goto('/login?next=/documents');
  await page.getByLabel('Электронная почта').fill(people.head.email);
  const password = page.getByLabel('Пароль', { exact: true });
  const enter = page.getByRole('main').getByRole('button', { name: 'Войти', exact: true });
  await password.fill('another password');
  await enter.click();
  await expect(page.getByRole('alert')).toContainText('Неверный адрес электронной почты или пароль');
  expect((await page.request.get('/api/v1/me')).status()).toBe(401);
  await password.fill(PASSWORD);
  await enter.click();
  await expect(page).toHaveURL(/\/documents$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Реестр документов' })).toBeVisible();
});

test('E1.4a, E1.4b, E1.5: «Войти как» lists one’s own organizations and opens the cabinet of the chosen one', async ({
  visit,
}) => {
  const page = await visit();
  await page.goto('/login');
  await page.getByLabel('Электронная почта').fill(people.hr.email);
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Войти как' })).toBeVisible();
  const choices = page.getByRole('main').getByRole('listitem');
  await expect(choices).toHaveCount(2);
  await expect(choices.filter({ hasText: EMPLOYER })).toHaveCount(1);
  await expectAccessible(page, '«Войти как»');
  await choices.filter({ hasText: SOLE_PROPRIETOR }).getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Сегодня' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(SOLE_PROPRIETOR);
  const { items } = (await (await page.request.get('/api/v1/documents')).json()) as {
    items: { partner: { name: string } }[];
  };
  expect(items.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^Учётная запись/ }).click();
  await page.getByRole('menuitem', { name: 'Все организации и роли' }).click();
  await page.getByRole('button', { name: EMPLOYER }).click();
  await expect(page.getByRole('banner')).toContainText(EMPLOYER);
});
