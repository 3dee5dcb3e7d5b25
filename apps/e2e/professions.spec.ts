import { randomUUID } from 'node:crypto';
import { expectAccessible } from './support/accessibility.js';
import { expect, test } from './support/test.js';

const EMPLOYER = { email: 'hr@vector.example' };
const MODERATOR = { email: 'moderator@praktika.example' };
const AREA = 'Связь, информационные и коммуникационные технологии';

test('E14.0d, E14.0e, E14.3.1, E14.3.5, E14.3.6, E14.3.7, E14.3.8, E14.3.10, E14.3.14, E14.4.1, C-21: from «Вы можете предложить новую» through a rejection to the directory', async ({
  enter,
}) => {
  const [hr, moderator] = [await enter(EMPLOYER), await enter(MODERATOR)];
  const name = `Инженер тестовых стендов ${randomUUID().slice(0, 8)}`;

  await test.step('the employer proposes a profession, as a draft first', async () => {
    await hr.goto('/marketplace/proposals');
    await expect(hr.getByRole('link', { name: 'Справочник профессий' })).toBeVisible();
    await expectAccessible(hr, 'list of proposals');
    await hr.getByRole('link', { name: 'Вы можете предложить новую' }).click();
    await expect(hr.getByRole('heading', { level: 1, name: 'Предложить новую профессию' })).toBeVisible();
    await hr.getByRole('button', { name: 'Отправить предложение' }).click();
    await expect(hr.getByRole('alert').getByRole('link')).toHaveCount(2);
    await hr.getByLabel('Название профессии').fill(name);
    await hr.getByLabel('ФГОС').fill('09.03.04');
    await hr.getByRole('option', { name: /09\.03\.04/ }).click();
    await hr.getByLabel('Описание').fill('Собирает и проверяет стенды.');
    await expectAccessible(hr, 'form of a proposal');
    await hr.getByRole('button', { name: 'Сохранить как черновик' }).click();
    await expect(hr.getByRole('main').getByText('Черновик', { exact: true })).toBeVisible();
    await expect(hr.getByRole('button', { name: 'Отправить предложение' })).toBeDisabled();
    await hr.getByRole('button', { name: 'Редактировать' }).click();
    await hr.getByLabel('Область профессиональной деятельности').click();
    await hr.getByRole('option', { name: AREA }).click();
    await hr.getByRole('button', { name: 'Отправить предложение' }).click();
    await expect(hr.getByRole('main').getByText('Ожидает модерации', { exact: true }).first()).toBeVisible();
    await hr.reload();
    await expect(hr.getByRole('heading', { level: 1, name })).toBeVisible();
    await expectAccessible(hr, 'card of a proposal');
  });

  await test.step('the moderator is told, and rejects it with a reason', async () => {
    await moderator.goto('/notifications');
    await expect(moderator.getByText(name)).toBeVisible();
    await moderator.goto('/moderation/proposals');
    await expect(moderator.getByRole('tab', { name: /Ожидает модерации \(\d+\)/ })).toBeVisible();
    await expectAccessible(moderator, 'the moderator’s queue');
    await moderator.getByRole('searchbox').fill(name);
    await expect(moderator).toHaveURL(/q=/);
    await moderator.getByRole('link', { name }).click();
    await expect(moderator.getByRole('heading', { level: 1, name })).toBeVisible();
    await expectAccessible(moderator, 'a proposal before the moderator');
    await moderator.getByRole('button', { name: 'Отклонить', exact: true }).click();
    const dialog = moderator.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Отклонить', exact: true }).click();
    await expect(dialog.getByText('Укажите причину.')).toBeVisible();
    await expectAccessible(moderator, 'window «Отклонение предложения»');
    await dialog.getByRole('textbox').fill('Опишите обязанности.');
    await dialog.getByRole('button', { name: 'Отклонить', exact: true }).click();
    await expect(moderator.getByRole('main').getByText('Отклонена', { exact: true }).first()).toBeVisible();
  });

  await test.step('the author is told, corrects it and sends it again', async () => {
    await hr.goto('/notifications');
    await hr.getByRole('link', { name: 'Предложенная профессия отклонена' }).first().click();
    await expect(hr.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(hr.getByRole('main').getByText('Опишите обязанности.').first()).toBeVisible();
    await hr.getByRole('button', { name: 'Исправить' }).click();
    await hr.getByRole('dialog').getByRole('button', { name: 'Исправить' }).click();
    await hr.getByLabel('Обязанности').fill('Готовит стенд и ведёт журнал испытаний.');
    await hr.getByRole('button', { name: 'Отправить предложение' }).click();
    await expect(hr.getByRole('main').getByText('Ожидает модерации', { exact: true }).first()).toBeVisible();
  });

  await test.step('the moderator corrects the name and approves', async () => {
    await moderator.goto(`/moderation/proposals?q=${encodeURIComponent(name)}`);
    await moderator.getByRole('link', { name }).click();
    await moderator.getByRole('button', { name: 'Одобрить', exact: true }).click();
    const dialog = moderator.getByRole('dialog');
    await dialog.getByLabel('Название профессии').fill(`${name} (САПР)`);
    await expectAccessible(moderator, 'window «Одобрение профессии»');
    await dialog.getByRole('button', { name: 'Одобрить', exact: true }).click();
    await expect(moderator.getByRole('main').getByText('Одобрена', { exact: true }).first()).toBeVisible();
  });

  await test.step('E14.4.2, E14.4.4a, E14.4.5, E14.4.7, E14.4.8: it is in the directory, and the author told', async () => {
    await hr.goto('/notifications');
    await expect(hr.getByText('Предложенная профессия одобрена').first()).toBeVisible();
    await hr.goto('/professions');
    await expect(hr.getByRole('table')).toBeVisible();
    await expectAccessible(hr, 'directory of professions');
    await hr.getByLabel('Поиск по профессии или ФГОС').fill(name);
    const row = hr.getByRole('row', { name: new RegExp(`${name} \\(САПР\\)`) });
    await expect(row.getByRole('link', { name: '0 заявок от образовательных организаций' })).toHaveAttribute(
      'href',
      /\/marketplace\/requests\?areaCode=06&professionId=/,
    );
    await expect(row.getByRole('link', { name: /^Разместить заявку по профессии/ })).toHaveAttribute(
      'href',
      /\/marketplace\/my\/new\?professionId=/,
    );
    await row.getByRole('link', { name: `${name} (САПР)`, exact: true }).click();
    await expect(hr.getByText('Готовит стенд и ведёт журнал испытаний.')).toBeVisible();
    await expect(
      hr.getByRole('main').getByRole('link', { name: 'Разместить заявку по профессии' }),
    ).toBeVisible();
    await expectAccessible(hr, 'page of a profession');
  });
});

test('E14.3.9, E14.3.15, E14.3.16: a proposal is given up in its form, or recalled, then deleted and gone from the tab', async ({
  enter,
}) => {
  const hr = await enter(EMPLOYER);
  const name = `Отозванная профессия ${randomUUID().slice(0, 8)}`;
  await hr.goto('/marketplace/proposals/new');
  await hr.getByLabel('Название профессии').fill(`${name}, передумали`);
  hr.once('dialog', (question) => void question.accept());
  await hr.getByRole('main').getByText('Отменить', { exact: true }).click();
  await expect(hr).toHaveURL(/\/marketplace\/proposals$/);
  await expect(hr.getByRole('link', { name })).toHaveCount(0);
  await hr.goto('/marketplace/proposals/new');
  await hr.getByLabel('Название профессии').fill(name);
  await hr.getByLabel('Область профессиональной деятельности').click();
  await hr.getByRole('option', { name: AREA }).click();
  await hr.getByRole('button', { name: 'Отправить предложение' }).click();
  for (const action of ['Отозвать', 'Удалить']) {
    await hr.getByRole('button', { name: action }).click();
    await hr.getByRole('dialog').getByRole('button', { name: action }).click();
    if (action === 'Отозвать') {
      await expect(hr.getByRole('main').getByText('Черновик', { exact: true })).toBeVisible();
    }
  }
  await expect(hr).toHaveURL(/\/marketplace\/proposals$/);
  await expect(hr.getByRole('link', { name })).toHaveCount(0);
});

test('E14.3.2, E14.3.4: without proposals the tab says so in the manual’s words, the button under the filters', async ({
  enter,
}) => {
  const hr = await enter(EMPLOYER);
  await hr.route(/\/api\/v1\/profession-proposals(\?|$)/, (route) =>
    route.fulfill({ json: { items: [], nextCursor: null } }),
  );
  await hr.goto('/marketplace/proposals');
  const text = 'У вас пока нет предложенных профессий. Вы можете добавить новую';
  await expect(hr.getByText(text, { exact: true })).toBeVisible();
  const [filters, button] = [
    await hr.getByRole('form', { name: 'Фильтры' }).boundingBox(),
    await hr.getByRole('link', { name: 'Вы можете предложить новую' }).boundingBox(),
  ];
  expect(button!.y).toBeGreaterThan(filters!.y + filters!.height - 1);
  expect(button!.x).toBeCloseTo(filters!.x, 0);
  await expectAccessible(hr, 'no proposals');
});

test('C-22: the moderator keeps professions, specialties and areas', async ({ enter }) => {
  const moderator = await enter(MODERATOR);
  const name = `Профессия справочника ${randomUUID().slice(0, 8)}`;
  await moderator.goto('/moderation/professions');
  await expect(moderator.getByRole('table')).toBeVisible();
  await expectAccessible(moderator, 'editor of professions');
  await moderator.getByRole('button', { name: 'Добавить' }).click();
  const dialog = moderator.getByRole('dialog');
  await dialog.getByLabel('Название профессии').fill(name);
  await dialog.getByLabel('Область профессиональной деятельности').click();
  await moderator.getByRole('option', { name: AREA }).click();
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  await moderator.getByRole('searchbox').fill(name);
  await moderator.getByRole('button', { name: `Изменить: ${name}` }).click();
  await dialog.getByLabel('Исключить из справочника').check();
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(moderator.getByText('Ничего не найдено')).toBeVisible();

  // the lists look alike: what is sought in one must not be typed in the one that is being left
  await moderator.getByRole('link', { name: 'Специальности' }).click();
  await expect(moderator.getByRole('table', { name: 'Специальности' })).toBeVisible();
  await moderator.getByRole('searchbox').fill('09.03.04');
  await moderator.getByRole('button', { name: 'Изменить: Программная инженерия' }).click();
  await expect(dialog.getByText('Код 09.03.04 не меняется.')).toBeVisible();
  await expectAccessible(moderator, 'window of a specialty');
  await dialog.getByRole('button', { name: 'Отмена' }).click();

  await moderator.getByRole('link', { name: 'Области профессиональной деятельности' }).click();
  await expect(moderator.getByRole('table', { name: 'Области профессиональной деятельности' })).toBeVisible();
  await expectAccessible(moderator, 'editor of areas');
});
