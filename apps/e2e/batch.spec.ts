import { expectAccessible } from './support/accessibility.js';
import { unpack } from './support/bundle.js';
import { contractOnApproval, contractOnSigning } from './support/contracts.js';
import { people } from './support/people.js';
import { chooseKey } from './support/steps.js';
import { expect, test } from './support/test.js';
import type { Locator, Page } from '@playwright/test';

test('many drafts are approved at once, and one that was withdrawn meanwhile says so', async ({
  enter,
  desk,
}) => {
  const office = await desk(people.office);
  const drafts = [
    await contractOnApproval(office),
    await contractOnApproval(office),
    await contractOnApproval(office),
  ];
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING&status=ON_APPROVAL');
  for (const { title } of drafts) await tick(page, title);

  const bar = page.getByRole('region', { name: 'Выбранные документы' });
  await expect(bar).toContainText('Выбрано 3');
  await expectAccessible(page, 'the registry with chosen documents');
  await bar.getByRole('button', { name: 'Согласовать проект (3)' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Будет выполнено для 3 документов.');
  await expectAccessible(page, 'the window of a batch of approvals');
  await office.act(drafts[1]!.id, 'withdraw');
  await dialog.getByRole('button', { name: 'Согласовать проект (3)' }).click();
  await expect(dialog).toContainText('Выполнено 2 из 3, не выполнено 1');
  await expect(dialog.getByRole('listitem').filter({ hasText: drafts[1]!.title })).toContainText('Отозван');
  await expectAccessible(page, 'the outcome of a batch');
  // what was withdrawn offers the action no more
  await expect(dialog.getByRole('button', { name: /^Повторить/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('body')).not.toBeFocused();
  expect((await office.card(drafts[2]!.id)).status).toBe('PROJECT_APPROVED');

  await page.goto('/operations');
  await expect(page.getByRole('heading', { level: 1, name: 'Операции' })).toBeVisible();
  await page.getByRole('button', { name: 'Результат' }).first().click();
  await expect(page.getByRole('link', { name: drafts[1]!.title })).toBeVisible();
  await expectAccessible(page, '«Операции»');
});

test('many drafts are rejected with one reason', async ({ enter, desk }) => {
  const office = await desk(people.office);
  const drafts = [await contractOnApproval(office), await contractOnApproval(office)];
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING&status=ON_APPROVAL');
  for (const { title } of drafts) await tick(page, title);
  await page.getByRole('button', { name: 'Отклонить (2)' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Отклонить (2)' }).click();
  await expect(dialog).toContainText('Укажите причину');
  await dialog.getByLabel('Причина, общая для всех документов').fill('В эти сроки мест нет.');
  await dialog.getByRole('button', { name: 'Отклонить (2)' }).click();
  await expect(dialog).toContainText('Выполнено 2 из 2.');
  expect((await office.card(drafts[0]!.id)).status).toBe('PROJECT_REJECTED');
});

test('many contracts are signed with one password, the key never leaves the browser', async ({
  enter,
  desk,
}) => {
  const office = await desk(people.office);
  const contracts = [
    await contractOnSigning(office),
    await contractOnSigning(office),
    await contractOnSigning(office),
  ];
  const page = await enter(people.head);
  await page.goto('/documents?direction=INCOMING&status=ON_SIGNING');
  for (const { title } of contracts) await tick(page, title);
  await page.getByRole('button', { name: 'Подписать (3)' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Будет выполнено для 3 документов.');
  await chooseKey(dialog, people.head);
  await expectAccessible(page, 'the window of a batch of signatures');
  await dialog.getByRole('button', { name: 'Подписать (3)' }).click();
  await expect(dialog).toContainText('Выполнено 3 из 3.', { timeout: 30_000 });
  for (const { id } of contracts) expect((await office.card(id)).status).toBe('SIGNED_BY_RECIPIENT');
});

test('a contract withdrawn before it was signed is counted, says why and leads to its card', async ({
  enter,
  desk,
}) => {
  const office = await desk(people.office);
  const contracts = [await contractOnSigning(office), await contractOnSigning(office)];
  const page = await enter(people.head);
  await page.goto('/documents?direction=INCOMING&status=ON_SIGNING');
  for (const { title } of contracts) await tick(page, title);
  await page.getByRole('button', { name: 'Подписать (2)' }).click();
  const dialog = page.getByRole('dialog');
  await chooseKey(dialog, people.head);
  await office.act(contracts[1]!.id, 'withdraw', { reason: 'Ошибка в тексте.' });
  await dialog.getByRole('button', { name: 'Подписать (2)' }).click();
  await expect(dialog).toContainText('Выполнено 1 из 2, не выполнено 1', { timeout: 30_000 });
  await expect(dialog).toContainText('документ в статусе «Отозван»');
  await expect(dialog.getByRole('link', { name: contracts[1]!.title })).toBeVisible();
  await expectAccessible(page, 'the outcome of a batch of signatures');
});

test('chosen documents are downloaded as one archive, and the list as a table', async ({ enter, desk }) => {
  const office = await desk(people.office);
  const contracts = [await contractOnSigning(office), await contractOnSigning(office)];
  const page = await enter(people.head);
  await page.goto('/documents?direction=INCOMING&status=ON_SIGNING');
  for (const { title } of contracts) await tick(page, title);
  await page.getByRole('button', { name: 'Ещё действия с выбранными документами' }).click();
  await page.getByRole('menuitem', { name: 'Скачать архивом (2)' }).click();
  const archive = await unpack(await downloaded(page, page.getByRole('dialog')));
  expect(archive.names.filter((name) => name.endsWith('.pdf'))).toHaveLength(2);
  await archive.remove();
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).last().click();

  await page.getByRole('button', { name: 'Выгрузить' }).click();
  await page.getByRole('menuitem', { name: 'Таблица Excel (.xlsx)' }).click();
  const table = await unpack(await downloaded(page, page.getByRole('dialog')));
  expect(table.names).toContain('xl/worksheets/sheet1.xml');
  await table.remove();
});

async function tick(page: Page, title: string): Promise<void> {
  await page.getByRole('checkbox', { name: `Выбрать ${title}` }).check();
}

async function downloaded(page: Page, dialog: Locator): Promise<string> {
  const link = dialog.getByRole('link', { name: /^Скачать/ });
  await expect(link).toBeVisible({ timeout: 30_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return download.path();
}
