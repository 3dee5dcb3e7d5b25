import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import BatchDialog from '../../src/features/documents/components/batch/BatchDialog.vue';
import { OperationProgress } from '../../src/features/operations/index.js';
import { offeredVerbs, scopeOf } from '../../src/features/documents/model/batch.js';
import { documentCard } from '../document-card.js';
import { mountInApp } from '../mount.js';
import { problem, serve } from '../server.js';

afterEach(() => vi.unstubAllGlobals());

const offer = (action: 'approve' | 'reject' | 'sign', reasonText?: string) => ({
  action,
  label: action,
  enabled: reasonText === undefined,
  ...(reasonText !== undefined && { reason: 'parent_closed', reasonText }),
});

const good = documentCard({ id: 'a', availableActions: [offer('approve'), offer('reject')] });
const other = documentCard({ id: 'b', availableActions: [offer('approve')] });
const hindered = documentCard({ id: 'c', availableActions: [offer('approve', 'Основной договор закрыт.')] });
const moved = documentCard({ id: 'd', statusLabel: 'Отозван', availableActions: [] });

describe('what a batch will be done to', () => {
  it('is what the verb is offered for; the others are told apart by why it is not', () => {
    const { ready, skipped } = scopeOf([good, hindered, moved, other], 'approve');
    expect(ready.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(skipped).toEqual([
      { reason: { text: 'Основной договор закрыт.' }, documents: [hindered] },
      { reason: { status: 'Отозван' }, documents: [moved] },
    ]);
  });

  it('offers the verbs that at least one document can take, with how many', () => {
    expect(offeredVerbs([good, other, moved])).toEqual([
      { action: 'approve', count: 2 },
      { action: 'reject', count: 1 },
    ]);
    expect(offeredVerbs([moved])).toEqual([]);
  });
});

const words = () => document.querySelector('[role="dialog"]')?.textContent ?? '';
const button = (start: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')].find((item) =>
    item.textContent?.trim().startsWith(start),
  );

const operation = (part: object) => ({
  id: 'operation-1',
  kind: 'BATCH',
  action: 'reject',
  status: 'DONE',
  total: 2,
  done: 2,
  failed: 0,
  result: null,
  problem: null,
  createdAt: '2026-11-22T10:00:00Z',
  startedAt: null,
  finishedAt: null,
  ...part,
});

describe('the window of a batch', () => {
  it('asks for one reason, sends the versions that were seen, shows what came of it', async () => {
    const seen = serve((request) => {
      if (request.url.includes('/items')) {
        const problemOfItem = { code: 'not_found', title: 'Не найдено', status: 404 };
        const item = { position: 1, documentId: 'b', kind: null, title: null, partnerName: null };
        return { body: { items: [{ ...item, status: 'FAILED', problem: problemOfItem }] } };
      }
      return { body: operation({ done: 1, failed: 1 }), status: request.method === 'POST' ? 202 : 200 };
    });
    const documents = [
      documentCard({ id: 'a', version: 3, availableActions: [offer('reject')] }),
      documentCard({ id: 'b', version: 5, availableActions: [offer('reject')] }),
      moved,
    ];
    const wrapper = mountInApp(BatchDialog, { action: 'reject', documents });
    await flushPromises();
    expect(words()).toContain('Будет выполнено для 2 документов.');
    expect(words()).toContain('В статусе «Отозван»: 1');
    button('Отклонить')?.click();
    await flushPromises();
    expect(words()).toContain('Укажите причину');
    expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);

    const field = document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea');
    field!.value = 'Нет мест';
    field!.dispatchEvent(new Event('input', { bubbles: true }));
    button('Отклонить')?.click();
    await flushPromises();
    const [sent] = seen.filter(({ method }) => method === 'POST');
    expect(sent?.path).toContain('/documents/batch/reject');
    expect(sent?.body).toEqual({
      reason: 'Нет мест',
      items: [
        { id: 'a', version: 3 },
        { id: 'b', version: 5 },
      ],
    });
    expect(wrapper.emitted('begun')).toHaveLength(1);
    expect(words()).toContain('Выполнено 1 из 2, не выполнено 1');
    expect(words()).toContain('Документ № 2 в списке');
    expect(words()).toContain('Не найдено');
    // what is not ours cannot be tried again
    expect(button('Повторить')).toBeUndefined();
  });

  it('offers to try again only what still offers the action', async () => {
    const cards = [
      documentCard({ id: 'a', version: 4, availableActions: [offer('reject')] }),
      documentCard({ id: 'b', version: 6, statusLabel: 'Отозван', availableActions: [] }),
    ];
    serve(({ method, url: path }) => {
      if (path.includes('/items')) {
        const refused = { code: 'precondition_failed', title: 'Документ изменили', status: 412 };
        const items = cards.map(({ id }, position) => ({ documentId: id, position, problem: refused }));
        return {
          body: { items: items.map((item) => ({ ...item, kind: null, title: null, partnerName: null })) },
        };
      }
      const card = cards.find(({ id }) => path.endsWith(`/documents/${id}`));
      return { body: card ?? operation({ done: 0, failed: 2 }), status: method === 'POST' ? 202 : 200 };
    });
    const documents = cards.map((card) => ({ ...card, availableActions: [offer('reject')] }));
    mountInApp(BatchDialog, { action: 'reject', documents });
    await flushPromises();
    const field = document.querySelector<HTMLTextAreaElement>('[role="dialog"] textarea');
    field!.value = 'Нет мест';
    field!.dispatchEvent(new Event('input', { bubbles: true }));
    button('Отклонить')?.click();
    await vi.waitFor(() => expect(button('Повторить')?.textContent).toContain('(1)'));
    button('Повторить')?.click();
    await vi.waitFor(() => expect(button('Отклонить')?.textContent).toContain('(1)'));
    expect(words()).not.toContain('Останутся без изменений');
  });

  it('counts what was left out before it was sent among what was not done', async () => {
    serve(() => ({ body: operation({ total: 2, done: 2 }) }));
    const wrapper = mountInApp(OperationProgress, { id: 'operation-1', leftOut: 1 });
    await vi.waitFor(() => expect(wrapper.text()).toContain('Выполнено 2 из 3, не выполнено 1'));
    expect(wrapper.text()).not.toContain('Готово');
  });

  it('sends the same press under the same key after a lost answer', async () => {
    let lost = true;
    const seen = serve(() => {
      if (lost) return problem(503, 'unavailable');
      return { body: operation({}), status: 202 };
    });
    mountInApp(BatchDialog, {
      action: 'confirm',
      documents: [
        documentCard({
          id: 'a',
          availableActions: [{ action: 'confirm', label: 'Подтвердить', enabled: true }],
        }),
      ],
    });
    await flushPromises();
    button('Подтвердить')?.click();
    await flushPromises();
    lost = false;
    button('Подтвердить')?.click();
    await flushPromises();
    const keys = seen
      .filter(({ method }) => method === 'POST')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });
});
