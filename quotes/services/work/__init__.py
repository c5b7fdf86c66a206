"""Work: leases, tasks' wake-up calls and the sweep; the rows say what there is to do."""
