import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../src/app/api/api-error.js';
import { uploadFile } from '../../src/app/api/upload.js';
import UiUpload from '../../src/ui/UiUpload.vue';
import { mountInApp } from '../mount.js';

vi.mock('../../src/app/api/upload.js');
afterEach(() => vi.resetAllMocks());

async function refusedWith(reason: string): Promise<string> {
  const detail = 'Слова сервера. Принимаются PDF, DOCX, XLSX, JPG и PNG, до 70 МБ.';
  const refusal = ApiError.fromBody(422, { code: 'file_rejected', detail, reason });
  vi.mocked(uploadFile).mockReturnValue({ done: Promise.reject(refusal), cancel: () => undefined });
  const wrapper = mountInApp(UiUpload, { kind: 'MAIN', label: 'Основной файл', modelValue: [] });
  const input = wrapper.get('input');
  Object.defineProperty(input.element, 'files', { value: [new File(['x'], 'fake.pdf')] });
  await input.trigger('change');
  await flushPromises();
  return wrapper.get('[role="alert"]').text();
}

describe('a file the server has refused', () => {
  it('is answered with what this field takes', async () => {
    const words = await refusedWith('type');
    expect(words).toMatch(/^Содержимое файла не подходит по типу\. Подойдёт: PDF, DOCX, до /);
    expect(words).not.toContain('XLSX');
  });

  it('for a reason not known here is answered in the server’s words', async () => {
    expect(await refusedWith('new_reason')).toContain('Слова сервера.');
  });
});
