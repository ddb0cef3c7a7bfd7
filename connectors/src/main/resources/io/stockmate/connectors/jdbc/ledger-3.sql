-- What the books could still be told wrongly: goods of a symbol by an event of another (SQLSTATE LB009), a reason that
-- does not exist, a reversal that is not called one or is called one and reverses nothing, and one of what came later.

create or replace function ledger.check_transaction() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  sum record;
  reversed ledger.transaction;
begin
  select count(*) as postings,
      string_agg(E'\n' || p.account || ' ' || p.unit || ' ' || p.amount, '' order by p.posting) as lines,
      bool_and(p.posting % 2 = 1 or p.paired) as balanced,
      bool_and(p.unit not like '#%' or p.unit = '#' || new.symbol) as of_its_symbol
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
    if reversed.reverses is not null or reversed.symbol <> new.symbol or reversed.seq >= new.seq then
      raise exception 'transaction % cannot reverse %: that is a reversal itself, of another symbol, or not earlier',
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
  if not sum.of_its_symbol then
    raise exception 'transaction % moves goods of another symbol than its own, %', new.transaction_id, new.symbol
      using errcode = 'LB009';
  end if;
  return null;
end $$;

-- The reasons are those of the message Transfer.
create function ledger.is_header(transaction_id text, symbol text, seq bigint, reason text, ref_id text, reverses text,
    value_date bigint, postings smallint, content_hash bytea) returns boolean
  language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return transaction_id !~ '\s'
    and (transaction_id = symbol || '-' || seq or starts_with(transaction_id, symbol || '-' || seq || '-'))
    and symbol ~ '^[A-Z0-9._-]{1,32}$'
    and seq > 0
    and reason in ('TRADE', 'REVERSAL', 'CORRECTION', 'SETTLEMENT', 'PAYMENT', 'RECEIPT', 'ISSUE', 'COUNT', 'RESTATEMENT')
    and (reverses is null) = (reason <> 'REVERSAL')
    and (ref_id is null or (ref_id <> '' and ref_id !~ '\s'))
    and (value_date is null or value_date % 86400000 = 0)
    and postings >= 2 and postings % 2 = 0
    and length(content_hash) = 32;
end $$;
alter table ledger.transaction
  drop constraint header,
  add constraint header check (ledger.is_header(
      transaction_id, symbol, seq, reason, ref_id, reverses, value_date, postings, content_hash));
drop function ledger.is_header(text, text, bigint, text, text, bigint, smallint, bytea);

create or replace view ledger.fee_income as
  select p.unit, t.symbol, (ledger.instant(t.ts) at time zone 'UTC')::date as day, sum(p.amount) as amount,
      count(*) filter (where t.reverses is null) as fees
    from ledger.posting p join ledger.transaction t using (transaction_id)
    where p.account = ':fees'
    group by 1, 2, 3;
comment on view ledger.fee_income is 'minor units, less what was given back; fees counts those charged';
