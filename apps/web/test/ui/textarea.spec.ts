import { describe, expect, it } from 'vitest';
import UiTextarea from '../../src/ui/UiTextarea.vue';
import { mountInApp } from '../mount.js';

const shown = (length: number) => {
  const text = 'я'.repeat(length);
  const wrapper = mountInApp(UiTextarea, { modelValue: text, maxlength: 20, rows: 2 });
  const note = wrapper.find('[role="status"]');
  return { text: wrapper.get('textarea').element.value, note: note.exists() ? note.text() : undefined };
};

describe('a text of several lines', () => {
  it('says how much room is left only when the end is near', () => {
    expect(shown(17).note).toBeUndefined();
    expect(shown(18).note).toBe('Осталось знаков: 2');
  });

  it('is never cut: what is too much is counted', () => {
    const { text, note } = shown(25);
    expect(text).toHaveLength(25);
    expect(note).toBe('Лишних знаков: 5');
  });
});
