import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.js';
import { contractPdf } from './support/contract-pdf.js';
import { concludedContract, contractOnApproval, draftUnder, freshNumber } from './support/contracts.js';
import { people } from './support/people.js';
import { expectStatus, nextStep, press, pressPlain, pressWithReason, signDocument } from './support/steps.js';
import { expect, test } from './support/test.js';

const SIGNING = 'Подписание соглашения';
const TERMINATION = 'Дополнительное соглашение о прекращении действия договора о практической подготовке';
const AMENDMENT = 'Дополнительное соглашение об изменении условий договора о практической подготовке';

const ANNEX_TERMS = {
  validFrom: '2027-02-01',
  validTo: '2027-06-30',
  programmes: [
    {
      specialtyCode: '09.03.04',
      specialtyName: 'Программная инженерия',
      practiceKind: 'INDUSTRIAL',
      seats: 5,
      from: '2027-02-08',
      to: '2027-03-07',
    },
  ],
  assessment: { gradeScale: 'FIVE_POINT', reportMode: 'ON_PORTAL', reportSignatureRequired: true },
};

test('E7.2s, E7.3, E7.2.2b, E7.2.3a, E7.2.3b, E7.2.3c, E7.2.3d, E7.2.3e, E7.2.4a, E7.2.4d, E7.2.5v, E7.2.5.1, E7.2.5.2, E9.5.5m: the employer ends a contract by an agreement, from the button to «Исполнен»', async ({
  enter,
  desk,
}) => {
  test.setTimeout(150_000);
  const contract = await concludedContract(await desk(people.office), await desk(people.hr));
  const number = freshNumber();
  const [hr, office] = [await enter(people.hr), await enter(people.office)];

  await openByFilters(hr, ['Договор на период практики', 'Заключен'], contract.title);
  const dialog = await press(hr, 'Закрыть договор');
  await dialog.getByRole('radio', { name: 'С дополнительным соглашением' }).check();
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expect(
    hr.getByRole('heading', {
      level: 1,
      name: 'Создание дополнительного соглашения о прекращении действия договора',
    }),
  ).toBeVisible();
  await expect(
    hr.getByRole('radio', {
      name: TERMINATION,
    }),
  ).toBeChecked();
  await hr.getByRole('button', { name: 'Отправить на согласование' }).click();
  await expect(hr.getByRole('link', { name: 'Номер: заполните поле.' })).toBeVisible();
  await expect(hr.getByRole('link', { name: 'Приложите файл соглашения.' })).toBeVisible();
  await fillAgreement(hr, number);
  const letter = hr.getByLabel('Сопроводительное письмо').and(hr.locator('input'));
  const content = contractPdf(`Letter ${number}`);
  await letter.setInputFiles({ name: 'Письмо.pdf', mimeType: 'application/pdf', buffer: content });
  await expect(hr.getByRole('button', { name: 'Убрать Письмо.pdf' })).toBeVisible();
  await hr.getByLabel('Причина прекращения').fill('Практика перенесена.');
  await expectAccessible(hr, 'the form of a termination');
  await hr.getByRole('button', { name: 'Сохранить как проект' }).click();
  await expectStatus(hr, 'Проект');
  await expect(hr.getByRole('region', { name: 'Связанные документы' })).toContainText(contract.title);
  const address = new URL(hr.url()).pathname;
  await pressPlain(hr, 'Отправить на согласование');
  await expectStatus(hr, 'На согласовании');

  await office.goto(address);
  await nextStep(office).getByRole('button', { name: 'Согласовать проект', exact: true }).click();
  await expectStatus(office, 'Проект согласован');
  await pressPlain(hr, 'Отправить на подписание');
  await expectStatus(hr, 'На подписании');

  const [rector, head] = [await enter(people.rector), await enter(people.head)];
  await head.goto(address);
  await expect(nextStep(head).getByRole('button', { name: 'Подписать', exact: true })).toHaveCount(0);
  await rector.goto(address);
  await signDocument(rector, people.rector, SIGNING);
  await expectStatus(rector, 'Подписано получателем');
  await signDocument(head, people.head, SIGNING);
  await expectStatus(head, 'Заключен');
  await hr.goto(`/documents/${contract.id}`);
  await expectStatus(hr, 'Исполнен');
  await expect(hr.getByRole('region', { name: 'Закрытие договора' })).toContainText(number);
});

test('E7.2.4e: «Отменить» leaves nothing of a new agreement behind', async ({ enter, desk }) => {
  const contract = await concludedContract(await desk(people.office), await desk(people.hr));
  const hr = await enter(people.hr);
  await hr.goto(`/documents/${contract.id}`);
  await nextStep(hr).getByRole('button', { name: 'Изменить договор', exact: true }).click();
  await hr.getByLabel('Номер', { exact: true }).fill('ДС-1');
  await hr.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expectStatus(hr, 'Заключен');
  await expect(hr.getByRole('region', { name: 'Связанные документы' })).toHaveCount(0);
  await nextStep(hr).getByRole('button', { name: 'Изменить договор', exact: true }).click();
  await expect(hr.getByLabel('Номер', { exact: true })).toHaveValue('');
});

test('E8.2, E8.p2, E8.3, E8.4a, E8.4b, E7.2.4b, E7.2.4c: an amendment goes straight for signing from «…», and its terms come into force', async ({
  enter,
  desk,
}) => {
  test.setTimeout(120_000);
  const contract = await concludedContract(await desk(people.office), await desk(people.hr));
  const hr = await enter(people.hr);
  await openByFilters(hr, ['Договор на период практики', 'Заключен'], contract.title);
  await nextStep(hr).getByRole('button', { name: 'Изменить договор', exact: true }).click();
  await expect(
    hr.getByRole('heading', {
      level: 1,
      name: 'Создание дополнительного соглашения об изменении условий договора',
    }),
  ).toBeVisible();
  const number = freshNumber();
  await fillAgreement(hr, number);
  await hr.getByRole('button', { name: 'Добавить изменение' }).click();
  await hr.getByLabel('Условие', { exact: true }).click();
  await hr.getByRole('option', { name: 'Количество вакантных мест' }).click();
  await hr.getByLabel('Действует с', { exact: true }).fill('01.11.2026');
  await hr.getByLabel('Количество вакантных мест: новое значение').fill('17');
  await expectAccessible(hr, 'the form of an amendment');
  await expect(hr.getByRole('main').getByRole('button', { name: 'Отправить на подписание' })).toHaveCount(0);
  await hr.getByRole('button', { name: 'Другие способы отправить' }).click();
  await hr.getByRole('menuitem', { name: 'Отправить на подписание' }).click();
  await hr.getByRole('dialog').getByRole('button', { name: 'Отправить на подписание' }).click();
  await expectStatus(hr, 'На подписании');
  const address = new URL(hr.url()).pathname;
  const title = `${AMENDMENT} № ${number} от 01.12.2026`;
  await openByFilters(hr, [AMENDMENT, 'На подписании'], title);
  await expect(hr).toHaveURL(new RegExp(`${address}$`));

  const [rector, head] = [await enter(people.rector), await enter(people.head)];
  await rector.goto(address);
  await signDocument(rector, people.rector, SIGNING);
  await head.goto(address);
  await signDocument(head, people.head, SIGNING);
  await expectStatus(head, 'Заключен');
  await head.goto(`/documents/${contract.id}`);
  await expectStatus(head, 'Заключен');
  const terms = head.getByRole('region', { name: 'Действующие условия' });
  await expect(terms).toContainText('17');
  await expectAccessible(head, 'the card of an amended contract');
  await terms.getByLabel('На день').fill('31.10.2026');
  await expect(terms).toContainText('В этот день действуют условия договора без изменений.');
  await expect(terms).toContainText('Вступит в силу позже');
});

test('E9.0, E9.1.2a, E9.1.2c, E9.1.3, E9.1.4, E9.3.1, E9.3.2, E9.4.1, E9.4.2, E9.4.3: HR finds the university’s agreement, sends it back, then rejects it', async ({
  enter,
  desk,
}) => {
  const desks = { office: await desk(people.office), hr: await desk(people.hr) };
  const contract = await concludedContract(desks.office, desks.hr);
  const { id, title } = await draftUnder(desks.office, 'supplementary-agreements', {
    kind: 'SUPPLEMENTARY_TERMINATION',
    parentId: contract.id,
    terms: { reason: 'Набор на программу закрыт' },
  });
  await desks.office.act(id, 'submit-approval');
  const hr = await enter(people.hr);
  await hr.goto('/documents');
  await hr.getByRole('checkbox', { name: 'Входящие документы' }).check();
  await hr
    .getByRole('checkbox', {
      name: TERMINATION,
      exact: true,
    })
    .check();
  await hr.getByRole('checkbox', { name: 'На согласовании', exact: true }).check();
  await hr.getByRole('link', { name: title }).click();
  await expect(hr.getByText('Набор на программу закрыт')).toBeVisible();
  const dialog = await press(hr, 'Отправить на доработку');
  await expect(dialog.getByRole('heading', { name: 'Отправить на доработку' })).toBeVisible();
  await expect(dialog.getByLabel('Причина доработки')).toBeVisible();
  await dialog.getByRole('textbox').fill('Уточните дату.');
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expectStatus(hr, 'Проект на доработке');

  const office = await enter(people.office);
  await office.goto(`/documents/${id}`);
  await nextStep(office).getByRole('button', { name: 'Сохранить как проект' }).click();
  await office.getByLabel('Причина прекращения').fill('Набор закрыт с 1 декабря');
  await office.getByRole('button', { name: 'Отправить на согласование' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Отправить на согласование' }).click();
  await expectStatus(office, 'На согласовании');

  await hr.goto(`/documents/${id}`);
  const rejection = await press(hr, 'Отклонить');
  await expect(rejection.getByRole('heading', { name: 'Отклонить доп. соглашение' })).toBeVisible();
  await rejection.getByRole('textbox').fill('Практика уже идёт.');
  await rejection.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expectStatus(hr, 'Проект отклонен');
  await office.goto(`/documents/${id}`);
  await expect(nextStep(office).getByRole('button')).toHaveText(['Удалить']);
});

test('E9.1.2b, E9.6.2, E9.6.3, E9.6.4, E9.6.5: an agreement signed on paper is found and confirmed by HR', async ({
  enter,
  desk,
}) => {
  const desks = { office: await desk(people.office), hr: await desk(people.hr) };
  const contract = await concludedContract(desks.office, desks.hr);
  const { id, title } = await draftUnder(desks.office, 'supplementary-agreements', {
    kind: 'SUPPLEMENTARY_AMENDMENT',
    parentId: contract.id,
  });
  await desks.office.act(id, 'submit-confirmation', { signedOnPaperAt: '2026-01-15' });
  const hr = await enter(people.hr);
  await hr.goto('/documents');
  await hr.getByRole('checkbox', { name: 'Входящие документы' }).check();
  await hr
    .getByRole('checkbox', {
      name: AMENDMENT,
      exact: true,
    })
    .check();
  await hr.getByRole('checkbox', { name: 'На подтверждении', exact: true }).check();
  await hr.getByRole('link', { name: title }).click();
  await expectStatus(hr, 'На подтверждении');
  await pressPlain(hr, 'Подтвердить');
  await expectStatus(hr, 'Заключен');
  await hr.goto(`/documents/${contract.id}`);
  await expectStatus(hr, 'Заключен');
});

test('E10.1.2, E10.1.3, E10.1.5, E10.1.6, E10.3.2, E10.3.3, E10.3.4: an annex is drawn up under a framework contract, approved with a responsible person and signed', async ({
  enter,
  desk,
}) => {
  test.setTimeout(150_000);
  const framework = await concludedContract(
    await desk(people.office),
    await desk(people.hr),
    'FRAMEWORK_CONTRACT',
  );
  const number = freshNumber();
  const title = `Приложение к рамочному договору № ${number} от 01.12.2026`;
  const [office, hr] = [await enter(people.office), await enter(people.hr)];
  await office.goto(`/documents/${framework.id}`);
  await nextStep(office).getByRole('button', { name: 'Создать приложение', exact: true }).click();
  await expect(
    office.getByRole('heading', { level: 1, name: 'Новое приложение к рамочному договору' }),
  ).toBeVisible();
  await fillAnnex(office, number);
  await expectAccessible(office, 'the form of an annex');
  await office.getByRole('button', { name: 'Отправить на согласование' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Отправить на согласование' }).click();
  await expectStatus(office, 'На согласовании');

  await hr.goto('/documents?direction=INCOMING');
  await hr.getByRole('checkbox', { name: 'Приложение к рамочному договору', exact: true }).check();
  await hr.getByRole('checkbox', { name: 'На согласовании', exact: true }).check();
  await hr.getByRole('link', { name: title }).click();
  const dialog = await press(hr, 'Согласовать');
  await expect(dialog.getByRole('heading', { name: 'Согласовать приложение' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Отправить', exact: true }).click();
  await expect(dialog.getByText('Выберите ответственное лицо.')).toBeVisible();
  await dialog.getByLabel('Ответственный за проведение практики от работодателя').click();
  await hr.getByRole('option').nth(1).click();
  await dialog.getByRole('button', { name: 'Отправить', exact: true }).click();
  await expectStatus(hr, 'Проект согласован');

  await pressPlain(office, 'Отправить на подписание');
  await expectStatus(office, 'На подписании');
  const address = new URL(office.url()).pathname;
  const [head, rector] = [await enter(people.head), await enter(people.rector)];
  await head.goto(address);
  await signDocument(head, people.head);
  await rector.goto(address);
  await signDocument(rector, people.rector);
  await expectStatus(rector, 'Заключен');
  const tree = rector.getByRole('region', { name: 'Связанные документы' });
  await tree.getByRole('link', { name: framework.title }).click();
  await expect(rector.getByRole('heading', { level: 1, name: framework.title })).toBeVisible();
  await expect(tree.getByRole('link', { name: title })).toBeVisible();
  await expectAccessible(rector, 'the card of a framework contract');
});

test('E9.5.2, E9.5.3, E9.5.4, E9.5.5: the head finds the university’s agreement to sign and signs first', async ({
  enter,
  desk,
}) => {
  const desks = { office: await desk(people.office), hr: await desk(people.hr) };
  const contract = await concludedContract(desks.office, desks.hr);
  const { id, title } = await draftUnder(desks.office, 'supplementary-agreements', {
    kind: 'SUPPLEMENTARY_TERMINATION',
    parentId: contract.id,
  });
  await desks.office.act(id, 'submit-signing');
  const head = await enter(people.head);
  await openByFilters(head, ['Входящие документы', TERMINATION, 'На подписании'], title);
  await expect(nextStep(head).getByRole('button', { name: 'Подписать', exact: true })).toBeVisible();
  await signDocument(head, people.head, SIGNING);
  await expectStatus(head, 'Подписано получателем');
});

test('E10.4.1, E10.4.2n, E10.4.3, E10.4.4, E10.4.5: HR comes from «Все сервисы» to an annex signed on paper and confirms it', async ({
  enter,
  desk,
}) => {
  const desks = { office: await desk(people.office), hr: await desk(people.hr) };
  const framework = await concludedContract(desks.office, desks.hr, 'FRAMEWORK_CONTRACT');
  const { id, title } = await draftUnder(desks.office, 'annexes', {
    parentId: framework.id,
    terms: ANNEX_TERMS,
  });
  await desks.office.act(id, 'submit-confirmation', { signedOnPaperAt: '2026-01-15' });
  const hr = await enter(people.hr);
  await hr.goto('/services');
  await hr.getByRole('main').getByRole('link', { name: 'Реестр документов' }).click();
  await hr.getByRole('checkbox', { name: 'Приложение к рамочному договору', exact: true }).check();
  await hr.getByRole('checkbox', { name: 'На подтверждении', exact: true }).check();
  await hr.getByRole('link', { name: title }).click();
  await expectStatus(hr, 'На подтверждении');
  await pressPlain(hr, 'Подтвердить');
  await expectStatus(hr, 'Заключен');
});

test('E10.2.1, E10.2.2, E10.2.3: HR rejects an annex with a reason', async ({ enter, desk }) => {
  const desks = { office: await desk(people.office), hr: await desk(people.hr) };
  const framework = await concludedContract(desks.office, desks.hr, 'FRAMEWORK_CONTRACT');
  const { id } = await draftUnder(desks.office, 'annexes', {
    parentId: framework.id,
    terms: ANNEX_TERMS,
  });
  await desks.office.act(id, 'submit-approval');
  const hr = await enter(people.hr);
  await hr.goto(`/documents/${id}`);
  await expect(nextStep(hr).getByRole('button', { name: 'Отправить на доработку' })).toHaveCount(0);
  const dialog = await press(hr, 'Отклонить');
  await expect(dialog.getByRole('heading', { name: 'Отклонить приложение' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Отправить', exact: true }).click();
  await expect(dialog.getByText('Укажите причину.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Мест в эти сроки нет.');
  await dialog.getByRole('button', { name: 'Отправить', exact: true }).click();
  await expectStatus(hr, 'Проект отклонен');
});

test('E6.1, E6.2: a framework contract is drafted in the form, sent back with a reason and approved', async ({
  enter,
}) => {
  const number = freshNumber();
  const [office, hr] = [await enter(people.office), await enter(people.hr)];
  await office.goto('/documents/new?kind=FRAMEWORK_CONTRACT');
  await expect(office.getByRole('radio', { name: 'Рамочный договор' })).toBeChecked();
  await expect(office.getByRole('region', { name: 'Программы практики' })).toHaveCount(0);
  const partner = office.getByLabel('Партнёр', { exact: true });
  await partner.fill('Ромашка');
  await office.getByRole('option').filter({ hasText: 'Ромашка' }).first().click();
  await office.getByLabel('Номер', { exact: true }).fill(number);
  await office.getByLabel('Дата', { exact: true }).fill('01.12.2026');
  await office.getByLabel('Действует с', { exact: true }).fill('01.02.2027');
  await office.getByLabel('Действует по', { exact: true }).fill('31.12.2028');
  await office
    .getByRole('group', { name: 'От образовательной организации' })
    .getByLabel('Фамилия, имя, отчество')
    .fill('Орлова Ирина Сергеевна');
  await fillAssessment(office);
  await attach(office, 'Основной файл договора', number);
  await office.getByRole('button', { name: 'Отправить на согласование' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Отправить на согласование' }).click();
  await expectStatus(office, 'На согласовании');
  const address = new URL(office.url()).pathname;
  await hr.goto(address);
  await pressWithReason(hr, 'Отправить на доработку', 'Уточните срок.');
  await expectStatus(hr, 'Проект на доработке');
  await expect(nextStep(office).getByRole('button', { name: 'Сохранить как проект' })).toBeVisible();
  await nextStep(office).getByRole('button', { name: 'Сохранить как проект' }).click();
  await office.getByRole('button', { name: 'Отправить на согласование' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Отправить на согласование' }).click();
  await expectStatus(office, 'На согласовании');
  const dialog = await press(hr, 'Согласовать проект');
  await dialog.getByLabel('Количество вакантных мест').fill('40');
  await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
  await expectStatus(hr, 'Проект согласован');
});

/** «Реестр документов» → the boxes of the side filters → the document by its name. */
async function openByFilters(page: Page, boxes: readonly string[], title: string): Promise<void> {
  await page.goto('/documents');
  for (const name of boxes) await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Number, date and file of an agreement. */
async function fillAgreement(page: Page, number: string): Promise<void> {
  await page.getByLabel('Номер', { exact: true }).fill(number);
  await page.getByLabel('Дата', { exact: true }).fill('01.12.2026');
  await attach(page, 'Файл соглашения', number);
}

async function fillAnnex(page: Page, number: string): Promise<void> {
  await page.getByLabel('Номер', { exact: true }).fill(number);
  await page.getByLabel('Дата', { exact: true }).fill('01.12.2026');
  await page.getByLabel('Действует с', { exact: true }).fill('01.02.2027');
  await page.getByLabel('Действует по', { exact: true }).fill('30.06.2027');
  await page.getByLabel('Специальность', { exact: true }).fill('09.03.04');
  await page.getByRole('option').filter({ hasText: '09.03.04' }).first().click();
  await page.getByLabel('Вид практики', { exact: true }).click();
  await page.getByRole('option', { name: 'Производственная' }).click();
  await page.getByLabel('Количество мест', { exact: true }).fill('5');
  await page.getByLabel('Начало практики', { exact: true }).fill('08.02.2027');
  await page.getByLabel('Окончание практики', { exact: true }).fill('07.03.2027');
  await fillAssessment(page);
  await attach(page, 'Основной файл приложения', number);
}

async function fillAssessment(page: Page): Promise<void> {
  for (const [label, choice] of [
    ['Шкала оценки', 'Пятибалльная'],
    ['Отчёт о практике', 'На портале'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).click();
    await page.getByRole('option', { name: choice }).click();
  }
}

async function attach(page: Page, label: string, number: string): Promise<void> {
  const name = 'Документ.pdf';
  const input = page.getByLabel(label).and(page.locator('input'));
  await input.setInputFiles({ name, mimeType: 'application/pdf', buffer: contractPdf(`File ${number}`) });
  await expect(page.getByRole('button', { name: `Убрать ${name}` })).toBeVisible();
  await expect(page.getByRole('progressbar', { name })).toHaveCount(0);
}

test('two rounds are compared: the reason, the fields and the text of the file; a colleague is mentioned in a comment', async ({
  enter,
  desk,
}) => {
  const desks = { office: await desk(people.office), hr: await desk(people.hr) };
  const { id, title } = await contractOnApproval(desks.office);
  const renamed = title.replace('01.12.2026', '02.12.2026');
  await desks.hr.act(id, 'request-revision', { reason: 'Уточните количество мест.' });
  await desks.office.act(id, 'reopen');
  const fileId = await desks.office.upload('Договор 2.pdf', contractPdf('Contract of the second round'));
  await desks.office.change(id, { date: '2026-12-02', files: [{ fileId, role: 'MAIN' }] });
  await desks.office.act(id, 'submit-approval');

  const hr = await enter(people.hr);
  await hr.goto(`/documents/${id}`);
  await hr.getByRole('link', { name: 'Сравнить редакции' }).click();
  await expect(hr.getByRole('heading', { level: 1, name: 'Сравнение редакций' })).toBeVisible();
  await expect(hr.getByRole('region', { name: 'Почему документ возвращали' })).toContainText(
    'Уточните количество мест.',
  );
  const fields = hr.getByRole('region', { name: 'Что изменилось в полях' });
  await expect(fields.getByRole('deletion').filter({ hasText: '01.12.2026' })).toBeVisible();
  await expect(fields.getByRole('insertion').filter({ hasText: '02.12.2026' })).toBeVisible();
  const text = hr.getByRole('region', { name: 'Что изменилось в тексте файла' });
  await expect(text.getByRole('insertion').filter({ hasText: 'round' })).toBeVisible();
  await expectAccessible(hr, 'the comparison of revisions');

  await hr.goto(`/documents/${id}`);
  const comments = hr.getByRole('region', { name: 'Комментарии' });
  await comments.getByRole('button', { name: 'Отправить комментарий' }).click();
  await expect(comments.getByText('Напишите комментарий.')).toBeVisible();
  await comments.getByLabel('Новый комментарий').fill('Посмотрите места, пожалуйста');
  await comments.getByLabel('Упомянуть коллегу').fill('Ромашкина');
  await hr.getByRole('option').filter({ hasText: 'Ромашкина' }).click();
  await comments.getByRole('button', { name: 'Отправить комментарий' }).click();
  await expect(comments.getByText('Упомянуты: Ромашкина Елена')).toBeVisible();
  const head = await enter(people.head);
  await expect(async () => {
    await head.goto('/notifications');
    const news = head.getByRole('listitem').filter({ hasText: renamed });
    await expect(news.filter({ hasText: 'Вас упомянули в комментарии' })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  const office = await enter(people.office);
  await office.goto(`/documents/${id}`);
  await expect(office.getByRole('region', { name: 'Комментарии' })).toContainText('Комментариев пока нет.');
  await nextStep(office).getByRole('button', { name: 'Напомнить', exact: true }).click();
  await expect(nextStep(office).getByText(/^Вы напоминали: /)).toBeVisible();
  await expect(nextStep(office).getByRole('button', { name: 'Напомнить', exact: true })).toBeDisabled();
});
