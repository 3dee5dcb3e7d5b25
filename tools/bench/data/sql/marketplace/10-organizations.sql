-- A hundred thousand organizations of the registries for a million listings; the first ten of each side act and have a
-- manager. Names are of common, less common and rare words, as real ones are.
CREATE TABLE bench.words AS
SELECT number, (ARRAY['промышленный', 'северный', 'научный', 'строительный', 'торговый', 'медицинский', 'аграрный',
                      'транспортный'])[1 + number % 8] AS common,
       'слово' || (number % 2000) AS less_common
  FROM generate_series(0, 15999) number;

CREATE TABLE bench.organizations AS
SELECT kind.side, made.number, bench.id(now() - interval '3 years', kind.side, made.number) AS id,
       kind.label || ' ' || w.common || ' ' || w.less_common || ' № ' || made.number || '»' AS name,
       lpad((1000000000 + kind.shift + made.number)::text, 10, '0') AS inn,
       lpad((1020000000000 + kind.shift + made.number)::text, 13, '0') AS ogrn,
       lpad((1 + bench.pick(85, 2.0))::text, 2, '0') AS region
  FROM (VALUES ('EMPLOYER', 'ООО «Предприятие', 10000000, bench.setting('employers')::integer),
               ('EDUCATION', 'ГБПОУ «Колледж', 20000000, bench.setting('education')::integer))
       kind (side, label, shift, total)
 CROSS JOIN LATERAL generate_series(1, kind.total) made (number)
  JOIN bench.words w ON w.number = (made.number::bigint * 7919) % 16000;
CREATE UNIQUE INDEX ON bench.organizations (side, number);

INSERT INTO organizations (id, side, legal_form, full_name, short_name, inn, ogrn, kpp, region_code, profile_email,
  time_zone, acting, search_text, created_at, updated_at)
SELECT id, side, 'LEGAL_ENTITY', name, name, inn, ogrn, '770101001', region,
       CASE WHEN number <= 10 THEN 'office-' || lower(side) || '-' || number || '@bench.example' END, 'Europe/Moscow',
       number <= 10, normalize_search(name || ' ' || inn || ' ' || ogrn), now() - interval '3 years',
       now() - interval '3 years'
  FROM bench.organizations;

CREATE TABLE bench.people AS
SELECT bench.id(now() - interval '3 years', 'person' || side, number) AS id, id AS organization_id, side, number
  FROM bench.organizations WHERE number <= 10;
INSERT INTO people (id, surname, given_name, email, created_at, updated_at)
SELECT id, 'Алёшина', 'Мария', 'p-' || lower(side) || '-' || number || '@bench.example', now(), now()
  FROM bench.people;
INSERT INTO memberships (id, organization_id, person_id, roles, position, started_at)
SELECT bench.id(now(), 'membership' || side, number), organization_id, id, ARRAY['MANAGER'], 'Специалист', now()
  FROM bench.people;
