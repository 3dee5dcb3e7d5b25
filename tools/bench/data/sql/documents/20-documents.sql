-- The documents as numbers: who, when, in which status. Large parties have thousands of times more than small ones.
CREATE UNLOGGED TABLE bench.documents AS
SELECT number, employer, education, status, created_at,
       created_at + least(now() - created_at - interval '5 days', interval '90 days') * moved AS updated_at
  FROM (SELECT number, bench.pick(bench.setting('employers')::integer, 3) AS employer,
               bench.pick(bench.setting('education')::integer, 3.5) AS education,
               now() - interval '6 days' - interval '700 days' * random() AS created_at, random() AS moved,
               random() AS chance
          FROM generate_series(1, bench.setting('documents')::integer) number) thrown
  JOIN (VALUES ('CONCLUDED', 0.00, 0.28), ('ON_SIGNING', 0.28, 0.44), ('EXECUTED', 0.44, 0.59),
               ('ON_APPROVAL', 0.59, 0.73), ('DRAFT', 0.73, 0.79), ('SIGNED_BY_RECIPIENT', 0.79, 0.85),
               ('WITHDRAWN', 0.85, 0.89), ('PROJECT_APPROVED', 0.89, 0.93), ('ON_REVISION', 0.93, 0.96),
               ('PROJECT_REJECTED', 0.96, 0.99), ('ON_CONFIRMATION', 0.99, 1.01)) share (status, low, high)
    ON chance >= low AND chance < high;

-- The planner must know how many there are, or it walks all organizations for each document.
ANALYZE bench.organizations, bench.people, bench.documents;

-- What the steps after this one read: ids, texts, whose turn it is.
CREATE UNLOGGED TABLE bench.known AS
WITH parties AS MATERIALIZED (
  SELECT side, number, id, name || '»' AS name, normalize_search(name || ' ' || inn || ' ' || ogrn) AS search_text
    FROM bench.organizations)
SELECT d.*, bench.id(created_at, 'document', d.number) AS id, employer.id AS employer_id, education.id AS education_id,
       employer.name AS employer_name, education.name AS education_name,
       employer.search_text AS employer_search, education.search_text AS education_search,
       CASE WHEN status <> 'DRAFT' THEN bench.id(created_at, 'revision', d.number) END AS revision_id,
       bench.id(created_at, 'file', d.number) AS file_id,
       'ПП-' || d.number AS contract_number, created_at::date AS contract_date,
       'Договор на период практики № ПП-' || d.number || ' от ' || to_char(created_at, 'DD.MM.YYYY') AS title,
       created_at::date + 20 AS valid_from, created_at::date + 80 AS valid_to,
       CASE WHEN status IN ('ON_APPROVAL', 'ON_SIGNING', 'ON_CONFIRMATION') THEN employer.id
            WHEN status IN ('ON_REVISION', 'PROJECT_APPROVED', 'SIGNED_BY_RECIPIENT') THEN education.id END AS waiting_id,
       author.id AS author_person_id
  FROM bench.documents d
  JOIN parties employer ON employer.side = 'EMPLOYER' AND employer.number = d.employer
  JOIN parties education ON education.side = 'EDUCATION' AND education.number = d.education
  JOIN bench.people author ON author.side = 'EDUCATION' AND author.organization = d.education AND author.place = 2;

INSERT INTO partnerships (id, employer_id, education_organization_id, status, started_at)
SELECT bench.id(now() - interval '3 years', 'partnership', row_number() OVER ()), employer_id, education_id, 'ACTIVE',
       now() - interval '3 years'
  FROM (SELECT DISTINCT employer_id, education_id FROM bench.known) pair;

INSERT INTO documents (id, kind, status, employer_id, education_organization_id, author_side, current_revision_id,
  waiting_organization_id, waiting_since, first_sent_at, sent_for_signing_at, concluded_at, close_mode, closed_at,
  version, created_by, created_at, updated_at)
SELECT id, 'PERIOD_CONTRACT', status, employer_id, education_id, 'EDUCATION', revision_id, waiting_id,
       CASE WHEN waiting_id IS NOT NULL THEN updated_at END,
       CASE WHEN revision_id IS NOT NULL THEN created_at + interval '1 hour' END,
       CASE WHEN status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT', 'CONCLUDED', 'EXECUTED') THEN updated_at END,
       CASE WHEN status IN ('CONCLUDED', 'EXECUTED') THEN updated_at END,
       CASE WHEN status = 'EXECUTED' THEN 'WITHOUT_AGREEMENT' END, CASE WHEN status = 'EXECUTED' THEN updated_at END,
       3, author_person_id, created_at, updated_at
  FROM bench.known ORDER BY number;
