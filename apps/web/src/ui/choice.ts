/** One entry of a searched list. */
export interface Choice {
  id: string;
  label: string;
  description?: string;
}
