-- Words of sent files as the product keeps them: 70 drawn for each file, the first of 20,000 by far the most common, as
-- in every language; one word hardly anywhere; the contract's own number.
INSERT INTO document_texts (document_id, revision_id, parties, words)
SELECT id, revision_id, ARRAY[employer_id, education_id],
       array_to_tsvector(
         ARRAY(SELECT CASE WHEN rank <= cardinality(common) THEN common[rank] ELSE 'слово' || rank END
                 -- the document's number makes PostgreSQL draw anew for each
                 FROM (SELECT bench.pick(20000, 3) + 0 * number AS rank FROM generate_series(1, 70) OFFSET 0) drawn)
         || number::text || CASE WHEN number % 1000 = 7 THEN ARRAY['синхрофазотрон'] ELSE ARRAY[]::text[] END)
  FROM bench.known
 CROSS JOIN (SELECT ARRAY(SELECT (ts_lexize('russian_stem', word))[1] FROM unnest(ARRAY['договор', 'практика',
   'организация', 'обучающийся', 'сторона', 'программа', 'обязанность', 'руководитель', 'помещение', 'охрана',
   'инструктаж', 'безопасность', 'документ', 'приложение']) word) AS common) words
 WHERE revision_id IS NOT NULL ORDER BY number;
