-- The outbox for billing: usage that the accounting job found, and how far it got on its way to the payment provider.
-- A row goes from PENDING to SENT, committed before it is sent, and from SENT to CONFIRMED, and never back; what it says
-- never changes.
--
-- Own SQLSTATEs: UB001 identifier used for other content, UB002 a step back.

create schema billing;

do $$
begin
    if not exists (select from pg_roles where rolname = 'stockmate_biller') then
        create role stockmate_biller nologin;
    end if;
end $$;

create table billing.usage (
    identifier text primary key check (length(identifier) between 1 and 100),
    symbol text not null,
    account text not null,
    meter text not null,
    hour timestamptz not null,
    value bigint not null check (value > 0),
    state text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'CONFIRMED')),
    sent_at timestamptz,
    confirmed_at timestamptz,
    refusal text,
    check ((state = 'PENDING') = (sent_at is null)),
    check ((state = 'CONFIRMED') = (confirmed_at is not null)),
    check (refusal is null or state = 'SENT')
);
create index usage_pending on billing.usage (hour) where state = 'PENDING';
create index usage_sent on billing.usage (sent_at) where state = 'SENT';

-- Whom the provider knows an account as.
create table billing.customer (
    account text primary key,
    stripe_customer_id text not null
);

create function billing.keep_forward() returns trigger language plpgsql as $$
begin
    if (new.identifier, new.symbol, new.account, new.meter, new.hour, new.value)
        is distinct from (old.identifier, old.symbol, old.account, old.meter, old.hour, old.value) then
        raise exception 'usage % says % of %, and was recorded as % of %: the same identifier never changes',
            old.identifier, new.value, new.account, old.value, old.account using errcode = 'UB001';
    end if;
    if array_position(array['PENDING', 'SENT', 'CONFIRMED'], new.state)
            < array_position(array['PENDING', 'SENT', 'CONFIRMED'], old.state)
        or (old.sent_at is not null and new.sent_at is distinct from old.sent_at) then
        raise exception 'usage % is % since %: it never goes back', old.identifier, old.state, old.sent_at
            using errcode = 'UB002';
    end if;
    return new;
end $$;

create trigger keep_forward before update on billing.usage
for each row execute function billing.keep_forward();

grant usage on schema billing to stockmate_writer, stockmate_reader, stockmate_biller;
grant select on billing.usage, billing.customer to stockmate_reader, stockmate_biller;
-- A repeat that says something else is an update of what never changes: the trigger refuses it, and tells.
grant select, insert (identifier, symbol, account, meter, hour, value), update (account, value)
    on billing.usage to stockmate_writer;
grant update (state, sent_at, confirmed_at, refusal) on billing.usage to stockmate_biller;
