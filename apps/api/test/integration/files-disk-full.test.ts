import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestApp, expectStatus, pdf, type TestApp } from '../support/index.js';

const MEGABYTE = 1024 * 1024;

/** A disk of eight megabytes in memory; only root may mount one. */
const disk = mkdtempSync(join(tmpdir(), 'praktika-disk-'));
const mounted =
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status === 0;

let test: TestApp;

beforeAll(async () => {
  if (!mounted) return;
  mkdirSync(join(disk, 'data'));
  test = await createTestApp({ dataDirectory: join(disk, 'data') });
});
afterAll(async () => {
  await test?.close();
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

(mounted ? describe : describe.skip)('F7: a full disk', () => {
  it('refuses uploads with 507, leaves no temporary file and no row without bytes, and the rest goes on', async () => {
    const author = await test.as(test.world.university.people.manager);
    const tail = pdf('tail');
    const upload = (index: number) =>
      author.upload(
        Buffer.concat([pdf(`${index}`), Buffer.alloc(MEGABYTE, `${index}`), tail]),
        `${index}.pdf`,
      );
    // One while there is room; then a crowd that cannot all fit, whoever of it does.
    const first = await upload(0);
    const crowd = await Promise.all(Array.from({ length: 11 }, (_, index) => upload(index + 1)));
    const answers = [first, ...crowd];
    const full = answers.filter(({ status }) => status === 507);
    const stored = answers.filter(({ status }) => status === 201);
    expect(full.length + stored.length).toBe(answers.length);
    expect(first.status).toBe(201);
    expect(full.length).toBeGreaterThan(0);
    expect(full[0]?.body).toMatchObject({ code: 'storage_full' });

    const files = join(disk, 'data', 'files');
    expect(readdirSync(join(files, 'temporary'))).toEqual([]);
    const { rows } = await test.database.owner.query<{ sha256: string }>('SELECT sha256 FROM files');
    expect(rows).toHaveLength(stored.length);
    for (const { sha256 } of rows) {
      expect(existsSync(join(files, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256))).toBe(true);
    }
    expectStatus(await author.get('/documents'), 200);
  });
});
