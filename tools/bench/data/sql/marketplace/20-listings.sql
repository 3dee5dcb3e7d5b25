-- A million listings, three in five employers' places; nine in ten are published, in the course of a year.
INSERT INTO professions (id, name, area_code, search_text, created_at, updated_at)
SELECT bench.id(now() - interval '3 years', 'profession', number), 'Профессия испытания ' || number,
       lpad((1 + number % 33)::text, 2, '0'), 'профессия испытания ' || number, now(), now()
  FROM generate_series(1, 300) number;

INSERT INTO listings (id, organization_id, side, status, number, title, terms, contacts, profession_id, period_from,
  period_to, search_text, published_at, unpublished_at, created_at, updated_at)
SELECT bench.id(at, 'listing', made.number), o.id, o.side, made.status,
       CASE WHEN made.status <> 'DRAFT' THEN made.number END, title,
       jsonb_build_object('applicationType', (ARRAY['PRACTICE', 'INTERNSHIP'])[1 + made.number % 2],
         'areaCode', lpad((1 + made.profession % 33)::text, 2, '0'), 'regionCode', o.region,
         'profession', 'Профессия испытания ' || made.profession, 'level', 'SPO_WORKER', 'seats', 1 + made.number % 40,
         'from', made.starts::text, 'to', (made.starts + 60)::text,
         'description', 'Описание места: ' || w.common || ' участок, ' || w.less_common),
       jsonb_build_object('person', 'Алёшина Мария', 'phone', '+7 495 000-00-00'),
       bench.id(now() - interval '3 years', 'profession', made.profession), made.starts, made.starts + 60,
       ' ' || normalize_search(title || ' ' || w.common || ' участок ' || w.less_common
         || CASE WHEN made.number % 250000 = 7 THEN ' синхрофазотрон' ELSE '' END)
           || ' ' || normalize_search(o.name || ' ' || o.inn || ' ' || o.ogrn),
       CASE WHEN made.status <> 'DRAFT' THEN at END, CASE WHEN made.status = 'UNPUBLISHED' THEN at + interval '1 day' END,
       at, at
  FROM (SELECT number, CASE WHEN number % 5 < 3 THEN 'EMPLOYER' ELSE 'EDUCATION' END AS side,
               CASE WHEN number % 10 = 0 THEN (ARRAY['DRAFT', 'UNPUBLISHED'])[1 + number / 10 % 2]
                    ELSE 'PUBLISHED' END AS status,
               bench.pick(300, 1.5) AS profession, (now() + interval '30 days')::date + (number % 200)::integer AS starts,
               now() - interval '1 year' * random() AS at, random() AS whose
          FROM generate_series(1, bench.setting('listings')::bigint) number) made
  JOIN bench.organizations o ON o.side = made.side AND o.number = 1 + floor(made.whose ^ 2
         * bench.setting(CASE made.side WHEN 'EMPLOYER' THEN 'employers' ELSE 'education' END)::integer)::integer
  JOIN bench.words w ON w.number = made.number * 31 % 16000
 CROSS JOIN LATERAL (SELECT 'Профессия испытания ' || made.profession AS title) named;
