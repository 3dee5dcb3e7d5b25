import type { ProgrammeLine } from './blocks.js';

/** Collects JSON pointers of what is not there. */
export class Missing {
  readonly pointers: string[] = [];

  /** Notes the pointer unless what it points at is present. */
  need(pointer: string, present: unknown): this {
    if (!present) this.pointers.push(pointer);
    return this;
  }

  /** At least one programme line, each with its kind of practice, seats and dates. */
  needProgrammes(lines: readonly ProgrammeLine[] | undefined): this {
    this.need('/programmes', lines?.length);
    lines?.forEach((line, index) => {
      const at = `/programmes/${index}`;
      this.need(`${at}/practiceKind`, line.practiceKind)
        .need(`${at}/seats`, line.seats)
        .need(`${at}/from`, line.from)
        .need(`${at}/to`, line.to);
    });
    return this;
  }
}
