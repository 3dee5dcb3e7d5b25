import { apiTokens } from './api-tokens.js';
import { applications } from './applications.js';
import { batch } from './batch.js';
import { comments } from './comments.js';
import { comparison } from './comparison.js';
import { contractForm } from './contract-form.js';
import { demo } from './demo.js';
import { dialogs } from './dialogs.js';
import { documents } from './documents.js';
import { home } from './home.js';
import { imports } from './imports.js';
import { kindWords } from './kind-words.js';
import { listings } from './listings.js';
import { matching } from './matching.js';
import { moderation } from './moderation.js';
import { nextStep } from './next-step.js';
import { notifications } from './notifications.js';
import { operations } from './operations.js';
import { organization } from './organization.js';
import { palette } from './palette.js';
import { partners } from './partners.js';
import { professions } from './professions.js';
import { reference } from './reference.js';
import { registryKeys } from './registry-keys.js';
import { registrySelection } from './registry-selection.js';
import { registryTable } from './registry-table.js';
import { registryViews } from './registry-views.js';
import { savedSearches } from './saved-searches.js';
import { setup } from './setup.js';
import { signatures } from './signatures.js';

/** Russian texts of everything behind the doors, but for the shared words of statuses and buttons (contracts). */
export const cabinet = {
  home,
  documents,
  kindWords,
  nextStep,
  dialogs,
  batch,
  comments,
  comparison,
  contractForm,
  signatures,
  notifications,
  operations,
  applications,
  partners,
  listings,
  professions,
  moderation,
  imports,
  reference,
  organization,
  apiTokens,
  demo,
  palette,
  registryKeys,
  registrySelection,
  registryTable,
  registryViews,
  matching,
  savedSearches,
  setup,
};
