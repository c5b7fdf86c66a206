"""Our addresses, and below /plain/ the same rows as most would write it: a ModelViewSet with page numbers."""

from django.urls import include, path
from rest_framework.pagination import PageNumberPagination
from rest_framework.renderers import JSONRenderer
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import ModelViewSet

from api.serializers.appearances import AppearanceDetail
from api.views.appearances import shown
from tracker.urls import urlpatterns as ours


class _Numbered(PageNumberPagination):
    page_size = 50
    max_page_size = None


class PlainAppearances(ModelViewSet):
    """The same rows and the same JSON as ours: only paging and counting differ."""

    queryset = shown().order_by("-article__published_at", "-article_id", "start", "pk")
    serializer_class = AppearanceDetail
    pagination_class = _Numbered
    filter_backends = ()
    throttle_classes = ()
    renderer_classes = (JSONRenderer,)


_router = SimpleRouter()
_router.register("appearances", PlainAppearances)
urlpatterns = [path("plain/", include(_router.urls)), *ours]
