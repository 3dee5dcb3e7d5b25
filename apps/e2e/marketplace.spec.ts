import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.js';
import { CONTACTS, dayAhead, publishedListing, typed } from './support/listings.js';
import { people } from './support/people.js';
import { expect, test } from './support/test.js';

const EMPLOYER = { email: 'hr@vector.example' };
const PLATFORM = 'Платформа для сотрудничества по практикам и стажировкам';
const NOT_FOUND = 'Не найдено: удалено или принадлежит другой организации.';
const AREA = 'Связь, информационные и коммуникационные технологии';

const unique = (words: string) => `${words} ${randomUUID().slice(0, 8)}`;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const status = (page: Page, words: string) =>
  heading(page, /./).locator('xpath=..').getByText(words, { exact: true });

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Presses a button of the card and answers its question. */
async function confirm(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
}

test('E14.nav, E14.0a, E14.0c, E14.2.1, E14.2.7, E14.2.8a, E14.2.8b, E14.2.9, E14.2.10, E14.2.12, E14.2.13, E14.2.15, E14.2.16, C-19: from a draft nobody else sees to a published place that becomes a partnership', async ({
  enter,
  visit,
}) => {
  test.setTimeout(240_000);
  const hr = await enter(EMPLOYER);
  const [office, student, anyone] = [await enter(people.office), await enter(people.student), await visit()];
  const profession = unique('Инженер испытаний');
  let path = '';

  await test.step('the employer comes from the menu and saves a draft', async () => {
    await hr.goto('/');
    await hr
      .getByRole('navigation', { name: 'Меню' })
      .getByRole('link', { name: 'Заявки на практику' })
      .click();
    await expect(heading(hr, PLATFORM)).toBeVisible();
    const tabs = hr.getByRole('navigation', { name: 'Заявки на практику' });
    await expect(tabs.getByRole('link')).toHaveText([
      'Заявки от обр. организаций',
      'Мои заявки',
      'Предложенные профессии',
      'Справочник профессий',
    ]);
    await tabs.getByRole('link', { name: 'Мои заявки' }).click();
    await hr.getByRole('link', { name: 'Разместить заявку' }).first().click();
    await hr.getByRole('button', { name: 'Опубликовать' }).click();
    await expect(hr.getByRole('alert').getByRole('link')).toHaveCount(7);
    await expectAccessible(hr, 'form of a listing with its errors');
    await hr.getByRole('combobox', { name: 'Профессия' }).fill(profession);
    await hr.getByRole('option', { name: profession }).click();
    await choose(hr, 'Тип заявки', 'Проведение практики');
    await hr.getByRole('button', { name: 'Сохранить как черновик' }).click();
    await expect(heading(hr, profession)).toBeVisible();
    await expect(status(hr, 'Черновик')).toBeVisible();
    await expect(hr.getByRole('button', { name: 'Опубликовать' })).toBeDisabled();
    // a notice that is on its way out is no part of the screen
    await hr.reload();
    await expect(status(hr, 'Черновик')).toBeVisible();
    path = new URL(hr.url()).pathname.replace('/marketplace/my/', '');
    await expectAccessible(hr, 'own listing, a draft');
  });

  await test.step('nobody else sees the draft', async () => {
    for (const page of [office, student]) {
      await page.goto(`/marketplace/requests/${path}`);
      await expect(page.getByText(NOT_FOUND)).toBeVisible();
    }
    await anyone.goto(`/places/${path}`);
    await expect(anyone.getByText(NOT_FOUND)).toBeVisible();
    await student.goto(`/marketplace/requests?q=${encodeURIComponent(profession)}`);
    await expect(student.getByText('По этим условиям заявок нет')).toBeVisible();
  });

  await test.step('the employer fills in the rest and publishes', async () => {
    await hr.getByRole('button', { name: 'Редактировать' }).click();
    await choose(hr, 'Область профессиональной деятельности', AREA);
    await choose(hr, 'Регион прохождения практики', 'Москва');
    await choose(hr, 'Уровень образования', 'Бакалавриат');
    await hr.getByLabel('Количество мест').fill('12');
    await hr.getByLabel('Начало').fill(typed(dayAhead(60)));
    await hr.getByLabel('Окончание').fill(typed(dayAhead(90)));
    await hr.getByLabel('Телефон').fill(CONTACTS.phone);
    await hr.getByRole('button', { name: 'Опубликовать' }).click();
    await expect(status(hr, 'Опубликована')).toBeVisible();
    await expect(hr.getByRole('button', { name: 'Редактировать' })).toHaveCount(0);
    await expect(hr.getByRole('button', { name: 'Удалить' })).toHaveCount(0);
  });

  await test.step('anybody sees the place, without contacts', async () => {
    await anyone.goto('/welcome');
    await anyone.getByRole('link', { name: 'Места от работодателей' }).click();
    await expect(heading(anyone, PLATFORM)).toBeVisible();
    await anyone.getByRole('searchbox').fill(profession);
    await expect(anyone.getByText('Найдено: 1', { exact: true })).toBeVisible();
    await expectAccessible(anyone, 'public list of places');
    await anyone.getByRole('link', { name: profession }).click();
    await expect(heading(anyone, profession)).toBeVisible();
    await expect(anyone.getByRole('link', { name: 'Войдите, чтобы увидеть контакты' })).toBeVisible();
    await expect(anyone.getByText(CONTACTS.phone)).toHaveCount(0);
    await expectAccessible(anyone, 'public card of a place');
  });

  await test.step('a student sees it and its contacts, and cannot respond', async () => {
    await student.goto('/');
    await student
      .getByRole('navigation', { name: 'Меню' })
      .getByRole('link', { name: 'Заявки на практику' })
      .click();
    await student.getByRole('searchbox').fill(profession);
    const card = student.getByRole('article', { name: profession });
    await card.getByRole('button', { name: /^Показать контакты/ }).click();
    await expect(card.getByText(CONTACTS.phone)).toBeVisible();
    await expect(student.getByText('Откликнуться на заявку')).toHaveCount(0);
    await expectAccessible(student, 'places as a student sees them');
  });

  await test.step('the university responds', async () => {
    await office.goto(`/marketplace/requests?q=${encodeURIComponent(profession)}`);
    await office.getByRole('link', { name: /^Откликнуться на заявку/ }).click();
    await expect(heading(office, 'Отклик на заявку')).toBeVisible();
    await expect(office.getByLabel('Количество мест')).toHaveValue('12');
    await office.getByLabel('Контактное лицо').clear();
    await office.getByRole('button', { name: 'Отправить', exact: true }).click();
    await expect(office.getByRole('alert').getByRole('link')).toHaveCount(1);
    await expectAccessible(office, 'form of a response');
    await office.getByLabel('Контактное лицо').fill('Соколова Анна Викторовна');
    await office.getByLabel('Количество мест').fill('5');
    await office.getByRole('textbox', { name: 'Сообщение' }).fill('Группа готова приехать.');
    await office.getByRole('button', { name: 'Отправить', exact: true }).click();
    await expect(heading(office, 'Отклик отправлен')).toBeVisible();
    await expect(office.getByText('Что будет дальше')).toBeVisible();
    await expectAccessible(office, 'a response has been sent');
  });

  await test.step('the employer accepts, the two are partners and the application stands', async () => {
    await hr.reload();
    await hr.getByRole('link', { name: `Отклик на заявку «${profession}»` }).click();
    await expect(hr.getByText('Группа готова приехать.')).toBeVisible();
    await expectAccessible(hr, 'card of a response');
    await hr.getByRole('button', { name: 'Принять', exact: true }).click();
    const dialog = hr.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Принятие отклика' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Принять', exact: true }).click();
    await expect(status(hr, 'Принят')).toBeVisible();
    await expect(hr.getByRole('link', { name: /^Партнёр: / })).toBeVisible();
    await hr.getByRole('link', { name: /^Заявка на практику № / }).click();
    await expect(status(hr, 'Принята')).toBeVisible();
  });

  await test.step('the university is told', async () => {
    await office.goto('/notifications');
    await office.getByRole('listitem').filter({ hasText: profession }).getByRole('link').first().click();
    await expect(status(office, 'Принят')).toBeVisible();
  });
});

test('E14.0b, E14.1.1, E14.1.10, E14.1.11, E14.1.12a, E14.1.12b, E14.1.12c, E14.1.13, E14.1.14, C-18: the employer responds to a university’s need, which rejects it with a reason', async ({
  enter,
  desk,
}) => {
  test.setTimeout(240_000);
  const profession = unique('Аналитик данных');
  const id = await publishedListing(await desk(people.office), profession);
  const [hr, office] = [await enter(EMPLOYER), await enter(people.office)];

  await test.step('the employer opens the short card, its contacts and the full card', async () => {
    await hr.goto(`/marketplace/requests?q=${encodeURIComponent(profession)}`);
    const card = hr.getByRole('article', { name: profession });
    await expect(card.getByText(CONTACTS.phone)).toHaveCount(0);
    await card.getByRole('button', { name: /^Показать контакты/ }).click();
    await expect(card.getByText(CONTACTS.phone)).toBeVisible();
    await expectAccessible(hr, 'needs of educational organizations');
    await card.getByRole('link', { name: profession, exact: true }).click();
    await expect(heading(hr, profession)).toBeVisible();
    await expectAccessible(hr, 'full card of a listing');
  });

  await test.step('and responds with the other type', async () => {
    await hr.getByRole('link', { name: /^Откликнуться на заявку/ }).click();
    await choose(hr, 'Тип заявки', 'Проведение стажировки');
    await hr.getByLabel('Количество мест').clear();
    await hr.getByRole('button', { name: 'Отправить', exact: true }).click();
    await expect(hr.getByRole('alert').getByRole('link')).toHaveCount(1);
    await hr.getByLabel('Количество мест').fill('3');
    await hr.getByRole('button', { name: 'Отправить', exact: true }).click();
    await expect(heading(hr, 'Отклик отправлен')).toBeVisible();
    await hr.reload();
    await expect(hr.getByText('Вы уже откликнулись: отклик ждёт решения.')).toBeVisible();
  });

  await test.step('the university rejects it, and the employer reads why', async () => {
    await office.goto(`/marketplace/my/${id}`);
    await office.getByRole('link', { name: `Отклик на заявку «${profession}»` }).click();
    await office.getByRole('button', { name: 'Отклонить', exact: true }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Отклонить', exact: true }).click();
    await expect(dialog.getByText('Укажите причину.')).toBeVisible();
    await dialog.getByRole('textbox').fill('Места уже заняты.');
    await dialog.getByRole('button', { name: 'Отклонить', exact: true }).click();
    await expect(status(office, 'Отклонен')).toBeVisible();
    await hr.goto('/marketplace/responses?direction=OUTGOING');
    await hr.getByRole('link', { name: `Отклик на заявку «${profession}»` }).click();
    await expect(hr.getByText('Места уже заняты.').first()).toBeVisible();
    await hr.goto('/marketplace/responses?direction=OUTGOING');
    await expect(hr.getByRole('row', { name: new RegExp(profession) }).getByText('Отклонен')).toBeVisible();
    await expectAccessible(hr, 'list of responses');
  });
});

test('a response is taken back while it waits, the other side sees it, and another may be sent', async ({
  enter,
  desk,
}) => {
  const profession = unique('Оператор станков');
  const id = await publishedListing(await desk(people.office), profession);
  const [hr, office] = [await enter(EMPLOYER), await enter(people.office)];
  const respond = async () => {
    await hr.goto(`/marketplace/requests/${id}`);
    await hr.getByRole('link', { name: /^Откликнуться на заявку/ }).click();
    await hr.getByRole('button', { name: 'Отправить', exact: true }).click();
    await expect(heading(hr, 'Отклик отправлен')).toBeVisible();
  };

  await respond();
  await hr.goto('/marketplace/responses?direction=OUTGOING');
  await hr.getByRole('link', { name: `Отклик на заявку «${profession}»` }).click();
  await hr.getByRole('button', { name: 'Отозвать', exact: true }).click();
  await expect(hr.getByRole('dialog')).toBeVisible();
  await expectAccessible(hr, 'window «Отозвать» of a response');
  await hr.getByRole('dialog').getByRole('button', { name: 'Отозвать', exact: true }).click();
  await expect(status(hr, 'Отозван')).toBeVisible();

  await office.goto(`/marketplace/my/${id}`);
  await office.getByRole('link', { name: `Отклик на заявку «${profession}»` }).click();
  await expect(status(office, 'Отозван')).toBeVisible();
  await expect(office.getByRole('button', { name: 'Принять', exact: true })).toHaveCount(0);
  await respond();
});

test('E14.1.2, E14.1.3, E14.1.4, E14.1.5, E14.1.6, E14.1.7, E14.1.8, E14.1.9: every filter of the needs lives in the address', async ({
  enter,
  desk,
}) => {
  test.setTimeout(240_000);
  const mark = unique('Наладчик');
  const university = await desk(people.office);
  await publishedListing(university, mark);
  await publishedListing(university, mark, {
    applicationType: 'INTERNSHIP',
    regionCode: '78',
    areaCode: '07',
    level: 'MASTER',
  });
  const hr = await enter(EMPLOYER);
  await hr.goto(`/marketplace/requests?q=${encodeURIComponent(mark)}`);
  const cards = hr.getByRole('article', { name: mark });
  const filters = hr.getByRole('form', { name: 'Фильтры' });
  await expect(cards).toHaveCount(2);

  for (const [value, parameter] of [
    ['Проведение стажировки', 'type=INTERNSHIP'],
    ['Москва', 'regionCode=77'],
    [AREA, 'areaCode=06'],
    ['Магистратура', 'level=MASTER'],
  ] as const) {
    const box = filters.getByRole('checkbox', { name: value, exact: true });
    await box.check();
    await expect(hr).toHaveURL(new RegExp(parameter));
    await expect(cards).toHaveCount(1);
    await box.uncheck();
    await expect(cards).toHaveCount(2);
  }

  const regions = filters.getByRole('group', { name: 'Регион прохождения практики' });
  await filters.getByRole('button', { name: 'Показать все: Регион прохождения практики' }).click();
  expect(await regions.getByRole('checkbox').count()).toBeGreaterThan(80);

  await filters.getByRole('combobox', { name: 'Образовательная организация' }).fill('Запольский колледж');
  await hr.getByRole('option', { name: /Запольский колледж/ }).click();
  await expect(hr).toHaveURL(/organizationId=/);
  await expect(hr.getByText('По этим условиям заявок нет')).toBeVisible();
  await expectAccessible(hr, 'needs narrowed to nothing');
  await hr.reload();
  await expect(filters.getByRole('combobox', { name: 'Образовательная организация' })).not.toHaveValue('');
  await filters.getByRole('button', { name: 'Сбросить все фильтры' }).click();
  await expect(hr).toHaveURL(/\/marketplace\/requests$/);
  await expect(cards).toHaveCount(2);

  const [block, propose] = [
    await filters.getByRole('group').last().boundingBox(),
    await filters.getByRole('link', { name: 'Вы можете предложить новую' }).boundingBox(),
  ];
  expect(propose!.y).toBeGreaterThan(block!.y);
  await filters.getByRole('link', { name: 'Вы можете предложить новую' }).click();
  await expect(heading(hr, 'Предложить новую профессию')).toBeVisible();

  await hr.setViewportSize({ width: 390, height: 844 });
  await hr.goto(`/marketplace/requests?q=${encodeURIComponent(mark)}&level=MASTER`);
  await hr.getByRole('button', { name: 'Фильтры (1)' }).click();
  await hr.getByRole('dialog').getByRole('checkbox', { name: 'Магистратура', exact: true }).uncheck();
  await hr.getByRole('dialog').getByRole('button', { name: 'Показать (2)' }).click();
  await expect(cards).toHaveCount(2);
});

test('E14.2.2, E14.2.3, E14.2.4a, E14.2.4b, E14.2.4c, E14.2.5, E14.2.6, E14.2.11, E14.2.14, E14.2.17, E14.2.18: own listings are narrowed, taken down and deleted', async ({
  enter,
  desk,
}) => {
  test.setTimeout(240_000);
  const profession = unique('Монтажник');
  await publishedListing(await desk(EMPLOYER), profession);
  const hr = await enter(EMPLOYER);
  await hr.goto(`/marketplace/my?q=${encodeURIComponent(profession)}`);
  const row = hr.getByRole('row', { name: new RegExp(profession) });

  await test.step('type, area and status narrow the list', async () => {
    await choose(hr, 'Статус', 'Опубликована');
    await choose(hr, 'Тип заявки', 'Проведение практики');
    await choose(hr, 'Область профессиональной деятельности', AREA);
    await expect(hr).toHaveURL(/status=PUBLISHED.*type=PRACTICE.*areaCode=06/);
    await expect(row).toBeVisible();
    await expectAccessible(hr, 'list of own listings');
    await choose(hr, 'Статус', 'Черновик');
    await expect(row).toHaveCount(0);
    await hr.getByRole('button', { name: 'Сбросить фильтры' }).first().click();
    await expect(hr).toHaveURL(/\/marketplace\/my$/);
  });

  await test.step('«Отменить» leaves the form without a listing', async () => {
    await hr.getByRole('link', { name: 'Разместить заявку' }).first().click();
    await hr.getByRole('link', { name: 'Отменить' }).click();
    await expect(heading(hr, 'Мои заявки')).toBeVisible();
  });

  await test.step('taken down, then deleted and gone', async () => {
    await row.getByRole('link', { name: profession }).click();
    await confirm(hr, 'Снять с публикации');
    await expect(status(hr, 'Снята с публикации')).toBeVisible();
    await hr.goto(`/marketplace/my?status=UNPUBLISHED&q=${encodeURIComponent(profession)}`);
    await row.getByRole('link', { name: profession }).click();
    await confirm(hr, 'Удалить');
    await expect(hr).toHaveURL(/\/marketplace\/my$/);
    await hr.goto(`/marketplace/my?q=${encodeURIComponent(profession)}`);
    await expect(hr.getByText('По этим условиям заявок нет')).toBeVisible();
  });
});

test('E14.4.4b, E14.4.6: the links of the directory set the filter and fill in the form', async ({
  enter,
  desk,
}) => {
  const hr = await enter(EMPLOYER);
  const { items } = await (
    await desk(EMPLOYER)
  ).get<{ items: { id: string; name: string; areaCode: string; areaName: string }[] }>(
    '/professions?limit=1',
  );
  const profession = items[0]!;
  const { id, name, areaCode, areaName } = profession;
  await publishedListing(await desk(people.office), name, { professionId: id, areaCode });

  await hr.goto(`/professions?q=${encodeURIComponent(name)}`);
  const row = hr.getByRole('row').filter({ has: hr.getByRole('link', { name, exact: true }) });
  await row.getByRole('link', { name: /заявк.* от образовательных организаций/ }).click();
  await expect(heading(hr, PLATFORM)).toBeVisible();
  await expect(hr.getByRole('checkbox', { name: areaName, exact: true })).toBeChecked();
  await expect(hr.getByRole('article', { name }).first()).toBeVisible();

  await hr.goto(`/professions?q=${encodeURIComponent(name)}`);
  await row.getByRole('link', { name: /^Разместить заявку по профессии/ }).click();
  await expect(hr.getByRole('combobox', { name: 'Профессия' })).toHaveValue(name);
  await expect(hr.getByLabel('Область профессиональной деятельности', { exact: true })).toContainText(
    areaName,
  );
});
