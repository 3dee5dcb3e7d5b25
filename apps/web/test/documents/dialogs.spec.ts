import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import ApproveDialog from '../../src/features/documents/components/dialogs/ApproveDialog.vue';
import PlainDialog from '../../src/features/documents/components/dialogs/PlainDialog.vue';
import ReasonDialog from '../../src/features/documents/components/dialogs/ReasonDialog.vue';
import { documentCard } from '../document-card.js';
import { mountInApp } from '../mount.js';
import { problem, serve } from '../server.js';

afterEach(() => vi.unstubAllGlobals());

/** The window is drawn at the end of the body, outside the component. */
const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]');
const button = (name: string) =>
  [...(dialog()?.querySelectorAll('button') ?? [])].find((item) => item.textContent?.trim() === name);
const field = (name: string) => {
  const label = [...(dialog()?.querySelectorAll('label') ?? [])].find((item) =>
    item.textContent?.includes(name),
  );
  return document.getElementById(label?.getAttribute('for') ?? '') as HTMLInputElement | null;
};
const words = () => dialog()?.textContent ?? '';

async function type(name: string, text: string): Promise<void> {
  const input = field(name);
  if (!input) throw new Error(`no field «${name}»`);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await flushPromises();
}

async function press(name: string): Promise<void> {
  button(name)?.click();
  await flushPromises();
}

const managers = { items: [] };

function approve() {
  const seen = serve((request) =>
    request.url.includes('responsible-persons')
      ? { body: managers }
      : { body: documentCard({ status: 'PROJECT_APPROVED', version: 4 }) },
  );
  const wrapper = mountInApp(ApproveDialog, { document: documentCard() });
  const sent = () => seen.filter(({ method }) => method === 'POST');
  return { wrapper, sent };
}

describe('the windows of an annex and an agreement', () => {
  const annex = () => documentCard({ kind: 'FRAMEWORK_ANNEX' });

  it('E10.1.5, E10.1.6: «Согласовать приложение» asks for the responsible person, its button is «Отправить»', async () => {
    const seen = serve(() => ({ body: managers }));
    mountInApp(ApproveDialog, { document: annex() });
    await flushPromises();
    expect(words()).toContain('Согласовать приложение');
    await press('Отправить');
    expect(words()).toContain('Выберите ответственное лицо.');
    expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it.each([
    ['E10.2.2', 'FRAMEWORK_ANNEX', 'reject', 'Отклонить приложение', 'Отправить'],
    ['E9.4.2', 'SUPPLEMENTARY_TERMINATION', 'reject', 'Отклонить доп. соглашение', 'Подтвердить'],
    ['E9.3.2', 'SUPPLEMENTARY_AMENDMENT', 'request-revision', 'Отправить на доработку', 'Подтвердить'],
  ] as const)('%s: %s, %s is «%s» with «%s»', async (_, kind, action, title, submit) => {
    serve(() => ({ body: {} }));
    mountInApp(ReasonDialog, { document: documentCard({ kind }), action });
    await flushPromises();
    expect(dialog()?.querySelector('h2')?.textContent).toBe(title);
    expect(button(submit)).toBeDefined();
  });
});

describe('«Удаление документа»', () => {
  it.each([
    ['never sent', documentCard({ status: 'DRAFT', revision: null, revisions: [] }), 'из вашего реестра'],
    ['once sent', documentCard({ status: 'PROJECT_REJECTED' }), 'из реестров обеих сторон'],
  ])('says where a document %s disappears from', async (_, document, where) => {
    mountInApp(PlainDialog, { document, action: 'delete' });
    await flushPromises();
    expect(words()).toContain(where);
  });
});

describe('«Согласование проекта договора»', () => {
  it('E5.1.4a: opens under the manual’s name, and «Подтвердить» approves the version on the screen', async () => {
    const { wrapper, sent } = approve();
    await flushPromises();
    expect(words()).toContain('Согласование проекта договора');
    await press('Подтвердить');
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.path).toBe('/api/v1/documents/document-1/actions/approve');
    expect(sent()[0]?.headers.get('if-match')).toBe('"v3"');
    expect(wrapper.emitted('done')).toHaveLength(1);
  });

  it('E5.1.10: an empty form is sent as it is', async () => {
    const { sent } = approve();
    await flushPromises();
    await press('Подтвердить');
    expect(sent()[0]?.body).toEqual({});
  });

  it('sends position, phone, e-mail and seats as typed', async () => {
    const { sent } = approve();
    await flushPromises();
    await type('Должность ответственного лица', 'Инженер');
    await type('Телефон', '+7 900');
    await type('E-mail', 'a@b.ru');
    await type('Количество вакантных мест', '12');
    await press('Подтвердить');
    expect(sent()[0]?.body).toEqual({
      responsible: { position: 'Инженер', phone: '+7 900', email: 'a@b.ru' },
      seats: 12,
    });
  });

  it('stops a number of seats that is not one before anything is sent', async () => {
    const { sent } = approve();
    await flushPromises();
    await type('Количество вакантных мест', '-3');
    await press('Подтвердить');
    expect(sent()).toHaveLength(0);
    expect(words()).toContain('Введите целое число от 0 до 10');
  });
});

describe('windows that ask for a reason', () => {
  it.each([
    ['E5.2.2a', 'request-revision', 'Отправка проекта договора на доработку', 'Причина доработки'],
    ['E5.3.2a', 'reject', 'Отклонение проекта договора', 'Причина отклонения'],
  ] as const)('%s: %s asks for the reason and refuses an empty one', async (_id, action, title, label) => {
    const seen = serve(() => ({ body: documentCard({ version: 4 }) }));
    mountInApp(ReasonDialog, { document: documentCard(), action });
    await flushPromises();
    expect(words()).toContain(title);
    await type(label, '   ');
    await press('Подтвердить');
    expect(seen).toHaveLength(0);
    expect(words()).toContain('Укажите причину.');
    await type(label, 'Уточните сроки');
    await press('Подтвердить');
    expect(seen[0]?.body).toEqual({ reason: 'Уточните сроки' });
  });

  it('keep what was typed when they are closed without a press', async () => {
    serve(() => ({ body: documentCard() }));
    const props = { document: documentCard(), action: 'reject' };
    const first = mountInApp(ReasonDialog, props);
    await flushPromises();
    await type('Причина отклонения', 'Черновик причины');
    const pinia = first.vm.$pinia;
    first.unmount();
    document.body.innerHTML = '';
    mountInApp(ReasonDialog, props, pinia);
    await flushPromises();
    expect(field('Причина отклонения')?.value).toBe('Черновик причины');
  });

  it('let a withdrawal go without a reason', async () => {
    const seen = serve(() => ({ body: documentCard({ status: 'WITHDRAWN' }) }));
    mountInApp(ReasonDialog, { document: documentCard(), action: 'withdraw' });
    await flushPromises();
    await press('Подтвердить');
    expect(seen[0]?.body).toEqual({});
  });

  it('show who was faster instead of a second press', async () => {
    serve((request) =>
      request.method === 'POST'
        ? problem(409, 'invalid_state', {
            current: {
              status: 'PROJECT_APPROVED',
              statusLabel: 'Проект согласован',
              by: 'Петров А. С.',
              at: '2026-11-02T10:05:00Z',
            },
          })
        : { body: documentCard() },
    );
    mountInApp(ReasonDialog, { document: documentCard(), action: 'reject' });
    await flushPromises();
    await type('Причина отклонения', 'Нет мест');
    await press('Подтвердить');
    expect(words()).toContain('Петров А. С.');
    expect(words()).toContain('Проект согласован');
    expect(button('Подтвердить')).toBeUndefined();
    expect(button('Показать текущее состояние')).toBeDefined();
  });
});
