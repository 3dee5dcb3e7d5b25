-- Everything random below comes from one seed: two runs of the bench work on the same data.
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
SELECT setseed(0.4242);

-- A UUIDv7 whose time is the row's own and whose rest follows from its number.
CREATE FUNCTION bench.id(p_at timestamptz, p_salt text, p_number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM p_at) * 1000)::bigint), 12, '0') || '7' || left(rest, 3) || '8'
          || substr(rest, 4, 15))::uuid FROM (SELECT md5(p_salt || p_number) AS rest) digest $$;

-- One of p_count, the first ones much more often than the last: p_skew 1 is even, 3.5 gives the first 15 % of 800.
CREATE FUNCTION bench.pick(p_count integer, p_skew double precision) RETURNS integer LANGUAGE sql VOLATILE AS $$
  SELECT 1 + floor(p_count * random() ^ p_skew)::integer $$;

CREATE FUNCTION bench.setting(p_name text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT current_setting('bench.' || p_name) $$;
