import { OrganizationsAndPeople1700000000001 } from './1700000000001-organizations-and-people.js';
import { Documents1700000000002 } from './1700000000002-documents.js';
import { Applications1700000000003 } from './1700000000003-applications.js';
import { HistoryAndEvents1700000000004 } from './1700000000004-history-and-events.js';
import { Signatures1700000000005 } from './1700000000005-signatures.js';
import { NotificationsAndMail1700000000006 } from './1700000000006-notifications-and-mail.js';
import { Functions1700000000007 } from './1700000000007-functions.js';
import { DocumentEngine1700000000008 } from './1700000000008-document-engine.js';
import { Comments1700000000009 } from './1700000000009-comments.js';
import { Operations1700000000010 } from './1700000000010-operations.js';
import { RegistryViews1700000000011 } from './1700000000011-registry-views.js';
import { FileTexts1700000000012 } from './1700000000012-file-texts.js';
import { Professions1700000000013 } from './1700000000013-professions.js';
import { Marketplace1700000000014 } from './1700000000014-marketplace.js';
import { Programmes1700000000016 } from './1700000000016-programmes.js';
import { RegistriesOfOrganizations1700000000017 } from './1700000000017-registries-of-organizations.js';
import { Imports1700000000018 } from './1700000000018-imports.js';
import { Discovery1700000000019 } from './1700000000019-discovery.js';

/** Every migration, oldest first. */
export const migrations = [
  OrganizationsAndPeople1700000000001,
  Documents1700000000002,
  Applications1700000000003,
  HistoryAndEvents1700000000004,
  Signatures1700000000005,
  NotificationsAndMail1700000000006,
  Functions1700000000007,
  DocumentEngine1700000000008,
  Comments1700000000009,
  Operations1700000000010,
  RegistryViews1700000000011,
  FileTexts1700000000012,
  Professions1700000000013,
  Marketplace1700000000014,
  Programmes1700000000016,
  RegistriesOfOrganizations1700000000017,
  Imports1700000000018,
  Discovery1700000000019,
];
