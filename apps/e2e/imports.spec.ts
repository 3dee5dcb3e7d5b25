import { randomUUID } from 'node:crypto';
import { expectAccessible } from './support/accessibility.js';
import { expect, test } from './support/test.js';

const EMPLOYER = { email: 'hr@vector.example' };
const MODERATOR = { email: 'moderator@praktika.example' };

const HEADINGS = 'Тип заявки;Область;Профессия;Регион;Мест;Начало;Окончание;Контактное лицо;Телефон';

const place = (profession: string, seats: string) =>
  `Проведение практики;06;${profession};Москва;${seats};01.09.2027;30.11.2027;Иванова Анна;+7 495 000-00-00`;

const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([...lines, ''].join('\r\n'), 'utf8'),
});

test('places out of a table: checked first, each error by row and column, then imported as drafts', async ({
  enter,
}) => {
  const hr = await enter(EMPLOYER);
  const mark = randomUUID().slice(0, 8);
  await hr.goto('/marketplace/my/import');
  await expect(hr.getByRole('heading', { level: 1, name: 'Импорт мест' })).toBeVisible();
  const [download] = await Promise.all([
    hr.waitForEvent('download'),
    hr.getByRole('link', { name: 'Шаблон CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Импорт мест.csv');
  await hr.getByRole('button', { name: 'Проверить' }).click();
  await expect(hr.getByText('Выберите таблицу.')).toBeVisible();
  await expectAccessible(hr, 'import of places');

  await test.step('a dry run names the row, the column, and what to correct', async () => {
    const table = csv('места.csv', HEADINGS, place(`Программист ${mark}`, '5'), place('Инженер', 'много'));
    await hr.locator('input[type=file]').setInputFiles(table);
    await expect(hr.getByText('места.csv')).toBeVisible();
    await hr.getByRole('button', { name: 'Проверить' }).click();
    await expect(hr.getByText('Без ошибок 1 из 2, с ошибками 1')).toBeVisible();
    const row = hr.getByRole('row', { name: /Инженер/ });
    await expect(row).toContainText('Мест');
    await expect(row).toContainText('Ожидается целое число от 1 до 10000.');
    await expectAccessible(hr, 'an import that has been checked');
    await hr.reload();
    await expect(hr.getByText('Без ошибок 1 из 2, с ошибками 1')).toBeVisible();
  });

  await test.step('the rows without errors are imported', async () => {
    await hr.getByRole('button', { name: 'Импортировать строк: 1' }).click();
    await expect(hr.getByText('Импортировано 1 из 2, с ошибками 1')).toBeVisible();
    await expect(hr.getByRole('link', { name: 'К моим заявкам' })).toBeVisible();
    await expectAccessible(hr, 'an import that is done');
    const own = await hr.request.get('/api/v1/listings/own?limit=100');
    expect(((await own.json()) as { items: { title: string; status: string }[] }).items).toContainEqual(
      expect.objectContaining({ title: `Программист ${mark}`, status: 'DRAFT' }),
    );
    await hr.goto('/operations');
    await expect(hr.getByRole('heading', { name: 'Импорт мест' }).first()).toBeVisible();
  });
});

test('the moderator imports professions, and is told of a table with other columns', async ({ enter }) => {
  const moderator = await enter(MODERATOR);
  const name = `Наладчик линий ${randomUUID().slice(0, 8)}`;
  await moderator.goto('/moderation/professions');
  await moderator.getByRole('link', { name: 'Импорт из таблицы' }).click();
  await expect(moderator.getByRole('heading', { level: 1, name: 'Импорт профессий' })).toBeVisible();
  const choose = (...lines: readonly string[]) =>
    moderator.locator('input[type=file]').setInputFiles(csv('профессии.csv', ...lines));
  const check = () => moderator.getByRole('button', { name: 'Проверить', exact: true }).click();

  await choose('Профессия;Премия', `${name};1`);
  await check();
  await expect(moderator.getByText('Строка 1: столбца «Премия» в шаблоне нет, удалите его.')).toBeVisible();
  await expectAccessible(moderator, 'a table that was refused');
  await moderator.getByRole('button', { name: 'Проверить другую таблицу' }).click();
  await choose('Профессия;Область;Коды ФГОС', `${name};40;15.01.33`);
  await check();
  await moderator.getByRole('button', { name: 'Импортировать строк: 1' }).click();
  await expect(moderator.getByText('Импортировано строк: 1')).toBeVisible();
  await moderator.getByRole('link', { name: 'К справочнику' }).click();
  await moderator.getByRole('searchbox').fill(name);
  await expect(moderator.getByRole('row', { name: new RegExp(name) })).toBeVisible();
});

test('C-22: the moderator imports specialties from a table of codes and names', async ({ enter }) => {
  const moderator = await enter(MODERATOR);
  const name = `Проверка таблиц ${randomUUID().slice(0, 8)}`;
  await moderator.goto('/moderation/specialties');
  await moderator.getByRole('link', { name: 'Импорт из таблицы' }).click();
  await expect(moderator.getByRole('heading', { level: 1, name: 'Импорт специальностей' })).toBeVisible();
  await moderator
    .locator('input[type=file]')
    .setInputFiles(csv('специальности.csv', 'Код;Название', `09.03.96;${name}`, '9.3;Без кода'));
  await moderator.getByRole('button', { name: 'Проверить', exact: true }).click();
  await expect(moderator.getByText('«9.3»: ожидается код специальности вида 09.03.04.')).toBeVisible();
  await moderator.getByRole('button', { name: 'Импортировать строк: 1' }).click();
  await expect(moderator.getByText('Импортировано 1 из 2, с ошибками 1')).toBeVisible();
  await moderator.getByRole('link', { name: 'К справочнику' }).click();
  await moderator.getByRole('searchbox').fill(name);
  await expect(moderator.getByRole('row', { name: new RegExp(name) })).toBeVisible();
});
