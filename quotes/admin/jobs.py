"""Jobs: what runs, how far it is, what went wrong."""

from django.contrib import admin

from quotes.admin.register import RegisterAdmin
from quotes.models import Job


@admin.register(Job)
class JobAdmin(RegisterAdmin):
    read_only_register = True
    list_display = ["kind", "state", "progress", "requested_by", "created_at", "finished_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["requested_by"]
    search_fields = ["kind", "failure"]

    @admin.display(description="progress")
    def progress(self, job: Job) -> str:
        return f"{job.done:,}" if job.total is None else f"{job.done:,} of {job.total:,}"
