import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.js';
import { opensslVerdict, unpack } from './support/bundle.js';
import { attachMainFile, fillContract } from './support/contract-form.js';
import { contractPdf } from './support/contract-pdf.js';
import { freshNumber } from './support/contracts.js';
import { EMPLOYER, people, UNIVERSITY } from './support/people.js';
import { recordRequests, secretsIn } from './support/private-key.js';
import {
  expectStatus,
  nextStep,
  openKey,
  press,
  pressPlain,
  pressWithReason,
  signInByForm,
} from './support/steps.js';
import { expect, test } from './support/test.js';

const REASON = 'Уточните количество мест: у нас свободны только четыре.';

test('the walk: a contract goes from draft to performed, by four people, with two real signatures', async ({
  visit,
}) => {
  test.setTimeout(240_000);
  const number = freshNumber();
  const title = `Договор на период практики № ${number} от 01.12.2026`;
  const second = contractPdf(`Contract ${number}, revision 2`);
  const [office, hr, head, rector] = [await visit(), await visit(), await visit(), await visit()];
  let address = '';

  await test.step('the university drafts the contract and sends it for approval', async () => {
    await signInByForm(office, people.office);
    await openRegistry(office);
    await office.getByRole('link', { name: 'Новый договор' }).click();
    await expect(office.getByRole('heading', { level: 1, name: 'Новый договор' })).toBeFocused();
    const file = { name: 'Договор.pdf', content: contractPdf(`Contract ${number}`) };
    await fillContract(office, { partner: 'Ромашка', number, file });
    await expectAccessible(office, 'the draft form');
    await office.getByRole('button', { name: 'Сохранить как проект' }).click();
    await expect(office.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectStatus(office, 'Проект');
    address = new URL(office.url()).pathname;
    await pressPlain(office, 'Отправить на согласование');
    await expectStatus(office, 'На согласовании');
  });

  await test.step('HR finds it in the registry, reads it and sends it back with a reason', async () => {
    await signInByForm(hr, people.hr);
    await findInRegistry(hr, 'На согласовании', title);
    await expectStatus(hr, 'На согласовании');
    await expect(hr.getByText('Проект на согласовании', { exact: true })).toBeVisible();
    await expect(hr.getByRole('img', { name: 'Договор.pdf' })).toBeVisible();
    await expectAccessible(hr, 'the card on approval');
    await pressWithReason(hr, 'Отправить на доработку', REASON);
    await expectStatus(hr, 'Проект на доработке');
  });

  await test.step('the university reads the reason in the bell and on the card', async () => {
    await openBell(office);
    const news = office.getByRole('listitem').filter({ hasText: title }).filter({ hasText: REASON });
    await news.getByRole('link', { name: 'Проект отправлен на доработку' }).click();
    await expect(office.getByRole('status').filter({ hasText: REASON })).toBeVisible();
    await expectStatus(office, 'Проект на доработке');
  });

  await test.step('it edits, attaches another file and sends revision 2', async () => {
    await nextStep(office).getByRole('button', { name: 'Сохранить как проект' }).click();
    await expect(office).toHaveURL(/\/edit$/);
    await office.getByLabel('Количество мест', { exact: true }).fill('4');
    await attachMainFile(office, { name: 'Договор, редакция 2.pdf', content: second });
    await office.getByRole('button', { name: 'Отправить на согласование' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Отправить на согласование' }).click();
    await expectStatus(office, 'На согласовании');
    await expect(office.getByText('Редакция 2 (текущая)')).toBeVisible();
  });

  await test.step('HR approves it, naming the responsible person and the seats', async () => {
    await hr.goto(address);
    const dialog = await press(hr, 'Согласовать проект');
    await expect(dialog.getByRole('heading', { name: 'Согласование проекта договора' })).toBeVisible();
    await expectAccessible(hr, 'the window of approval');
    await dialog.getByLabel('Ответственный за проведение практики от работодателя').click();
    await hr.getByRole('option').nth(1).click();
    await dialog.getByLabel('Должность ответственного лица').fill('Начальник отдела кадров');
    await dialog.getByLabel('Телефон').fill('+7 800 000-00-02');
    await dialog.getByLabel('E-mail').fill('hr@romashka.example');
    await dialog.getByLabel('Количество вакантных мест').fill('4');
    await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expectStatus(hr, 'Проект согласован');
    const parties = hr.getByRole('region', { name: 'Стороны' });
    await expect(parties).toContainText('Начальник отдела кадров');
    await expect(parties).toContainText('+7 800 000-00-02');
  });

  await test.step('the university sends it for signing; the employer gets the bell and an e-mail', async () => {
    await office.goto(address);
    await pressPlain(office, 'Отправить на подписание');
    await expectStatus(office, 'На подписании');
    await signInByForm(head, people.head);
    await expect(async () => {
      await head.goto('/demo/mail');
      const letter = head.getByRole('article').filter({ hasText: `Необходимо подписать: ${title}` });
      await expect(letter).toContainText(UNIVERSITY, { timeout: 5_000 });
    }).toPass({ timeout: 30_000 });
    await openBell(head);
    const news = head.getByRole('listitem').filter({ hasText: title });
    await news.getByRole('link', { name: 'Необходимо подписать документ' }).click();
    await expectStatus(head, 'На подписании');
  });

  await test.step('the head of the employer signs in the browser; the key never leaves it', async () => {
    const requests = recordRequests(head);
    const dialog = await openKey(head, people.head, { password: 'not the password' });
    await expect(dialog.getByRole('alert')).toContainText('Неверный пароль');
    expect(requests.filter((request) => request.method() !== 'GET')).toEqual([]);
    await dialog.getByLabel('Пароль к файлу ключа').fill('Praktika-2026-demo');
    await dialog.getByRole('button', { name: 'Открыть сертификат' }).click();
    await expect(dialog.getByText('ТЕСТОВЫЙ УЦ — юридической силы не имеет')).toBeVisible();
    await expectAccessible(head, 'the window of signing');
    await dialog.getByRole('button', { name: 'Подписать', exact: true }).click();
    await expect(dialog.getByText('Документ подписан', { exact: true })).toBeVisible();
    const sent = requests.filter((request) => request.method() !== 'GET').map((request) => request.url());
    expect(sent).toEqual([expect.stringMatching(/\/actions\/sign$/)]);
    expect(await secretsIn(requests, people.head)).toEqual([]);
    await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
    await expectStatus(head, 'Подписано получателем');
  });

  await test.step('the rector signs last and the contract is concluded', async () => {
    await signInByForm(rector, people.rector);
    await rector.goto(address);
    const requests = recordRequests(rector);
    const dialog = await openKey(rector, people.rector);
    await dialog.getByRole('button', { name: 'Подписать', exact: true }).click();
    await expect(dialog.getByText('Подписали обе стороны. Документ заключён.')).toBeVisible();
    expect(await secretsIn(requests, people.rector)).toEqual([]);
    await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
    await expectStatus(rector, 'Заключен');
    await expectAccessible(rector, 'the concluded card');
  });

  await test.step('OpenSSL accepts both signatures of the downloaded bundle over exactly the sent bytes', async () => {
    await hr.goto(address);
    const download = hr.waitForEvent('download');
    await hr.getByRole('link', { name: 'Скачать с подписями' }).click();
    const bundle = await unpack(await (await download).path());
    try {
      const document = 'Договор, редакция 2.pdf';
      expect(await bundle.read(document)).toEqual(second);
      const signatures = bundle.names.filter((name) => name.endsWith('.sig'));
      expect(signatures).toHaveLength(2);
      for (const signature of signatures) {
        expect(await opensslVerdict(bundle, signature, document)).toContain('Verification successful');
      }
      expect(bundle.names.filter((name) => name.endsWith('.cer')).length).toBeGreaterThanOrEqual(2);
    } finally {
      await bundle.remove();
    }
  });

  await test.step('later the employer closes the contract without a supplementary agreement', async () => {
    const dialog = await press(hr, 'Закрыть договор');
    await expect(dialog.getByText('Без дополнительного соглашения')).toBeVisible();
    await dialog.getByLabel('Комментарий').fill('Практика проведена, обязательств не осталось.');
    await dialog.getByRole('button', { name: 'Подтвердить', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expectStatus(hr, 'Исполнен');
    await office.goto(address);
    await expectStatus(office, 'Исполнен');
    await expect(office.getByRole('region', { name: 'История' })).toContainText(EMPLOYER);
    await expectAccessible(office, 'the performed card');
  });
});

async function openRegistry(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Меню' })
    .getByRole('link', { name: 'Реестр документов' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Реестр документов' })).toBeVisible();
}

/** «Реестр документов» → «Входящие» → «Договор на период практики» → the status → the name. */
async function findInRegistry(page: Page, status: string, title: string): Promise<void> {
  await openRegistry(page);
  await page.getByRole('checkbox', { name: 'Входящие документы' }).check();
  await page.getByRole('checkbox', { name: 'Договор на период практики', exact: true }).check();
  await page.getByRole('checkbox', { name: status, exact: true }).check();
  await page.getByRole('link', { name: title }).click();
}

async function openBell(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Уведомления, непрочитанных: / })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Уведомления' })).toBeVisible();
}
