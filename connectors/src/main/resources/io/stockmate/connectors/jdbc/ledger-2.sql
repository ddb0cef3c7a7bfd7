-- The books' checks, so that their time does not grow with the books. A session keeps the plans it made when the tables
-- were empty, until somebody analyzes them: each query here has one good plan, by the key of the transactions at hand, and
-- nothing in it invites another, such as reading all postings in the order of their accounts.

create or replace function ledger.refuse_late_posting() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  late record;
begin
  select a.transaction_id, a.posting, a.postings into late
    from (select transaction_id, max(posting) as posting,
              (select t.postings from ledger.transaction t where t.transaction_id = added.transaction_id) as postings
            from added group by transaction_id) a
    where a.posting > a.postings limit 1;
  if found then
    raise exception 'transaction % is sealed with % postings: there is no place for posting %',
      late.transaction_id, late.postings, late.posting using errcode = 'LB002';
  end if;
  return null;
end $$;

create or replace function ledger.check_transaction() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  sum record;
  reversed ledger.transaction;
begin
  select count(*) as postings,
      string_agg(E'\n' || p.account || ' ' || p.unit || ' ' || p.amount, '' order by p.posting) as lines,
      bool_and(p.posting % 2 = 1 or p.paired) as balanced
    into sum
    from (select q.*, q.unit = lag(q.unit) over w and q.amount = -lag(q.amount) over w as paired
            from ledger.posting q where q.transaction_id = new.transaction_id
            window w as (order by q.posting)) p;
  if sum.postings <> new.postings then
    raise exception 'transaction % has % of % postings', new.transaction_id, sum.postings, new.postings
      using errcode = 'LB003';
  end if;
  if not sum.balanced then
    raise exception 'transaction % does not balance: a transfer takes from one account what it gives to another',
      new.transaction_id using errcode = 'LB004';
  end if;
  if new.content_hash <> sha256(convert_to(
      concat_ws(E'\n', new.transaction_id, new.symbol, new.seq, new.ts, new.reason, coalesce(new.ref_id, ''),
          coalesce(new.reverses, ''), coalesce(new.value_date::text, '')) || sum.lines, 'UTF8')) then
    raise exception 'transaction % has other content than its hash says', new.transaction_id using errcode = 'LB005';
  end if;
  if new.reverses is not null then
    select * into reversed from ledger.transaction t where t.transaction_id = new.reverses;
    if reversed.reverses is not null or reversed.symbol <> new.symbol then
      raise exception 'transaction % cannot reverse %: that is a reversal itself, or of another symbol',
        new.transaction_id, new.reverses using errcode = 'LB007';
    end if;
    -- Materialized, or the grouping would suggest the index by account.
    if exists (
        with legs as materialized (
          select p.account, p.unit, p.amount
            from ledger.posting p where p.transaction_id in (new.transaction_id, new.reverses))
        select from legs l group by l.account, l.unit having sum(l.amount) <> 0) then
      raise exception 'transaction % does not undo exactly what % did', new.transaction_id, new.reverses
        using errcode = 'LB006';
    end if;
  end if;
  return null;
end $$;

-- Nearly all units and accounts that a statement names are there. Postgres reads a table's checks and generated columns
-- anew for every statement that gets as far as them, which took longer than all else.
create function ledger.skip_known_unit() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from ledger.unit u where u.unit = new.unit) then
    return null;
  end if;
  return new;
end $$;
create trigger known before insert on ledger.unit for each row execute function ledger.skip_known_unit();

create function ledger.skip_known_account() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from ledger.account a where a.account = new.account and a.unit = new.unit) then
    return null;
  end if;
  return new;
end $$;
create trigger known before insert on ledger.account for each row execute function ledger.skip_known_account();

-- The same conditions as before, in a function that a session reads once.
create function ledger.is_header(transaction_id text, symbol text, seq bigint, reason text, ref_id text, value_date bigint,
    postings smallint, content_hash bytea) returns boolean
  language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return transaction_id !~ '\s'
    and (transaction_id = symbol || '-' || seq or starts_with(transaction_id, symbol || '-' || seq || '-'))
    and symbol ~ '^[A-Z0-9._-]{1,32}$'
    and seq > 0
    and reason ~ '^[A-Z_]+$'
    and (ref_id is null or (ref_id <> '' and ref_id !~ '\s'))
    and (value_date is null or value_date % 86400000 = 0)
    and postings >= 2 and postings % 2 = 0
    and length(content_hash) = 32;
end $$;
alter table ledger.transaction
  add constraint header check (ledger.is_header(transaction_id, symbol, seq, reason, ref_id, value_date, postings, content_hash)),
  drop constraint transaction_transaction_id_check,
  drop constraint transaction_symbol_check,
  drop constraint transaction_seq_check,
  drop constraint transaction_reason_check,
  drop constraint transaction_ref_id_check,
  drop constraint transaction_value_date_check,
  drop constraint transaction_postings_check,
  drop constraint transaction_content_hash_check,
  drop constraint named_after_its_event;
