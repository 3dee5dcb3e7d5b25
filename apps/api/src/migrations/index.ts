import { OrganizationsAndPeople1700000000001 } from './1700000000001-organizations-and-people.js';
import { Documents1700000000002 } from './1700000000002-documents.js';
import { HistoryAndEvents1700000000003 } from './1700000000003-history-and-events.js';
import { Signatures1700000000004 } from './1700000000004-signatures.js';
import { NotificationsAndMail1700000000005 } from './1700000000005-notifications-and-mail.js';
import { Functions1700000000006 } from './1700000000006-functions.js';
import { DocumentEngine1700000000007 } from './1700000000007-document-engine.js';
import { Comments1700000000008 } from './1700000000008-comments.js';
import { Operations1700000000009 } from './1700000000009-operations.js';
import { RegistryViews1700000000010 } from './1700000000010-registry-views.js';
import { FileTexts1700000000011 } from './1700000000011-file-texts.js';

/** Every migration, oldest first. */
export const migrations = [
  OrganizationsAndPeople1700000000001,
  Documents1700000000002,
  HistoryAndEvents1700000000003,
  Signatures1700000000004,
  NotificationsAndMail1700000000005,
  Functions1700000000006,
  DocumentEngine1700000000007,
  Comments1700000000008,
  Operations1700000000009,
  RegistryViews1700000000010,
  FileTexts1700000000011,
];
