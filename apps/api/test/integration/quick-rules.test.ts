import fc from 'fast-check';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
  validate,
} from 'class-validator';
import { quickRulesOf } from '../../src/core/http/quick-rules.js';

class Named {
  @IsString()
  @MaxLength(3)
  name: string;
}

class Plain extends Named {
  @IsInt()
  @Min(1)
  @Max(9)
  place: number;
  @IsOptional()
  @IsUUID()
  id?: string;
  @ValidateIf(({ place }: Plain) => place > 5)
  @IsIn(['red', 'blue'])
  colour?: string;
}

class Nested {
  @ValidateNested()
  inner: Plain;
}

class Listed {
  @IsEmail({}, { each: true })
  emails: string[];
}

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };

const value = fc.oneof(
  fc.constantFrom(undefined, null, true, '', 'red', 'blue', 'abcd', '018c2119-532e-761a-84a5-11601af1c1b0'),
  fc.integer({ min: -1, max: 11 }),
  fc.constantFrom(1.5, NaN, [], {}, [1]),
);

describe('the rules of a class asked as one question', () => {
  it('are answered as class-validator answers them', async () => {
    const isSound = quickRulesOf(Plain)!;
    let sound = 0;
    const names = fc.constantFrom('name', 'place', 'id', 'colour', 'size');
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          { name: fc.constantFrom('a', 'abcd', 7), place: fc.integer({ min: 0, max: 10 }) },
          { requiredKeys: [] },
        ),
        fc.dictionary(names, value, { maxKeys: 2 }),
        async (usual, odd) => {
          const input = Object.assign(new Plain(), usual, odd);
          const expected = (await validate(input, RULES)).length === 0;
          if (expected) sound++;
          expect(isSound(input)).toBe(expected);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(sound).toBeGreaterThan(50);
  });

  it('are left to class-validator where they look further than at one member', () => {
    expect(quickRulesOf(Nested)).toBeUndefined();
    expect(quickRulesOf(Listed)).toBeUndefined();
  });
});
