-- From which hour on usage is billed: the one in which a sender first looked. An outbox may begin anew behind a provider
-- that has billed what the job records again; what is of before then stays PENDING until a person says otherwise, with
-- an earlier hour here. An outbox that was sent from before there was this table is billed from its first row on.

create table billing.start (
    one boolean primary key default true check (one),
    hour timestamptz not null
);
insert into billing.start (hour) select '-infinity' where exists (select from billing.usage);

grant select on billing.start to stockmate_reader, stockmate_biller;
grant insert, update (hour) on billing.start to stockmate_biller;
