import { mkdirSync } from 'node:fs';
import { openLifetime } from '../launcher/lifetime.mjs';
import { inRoot } from '../launcher/paths.mjs';
import { createReport } from '../launcher/report.mjs';
import { needs } from '../launcher/testing/needs.mjs';
import { openStudio } from './studio.mjs';
import { scenes } from './scenes.mjs';

/** `npm run pictures`: the README's pictures of the real screens, taken from a throw-away demo. */
async function takePictures() {
  const report = createReport();
  const lifetime = openLifetime();
  const endings = [];
  try {
    const context = { lifetime, report, env: process.env, onEnd: (ending) => endings.push(ending) };
    const { CHROME_PATH } = await needs.chromium(context);
    const demo = await needs.demo(context);
    const studio = await openStudio({ chrome: CHROME_PATH, url: demo.BASE_URL, folder: demo.DATA_DIR });
    endings.push(() => studio.close());
    mkdirSync(inRoot('docs/pictures'), { recursive: true });
    for (const { name, ...scene } of scenes) {
      const file = inRoot('docs/pictures', `${name}.png`);
      const size = await studio.take(file, scene);
      report.step(`docs/pictures/${name}.png, ${Math.ceil(size / 1024)} KB`);
    }
  } finally {
    for (const ending of endings.reverse()) await ending();
    await lifetime.close();
  }
}

await takePictures();
