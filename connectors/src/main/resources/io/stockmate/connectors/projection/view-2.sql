-- Orders that bought for more than their own account has paid for them: amount is what they came to, to the rounding of
-- avg_px (see order_list), which alone makes no order unpaid.
drop view view.orders_not_paid;
create view view.orders_not_paid as
select
    bought.order_id,
    bought.account,
    bought.symbol,
    bought.cl_ord_id,
    bought.ord_status,
    bought.cum_qty * bought.avg_px as amount,
    paid.captured as paid,
    paid.failures,
    paid.failed_at
from view.order_status bought
cross join lateral (
    select
        coalesce(sum(payment.amount) filter (where payment.status = 'CAPTURED'), 0) as captured,
        count(*) filter (where payment.status = 'FAILED') as failures,
        max(payment.ts) filter (where payment.status = 'FAILED') as failed_at
    from view.payment
    where payment.order_id = bought.order_id and payment.account = bought.account
) paid
where bought.side = 'BUY' and bought.cum_qty > 0
    and paid.captured + bought.cum_qty * 0.00005 < bought.cum_qty * bought.avg_px;

grant select on view.orders_not_paid to stockmate_reader;
