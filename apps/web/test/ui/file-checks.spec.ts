import { FILE_LIMITS } from '@praktika/contracts';
import { describe, expect, it } from 'vitest';
import { faultOfFile, rulesOf, typeNamesFor } from '../../src/ui/file-checks.js';

const MAIN = rulesOf('MAIN');
const file = (name: string, size = 10) => ({ name, size });

describe('a file before it is sent', () => {
  it('may be a PDF or a DOCX as the main file, whatever the case of its name', () => {
    expect(faultOfFile(file('Договор.PDF'), MAIN)).toBeUndefined();
    expect(faultOfFile(file('Договор.docx'), MAIN)).toBeUndefined();
    expect(typeNamesFor(MAIN)).toBe('PDF, DOCX');
  });

  it('is refused when it is of another type, empty, too large or too long a name', () => {
    expect(faultOfFile(file('скан.png'), MAIN)).toBe('wrongType');
    expect(faultOfFile(file('договор.pdf', 0), MAIN)).toBe('empty');
    expect(faultOfFile(file('договор.pdf', FILE_LIMITS.size + 1), MAIN)).toBe('tooLarge');
    expect(faultOfFile(file('договор.pdf', FILE_LIMITS.size), MAIN)).toBeUndefined();
    expect(faultOfFile(file(`${'я'.repeat(130)}.pdf`), MAIN)).toBe('longName');
  });
});
