"""Exports: a list's rows in a file, asked for, followed as a job, fetched by whoever asked."""

from pathlib import Path
from typing import Any, cast

from django.contrib.auth.models import User
from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from api.actions.action import members
from api.exporting import check
from api.refusing import refusal
from api.serializers.exports import ExportBody, ExportHead
from api.serializers.jobs import JobDetail
from api.views.jobs import Jobs
from quotes.models import Job, Token
from quotes.services import exports
from quotes.services.errors import Refused

MEDIA_TYPES = dict.fromkeys(form.media_type.partition(";")[0] for form in exports.FORMS.values())
FILES = {
    (200, media_type): OpenApiTypes.OBJECT if media_type.endswith("+json") else OpenApiTypes.STR
    for media_type in MEDIA_TYPES
}


class Exports(Jobs):
    """The exports of who asks; another's answer like one that is not there."""

    queryset = Job.objects.filter(kind=Job.Kind.EXPORT)
    route = "export"
    of_own = True
    scope = Token.Scope.READ

    def get_serializer_class(self) -> type[Any]:
        """Return the head's form for one export, the job's where it is asked for."""
        return ExportHead if self.action == "retrieve" else JobDetail

    @extend_schema(
        operation_id="exports_create",
        request=ExportBody,
        responses={202: OpenApiResponse(JobDetail, "It is asked for: follow the job in `Location`.")},
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Ask for an export: 202 with its job."""
        given = members(ExportBody, request.data)
        check(what=given["what"], filters=given["filters"])
        origin = request.build_absolute_uri("/")[:-1]
        try:
            job = exports.request(
                by=cast("User", request.user),
                what=given["what"],
                form=given["format"],
                filters=given["filters"],
                origin=origin,
            )
        except Refused as refused:
            raise refusal(refused) from refused
        location = reverse("job", args=[job.public_id], request=request)
        return Response(self.get_serializer(job).data, status=202, headers={"Location": location})

    @extend_schema(operation_id="exports_retrieve", responses={200: ExportHead})
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Show the head of a finished export."""
        job = self.get_object()
        try:
            head = exports.head_of(job)
        except Refused as refused:
            raise refusal(refused) from refused
        shown = {
            **head,
            "api_url": self.address("export", job),
            "file_url": self.address("export-file", job),
            "expires_at": exports.expires(job),
        }
        return Response(self.get_serializer(shown).data)

    def address(self, route: str, job: Job) -> str:
        """Return the address of a job's export, or of its file."""
        return reverse(route, args=[job.public_id], request=self.request)


class ExportFile(Exports):
    """The file of an export."""

    choosable = False

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        """Take any `Accept`: the form was chosen when the export was asked for."""
        return super().perform_content_negotiation(request, force=True)

    @extend_schema(operation_id="exports_file", responses=FILES)
    def download(self, request: Request, *args: Any, **kwargs: Any) -> FileResponse:
        """Send the file; its head is at the address that `Link` names."""
        job: Job = self.get_object()
        try:
            path: Path = exports.file_of(job)
        except Refused as refused:
            raise refusal(refused) from refused
        media_type = exports.FORMS[job.parameters["form"]].media_type
        answer = FileResponse(
            path.open("rb"), as_attachment=True, filename=path.name, content_type=media_type
        )
        answer["Link"] = f'<{self.address("export", job)}>; rel="describedby"; type="application/json"'
        return answer
