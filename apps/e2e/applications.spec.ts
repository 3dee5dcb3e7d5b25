import { expectAccessible } from './support/accessibility.js';
import { expect, test } from './support/test.js';

const EMPLOYER = { email: 'hr@vector.example' };
const COLLEGE = { email: 'director@zkit.example' };
const COLLEGE_NAME = 'Запольский колледж';

test('E2.3, E2.4b, E2.5a, E2.5b, E2.6, E2.8a, E2.8b, E3.2, E3.3, E3.4, E3.5a, E3.6, E4.2, E4.3, E4.6a, E4.6b, E4.7: from «Направить заявку на партнерство» to the pre-filled draft of a contract', async ({
  enter,
}) => {
  test.setTimeout(240_000);
  const [hr, director] = [await enter(EMPLOYER), await enter(COLLEGE)];

  await test.step('the employer finds the college and applies for partnership', async () => {
    await hr.goto('/partners');
    await hr.getByRole('link', { name: 'Реестр обр. организаций' }).click();
    await expect(hr.getByRole('heading', { level: 1, name: 'Реестр обр. организаций' })).toBeVisible();
    await hr.getByRole('searchbox').fill('«запольский КОЛЛЕДЖ');
    const row = hr.getByRole('row', { name: new RegExp(COLLEGE_NAME) });
    await expect(row).toBeVisible();
    await expectAccessible(hr, 'registry of educational organizations');
    await row.getByRole('button', { name: /^Действия/ }).click();
    await hr.getByRole('menuitem', { name: 'Направить заявку на партнерство' }).click();
    await expect(hr.getByRole('heading', { level: 1, name: 'Заявка на партнерство' })).toBeVisible();
    await expect(
      hr.getByLabel('Ожидаю получить проект договора от образовательной организации'),
    ).toBeChecked();
    await hr.getByRole('textbox', { name: 'Сообщение' }).fill('Готовы принять студентов весной.');
    // saved by itself, at an address of its own: a reload goes on with the same draft
    await expect(hr).toHaveURL(/\/applications\/[0-9a-f-]{36}\/edit$/);
    await expect(hr.getByRole('textbox', { name: 'Сообщение' })).toBeFocused();
    await expect(hr.getByRole('status').getByText(/^Сохранено в \d\d:\d\d/)).toBeVisible();
    await hr.reload();
    await expect(hr.getByRole('textbox', { name: 'Сообщение' })).toHaveValue(
      'Готовы принять студентов весной.',
    );
    await expectAccessible(hr, 'form of a partnership application');
    await hr.getByRole('button', { name: 'Проверить и отправить' }).click();
    await expect(hr.getByRole('heading', { name: 'Проверьте заявку' })).toBeFocused();
    await expectAccessible(hr, '«Проверьте» of an application');
    await hr.getByRole('button', { name: 'Изменить: Сообщение и контакты' }).click();
    await expect(hr.getByRole('textbox', { name: 'Сообщение' })).toBeFocused();
    await hr.getByRole('button', { name: 'Проверить и отправить' }).click();
    await expect(hr.getByText('Готовы принять студентов весной.')).toBeVisible();
    await hr.getByRole('button', { name: 'Отправить', exact: true }).click();
    await expect(hr.getByRole('main').getByText('На рассмотрении', { exact: true })).toBeVisible();
    await hr.reload();
    await expect(hr.getByRole('main').getByText('На рассмотрении', { exact: true })).toBeVisible();
    await expectAccessible(hr, 'card of an application');
  });

  await test.step('the college reads it among «Входящие» and accepts', async () => {
    await director.goto('/');
    await director.getByRole('link', { name: 'Рассмотреть' }).click();
    await expect(director.getByRole('tab', { name: 'Входящие' })).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(director, 'list of applications');
    await director
      .getByRole('link', { name: /Заявка на партнерство № / })
      .first()
      .click();
    await expect(director.getByText('Готовы принять студентов весной.')).toBeVisible();
    await director.getByRole('button', { name: 'Принять', exact: true }).click();
    const dialog = director.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Принятие заявки' })).toBeVisible();
    await expectAccessible(director, 'window «Принятие заявки»');
    await dialog.getByRole('button', { name: 'Принять', exact: true }).click();
    await expect(director.getByRole('main').getByText('Принята', { exact: true }).first()).toBeVisible();
  });

  await test.step('the employer applies for practice to its new partner', async () => {
    await hr.goto('/partners');
    const row = hr.getByRole('row', { name: new RegExp(COLLEGE_NAME) });
    await row.getByRole('button', { name: /^Действия/ }).click();
    await hr.getByRole('menuitem', { name: 'Направить заявку на практику' }).click();
    await expect(hr.getByRole('heading', { level: 1, name: 'Заявка на практику' })).toBeVisible();
    await hr.getByRole('button', { name: 'Сохранить как черновик' }).click();
    await expect(hr.getByRole('main').getByText('Черновик', { exact: true })).toBeVisible();
    await hr.getByRole('button', { name: 'Редактировать' }).click();
    await hr.getByRole('button', { name: 'Проверить и отправить' }).click();
    const summary = hr.getByRole('alert').filter({ has: hr.getByRole('link') });
    await expect(summary).toBeFocused();
    await summary.getByRole('link', { name: /^Тип заявки/ }).click();
    await hr.getByLabel('Тип заявки').click();
    await hr.getByRole('option', { name: 'Проведение практики' }).click();
    await hr.getByLabel('Количество мест').fill('7');
    await hr.getByLabel('Область профессиональной деятельности').click();
    await hr.getByRole('option', { name: /Связь, информационные/ }).click();
    await hr.getByLabel('Начало').fill('01.02.2027');
    await hr.getByLabel('Окончание').fill('28.02.2027');
    await hr.getByLabel('Регион прохождения практики').click();
    await hr.getByRole('option', { name: 'Москва', exact: true }).click();
    await expectAccessible(hr, 'form of a practice application');
    await hr.getByRole('button', { name: 'Проверить и отправить' }).click();
    await expect(hr.getByRole('heading', { name: 'Проверьте заявку' })).toBeVisible();
    await hr.getByRole('button', { name: 'Отправить', exact: true }).click();
    await expect(hr.getByRole('main').getByText('На рассмотрении', { exact: true })).toBeVisible();
  });

  await test.step('the college accepts it and drafts the contract in one click', async () => {
    await director.goto('/applications?direction=incoming&kind=PRACTICE&status=SENT');
    await director
      .getByRole('link', { name: /Заявка на практику № / })
      .first()
      .click();
    await director.getByRole('button', { name: 'Принять', exact: true }).click();
    await director.getByRole('dialog').getByRole('button', { name: 'Принять', exact: true }).click();
    await director.getByRole('button', { name: 'Составить договор' }).click();
    await director.getByRole('dialog').getByRole('button', { name: 'Составить договор' }).click();
    await expect(director).toHaveURL(/\/documents\/[0-9a-f-]+\/edit/);
    await expect(director.getByLabel('Действует с').or(director.getByLabel(/начал/i)).first()).toHaveValue(
      '01.02.2027',
    );
    await director.goto(director.url().replace('/edit', ''));
    await director.getByRole('link', { name: /Заявка на практику № / }).click();
    await expect(director.getByRole('link', { name: /Договор на период практики/ })).toBeVisible();
  });

  await test.step('the partnership is ended with a reason, and the other side is told', async () => {
    await hr.goto('/partners');
    await hr.getByRole('link', { name: new RegExp(COLLEGE_NAME) }).click();
    await expect(hr.getByRole('listitem').filter({ hasText: 'Партнёрство начато' })).toBeVisible();
    await expect(hr.getByRole('link', { name: /^Заявка на практику № \d+: принята$/ })).toBeVisible();
    await expectAccessible(hr, 'card of a partner');
    await hr.getByRole('button', { name: 'Прекратить партнёрство' }).click();
    const dialog = hr.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Прекратить партнёрство' }).click();
    await expect(dialog.getByText('Укажите причину.')).toBeVisible();
    await dialog.getByRole('textbox').fill('Проверка завершена.');
    await dialog.getByRole('button', { name: 'Прекратить партнёрство' }).click();
    await expect(hr.getByRole('main').getByText('Прекращено', { exact: true })).toBeVisible();
    await director.goto('/notifications');
    await expect(director.getByText('Партнёрство прекращено').first()).toBeVisible();
  });
});
