import { IsInt, IsString, Max, ArrayMaxSize } from 'class-validator';
import { LongList } from '../../src/core/http/index.js';
import { InputPipe } from '../../src/core/http/input.pipe.js';
import { asRefusal } from '../../src/core/errors/index.js';

class Row {
  @IsInt()
  @Max(9)
  place: number;
}

class Body {
  @IsString()
  name: string;
  @ArrayMaxSize(500)
  @LongList(() => Row)
  rows: Row[];
}

class LongerBody extends Body {
  @IsString()
  note: string;
}

const take = (value: unknown, metatype: new () => object = Body): Promise<unknown> =>
  new InputPipe().transform(value, { type: 'body', metatype });

const refused = async (value: unknown) =>
  asRefusal(await take(value).catch((error: unknown) => error)).options.errors?.map(({ pointer, code }) => [
    pointer,
    code,
  ]);

const rows = (count: number, place: unknown = 1) => Array.from({ length: count }, () => ({ place }));

describe('a body with a long list', () => {
  it('arrives as objects of their classes', async () => {
    const body = (await take({ name: 'список', rows: rows(30) })) as Body;
    expect(body).toBeInstanceOf(Body);
    expect(body.rows).toHaveLength(30);
    expect(body.rows.every((row) => row instanceof Row && row.place === 1)).toBe(true);
  });

  it('is told of every fault at once, wherever it stands', async () => {
    const list: unknown[] = rows(60);
    list[0] = { place: 'первое' };
    list[29] = { place: 10, colour: 'red' };
    list[58] = 'row';
    list[59] = [{ place: 1 }];
    expect(await refused({ rows: list })).toEqual([
      ['/name', 'string'],
      ['/rows/0/place', 'max'],
      ['/rows/0/place', 'int'],
      ['/rows/29/colour', 'unknown_field'],
      ['/rows/29/place', 'max'],
      ['/rows/58', 'object'],
      ['/rows/59', 'object'],
    ]);
  });

  it('has it where another body extends it', async () => {
    const body = (await take({ name: '', note: '', rows: rows(2) }, LongerBody)) as LongerBody;
    expect(body.rows[0]).toBeInstanceOf(Row);
    await expect(take({ name: '', note: '', rows: rows(2, 10) }, LongerBody)).rejects.toMatchObject({
      options: { errors: [{ pointer: '/rows/0/place' }, { pointer: '/rows/1/place' }] },
    });
  });

  it('too long a list, or none, is told of alone', async () => {
    expect(await refused({ name: '', rows: rows(501, 'x') })).toEqual([['/rows', 'array_max_size']]);
    for (const list of [undefined, null, { 0: { place: 1 } }, 'rows'])
      expect(await refused({ name: '', rows: list })).toContainEqual(['/rows', 'array']);
  });

  it('lets others be served while it is judged', async () => {
    let served = 0;
    let judged = false;
    const others = () => {
      served++;
      if (!judged) setImmediate(others);
    };
    setImmediate(others);
    await take({ name: 'список', rows: rows(500) }).then(() => (judged = true));
    expect(served).toBeGreaterThanOrEqual(24);
  });
});
