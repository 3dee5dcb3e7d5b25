import { expectAccessible } from './support/accessibility.js';
import { people } from './support/people.js';
import { expect, test } from './support/test.js';

test('E2.2, E2.3, E2.4a, E2.4b: the registry of educational organizations is narrowed in the side menu and searched', async ({
  enter,
}) => {
  const hr = await enter(people.hr);
  await hr.goto('/partners/registry');
  await expect(hr.getByRole('heading', { level: 1, name: 'Реестр обр. организаций' })).toBeVisible();
  await expect(hr.getByRole('row').nth(1)).toBeVisible();
  const side = hr.getByRole('complementary', { name: 'Фильтры' });

  await side.getByRole('checkbox', { name: 'СПО', exact: true }).click();
  await expect(hr).toHaveURL(/type=VOCATIONAL/);
  await side.getByText('Центральный', { exact: true }).click();
  await side.getByRole('checkbox', { name: 'Весь округ' }).first().click();
  await expect(hr).toHaveURL(/regionCode=/);
  await expectAccessible(hr, 'registry of organizations with filters');
  await side.getByRole('button', { name: 'Сбросить фильтры' }).click();
  await expect(hr).not.toHaveURL(/regionCode|type/);

  const search = hr.getByRole('searchbox');
  await search.fill('vfqrjgcrbq');
  await hr.getByRole('button', { name: /майкопский/ }).click();
  await expect(hr.getByRole('row', { name: /Майкопский государственный/ })).toBeVisible();
  await search.fill('010501417');
  await expect(hr).toHaveURL(/q=010501417/);
  await expect(hr.getByRole('row')).toHaveCount(2);
  await hr.reload();
  await expect(hr.getByRole('searchbox')).toHaveValue('010501417');
});

test('an organization without an account is invited by a letter, once, or by a text to copy', async ({
  enter,
}) => {
  const hr = await enter(people.hr);
  await hr.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await hr.goto('/partners/registry');
  await hr.getByLabel('Найти по ИНН').fill('0105014178');
  await hr.getByRole('button', { name: 'Найти', exact: true }).click();
  await expect(hr.getByText(/Контрольное число ИНН не сходится/)).toBeVisible();
  await hr.getByLabel('Найти по ИНН').fill('0105014177');
  await hr.getByRole('button', { name: 'Найти', exact: true }).click();
  await expect(hr.getByRole('heading', { level: 1, name: 'ФГБОУ ВО «МГТУ»' })).toBeVisible();
  await expectAccessible(hr, 'card of an organization without an account');

  await hr.getByRole('button', { name: 'Пригласить в систему' }).click();
  const dialog = hr.getByRole('dialog');
  await expect(dialog.getByText(/приглашает организацию/)).toBeVisible();
  await expectAccessible(hr, 'window «Приглашение в систему»');
  await dialog.getByRole('button', { name: 'Скопировать текст приглашения' }).click();
  expect(await hr.evaluate(() => navigator.clipboard.readText())).toContain('приглашает организацию');
  await dialog.getByRole('button', { name: 'Отправить приглашение' }).click();
  await expect(dialog.getByText('Укажите адрес организации.')).toBeVisible();
  await dialog.getByLabel('Электронная почта организации').fill('rector@mkgtu.example');
  await dialog.getByRole('button', { name: 'Отправить приглашение' }).click();
  await expect(hr.getByRole('main').getByText(/^Приглашение отправлено \d\d\.\d\d\.\d{4}/)).toBeVisible();
  await hr.goto('/demo/mail');
  await expect(hr.getByText(/приглашает вас в систему/).first()).toBeVisible();
});

test('E2.4a: what an educational organization declares in its profile narrows the registry', async ({
  enter,
}) => {
  const [rector, hr] = [await enter(people.rector), await enter(people.hr)];
  await rector.goto('/organization');
  const panel = rector.getByRole('region', { name: 'Уровни и программы' });
  await panel.getByRole('combobox', { name: 'Добавить программу' }).fill('38.03.05');
  await rector.getByRole('option', { name: /38\.03\.05/ }).click();
  await expect(panel.getByText('Бизнес-информатика')).toBeVisible();
  await panel.getByRole('button', { name: 'Сохранить' }).click();
  await expect(rector.getByText('Уровни и программы сохранены').first()).toBeVisible();
  await expectAccessible(rector, 'profile with programmes');

  await hr.goto('/partners/registry?specialtyCode=38.03.05');
  await expect(hr.getByRole('row')).toHaveCount(2);
  await hr.getByRole('row').nth(1).getByRole('link').click();
  // the levels of a university are folded
  await hr.locator('summary', { hasText: 'Бакалавриат' }).click();
  await expect(hr.getByText('Бизнес-информатика')).toBeVisible();
  await expectAccessible(hr, 'card of an educational organization');
});

test('universities look for employers in a registry of their own', async ({ enter }) => {
  const rector = await enter(people.rector);
  await rector.goto('/partners');
  await rector.getByRole('link', { name: 'Реестр работодателей' }).click();
  await expect(rector.getByRole('row', { name: /Ромашка/ })).toBeVisible();
  await rector
    .getByRole('complementary', { name: 'Фильтры' })
    .getByRole('checkbox', { name: 'Индивидуальный предприниматель' })
    .click();
  await expect(rector.getByRole('row', { name: /Ромашка/ })).toBeHidden();
  await expectAccessible(rector, 'registry of employers');
});
