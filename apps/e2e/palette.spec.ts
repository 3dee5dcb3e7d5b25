import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.js';
import { contractOnApproval } from './support/contracts.js';
import { people } from './support/people.js';
import { expect, test } from './support/test.js';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Поиск и команды' });
const field = (page: Page) => palette(page).getByRole('combobox');
const lines = (page: Page) => palette(page).getByRole('option');

test('Ctrl+K finds a document by its number and opens it, from any page and in any layout', async ({
  enter,
  desk,
}) => {
  const { title, number } = await contractOnApproval(await desk(people.office));
  const page = await enter(people.hr);
  await page.goto('/settings');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+KeyK');
  await expect(field(page)).toBeFocused();
  await expect(lines(page).first()).toHaveAttribute('aria-selected', 'true');
  await field(page).fill(String(number));
  await expect(lines(page).first()).toContainText(String(number));
  await expect(field(page)).toHaveAttribute('aria-activedescendant', /document-/);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('its button opens it; what was typed in the other layout is understood, Esc gives the focus back', async ({
  enter,
}) => {
  const page = await enter(people.office);
  await page.goto('/services');
  const button = page.getByRole('button', { name: 'Поиск и команды' });
  await button.click();
  await expect(field(page)).toBeFocused();
  await expectAccessible(page, 'the palette with commands');
  await field(page).fill('hjvfirf');
  await expect(palette(page)).toContainText('Показано по запросу «ромашка»');
  await expect(palette(page).getByRole('group', { name: 'Партнёры' })).toContainText('Ромашка');
  await expectAccessible(page, 'the palette with documents and partners');
  await field(page).fill('ничего такого здесь нет');
  await expect(palette(page)).toContainText('ничего не найдено');
  await expect(lines(page)).toHaveCount(0);
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test('it does what the person may do: the office creates, the employer does not', async ({ enter }) => {
  const office = await enter(people.office);
  await office.goto('/');
  await office.getByRole('heading', { level: 1 }).waitFor();
  await office.keyboard.press('Control+KeyK');
  await field(office).fill('рамочн');
  await expect(lines(office).first()).toContainText('Создать');
  await office.keyboard.press('Enter');
  await expect(office).toHaveURL(/\/documents\/new\?kind=FRAMEWORK_CONTRACT/);

  const hr = await enter(people.hr);
  await hr.goto('/');
  await hr.getByRole('heading', { level: 1 }).waitFor();
  await hr.keyboard.press('Meta+KeyK');
  await expect(lines(hr).filter({ hasText: 'Реестр документов' })).toHaveCount(1);
  await expect(lines(hr).filter({ hasText: 'Создать' })).toHaveCount(0);
  await hr.keyboard.press('ArrowUp');
  await expect(lines(hr).last()).toHaveAttribute('aria-selected', 'true');
  await hr.keyboard.press('ArrowDown');
  await expect(lines(hr).first()).toHaveAttribute('aria-selected', 'true');
});

test('words inside a file find its document, and the line says so', async ({ enter, desk }) => {
  const { number } = await contractOnApproval(await desk(people.office));
  const page = await enter(people.hr);
  await page.goto('/services');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+KeyK');
  // the file is read after the document was sent
  await expect(async () => {
    await field(page).fill('');
    await field(page).fill('contracts');
    const line = lines(page).filter({ hasText: String(number) });
    await expect(line).toContainText('найдено в тексте файла', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test('the registry offers what was meant when nothing is found', async ({ enter }) => {
  const page = await enter(people.office);
  await page.goto('/documents?q=hjvfirf');
  await page.getByRole('button', { name: 'Показать по запросу «ромашка»' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('ромашка');
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('Ромашка');
});
