import { DOCUMENT_STATUSES, DOCUMENT_STATUS_LABELS } from '@praktika/contracts';
import { readFileSync } from 'node:fs';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import UiStatus from '../../src/ui/UiStatus.vue';

const tokens = readFileSync('src/app/tokens.css', 'utf8');

/** The two colours a theme gives a status. */
function colours(selector: string): [string, string] {
  const start = tokens.indexOf(`\n${selector} {`);
  const block = tokens.slice(start, tokens.indexOf('}', start));
  const read = (name: string) => new RegExp(`--status-${name}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? '';
  return [read('text'), read('bg')];
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast([text, background]: [string, string]): number {
  const [light = 0, dark = 0] = [luminance(text), luminance(background)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(DOCUMENT_STATUSES)('the badge of %s', (status) => {
  it('has its word and a drawing that screen readers pass over', () => {
    const badge = mount(UiStatus, { props: { status } });
    expect(badge.text()).toBe(DOCUMENT_STATUS_LABELS[status]);
    expect(badge.findAll('[aria-hidden="true"]').length).toBeGreaterThan(0);
  });

  it('has a contrast of at least 4.5 in both themes', () => {
    expect(contrast(colours(`[data-status='${status}']`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours(`.dark [data-status='${status}']`))).toBeGreaterThanOrEqual(4.5);
  });
});
