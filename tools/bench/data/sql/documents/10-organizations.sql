-- 2,000 acting organizations, three in five of them employers, in three time zones.
CREATE TABLE bench.organizations AS
SELECT kind.side, number, bench.id(now() - interval '3 years', kind.side, number) AS id,
       kind.label || ' № ' || number AS name,
       lpad((7700000000 + kind.shift + number)::text, 10, '0') AS inn,
       lpad((1027700000000 + kind.shift + number)::text, 13, '0') AS ogrn,
       (ARRAY['Europe/Moscow', 'Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk'])[1 + number % 4] AS time_zone
  FROM (VALUES ('EMPLOYER', 'ООО «Предприятие', 1000000, bench.setting('employers')::integer),
               ('EDUCATION', 'ФГБОУ ВО «Университет', 2000000, bench.setting('education')::integer))
       kind (side, label, shift, total)
 CROSS JOIN LATERAL generate_series(1, kind.total) number;
CREATE UNIQUE INDEX ON bench.organizations (side, number);

INSERT INTO organizations (id, side, legal_form, full_name, short_name, inn, ogrn, kpp, region_code, city,
  legal_address, profile_email, time_zone, acting, search_text, created_at, updated_at)
SELECT id, side, 'LEGAL_ENTITY', name || '», общество с полным наименованием обычной длины', name || '»', inn, ogrn,
       '770101001', '77', 'Москва', '101000, г. Москва, ул. Учебная, д. ' || number,
       'office-' || lower(side) || '-' || number || '@bench.example', time_zone, true,
       normalize_search(name || ' ' || inn || ' ' || ogrn), now() - interval '3 years', now() - interval '3 years'
  FROM bench.organizations;

-- A head and two managers each.
CREATE TABLE bench.people AS
SELECT o.side, o.number AS organization, o.id AS organization_id, place,
       bench.id(now() - interval '3 years', 'person' || o.side || place, o.number) AS id,
       (ARRAY['Алёшина', 'Борисов', 'Власова'])[place] || ' ' || o.number AS surname,
       (ARRAY['HEAD', 'MANAGER', 'MANAGER'])[place] AS role,
       CASE place WHEN 1 THEN lpad((10000000000 + CASE o.side WHEN 'EMPLOYER' THEN 0 ELSE 50000 END + o.number)::text,
                                   11, '0') END AS snils
  FROM bench.organizations o CROSS JOIN generate_series(1, 3) place;

INSERT INTO people (id, surname, given_name, patronymic, email, snils, created_at, updated_at)
SELECT id, surname, 'Мария', 'Сергеевна', 'p' || place || '-' || lower(side) || '-' || organization || '@bench.example',
       snils, now() - interval '3 years', now() - interval '3 years'
  FROM bench.people;

INSERT INTO memberships (id, organization_id, person_id, roles, position, started_at)
SELECT bench.id(now() - interval '3 years', 'membership' || side || place, organization), organization_id, id,
       ARRAY[role], CASE place WHEN 1 THEN 'Руководитель' ELSE 'Специалист' END, now() - interval '3 years'
  FROM bench.people;
