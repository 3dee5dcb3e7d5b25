import { join } from 'node:path';

const HR = { email: 'hr@romashka.example', organization: 'ООО «Ромашка»' };
const HEAD = { email: 'head@romashka.example' };
const WIDE = { width: 1280, height: 740 };
const PHONE = { width: 390, height: 780 };

/**
 * The pictures, by file name: who looks, how wide, at which address, and what happens before the shutter.
 * `path` and `arrange` are given what the studio knows: `{page, folder, password, firstDocument(status)}`.
 */
export const scenes = [
  {
    name: 'registry',
    person: HR,
    size: WIDE,
    path: () => '/documents?direction=INCOMING',
    arrange: ready('table'),
  },
  {
    name: 'card',
    person: HR,
    size: WIDE,
    path: async ({ firstDocument }) => `/documents/${await firstDocument('ON_APPROVAL')}`,
    arrange: ready('canvas'),
  },
  {
    name: 'signing',
    person: HEAD,
    size: WIDE,
    path: async ({ firstDocument }) => `/documents/${await firstDocument('ON_SIGNING')}?action=sign`,
    arrange: openKey,
  },
  {
    name: 'registry-390',
    person: HR,
    size: PHONE,
    path: () => '/documents?direction=INCOMING',
    arrange: ready('main ul li a'),
  },
];

/** Waits until the part of the page that matters is there. */
function ready(selector) {
  return ({ page }) => page.locator(selector).first().waitFor();
}

async function openKey({ page, folder, password }) {
  const dialog = page.getByRole('dialog');
  const container = join(folder, 'demo', 'certificates', `${HEAD.email}.p12`);
  await dialog.getByLabel('Файл ключа (.p12 или .pfx)').setInputFiles(container);
  await dialog.getByLabel('Пароль к файлу ключа').fill(password);
  await dialog.getByRole('button', { name: 'Открыть сертификат' }).click();
  await dialog.getByRole('heading', { name: 'Сертификат электронной подписи' }).waitFor();
}
