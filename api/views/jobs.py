"""Jobs: work somebody waits for; everybody sees their own, and admins all."""

from typing import Any

from django.db.models import QuerySet

from api.ordering import Key
from api.serializers.jobs import JobDetail
from api.views.resources import ListedAndDetailed
from quotes.models import Job


class Jobs(ListedAndDetailed):
    """The jobs of who asks; another's answers like one that is not there."""

    queryset = Job.objects.all()
    serializer_class = JobDetail
    private = True
    route = "job"
    orders = {"-received": [Key("pk", descending=True)], "received": [Key("pk")]}

    def get_queryset(self) -> QuerySet[Any]:
        """Return the caller's own jobs; all of them for whoever may see all."""
        rows, user = super().get_queryset(), self.request.user
        return rows if user.has_perm("quotes.view_job") else rows.filter(requested_by=user.pk)
