import { searchText } from '../validation/text.js';

/** Shortenings of addresses, and what they stand for. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/(^|\s)(город|г)\.?(?=\s)/g, '$1'],
  [/(^|\s)обл\.?(?=\s|$)/g, '$1область'],
  [/(^|\s)респ\.?(?=\s|$)/g, '$1республика'],
];

const known = (text: string) =>
  SHORTENED.reduce((rest, [pattern, full]) => rest.replace(pattern, full), searchText(text)).trim();

/** A closed set of values that people name by its codes or by its names. */
export class Choices<Code extends string = string> {
  private readonly codes = new Map<string, Code>();

  constructor(entries: Iterable<readonly [code: Code, name: string]>) {
    for (const [code, name] of entries) {
      this.codes.set(known(name), code);
      this.codes.set(known(code), code);
    }
  }

  /** The code of what is named; a spreadsheet drops the nought in front of `06`. Undefined for what is not in the set. */
  find(text: string): Code | undefined {
    const name = known(text);
    return this.codes.get(name) ?? this.codes.get(/^\d$/.test(name) ? `0${name}` : name);
  }

  static of<Code extends string>(labels: Readonly<Record<Code, string>>): Choices<Code> {
    return new Choices(Object.entries(labels) as [Code, string][]);
  }
}
