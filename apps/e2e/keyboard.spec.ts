import type { Locator, Page } from '@playwright/test';
import { contractOnApproval } from './support/contracts.js';
import { people } from './support/people.js';
import { expectStatus, nextStep } from './support/steps.js';
import { expect, test } from './support/test.js';

const FARTHEST = 80;

test('from the registry to an approved project with the keyboard alone', async ({ enter, desk }) => {
  const { title } = await contractOnApproval(await desk(people.office));
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING&status=ON_APPROVAL');
  const link = page.getByRole('link', { name: title });
  await expect(link).toBeVisible();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  await tabTo(page, nextStep(page).getByRole('button', { name: 'Согласовать проект' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(nextStep(page).getByRole('button', { name: 'Согласовать проект' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByLabel('Количество вакантных мест'));
  await page.keyboard.type('7');
  await tabTo(page, dialog.getByRole('button', { name: 'Подтвердить', exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expectStatus(page, 'Проект согласован');
  await expect(page.getByRole('region', { name: 'Стороны' })).toContainText('7');
});

test('J and K go through the registry in any layout, Enter opens, ? tells of the keys and turns them off', async ({
  enter,
}) => {
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING');
  const links = page.getByRole('table').getByRole('rowheader').getByRole('link');
  await expect(links.first()).toBeVisible();
  await page.keyboard.press('KeyJ');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyK');
  await expect(links.nth(1)).toBeFocused();
  const title = await links.nth(1).textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title?.trim() ?? '' })).toBeVisible();

  await page.goBack();
  await expect(links.first()).toBeVisible();
  await expect(page.getByRole('link', { name: title?.trim() ?? '', exact: true })).toBeFocused();
  await page.getByRole('searchbox').fill('jk');
  await expect(page.getByRole('searchbox')).toHaveValue('jk');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Быстрые клавиши реестра' });
  await expect(help).toBeVisible();
  await help.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('KeyJ');
  await expect(links.nth(0)).not.toBeFocused();
});

/** Presses Tab until the target has the focus; every stop on the way must show where the focus is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, `reached by ${FARTHEST} presses of Tab`).toBeFocused();
}
