import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { anchorOf, inPageOrder } from '../../src/ui/anchors.js';
import UiErrorSummary from '../../src/ui/UiErrorSummary.vue';

describe('the summary of errors', () => {
  it('takes the focus when it appears and leads to the field', async () => {
    document.body.innerHTML = `<div id="${anchorOf('/terms/validTo')}"><input id="end" /></div><main></main>`;
    const main = document.querySelector('main');
    const summary = mount(UiErrorSummary, { props: { faults: [] }, attachTo: main ?? document.body });
    await summary.setProps({ faults: [{ pointer: '/terms/validTo', message: 'Окончание раньше начала.' }] });
    await nextTick();
    expect(document.activeElement?.getAttribute('role')).toBe('alert');
    await summary.get('a').trigger('click');
    expect(document.activeElement?.id).toBe('end');
  });

  it('leads to the nearest part of the form when the field itself is not drawn', async () => {
    document.body.innerHTML = `<section id="${anchorOf('/terms/programmes')}"><button id="add"></button></section>`;
    const summary = mount(UiErrorSummary, { props: { faults: [] }, attachTo: document.body });
    await summary.setProps({ faults: [{ pointer: '/terms/programmes/3/seats', message: 'Заполните.' }] });
    await nextTick();
    await summary.get('a').trigger('click');
    expect(document.activeElement?.id).toBe('add');
  });

  it('lists the faults as their fields stand on the page', () => {
    document.body.innerHTML = `
      <div id="${anchorOf('/number')}"></div>
      <section id="${anchorOf('/terms/programmes')}"><div id="${anchorOf('/terms/programmes/0/seats')}"></div></section>
      <div id="${anchorOf('/files')}"></div>`;
    const pointers = ['/elsewhere', '/files', '/terms/programmes/0/seats', '/terms/programmes', '/number'];
    expect(inPageOrder(pointers.map((pointer) => ({ pointer }))).map(({ pointer }) => pointer)).toEqual(
      pointers.toReversed(),
    );
  });
});
