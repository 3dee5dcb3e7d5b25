/** Longest texts and lists of «Справочник профессий» and of the reference data the moderator edits. */
export const PROFESSION_LIMITS = {
  name: 200,
  text: 4_000,
  specialties: 20,
  /** Name of a specialty of the classifier. */
  specialtyName: 300,
  /** Counts of needs above this are told as «не меньше». */
  needs: 1_000,
  /** The same for proposals that wait for moderation. */
  pending: 1_000,
} as const;
