/** Who reads a comment: one's own organization, or both parties of the document. */
export const COMMENT_VISIBILITIES = ['INTERNAL', 'SHARED'] as const;

export type CommentVisibility = (typeof COMMENT_VISIBILITIES)[number];

export const COMMENT_VISIBILITY_LABELS: Readonly<Record<CommentVisibility, string>> = {
  INTERNAL: 'Видит только ваша организация',
  SHARED: 'Видят обе стороны',
};

/** Longest text, most people mentioned in one comment, most comments one answer lists. */
export const COMMENT_LIMITS = { text: 5_000, mentions: 20, listed: 500 } as const;
