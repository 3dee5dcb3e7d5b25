import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.js';
import { contractOnApproval } from './support/contracts.js';
import { people } from './support/people.js';
import { expect, test } from './support/test.js';

const rowLinks = (page: Page) => page.getByRole('table').getByRole('rowheader').getByRole('link');
const ticks = (page: Page) => page.getByRole('table').getByRole('checkbox', { name: /^Выбрать / });
const bar = (page: Page) => page.getByRole('region', { name: 'Выбранные документы' });
const numberIn = async (place: Locator) => Number((await place.textContent())?.replace(/\D/g, ''));

test('rows are chosen by ticks, by a range, by X and all at once, over pages but not over filters', async ({
  enter,
}) => {
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING');
  await expect(rowLinks(page).first()).toBeVisible();
  await expect(bar(page)).toBeHidden();
  await ticks(page).nth(1).click();
  await ticks(page)
    .nth(4)
    .click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('Выбрано 4');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyX');
  await expect(bar(page)).toContainText('Выбрано 5');
  await page.keyboard.press('KeyX');
  await expect(bar(page)).toContainText('Выбрано 4');
  await expectAccessible(page, 'the registry with chosen rows');

  await page.getByRole('button', { name: 'Следующая страница' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(bar(page)).toContainText('Выбрано 4');
  await page.goBack();
  await expect(ticks(page).nth(1)).toBeChecked();
  await page.getByRole('checkbox', { name: 'Выбрать все на странице' }).click();
  await expect(bar(page)).toContainText('Выбрано 25');

  const everything = bar(page).getByRole('button', { name: /^Выбрать все по фильтру/ });
  const total = await numberIn(everything);
  await everything.click();
  await expect(bar(page)).toContainText(`Выбрано ${Math.min(total, 500)}`);
  await expect(everything).toBeHidden();
  await page.getByRole('checkbox', { name: 'На согласовании', exact: true }).check();
  await expect(bar(page)).toBeHidden();
});

test('a view is saved, opens the registry by default, is changed and deleted', async ({ enter }) => {
  const page = await enter(people.hr);
  const name = `Вид ${Date.now()}`;
  const views = page.getByRole('button', { name: /^Вид(ы|:)/ });
  const choose = async (item: string) => {
    await views.click();
    await page.getByRole('menu').getByText(item, { exact: true }).click();
  };
  await page.goto('/documents?direction=INCOMING&status=ON_SIGNING');
  await choose('Сохранить вид…');
  const dialog = page.getByRole('dialog', { name: 'Новый вид' });
  await dialog.getByLabel('Название').fill(name);
  await dialog.getByRole('checkbox', { name: 'Доступен всей организации' }).check();
  await dialog.getByRole('checkbox', { name: 'Открывать по умолчанию' }).check();
  await expectAccessible(page, '«Новый вид»');
  await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(views).toHaveAccessibleName(`Вид: ${name}`);
  await expect(page).toHaveURL(/direction=INCOMING&status=ON_SIGNING&view=/);

  await page.goto('/documents');
  await expect(page).toHaveURL(/direction=INCOMING&status=ON_SIGNING&view=/);
  await page.getByRole('checkbox', { name: 'На согласовании', exact: true }).check();
  await expect(views).toHaveAccessibleName(`Вид: ${name} (изменён)`);
  await page.getByRole('button', { name: 'Сохранить изменения' }).click();
  await expect(views).toHaveAccessibleName(`Вид: ${name}`);

  const colleague = await enter(people.head);
  await colleague.goto('/documents');
  await expect(colleague).toHaveURL(/\/documents$/);
  await colleague.getByRole('button', { name: 'Виды' }).click();
  await colleague.getByRole('menuitemcheckbox', { name: new RegExp(`^${name} \\(`) }).click();
  await expect(colleague).toHaveURL(/status=ON_APPROVAL,ON_SIGNING|status=ON_APPROVAL%2CON_SIGNING/);

  await choose('Все документы');
  await expect(page).toHaveURL(/\/documents\?view=all$/);
  await expect(page.getByRole('checkbox', { name: 'На согласовании', exact: true })).not.toBeChecked();
  await page.getByRole('navigation', { name: 'Направление' }).getByRole('link', { name: 'Все' }).click();
  await expect(page).toHaveURL(/\/documents\?view=all$/);

  await choose(`${name} (по умолчанию)`);
  await choose(`Удалить вид «${name}»…`);
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await expect(views).toHaveAccessibleName('Виды');
  await page.goto('/documents');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page).toHaveURL(/\/documents$/);
});

test('the document in focus is read beside the list, Escape and the space bar put it away', async ({
  enter,
  desk,
}) => {
  const { title } = await contractOnApproval(await desk(people.office));
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING');
  await page.getByRole('button', { name: 'Просмотр рядом' }).click();
  const pane = page.getByRole('complementary', { name: 'Просмотр документа' });
  const heading = pane.getByRole('heading', { level: 2 }).first();
  const shown = title.replaceAll('№ ', '№\u00a0');
  await expect(pane).toContainText('Выберите документ');
  await page.keyboard.press('KeyJ');
  await expect(heading).toHaveText(shown);
  await expect(pane.getByRole('region', { name: 'Следующий шаг' })).toBeVisible();
  await expectAccessible(page, 'the registry with a preview');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyJ');
  await expect(heading).not.toHaveText(shown);
  await page.reload();
  await expect(pane).toBeVisible();
  await expect(page.locator('[data-row-link]').first()).toBeVisible();
  await page.keyboard.press('KeyJ');
  await expect(pane.getByRole('link', { name: 'Открыть карточку' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pane).toBeHidden();
  await expect(rowLinks(page).first()).toBeFocused();
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('Space');
  await expect(pane.getByRole('link', { name: 'Открыть карточку' })).toBeVisible();
  await expect(page.locator('[data-row-link]').nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(pane).toBeHidden();
  await expect(rowLinks(page).nth(1)).toBeFocused();
});

test('«Требуют обработки» counts what waits, whatever the direction', async ({ enter, desk }) => {
  await contractOnApproval(await desk(people.office));
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING');
  const tabs = page.getByRole('navigation', { name: 'Направление' });
  const tab = tabs.getByRole('link', { name: /^Требуют обработки/ });
  const incoming = tabs.getByRole('link', { name: /^Входящие/ });
  await expect(tab).toContainText(/\d/);
  const [waiting, all] = [await numberIn(tab), await numberIn(incoming)];
  await tab.click();
  await expect(page).toHaveURL(/\?waitingForMe=true$/);
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText(`найдено: ${waiting}`)).toBeVisible();
  await expect(tab).toContainText(String(waiting));
  await expect(incoming).toContainText(String(all));
  await incoming.click();
  await expect(page).toHaveURL(/\?direction=INCOMING$/);
});

test('columns are chosen, remembered and fit the screen', async ({ enter }) => {
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING');
  const columns = page.getByRole('table').getByRole('columnheader');
  for (const name of ['Изменён', 'Дата документа', 'Срок практики']) {
    await page.getByRole('button', { name: 'Вид таблицы' }).click();
    await page.getByRole('menuitemcheckbox', { name }).click();
    await expect(columns.filter({ hasText: name })).toBeVisible();
  }
  await expectAccessible(page, 'the registry with all columns');
  const table = page.getByRole('table');
  const spare = await table.evaluate(({ parentElement: box }) => box!.clientWidth - box!.scrollWidth);
  expect(spare).toBeGreaterThanOrEqual(0);
  await page.getByRole('button', { name: 'Вид таблицы' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Партнёр' }).click();
  await page.reload();
  await expect(columns.filter({ hasText: 'Срок практики' })).toBeVisible();
  await expect(columns.filter({ hasText: 'Партнёр' })).toHaveCount(0);
});
