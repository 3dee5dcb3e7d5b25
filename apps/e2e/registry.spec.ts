import { expectAccessible } from './support/accessibility.js';
import { contractOnApproval, contractOnConfirmation, contractOnSigning } from './support/contracts.js';
import { people } from './support/people.js';
import { expectStatus, nextStep } from './support/steps.js';
import { expect, test } from './support/test.js';

test('E2.1, E2.reg, E3.1, E4.1, E5.1nav: «Все сервисы» and the permanent menu lead to «Реестр документов» and its tabs', async ({
  enter,
}) => {
  const page = await enter(people.hr);
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: 'Меню' });
  await menu.getByRole('link', { name: 'Все сервисы' }).click();
  await expect(page.getByRole('heading', { name: 'Практики и стажировки' })).toBeVisible();
  await expectAccessible(page, '«Все сервисы»');
  await page.getByRole('main').getByRole('link', { name: 'Реестр документов' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Реестр документов' })).toBeVisible();
  await expect(menu).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Реестр документов' })
    .getByRole('link', { name: 'Заявки' })
    .click();
  await page.getByRole('tab', { name: 'Входящие' }).click();
  await expect(page).toHaveURL(/\/applications\?direction=incoming$/);
});

test('E5.2a, E5.2b, E5.2c, E5.3n: the side filters narrow the registry by AND, and the name opens the card', async ({
  enter,
  desk,
}) => {
  const office = await desk(people.office);
  const [awaited, other] = [await contractOnApproval(office), await contractOnSigning(office)];
  const page = await enter(people.hr);
  await page.goto('/documents');
  await page.getByRole('checkbox', { name: 'Входящие документы' }).check();
  await page.getByRole('checkbox', { name: 'Договор на период практики', exact: true }).check();
  await page.getByRole('checkbox', { name: 'На согласовании', exact: true }).check();
  await expect(page).toHaveURL(/direction=INCOMING&kind=PERIOD_CONTRACT&status=ON_APPROVAL/);
  await expect(page.getByRole('link', { name: awaited.title })).toBeVisible();
  await expect(page.getByRole('link', { name: other.title })).toHaveCount(0);
  await expectAccessible(page, 'the registry');
  await page.reload();
  await page.getByRole('link', { name: awaited.title }).click();
  await expect(page.getByRole('heading', { level: 1, name: awaited.title })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'На согласовании', exact: true })).toBeChecked();
});

test('E5.4.2, E5.4.3, E5.4.4: «На подписании» filters, opens the card and shows the employer «Подписать»', async ({
  enter,
  desk,
}) => {
  const { id, title } = await contractOnSigning(await desk(people.office));
  const page = await enter(people.head);
  await page.goto('/documents?direction=INCOMING');
  await page.getByRole('checkbox', { name: 'На подписании', exact: true }).check();
  await page.getByRole('link', { name: title }).click();
  await expectStatus(page, 'На подписании');
  await expect(nextStep(page).getByRole('button', { name: 'Подписать', exact: true })).toBeEnabled();
  const author = await enter(people.rector);
  await author.goto(`/documents/${id}`);
  await expectStatus(author, 'На подписании');
  await expect(nextStep(author).getByRole('button', { name: 'Подписать', exact: true })).toHaveCount(0);
});

test('the button of a row and of «Ждут вас» opens the card with the window of that button', async ({
  enter,
  desk,
}) => {
  const { title } = await contractOnApproval(await desk(people.office));
  const page = await enter(people.hr);
  const dialog = page.getByRole('dialog', { name: 'Согласование проекта договора' });
  await page.goto(`/documents?q=${encodeURIComponent(title.match(/Т-\S+/)?.[0] ?? '')}`);
  await page.getByRole('button', { name: `Согласовать проект: ${title}` }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await expect(dialog).toBeHidden();
  await page.goto('/');
  await page
    .getByRole('region', { name: 'Ждут вас' })
    .getByRole('link', { name: /^Согласовать проект: / })
    .first()
    .click();
  await expect(dialog).toBeVisible();
});

test('E5.5.2, E5.5.3: «На подтверждении» filters and opens the card', async ({ enter, desk }) => {
  const { title } = await contractOnConfirmation(await desk(people.office));
  const page = await enter(people.hr);
  await page.goto('/documents?direction=INCOMING');
  await page.getByRole('checkbox', { name: 'На подтверждении', exact: true }).check();
  await page.getByRole('link', { name: title }).click();
  await expectStatus(page, 'На подтверждении');
});

test('E5.4.1bell, E5.4.1b: the bell with its count stands on every page of the cabinet and opens the list', async ({
  enter,
  desk,
}) => {
  const { title } = await contractOnSigning(await desk(people.office));
  const page = await enter(people.hr);
  for (const path of ['/', '/services', '/documents', '/organization', '/settings']) {
    await page.goto(path);
    await expect(page.getByRole('banner').getByRole('link', { name: /^Уведомления/ })).toBeVisible();
  }
  await page
    .getByRole('banner')
    .getByRole('link', { name: /непрочитанных: / })
    .click();
  await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText(
    'Необходимо подписать документ',
  );
  await expectAccessible(page, '«Уведомления»');
});

test('the bell counts new documents without a reload', async ({ enter, desk }) => {
  const office = await desk(people.office);
  const page = await enter(people.head);
  await page.goto('/documents?direction=INCOMING');
  const waiting = page
    .getByRole('navigation', { name: 'Меню' })
    .getByRole('link', { name: 'Реестр документов' });
  const before = Number((await waiting.textContent())?.replace(/\D/g, ''));
  await contractOnSigning(office);
  await expect(waiting).toContainText(String(before + 1));
});
