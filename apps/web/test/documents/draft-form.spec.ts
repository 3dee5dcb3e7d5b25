import { enableAutoUnmount, flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import ContractForm from '../../src/features/documents/components/contract-form/ContractForm.vue';
import AgreementForm from '../../src/features/documents/components/agreement-form/AgreementForm.vue';
import { anchorOf } from '../../src/ui/anchors.js';
import { documentCard } from '../document-card.js';
import { mountInApp } from '../mount.js';
import { serve } from '../server.js';

const framework = documentCard({ kind: 'FRAMEWORK_CONTRACT', status: 'CONCLUDED' });

// The stub of the server stays: lists of choices go on asking for a moment after their test.
enableAutoUnmount(afterEach);

const stored = () =>
  serve(() => ({ body: documentCard({ status: 'DRAFT', revision: null, revisions: [] }) }));
const posts = (seen: ReturnType<typeof serve>) => seen.filter(({ method }) => method === 'POST');

async function save(wrapper: VueWrapper): Promise<void> {
  await wrapper.get('form').trigger('submit');
  await flushPromises();
}

describe('«Сохранить как проект»', () => {
  it('stores an annex nothing was typed into: its contract is known', async () => {
    const seen = stored();
    const fresh = { kind: 'FRAMEWORK_ANNEX' as const, parent: framework };
    await save(mountInApp(ContractForm, { document: null, fresh }));
    expect(posts(seen)).toMatchObject([{ path: '/api/v1/annexes', body: { parentId: framework.id } }]);
  });

  it('stores an agreement nothing was typed into', async () => {
    const seen = stored();
    const kind = 'SUPPLEMENTARY_TERMINATION' as const;
    await save(mountInApp(AgreementForm, { document: null, kind, parent: framework }));
    expect(posts(seen)).toMatchObject([{ path: '/api/v1/supplementary-agreements' }]);
  });

  it('asks for the partner of a contract, and not «before sending»', async () => {
    const seen = stored();
    const fresh = { kind: 'FRAMEWORK_CONTRACT' as const, parent: null };
    const wrapper = mountInApp(ContractForm, { document: null, fresh });
    await save(wrapper);
    expect(posts(seen)).toEqual([]);
    const summary = wrapper.get('[role="alert"]').text();
    expect(summary).toContain('Перед сохранением проверьте');
    expect(summary).toContain('Партнёр: заполните поле.');
  });
});

describe('the list of what is at fault', () => {
  it('names the fields in the order of the page and follows what has been put right', async () => {
    stored();
    const fresh = { kind: 'FRAMEWORK_ANNEX' as const, parent: framework };
    const wrapper = mountInApp(ContractForm, { document: null, fresh });
    const input = (pointer: string) => wrapper.get(`#${anchorOf(pointer)} input`);
    await input('/terms/programmes/0/course').setValue('9');
    await input('/terms/educationSupervisor/email').setValue('нет');
    await input('/terms/employerSupervisor/fullName').setValue('Орлов Пётр');
    await input('/terms/employerSupervisor/email').setValue('нет');
    await save(wrapper);
    const listed = () => wrapper.findAll('[role="alert"] li').map((item) => item.text());
    expect(listed()).toEqual([
      'Специальность: введите код из шести цифр: 09.03.04.',
      'Курс: введите число от 1 до 7.',
      'Фамилия, имя, отчество (от образовательной организации): заполните поле.',
      'E-mail (от образовательной организации): проверьте адрес электронной почты.',
      'E-mail (от работодателя): проверьте адрес электронной почты.',
    ]);
    await input('/terms/programmes/0/course').setValue('');
    await input('/terms/educationSupervisor/fullName').setValue('Белова Елена');
    await input('/terms/employerSupervisor/email').setValue('');
    expect(listed()).toEqual(['E-mail (от образовательной организации): проверьте адрес электронной почты.']);
  });
});

describe('the stars of an annex', () => {
  it('stand only by what it cannot be sent without', () => {
    stored();
    const fresh = { kind: 'FRAMEWORK_ANNEX' as const, parent: framework };
    const wrapper = mountInApp(ContractForm, { document: null, fresh });
    const starred = (label: string) =>
      wrapper
        .findAll('label')
        .filter((item) => item.text().startsWith(label))
        .map((item) => item.classes().some((name) => name.includes("after:content-['*']")));
    expect(starred('Номер')).toEqual([true]);
    expect(starred('Помещение')).toEqual([false]);
    expect(starred('Фамилия, имя, отчество')).toEqual([false, false]);
  });
});
