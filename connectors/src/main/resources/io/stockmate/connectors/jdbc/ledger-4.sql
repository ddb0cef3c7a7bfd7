-- Who posts may see whether the books balance, and reports it; still no row of them.

grant select on ledger.trial_balance to stockmate_writer;
