-- What was sent is forgotten by nobody, and nothing is confirmed that was not sent. Own SQLSTATE: UB003 a row was to be
-- removed.

create or replace function billing.keep_forward() returns trigger language plpgsql as $$
begin
    if (new.identifier, new.symbol, new.account, new.meter, new.hour, new.value)
        is distinct from (old.identifier, old.symbol, old.account, old.meter, old.hour, old.value) then
        raise exception 'usage % says % of %, and was recorded as % of %: the same identifier never changes',
            old.identifier, new.value, new.account, old.value, old.account using errcode = 'UB001';
    end if;
    if array_position(array['PENDING', 'SENT', 'CONFIRMED'], new.state)
            < array_position(array['PENDING', 'SENT', 'CONFIRMED'], old.state)
        or (old.sent_at is not null and new.sent_at is distinct from old.sent_at)
        or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at) then
        raise exception 'usage % is % since %: it never goes back', old.identifier, old.state,
            coalesce(old.confirmed_at, old.sent_at) using errcode = 'UB002';
    end if;
    if old.state = 'PENDING' and new.state = 'CONFIRMED' then
        raise exception 'usage % is PENDING: it is SENT before it is CONFIRMED', old.identifier using errcode = 'UB002';
    end if;
    return new;
end $$;

create function billing.refuse_removal() returns trigger language plpgsql as $$
begin
    raise exception 'billing.usage keeps what was sent, so that it is never sent twice: % is refused', lower(tg_op)
        using errcode = 'UB003';
end $$;
create trigger keep_all before delete or truncate on billing.usage
for each statement execute function billing.refuse_removal();
