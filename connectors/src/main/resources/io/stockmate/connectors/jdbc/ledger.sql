-- The books: double entry for money and goods, append-only. Applied once, by the database's owner; the program that
-- posts has the role stockmate_writer, which may only insert, whoever reads has stockmate_reader, which may only select.
--
-- A transaction is complete and sealed when it is committed: its header says how many postings it has, and a deferred
-- trigger refuses a commit where they are not all there, do not balance transfer by transfer, or do not have the hash
-- that the header gives. A later posting would have a number beyond the header's, or one that is taken.
--
-- Own SQLSTATEs: LB001 id used for other content, LB002 posting into a sealed transaction, LB003 incomplete,
-- LB004 unbalanced, LB005 content is not what the hash says, LB006 no mirror of what it reverses,
-- LB007 not to be reversed, LB008 append-only.

do $$
begin
  if not exists (select from pg_roles where rolname = 'stockmate_writer') then
    create role stockmate_writer nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'stockmate_reader') then
    create role stockmate_reader nologin;
  end if;
end $$;

create schema ledger;

create domain ledger.epoch_ms as bigint;
comment on domain ledger.epoch_ms is 'milliseconds since 1970-01-01 UTC';

create function ledger.instant(ms bigint) returns timestamptz language sql immutable parallel safe
  return timestamptz 'epoch' + ms * interval '1 millisecond';

create function ledger.day(ms bigint) returns date language sql immutable parallel safe
  return date '1970-01-01' + (ms / 86400000)::integer;

-- What an account is, by its name; null where the books have no such account.
create function ledger.kind_of(account text) returns text language sql immutable parallel safe
  return case
    when account ~ '^[A-Za-z0-9_-]{1,32}/(cash|unsettled|goods|transit)$' then 'LIABILITY'
    when account = ':payments' then 'ASSET'
    when account = ':fees' then 'INCOME'
    when account = ':shrinkage' then 'EXPENSE'
    when account = ':outside' then 'EXTERNAL'
  end;

create table ledger.unit (
  unit text primary key check (unit ~ '^([A-Z]{3,12}|#[A-Z0-9._-]{1,32})$'),
  scale smallint not null generated always as (case when unit like '#%' then 0 else 4 end) stored
);
comment on table ledger.unit is 'what is counted: a currency, in 10^-scale, or #SYMBOL, in pieces';

create table ledger.account (
  account text not null,
  unit text not null references ledger.unit,
  kind text not null generated always as (ledger.kind_of(account)) stored,
  primary key (account, unit),
  constraint goods_or_money check ((unit like '#%') = (account ~ '(/goods|/transit|:outside|:shrinkage)$'))
);

create table ledger.transaction (
  transaction_id text primary key check (transaction_id <> '' and transaction_id !~ '\s'),
  symbol text not null check (symbol ~ '^[A-Z0-9._-]{1,32}$'),
  seq bigint not null check (seq > 0),
  ts ledger.epoch_ms not null,
  reason text not null check (reason ~ '^[A-Z_]+$'),
  ref_id text check (ref_id <> '' and ref_id !~ '\s'),
  reverses text references ledger.transaction,
  value_date ledger.epoch_ms check (value_date % 86400000 = 0),
  postings smallint not null check (postings >= 2 and postings % 2 = 0),
  content_hash bytea not null check (length(content_hash) = 32),
  constraint named_after_its_event
    check (transaction_id = symbol || '-' || seq or starts_with(transaction_id, symbol || '-' || seq || '-'))
);
create unique index reversed_once on ledger.transaction (reverses) where reverses is not null;
-- A correction has a reason of its own and the trade's ref_id.
create unique index trade_booked_once on ledger.transaction (symbol, ref_id)
  where reason = 'TRADE' and reverses is null;
comment on column ledger.transaction.content_hash is
  'SHA-256 of id, symbol, seq, ts, reason, ref_id, reverses, value_date and, each, account unit amount; lines';

create table ledger.posting (
  transaction_id text not null references ledger.transaction,
  posting smallint not null check (posting >= 1),
  account text not null,
  unit text not null,
  amount bigint not null check (amount <> 0),
  primary key (transaction_id, posting),
  foreign key (account, unit) references ledger.account,
  constraint from_is_odd check ((posting % 2 = 1) = (amount < 0))
);
create index posting_of_account on ledger.posting (account);
comment on table ledger.posting is
  'the n-th transfer of a transaction is 2n - 1, what it takes from an account, and 2n, what it gives to another';

-- An equal repeat changes nothing, whoever sends it how often.
create function ledger.refuse_other_content() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known bytea;
begin
  select t.content_hash into known from ledger.transaction t where t.transaction_id = new.transaction_id;
  if not found then
    return new;
  end if;
  if known = new.content_hash then
    return null;
  end if;
  raise exception 'transaction % is in the books with other content (hash % there, % now)',
    new.transaction_id, encode(known, 'hex'), encode(new.content_hash, 'hex') using errcode = 'LB001';
end $$;
create trigger a_same_id_same_content before insert on ledger.transaction
  for each row execute function ledger.refuse_other_content();

create function ledger.refuse_late_posting() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  late record;
begin
  select a.transaction_id, a.posting, t.postings into late
    from added a join ledger.transaction t using (transaction_id) where a.posting > t.postings limit 1;
  if found then
    raise exception 'transaction % is sealed with % postings: there is no place for posting %',
      late.transaction_id, late.postings, late.posting using errcode = 'LB002';
  end if;
  return null;
end $$;
create trigger sealed after insert on ledger.posting referencing new table as added
  for each statement execute function ledger.refuse_late_posting();

create function ledger.check_transaction() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
    if exists (select from ledger.posting p where p.transaction_id in (new.transaction_id, new.reverses)
        group by p.account, p.unit having sum(p.amount) <> 0) then
      raise exception 'transaction % does not undo exactly what % did', new.transaction_id, new.reverses
        using errcode = 'LB006';
    end if;
  end if;
  return null;
end $$;
create constraint trigger complete after insert on ledger.transaction deferrable initially deferred
  for each row execute function ledger.check_transaction();

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger.% is append-only: % is refused; book a reversal instead', tg_table_name, lower(tg_op)
    using errcode = 'LB008';
end $$;
create trigger append_only before update or delete or truncate on ledger.unit
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.account
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.transaction
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.posting
  for each statement execute function ledger.refuse_change();

-- What readers ask.

create view ledger.transfer as
  select t.symbol, t.seq, t.ts, t.transaction_id, t.transaction_id || '-' || g.posting / 2 as transfer_id, g.unit,
      f.account as from_account, g.account as to_account, g.amount, t.reason, t.ref_id, t.reverses, t.value_date
    from ledger.transaction t
    join ledger.posting g on g.transaction_id = t.transaction_id and g.posting % 2 = 0
    join ledger.posting f on f.transaction_id = t.transaction_id and f.posting = g.posting - 1;
comment on view ledger.transfer is 'the rows of the lake''s table transfer';

create view ledger.account_balance as
  select p.account, a.kind, p.unit, u.scale, sum(p.amount) as minor_units,
      (sum(p.amount) / power(10::numeric, u.scale))::numeric(38, 4) as balance, count(*) as postings
    from ledger.posting p join ledger.account a using (account, unit) join ledger.unit u on u.unit = p.unit
    group by p.account, a.kind, p.unit, u.scale;

create view ledger.trial_balance as
  select unit, sum(amount) filter (where amount > 0) as taken_in, -sum(amount) filter (where amount < 0) as given_out,
      sum(amount) as difference, count(*) as postings
    from ledger.posting group by unit;
comment on view ledger.trial_balance is 'minor units; difference is 0 in every row';

create view ledger.account_statement as
  select p.account, p.unit, ledger.instant(t.ts) as booked_at, t.transaction_id, t.reason, t.ref_id, p.amount,
      sum(p.amount) over (partition by p.account, p.unit
          order by t.ts, t.symbol, t.seq, t.transaction_id, p.posting) as balance,
      t.symbol, t.seq, p.posting
    from ledger.posting p join ledger.transaction t using (transaction_id);
comment on view ledger.account_statement is
  'minor units; order by booked_at, symbol, seq, transaction_id, posting, in which the balance runs';

create view ledger.position as
  select split_part(account, '/', 1) as participant, substr(unit, 2) as symbol,
      coalesce(sum(amount) filter (where account like '%/goods'), 0) as on_hand,
      coalesce(sum(amount) filter (where account like '%/transit'), 0) as in_transit
    from ledger.posting where unit like '#%' and account not like ':%'
    group by 1, 2;

create view ledger.unsettled as
  select split_part(p.account, '/', 1) as participant, p.unit, ledger.day(t.value_date) as value_date,
      sum(p.amount) as amount
    from ledger.posting p join ledger.transaction t using (transaction_id)
    where p.account like '%/unsettled'
    group by 1, 2, 3 having sum(p.amount) <> 0;
comment on view ledger.unsettled is 'minor units that are due to the participant on a day; negative: that it owes';

create view ledger.fee_income as
  select p.unit, t.symbol, (ledger.instant(t.ts) at time zone 'UTC')::date as day, sum(p.amount) as amount, count(*) as fees
    from ledger.posting p join ledger.transaction t using (transaction_id)
    where p.account = ':fees'
    group by 1, 2, 3;

create view ledger.reversal as
  select r.transaction_id, ledger.instant(r.ts) as reversed_at, r.reverses, t.reason as reversed_reason,
      ledger.instant(t.ts) as booked_at, t.ref_id, r.symbol
    from ledger.transaction r join ledger.transaction t on t.transaction_id = r.reverses;

grant usage on schema ledger to stockmate_writer, stockmate_reader;
grant insert on ledger.unit, ledger.account, ledger.transaction, ledger.posting to stockmate_writer;
grant select on all tables in schema ledger to stockmate_reader;
