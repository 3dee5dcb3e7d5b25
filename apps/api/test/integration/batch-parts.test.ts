import { inLanes, inParts, inTurn } from '../../src/modules/batches/lanes.js';

const LIST = [0, 1, 2, 3, 4, 5, 6];
const TWO = { size: 2, lanes: 2 };

/** Work that tells when it begins and ends, and can be held until it is let go. */
function worksite() {
  const told: string[] = [];
  const held = new Map<number, () => void>();
  return {
    told,
    letGo: (first: number) => held.get(first)!(),
    async work([first]: readonly number[]): Promise<boolean> {
      told.push(`begins ${first}`);
      await new Promise<void>((resolve) => held.set(first!, resolve));
      told.push(`ends ${first}`);
      return true;
    },
  };
}

/** Lets everything happen that waits for nothing. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a list done in parts', () => {
  it('is done once, whole, in parts of its order', async () => {
    const parts: (readonly number[])[] = [];
    const done = await inParts(LIST, TWO, async (part) => {
      parts.push(part);
      await settle();
      return true;
    });
    expect(done).toBe(true);
    expect(parts).toEqual([[0, 1], [2, 3], [4, 5], [6]]);
    expect(await inParts([], TWO, () => Promise.reject(new Error('nothing to do')))).toBe(true);
  });

  it('goes on with the next part where one has ended, whatever the other does', async () => {
    const site = worksite();
    const done = inParts(LIST, TWO, (part) => site.work(part));
    await settle();
    expect(site.told).toEqual(['begins 0', 'begins 2']);
    for (const first of [2, 4]) {
      site.letGo(first);
      await settle();
    }
    expect(site.told.slice(2)).toEqual(['ends 2', 'begins 4', 'ends 4', 'begins 6']);
    site.letGo(6);
    site.letGo(0);
    expect(await done).toBe(true);
  });

  it('a part that must not overtake waits for all before it, and for none after it', async () => {
    const site = worksite();
    const done = inParts(LIST, TWO, async (part, earlier) => {
      if (part[0] === 2) site.told.push(`2 may: ${await earlier()}`);
      return site.work(part);
    });
    await settle();
    expect(site.told).toEqual(['begins 0']);
    site.letGo(0);
    await settle();
    expect(site.told.slice(1).sort()).toEqual(['2 may: true', 'begins 2', 'begins 4', 'ends 0']);
    for (const first of [2, 4]) site.letGo(first);
    await settle();
    site.letGo(6);
    expect(await done).toBe(true);
  });

  it('stopped by one part, begins no other, and lets the waiting know', async () => {
    const begun: number[] = [];
    let mayGoOn: boolean | undefined;
    const done = await inParts(LIST, TWO, async ([first], earlier) => {
      begun.push(first!);
      if (first === 2) mayGoOn = await earlier();
      return false;
    });
    expect(done).toBe(false);
    expect(begun).toEqual([0, 2]);
    expect(mayGoOn).toBe(false);
  });

  it('that fails in one part throws when none is under way any more', async () => {
    const site = worksite();
    let thrown: unknown;
    const done = inParts(LIST, TWO, async (part) => {
      if (part[0] === 2) throw new Error('no connection');
      return site.work(part);
    }).catch((error: unknown) => (thrown = error));
    await settle();
    expect(thrown).toBeUndefined();
    site.letGo(0);
    await done;
    expect(thrown).toEqual(new Error('no connection'));
    expect(site.told).toEqual(['begins 0', 'ends 0']);
  });
});

describe('a list done in lanes', () => {
  it('is answered in its order, so many at once', async () => {
    let atOnce = 0;
    let most = 0;
    const answers = await inLanes(LIST, 3, async (item) => {
      most = Math.max(most, ++atOnce);
      for (let turns = LIST.length - item; turns > 0; turns--) await settle();
      atOnce--;
      return item * 2;
    });
    expect(answers).toEqual([0, 2, 4, 6, 8, 10, 12]);
    expect(most).toBe(3);
  });
});

describe('what is done in turn', () => {
  it('waits for what was asked for before it, and goes on where that failed', async () => {
    const told: string[] = [];
    const oneAfterAnother = inTurn();
    const work = (name: string, fails = false) =>
      oneAfterAnother(async () => {
        told.push(`begins ${name}`);
        await settle();
        told.push(`ends ${name}`);
        if (fails) throw new Error(name);
        return name;
      });
    const asked = await Promise.allSettled([work('first'), work('second', true), work('third')]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(told).toEqual(['first', 'second', 'third'].flatMap((name) => [`begins ${name}`, `ends ${name}`]));
  });
});
