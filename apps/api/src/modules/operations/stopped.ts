/** Thrown through streams by work that must stop before its end: the process is ending, or nobody wants it any more. */
export class Stopped extends Error {
  constructor(private readonly reason: 'interrupted' | 'cancelled') {
    super(reason);
    this.name = 'Stopped';
  }

  /** What the handler of the operation answers with. */
  get outcome(): 'interrupted' | undefined {
    return this.reason === 'interrupted' ? 'interrupted' : undefined;
  }
}
