/** Does the same for each of a list, so many at once; the answers are in the list's order. */
export async function inLanes<Item, Answer>(
  list: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers = new Array<Answer>(list.length);
  const rest = list.entries();
  const lane = async () => {
    for (const [place, item] of rest) answers[place] = await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}

/**
 * Does a list in parts, some of them side by side, begun in the list's order.
 *
 * @param work does a part; answers false when no further one is to be begun. What it is given waits for the parts begun
 *   before it, and answers whether it is to go on
 * @returns whether the whole list has been done
 * @throws what a part threw, when none is under way any more
 */
export async function inParts<Item>(
  list: readonly Item[],
  { size, lanes }: { readonly size: number; readonly lanes: number },
  work: (part: readonly Item[], earlier: () => Promise<boolean>) => Promise<boolean>,
): Promise<boolean> {
  let begun = 0;
  let stopped = false;
  let before: Promise<unknown> = Promise.resolve();
  const doNext = (): Promise<void> => {
    const ahead = before;
    const part = list.slice(begun, (begun += size));
    const doing = work(part, () => ahead.then(() => !stopped)).then(
      (goesOn) => {
        stopped ||= !goesOn;
      },
      (error: unknown) => {
        stopped = true;
        throw error;
      },
    );
    before = Promise.allSettled([ahead, doing]);
    return doing;
  };
  const lane = async () => {
    while (!stopped && begun < list.length) await doNext();
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return !stopped;
}

/** Does what it is given when everything asked for before is over, whatever came of that. */
export type InTurn = <Answer>(work: () => Promise<Answer>) => Promise<Answer>;

/** A queue of its own: one thing after another, in the order they are asked for. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
