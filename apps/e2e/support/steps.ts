import { expect, type Locator, type Page } from '@playwright/test';
import { containerPath } from './instance.js';
import { PASSWORD, type Person } from './people.js';

/** Signs in through the form, choosing in «Войти как» when the person works for several. */
export async function signInByForm(page: Page, { email, organization }: Person): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Электронная почта').fill(email);
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Войти', exact: true }).click();
  if (organization) await page.getByRole('button', { name: organization }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Сегодня' })).toBeVisible();
}

/** The panel that says what comes next. */
export const nextStep = (page: Page): Locator => page.getByRole('region', { name: 'Следующий шаг' });

/** The document's status beside its heading. */
export async function expectStatus(page: Page, label: string): Promise<void> {
  await expect(statusOf(page).getByText(label, { exact: true })).toBeVisible();
}

const statusOf = (page: Page) => page.getByRole('heading', { level: 1 }).locator('xpath=..');

/** Presses a button of the card and answers the window it opens. */
export async function press(page: Page, button: string): Promise<Locator> {
  await nextStep(page).getByRole('button', { name: button, exact: true }).click();
  return page.getByRole('dialog');
}

/** Presses a button that asks for a reason, gives it and confirms. */
export async function pressWithReason(page: Page, button: string, reason: string): Promise<void> {
  const dialog = await press(page, button);
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Presses a button whose window asks for nothing but the press itself. */
export async function pressPlain(page: Page, button: string): Promise<void> {
  const dialog = await press(page, button);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Opens the window of signing, chooses the person's container and opens it with the password. */
export async function openKey(
  page: Page,
  { email }: Person,
  { password = PASSWORD, title = 'Подпись документа' } = {},
): Promise<Locator> {
  const dialog = await press(page, 'Подписать');
  await expect(dialog.getByRole('heading', { name: title })).toBeVisible();
  await chooseKey(dialog, { email }, password);
  return dialog;
}

/** Chooses the person's key file in a window of signing and opens it. */
export async function chooseKey(
  dialog: Locator,
  { email }: Pick<Person, 'email'>,
  password = PASSWORD,
): Promise<void> {
  await dialog.getByLabel('Файл ключа (.p12 или .pfx)').setInputFiles(containerPath(email));
  await dialog.getByLabel('Пароль к файлу ключа').fill(password);
  await dialog.getByRole('button', { name: 'Открыть сертификат' }).click();
}

/** Signs the open document from choosing the key to closing the window. */
export async function signDocument(page: Page, person: Person, title?: string): Promise<void> {
  const dialog = await openKey(page, person, { title });
  await dialog.getByRole('button', { name: 'Подписать', exact: true }).click();
  await expect(dialog.getByText('Документ подписан', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
  await expect(dialog).toBeHidden();
}
