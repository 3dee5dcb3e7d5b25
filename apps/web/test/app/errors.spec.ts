import { ERROR_STATUS } from '@praktika/contracts';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { ApiError } from '../../src/app/api/api-error.js';
import { useErrors, type ExplainedError } from '../../src/app/errors.js';
import { errors as english } from '../../src/locales/en/errors.js';
import { errors as russian } from '../../src/locales/ru/errors.js';

function explained(error: unknown): ExplainedError {
  let result: ExplainedError = { title: '', details: [] };
  mount(
    defineComponent({
      setup() {
        result = useErrors().explain(error);
        return () => h('div');
      },
    }),
  );
  return result;
}

describe('words for failures', () => {
  it.each(Object.keys(ERROR_STATUS))('exist in both languages for the code %s', (code) => {
    expect(russian).toHaveProperty(code);
    expect(english).toHaveProperty(code);
  });

  it('after a late press say the status, who and when', () => {
    const error = ApiError.fromBody(409, {
      code: 'invalid_state',
      detail: 'Документ уже согласован.',
      current: {
        status: 'PROJECT_APPROVED',
        statusLabel: 'Проект согласован',
        by: 'Иванова М. П.',
        at: '2026-11-02T10:05:00Z',
      },
    });
    expect(explained(error)).toEqual({
      title: russian.invalid_state,
      details: ['Сейчас статус «Проект согласован».', 'Изменил(а): Иванова М. П., 02.11.2026, 13:05.'],
    });
  });

  it('give the reference number only when the fault is the server’s', () => {
    const body = { code: 'internal', traceId: 'trace-7' };
    expect(explained(ApiError.fromBody(500, body)).trace).toBe('trace-7');
    expect(explained(ApiError.fromBody(404, { code: 'not_found', traceId: 'x' })).trace).toBeUndefined();
  });

  it('never show a programming error as it is', () => {
    expect(explained(new TypeError('x is undefined')).title).toBe(russian.unreadable);
  });
});
