"""Jobs: work somebody waits for; everybody sees their own, and admins all."""

from itertools import islice
from typing import Any, cast

from django.contrib.auth.models import User
from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from api.actions.action import members
from api.ordering import Key
from api.refusing import refusal
from api.serializers.jobs import CHANGES, FOUND, JobAsked, JobDetail, told
from api.views.resources import ListedAndDetailed
from quotes.models import Job, Token
from quotes.services import jobs
from quotes.services.errors import Refused

MOST_CHANGES = 1000


class Jobs(ListedAndDetailed):
    """The jobs of who asks; another's answers like one that is not there. Admins ask for rebuilds."""

    queryset = Job.objects.all()
    serializer_class = JobDetail
    private = True
    route = "job"
    needs = "quotes.change_job"
    scope = Token.Scope.CURATE
    orders = {"-received": [Key("pk", descending=True)], "received": [Key("pk")]}

    def get_queryset(self) -> QuerySet[Any]:
        """Return the caller's own jobs; all of them for whoever may see all."""
        rows, user = super().get_queryset(), self.request.user
        return rows if user.has_perm("quotes.view_job") else rows.filter(requested_by=user.pk)

    @extend_schema(
        request=JobAsked,
        responses={202: OpenApiResponse(JobDetail, "It is asked for: follow the job in `Location`.")},
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Ask for a rebuild or the dry run of one: 202 with its job."""
        given = members(JobAsked, request.data)
        try:
            job = jobs.request(by=cast("User", request.user), **given)
        except Refused as refused:
            raise refusal(refused) from refused
        location = reverse("job", args=[job.public_id], request=request)
        return Response(self.get_serializer(job).data, status=202, headers={"Location": location})


class JobChanges(Jobs):
    """What a dry run found."""

    choosable = False

    @extend_schema(operation_id="jobs_changes", responses={200: FOUND})
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Show what a rebuild would join and part, as far as it is told."""
        job = self.get_object()
        found = [told(change) for change in islice(jobs.changes(job), MOST_CHANGES)]
        total = sum(job.counts.get(kind, 0) for kind in CHANGES)
        return Response({"found": total, "results": found})
