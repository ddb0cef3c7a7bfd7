-- What clients poll. Rows are made of events alone and can be made again, so here, unlike in the ledger, the newest
-- takes the place of the one before.

create schema view;

create table view.order_status (
    order_id text primary key,
    symbol text not null,
    seq bigint not null,
    ts timestamptz not null,
    account text not null,
    cl_ord_id text not null,
    list_id text,
    side text,
    ord_type text,
    time_in_force text,
    expire_time timestamptz,
    order_qty bigint,
    display_qty bigint,
    price numeric(18, 4),
    stop_px numeric(18, 4),
    ord_status text not null,
    working boolean not null,
    cum_qty bigint not null,
    leaves_qty bigint not null,
    avg_px numeric(18, 4),
    ord_rej_reason text,
    text text
);
create index order_status_by_client_id on view.order_status (account, symbol, cl_ord_id);
create index order_status_by_list on view.order_status (account, list_id) where list_id is not null;
create index order_status_working on view.order_status (account) where working;

create table view.stock_level (
    symbol text not null,
    account text not null,
    seq bigint not null,
    ts timestamptz not null,
    on_hand bigint not null,
    allocated bigint not null,
    available bigint not null,
    on_order bigint not null,
    primary key (symbol, account)
);

create table view.top_of_book (
    symbol text primary key,
    seq bigint not null,
    ts timestamptz not null,
    bid_px numeric(18, 4),
    bid_qty bigint,
    ask_px numeric(18, 4),
    ask_qty bigint
);

create table view.instrument (
    symbol text primary key,
    seq bigint not null,
    ts timestamptz not null,
    name text not null,
    category text,
    currency text not null,
    tick_size numeric(18, 4) not null,
    lot_size bigint not null,
    lead_time_days bigint not null
);

create table view.payment (
    symbol text not null,
    account text not null,
    payment_id text not null,
    seq bigint not null,
    ts timestamptz not null,
    order_id text not null,
    amount numeric(18, 4) not null,
    status text not null,
    primary key (symbol, account, payment_id)
);
create index payment_by_order on view.payment (order_id, seq);

create table view.issue_summary (
    alert_id text primary key,
    symbol text not null,
    kind text not null,
    severity text not null,
    recipient text not null,
    account text,
    raised_at timestamptz,
    cleared_at timestamptz,
    observed numeric(18, 4) not null,
    expected numeric(18, 4) not null,
    score numeric(18, 4) not null,
    advice text not null,
    rule_id text,
    state text not null generated always as (case when cleared_at is null then 'RAISED' else 'CLEARED' end) stored
);
create index issue_summary_open on view.issue_summary (recipient, raised_at) where cleared_at is null;

-- Carts: the orders that an account entered under one list id, of one currency each. The amount is to the rounding of
-- avg_px, half a unit of its last place a piece; the ledger holds it exactly.
create view view.order_list as
select
    account,
    list_id,
    currency,
    count(*) as orders,
    count(*) filter (where working) as working,
    count(*) filter (where ord_status = 'FILLED') as filled,
    count(*) filter (where ord_status = 'REJECTED') as rejected,
    sum(order_qty) as order_qty,
    sum(cum_qty) as cum_qty,
    sum(cum_qty * coalesce(avg_px, 0)) as amount,
    case
        when bool_or(working) then 'WORKING'
        when bool_and(ord_status = 'FILLED') then 'FILLED'
        when bool_and(ord_status = 'REJECTED') then 'REJECTED'
        when sum(cum_qty) > 0 then 'PARTIALLY_FILLED'
        else 'UNFILLED'
    end as state,
    max(order_status.ts) as ts
from view.order_status
left join view.instrument using (symbol)
where list_id is not null
group by account, list_id, currency;

-- Orders of which a payment by their own account failed and none was captured since.
create view view.orders_not_paid as
select
    last.order_id,
    last.account,
    last.symbol,
    ordered.cl_ord_id,
    ordered.ord_status,
    last.amount,
    last.attempts,
    last.ts as failed_at
from (
    select distinct on (order_id, account) *, count(*) over (partition by order_id, account) as attempts
    from view.payment
    order by order_id, account, seq desc
) last
join view.order_status ordered using (order_id, account)
where last.status = 'FAILED';

grant usage on schema view to stockmate_writer, stockmate_reader;
grant select on all tables in schema view to stockmate_reader;
grant select, insert, update on
    view.order_status, view.stock_level, view.top_of_book, view.instrument, view.payment, view.issue_summary
to stockmate_writer;
