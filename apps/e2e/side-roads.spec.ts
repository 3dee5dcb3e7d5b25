import { chooseMainFile } from './support/contract-form.js';
import { contractPdf } from './support/contract-pdf.js';
import {
  contractOnApproval,
  contractOnConfirmation,
  contractOnSigning,
  draftContract,
} from './support/contracts.js';
import { people, UNIVERSITY } from './support/people.js';
import {
  expectStatus,
  nextStep,
  openKey,
  press,
  pressPlain,
  pressWithReason,
  signDocument,
} from './support/steps.js';
import { expect, test } from './support/test.js';

const PATH_OF_SIGNING = '**/api/v1/documents/*/actions/sign';

test('E5.3.1, E5.3.2a, E5.3.2b: HR rejects with a reason, and the author can then only delete', async ({
  enter,
  desk,
}) => {
  const { id } = await contractOnApproval(await desk(people.office));
  const [hr, office] = [await enter(people.hr), await enter(people.office)];
  await hr.goto(`/documents/${id}`);
  const dialog = await press(hr, 'Отклонить');
  await expect(dialog.getByRole('heading', { name: 'Отклонение проекта договора' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expect(dialog.getByText('Укажите причину.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Мест в эти сроки нет.');
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expectStatus(hr, 'Проект отклонен');
  await office.goto(`/documents/${id}`);
  await expectStatus(office, 'Проект отклонен');
  await expect(office.getByRole('status').filter({ hasText: 'Мест в эти сроки нет.' })).toBeVisible();
  await expect(nextStep(office).getByRole('button')).toHaveText(['Удалить']);
  await pressPlain(office, 'Удалить');
  await expect(office.getByRole('heading', { level: 1, name: 'Реестр документов' })).toBeVisible();
  await hr.goto(`/documents/${id}`);
  await expect(hr.getByRole('heading', { level: 1, name: 'Страница не найдена' })).toBeVisible();
});

test('E5.2.1, E5.2.2a: a revision request without a reason is refused in the window, which keeps what was typed', async ({
  enter,
  desk,
}) => {
  const { id } = await contractOnApproval(await desk(people.office));
  const hr = await enter(people.hr);
  await hr.goto(`/documents/${id}`);
  const dialog = await press(hr, 'Отправить на доработку');
  await expect(dialog.getByRole('heading', { name: 'Отправка проекта договора на доработку' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expect(dialog.getByText('Укажите причину.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Не та дата');
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await expect(dialog).toBeHidden();
  await press(hr, 'Отправить на доработку');
  await expect(dialog.getByRole('textbox')).toHaveValue('Не та дата');
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await expectStatus(hr, 'На согласовании');
});

test('E5.1.4a, E5.1.10: a project is approved with every field of the window left empty', async ({
  enter,
  desk,
}) => {
  const { id } = await contractOnApproval(await desk(people.office));
  const hr = await enter(people.hr);
  await hr.goto(`/documents/${id}`);
  const dialog = await press(hr, 'Согласовать проект');
  await expect(dialog.getByRole('heading', { name: 'Согласование проекта договора' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expectStatus(hr, 'Проект согласован');
});

test('E5.4.n1, E5.4.n3: the university withdraws before the employer signs, and the employer is told', async ({
  enter,
  desk,
}) => {
  const { id, title } = await contractOnSigning(await desk(people.office));
  const [office, head] = [await enter(people.office), await enter(people.head)];
  await head.goto(`/documents/${id}`);
  await expectStatus(head, 'На подписании');
  await office.goto(`/documents/${id}`);
  await pressWithReason(office, 'Отозвать', 'В договоре ошибка.');
  await expectStatus(office, 'Отозван');
  await expectStatus(head, 'Отозван');
  await expect(head.getByText('Документ только что изменился. Сейчас статус «Отозван».')).toBeVisible();
  await expect(nextStep(head).getByRole('button')).toHaveCount(0);
  await head.goto('/notifications');
  const news = head.getByRole('listitem').filter({ hasText: title });
  await expect(news.filter({ hasText: 'Документ отозван' })).toContainText('В договоре ошибка.');
});

test('E5.5.0, E5.5.4, E5.5.5: a contract signed on paper is sent for confirmation and confirmed', async ({
  enter,
  desk,
}) => {
  const { id } = await draftContract(await desk(people.office), { scan: true });
  const [office, hr] = [await enter(people.office), await enter(people.hr)];
  await office.goto(`/documents/${id}`);
  const dialog = await press(office, 'Отправить на подтверждение');
  await dialog.getByLabel('Дата подписания на бумаге').fill('15.01.2026');
  await dialog.getByRole('button', { name: 'Отправить на подтверждение' }).click();
  await expectStatus(office, 'На подтверждении');
  await hr.goto(`/documents/${id}`);
  await expect(hr.getByText('Подписан на бумаге 15.01.2026')).toBeVisible();
  await pressPlain(hr, 'Подтвердить');
  await expectStatus(hr, 'Заключен');
  await expect(hr.getByText('Подписей пока нет.')).toBeVisible();
});

test('a contract on confirmation goes back to its author with a reason', async ({ enter, desk }) => {
  const { id } = await contractOnConfirmation(await desk(people.office));
  const [office, hr] = [await enter(people.office), await enter(people.hr)];
  await hr.goto(`/documents/${id}`);
  await pressWithReason(hr, 'Вернуть', 'На скане нет второй страницы.');
  await office.goto(`/documents/${id}`);
  await expectStatus(office, 'Проект');
  await expect(office.getByRole('status').filter({ hasText: 'На скане нет второй страницы.' })).toBeVisible();
});

test('the employer declines to sign with a reason, and a new revision begins', async ({ enter, desk }) => {
  const { id } = await contractOnSigning(await desk(people.office));
  const [office, head] = [await enter(people.office), await enter(people.head)];
  await head.goto(`/documents/${id}`);
  await pressWithReason(head, 'Отказаться от подписания', 'Сменился расчётный счёт.');
  await expectStatus(head, 'Проект на доработке');
  await office.goto(`/documents/${id}`);
  await expectStatus(office, 'Проект');
  await expect(office.getByRole('status').filter({ hasText: 'Сменился расчётный счёт.' })).toBeVisible();
  await pressPlain(office, 'Отправить на подписание');
  await expectStatus(office, 'На подписании');
  await expect(office.getByText('Редакция 2 (текущая)')).toBeVisible();
});

test('a press that comes too late is told the status, who and when', async ({ enter, desk }) => {
  const api = await desk(people.office);
  const { id } = await contractOnApproval(api);
  const hr = await enter(people.hr);
  await hr.goto(`/documents/${id}`);
  const dialog = await press(hr, 'Согласовать проект');
  await api.act(id, 'withdraw', { reason: 'Ошибка в тексте.' });
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  const refusal = dialog.getByRole('alert');
  await expect(refusal).toContainText('Сейчас статус «Отозван».');
  await expect(refusal).toContainText(
    /Изменил\(а\): .*(Соколова|университет).*, \d\d\.\d\d\.\d{4}, \d\d:\d\d/,
  );
  await dialog.getByRole('button', { name: 'Показать текущее состояние' }).click();
  await expect(dialog).toBeHidden();
  await expectStatus(hr, 'Отозван');
});

test('an edit over somebody else’s newer draft asks which of the two to keep', async ({ enter, desk }) => {
  const { id } = await draftContract(await desk(people.office));
  const office = await enter(people.office);
  await office.goto(`/documents/${id}/edit`);
  const conditions = office.getByLabel('Что нужно от студента');
  await expect(conditions).toHaveValue('Паспорт и медицинская справка');
  const rector = await desk(people.rector);
  await rector.change(id, { date: '2026-12-02' });
  await conditions.fill('Только паспорт');
  const conflict = office.getByRole('status').filter({ hasText: 'Проект изменил другой сотрудник' });
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: 'Взять сохранённое' }).click();
  await expect(conflict).toBeHidden();
  await expect(office.getByLabel('Дата', { exact: true })).toHaveValue('02.12.2026');
  await expect(conditions).toHaveValue('Паспорт и медицинская справка');
});

test('a draft is not sent while its new file is still on the way', async ({ enter, desk }) => {
  const { id } = await draftContract(await desk(people.office));
  const office = await enter(people.office);
  await office.goto(`/documents/${id}/edit`);
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await office.route('**/api/v1/files', async (route) => {
    await held;
    await route.continue();
  });
  await chooseMainFile(office, { name: 'Новый.pdf', content: contractPdf(`Replaced ${id}`) });
  const send = office.getByRole('button', { name: 'Отправить на согласование' });
  await send.click();
  await expect(office.getByRole('alert')).toContainText('Файл ещё не загружен');
  await expect(office.getByRole('dialog')).toHaveCount(0);
  letThrough();
  await expect(office.getByRole('progressbar')).toHaveCount(0);
  await send.click();
  await office.getByRole('dialog').getByRole('button', { name: 'Отправить на согласование' }).click();
  await expectStatus(office, 'На согласовании');
  await expect(office.getByRole('region', { name: 'Редакции' })).toContainText('Новый.pdf');
});

test('a certificate of another organization is refused before anything is sent', async ({ enter, desk }) => {
  const { id } = await contractOnSigning(await desk(people.office));
  const head = await enter(people.head);
  await head.goto(`/documents/${id}`);
  const dialog = await openKey(head, people.rector);
  await expect(dialog.getByRole('alert')).toContainText('Сертификат другой организации');
  await expect(dialog.getByRole('button', { name: 'Подписать', exact: true })).toBeDisabled();
});

test('the answer to a signature is lost: the page reads the card again and says that it is signed', async ({
  enter,
  desk,
}) => {
  const { id } = await contractOnSigning(await desk(people.office));
  const head = await enter(people.head);
  await head.goto(`/documents/${id}`);
  await head.route(PATH_OF_SIGNING, async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  const dialog = await openKey(head, people.head);
  await dialog.getByRole('button', { name: 'Подписать', exact: true }).click();
  await expect(dialog.getByText('Связь прервалась, но подпись принята: документ подписан.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
  await expectStatus(head, 'Подписано получателем');
});

test('a signature never arrives: the page says that nothing is signed, and it can be signed again', async ({
  enter,
  desk,
}) => {
  const { id } = await contractOnSigning(await desk(people.office));
  const head = await enter(people.head);
  await head.goto(`/documents/${id}`);
  await head.route(PATH_OF_SIGNING, (route) => route.abort('connectionrefused'));
  const dialog = await openKey(head, people.head);
  await head.route(`**/api/v1/documents/${id}`, (route) => route.abort('connectionrefused'));
  await dialog.getByRole('button', { name: 'Подписать', exact: true }).click();
  await expect(dialog.getByText('неизвестно, принята ли подпись')).toBeVisible();
  await head.unrouteAll();
  await dialog.getByRole('button', { name: 'Проверить ещё раз' }).click();
  await expect(dialog.getByText('Связь прервалась, подпись не принята.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Подписать ещё раз' }).click();
  await dialog.getByRole('button', { name: 'Подписать', exact: true }).click();
  await expect(dialog.getByText('Документ подписан', { exact: true })).toBeVisible();
});

test('E5.4.5, E5.4.5t: the employer signs in «Подпись документа» and the stored signature is shown line by line', async ({
  enter,
  desk,
}) => {
  const { id } = await contractOnSigning(await desk(people.office));
  const head = await enter(people.head);
  await head.goto(`/documents/${id}`);
  await signDocument(head, people.head);
  await expectStatus(head, 'Подписано получателем');
  const signatures = head.getByRole('region', { name: 'Подписи' });
  await expect(
    signatures.getByText('ТЕСТОВЫЙ УЦ — юридической силы не имеет', { exact: true }),
  ).toBeVisible();
  await signatures.getByRole('button', { name: 'Показать протокол проверки' }).click();
  await expect(signatures.getByText('Подпись действительна')).toBeVisible();
  expect(await signatures.getByRole('listitem').count()).toBeGreaterThan(5);
  const office = await enter(people.office);
  await office.goto('/notifications');
  await expect(office.getByText('Документ подписан получателем, нужна ваша подпись').first()).toBeVisible();
  await office.goto(`/documents/${id}`);
  await expect(nextStep(office)).toContainText('Ждём подпись вашей организации');
  await expect(office.getByText(UNIVERSITY).first()).toBeVisible();
});
