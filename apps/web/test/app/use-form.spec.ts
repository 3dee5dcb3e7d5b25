import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../src/app/api/api-error.js';
import { useForm } from '../../src/app/forms/use-form.js';

describe('a form', () => {
  it('sends nothing while its own check finds a fault', async () => {
    const send = vi.fn(() => Promise.resolve());
    const form = useForm({ check: () => [{ pointer: '/name', message: 'Заполните поле.' }], send });
    expect(await form.submit()).toBe(false);
    expect(send).not.toHaveBeenCalled();
    expect(form.errorOf.value('/name')).toBe('Заполните поле.');
  });

  it('puts the faults of a refusal at their fields by pointer', async () => {
    const refusal = ApiError.fromBody(422, {
      code: 'validation_failed',
      errors: [{ pointer: '/responsible/email', code: 'email', detail: 'Проверьте адрес.' }],
    });
    const form = useForm({ send: () => Promise.reject(refusal) });
    await form.submit();
    expect(form.errorOf.value('/responsible/email')).toBe('Проверьте адрес.');
    expect(form.failure.value).toBeUndefined();
  });

  it('keeps a refusal without fields as a failure of the whole form', async () => {
    const refusal = ApiError.fromBody(409, { code: 'duplicate' });
    const form = useForm({ send: () => Promise.reject(refusal) });
    await form.submit();
    expect(form.failure.value).toBe(refusal);
  });

  it('is sent once however often the button is pressed', async () => {
    let finish: () => void = () => undefined;
    const send = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const form = useForm({ send });
    const first = form.submit();
    expect(await form.submit()).toBe(false);
    finish();
    expect(await first).toBe(true);
    expect(send).toHaveBeenCalledOnce();
  });
});
