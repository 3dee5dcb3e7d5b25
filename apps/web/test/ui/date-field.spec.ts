import { describe, expect, it } from 'vitest';
import UiDateField from '../../src/ui/UiDateField.vue';
import { mountInApp } from '../mount.js';

function field(modelValue = '') {
  const wrapper = mountInApp(UiDateField, { modelValue });
  return { wrapper, input: wrapper.get('input') };
}

describe('UiDateField', () => {
  it('gives the date as YYYY-MM-DD once it is complete', async () => {
    const { wrapper, input } = field();
    await input.setValue('0111202');
    expect(wrapper.emitted('update:modelValue')).toBeUndefined();
    await input.setValue('01112026');
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['2026-11-01']);
    expect(input.element.value).toBe('01.11.2026');
  });

  it('takes a date back when it is no longer complete', async () => {
    const { wrapper, input } = field('2026-11-01');
    await input.setValue('01.11.202');
    expect(wrapper.emitted('update:modelValue')?.at(-1)).toEqual(['']);
  });

  it('says what is wrong only when the field is left', async () => {
    const { wrapper, input } = field();
    await input.setValue('31.02');
    expect(wrapper.text()).not.toContain('Введите дату');
    await input.trigger('blur');
    expect(wrapper.text()).toContain('Введите дату в виде ДД.ММ.ГГГГ.');
    expect(input.attributes('aria-invalid')).toBe('true');
  });

  it('says of a whole date that there is no such day', async () => {
    const { wrapper, input } = field();
    await input.setValue('31.02.2026');
    await input.trigger('blur');
    expect(wrapper.text()).toContain('Такого дня нет.');
  });

  it('shows a date that is set from outside', async () => {
    const { wrapper, input } = field();
    await wrapper.setProps({ modelValue: '2027-02-07' });
    expect(input.element.value).toBe('07.02.2027');
  });
});
