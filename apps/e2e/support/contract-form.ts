import { expect, type Locator, type Page } from '@playwright/test';

/** What the practice office types into the draft form. */
export interface ContractInput {
  readonly partner: string;
  readonly number: string;
  readonly file: { readonly name: string; readonly content: Buffer };
}

/** Fills every required field of the form and attaches the file; waits until the server has all of it. */
export async function fillContract(page: Page, { partner, number, file }: ContractInput): Promise<void> {
  await choose(page.getByLabel('Партнёр', { exact: true }), partner);
  await page.getByLabel('Номер', { exact: true }).fill(number);
  await page.getByLabel('Дата', { exact: true }).fill('01.12.2026');
  await page.getByLabel('Действует с', { exact: true }).fill('01.02.2027');
  await page.getByLabel('Действует по', { exact: true }).fill('30.06.2027');
  await fillProgramme(page);
  await page.getByLabel('Помещение', { exact: true }).fill('Учебный класс № 3');
  await page.getByLabel('Адрес', { exact: true }).fill('г. Запольск, ул. Заводская, д. 5');
  await fillSupervisor(page.getByRole('group', { name: 'От образовательной организации' }));
  await pick(page, 'Шкала оценки', 'Пятибалльная');
  await pick(page, 'Отчёт о практике', 'На портале');
  await page.getByLabel('Отчёт должен быть подписан').check();
  await page.getByLabel('Что нужно от работодателя').fill('Рабочее место с компьютером');
  await page.getByLabel('Что нужно от студента').fill('Паспорт и медицинская справка');
  await attachMainFile(page, file);
  await expect(page.getByText(/^Сохранено в \d\d:\d\d$/)).toBeVisible();
}

/** Chooses the file that will be signed, or replaces it. */
export async function attachMainFile(page: Page, { name, content }: ContractInput['file']): Promise<void> {
  await chooseMainFile(page, { name, content });
  await expect(page.getByRole('button', { name: `Убрать ${name}` })).toBeVisible();
  await expect(page.getByRole('progressbar', { name })).toHaveCount(0);
}

/** Chooses the file and does not wait until the server has it. */
export async function chooseMainFile(page: Page, { name, content }: ContractInput['file']): Promise<void> {
  const input = page.getByLabel('Основной файл договора').and(page.locator('input'));
  await input.setInputFiles({ name, mimeType: 'application/pdf', buffer: content });
}

async function fillProgramme(page: Page): Promise<void> {
  await choose(page.getByLabel('Специальность', { exact: true }), '09.03.04');
  await expect(page.getByLabel('Название специальности')).toHaveValue('Программная инженерия');
  await page.getByLabel('Курс', { exact: true }).fill('3');
  await page.getByLabel('Группа', { exact: true }).fill('ПИ-31');
  await pick(page, 'Вид практики', 'Производственная');
  await page.getByLabel('Количество мест', { exact: true }).fill('5');
  await page.getByLabel('Начало практики', { exact: true }).fill('08.02.2027');
  await page.getByLabel('Окончание практики', { exact: true }).fill('07.03.2027');
}

async function fillSupervisor(group: Locator): Promise<void> {
  await group.getByLabel('Фамилия, имя, отчество').fill('Орлова Ирина Сергеевна');
  await group.getByLabel('Должность').fill('Руководитель отдела практик');
  await group.getByLabel('Телефон').fill('+7 800 000-00-01');
  await group.getByLabel('E-mail').fill('orlova@szgu.example');
}

/** A choice the server searches for while one types. */
async function choose(box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await box.page().getByRole('option').filter({ hasText: text }).first().click();
}

/** One of a few. */
async function pick(page: Page, label: string, choice: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: choice }).click();
}
