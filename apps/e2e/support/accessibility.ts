import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** A theme changes colours and nothing else: in the dark only the rules that look at colours are repeated. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const THEMES = { light: ALL, dark: COLOURS } as const;
const CALM_FRAMES = 2;
const WIDTHS = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

/**
 * The screen as it stands has no violation of WCAG 2.2 A and AA: light and dark, at 1440 and at 390 pixels, and it
 * does not scroll sideways at either. Afterwards the page is light and wide again.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await test.step(`accessible: ${screen}`, async () => {
    // a message passes in seconds; its library surrounds it with signs that hand the focus on, which axe takes for places
    // to stay
    await expect(page.getByRole('region', { name: /F8/ }).getByRole('listitem')).toHaveCount(0);
    // Evaluated by the debugger, so that the page's Content-Security-Policy stays as it is.
    await page.evaluate(AXE);
    await withoutTransitions(page, async () => {
      for (const [width, size] of Object.entries(WIDTHS)) {
        await page.setViewportSize(size);
        await settle(page);
        // as tall as the page: a bar that sticks to an edge lies over whatever happens to be scrolled under it
        await page.setViewportSize({ ...size, height: Math.max(size.height, await pageHeight(page)) });
        await settle(page);
        expect.soft(await overflow(page), `${screen} fits ${size.width} pixels`).toBeLessThanOrEqual(0);
        for (const [theme, rules] of Object.entries(THEMES)) {
          await page.emulateMedia({ colorScheme: theme as keyof typeof THEMES });
          await settle(page);
          expect.soft(await violations(page, rules), `${screen}, ${width}, ${theme}`).toEqual([]);
        }
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(WIDTHS.wide);
      await settle(page);
    });
  });
}

/**
 * An inherited colour passes from parent to child one transition at a time, and what axe looks at is the colour in the
 * end. The style sheet is put on by the debugger, as axe is.
 */
async function withoutTransitions(page: Page, look: () => Promise<void>): Promise<void> {
  const sheet = await page.evaluateHandle(() => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; }');
    document.adoptedStyleSheets.push(still);
    return still;
  });
  try {
    await look();
  } finally {
    await sheet.evaluate((still) => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== still);
    });
  }
}

/** Until nothing has moved for some frames. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async (calmFrames) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moves = (animation: Animation) =>
      animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity;
    await frame();
    for (let calm = 0; calm < calmFrames; calm += 1) {
      await frame();
      if (document.getAnimations().some(moves)) calm = -1;
    }
  }, CALM_FRAMES);
}

const pageHeight = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function violations(page: Page, rules: typeof ALL): Promise<string[]> {
  const { violations: found } = await page.evaluate(
    // nothing here plays by itself: there is no media to load first
    (runOnly) => window.axe.run(document, { runOnly, preload: false, resultTypes: ['violations'] }),
    rules,
  );
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}. ${failureSummary}`),
  );
}
