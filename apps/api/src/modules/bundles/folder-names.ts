/** Gives every folder a name of its own, whatever the letters' case: `Договор`, `Договор (2)`. */
export class FolderNames {
  private readonly taken = new Set<string>();

  take(name: string): string {
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${name} (${number})`;
      if (this.taken.has(candidate.toLowerCase())) continue;
      this.taken.add(candidate.toLowerCase());
      return candidate;
    }
  }
}
