import { Missing } from '../terms/missing.js';

/** What is said of a profession, in the directory and in a proposal (domain.md §5). A draft may lack anything. */
export interface ProfessionContent {
  name?: string;
  /** Code of the area of professional activity. */
  areaCode?: string;
  /** «ФГОС»: codes of the classifier, `NN.NN.NN`. */
  specialtyCodes?: string[];
  description?: string;
  duties?: string;
}

/** JSON pointers of what a proposal lacks before it may be sent: the fields with an asterisk (manual §14.3). */
export function missingProfessionContent({ name, areaCode }: ProfessionContent): string[] {
  return new Missing().need('/name', name).need('/areaCode', areaCode).pointers;
}
