-- Who sends usage also tells the provider of new customers, and needs no owner for it.

grant insert on billing.customer to stockmate_biller;
