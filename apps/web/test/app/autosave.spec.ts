import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, reactive } from 'vue';
import { ApiError } from '../../src/app/api/api-error.js';
import { useAutosave } from '../../src/app/forms/use-autosave.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const PAUSE = 1_200;

function autosaved(send: (text: string) => Promise<void>) {
  const work = reactive({ text: '', sendable: true });
  const kept: string[] = [];
  const forget = vi.fn();
  let autosave!: ReturnType<typeof useAutosave>;
  const wrapper = mount(
    defineComponent({
      setup() {
        autosave = useAutosave({
          snapshot: () => work.text,
          sendable: () => work.sendable,
          send: () => send(work.text),
          keep: (text) => kept.push(text),
          forget,
        });
        return () => h('div');
      },
    }),
  );
  const type = async (text: string) => {
    work.text = text;
    await vi.advanceTimersByTimeAsync(0);
  };
  return { work, kept, forget, autosave, type, wrapper };
}

describe('autosave', () => {
  it('keeps every change in the browser at once and sends the last one after a pause', async () => {
    const send = vi.fn(() => Promise.resolve());
    const { kept, autosave, type, forget } = autosaved(send);
    await type('а');
    await type('аб');
    expect(kept).toEqual(['а', 'аб']);
    expect(send).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(send).toHaveBeenCalledExactlyOnceWith('аб');
    expect(autosave.state.value).toBe('saved');
    expect(autosave.savedAt.value).toBeInstanceOf(Date);
    expect(forget).toHaveBeenCalledOnce();
  });

  it('sends one request at a time; what was typed meanwhile goes with the next', async () => {
    const finish: (() => void)[] = [];
    const send = vi.fn(() => new Promise<void>((resolve) => finish.push(resolve)));
    const { type } = autosaved(send);
    await type('а');
    await vi.advanceTimersByTimeAsync(PAUSE);
    await type('аб');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(send).toHaveBeenCalledTimes(1);
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(send.mock.calls).toEqual([['а'], ['аб']]);
  });

  it('tries again by itself after the connection was lost', async () => {
    const send = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(ApiError.network(new Error('lost')))
      .mockResolvedValue();
    const { autosave, type, forget } = autosaved(send);
    await type('а');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(autosave.state.value).toBe('offline');
    expect(forget).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(autosave.state.value).toBe('saved');
  });

  it('stops at a colleague’s newer version until the person decides', async () => {
    const send = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(ApiError.fromBody(412, { code: 'precondition_failed' }))
      .mockResolvedValue();
    const { autosave, type } = autosaved(send);
    await type('а');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(autosave.state.value).toBe('conflict');
    await type('аб');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(1);
    await autosave.insist();
    expect(autosave.state.value).toBe('saved');
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('stores an untouched form when asked to, and not when it is left', async () => {
    const send = vi.fn(() => Promise.resolve());
    const left = autosaved(send);
    left.wrapper.unmount();
    await vi.advanceTimersByTimeAsync(0);
    expect(send).not.toHaveBeenCalled();
    const { autosave } = autosaved(send);
    expect(await autosave.store()).toBe(true);
    expect(await autosave.save()).toBe(true);
    expect(send).toHaveBeenCalledOnce();
  });

  it('holds what cannot be sent yet', async () => {
    const send = vi.fn(() => Promise.resolve());
    const { work, autosave, type } = autosaved(send);
    work.sendable = false;
    await type('а');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(autosave.state.value).toBe('held');
    expect(send).not.toHaveBeenCalled();
  });

  it('sends what is left when the page is left', async () => {
    const send = vi.fn(() => Promise.resolve());
    const { type, wrapper } = autosaved(send);
    await type('а');
    wrapper.unmount();
    await vi.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenCalledOnce();
  });
});
