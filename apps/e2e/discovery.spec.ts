import { expectAccessible } from './support/accessibility.js';
import { expect, test } from './support/test.js';

const OFFICE = { email: 'practice@szgu.example' };

test('E14.1: suitable places with their reasons on «Сегодня», a saved search from the first to the last press', async ({
  enter,
}) => {
  const office = await enter(OFFICE);

  await test.step('the university sees which places suit it, and why', async () => {
    await office.goto('/');
    const panel = office.getByRole('region', { name: 'Подходящие места' });
    const reasons = panel.getByRole('list', { name: 'Почему подходит' }).first();
    await expect(reasons.getByRole('listitem').first()).toBeVisible();
    await expect(panel.getByText(/^\d+ из 100$/).first()).toBeVisible();
    await expectAccessible(office, '«Сегодня» with suitable places');
  });

  await test.step('a search is saved, its name asked for, then renamed and deleted', async () => {
    await office.goto('/saved-searches');
    await office.getByRole('button', { name: 'Сохранить поиск' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await expect(dialog.getByRole('textbox', { name: 'Название' })).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByRole('textbox', { name: 'Название' }).fill('Все новые места');
    await expectAccessible(office, 'window «Сохранить поиск»');
    await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await expect(office.getByRole('link', { name: 'Все новые места' })).toBeVisible();
    // without the notice that it is saved
    await office.reload();
    await expect(office.getByRole('link', { name: 'Все новые места' })).toBeVisible();
    await expectAccessible(office, '«Сохранённые поиски»');
    await office.getByRole('button', { name: 'Изменить «Все новые места»' }).click();
    await dialog.getByRole('checkbox', { name: 'Сообщать о новых' }).click();
    await dialog.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await expect(office.getByText('Не сообщаем о новых')).toBeVisible();
    await office.getByRole('button', { name: 'Удалить «Все новые места»' }).click();
    await dialog.getByRole('button', { name: 'Удалить', exact: true }).click();
    await expect(office.getByText('Сохранённых поисков нет')).toBeVisible();
  });
});
