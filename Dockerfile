FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
# Where the library of charts keeps its list of fonts: the home folder is not its user's to write.
ENV MPLCONFIGDIR=/tmp/matplotlib

WORKDIR /app

# Dependencies first: they change seldom, and this layer is the large one. `--build-arg LOCK=requirements-cluster.lock`
# brings the drivers of PostgreSQL and Redis along.
ARG LOCK=requirements.lock
COPY requirements.lock requirements-cluster.lock ./
RUN pip install --require-hashes -r "$LOCK"

COPY pyproject.toml README.md ./
COPY bot bot
COPY handlers handlers
COPY shnor_domain shnor_domain
COPY scheduler scheduler
RUN pip install --no-deps --no-build-isolation -e . \
    && useradd --system --home-dir /app --uid 1000 shnor \
    && install -d -o shnor /app/var

USER shnor
VOLUME /app/var
ENV SHNOR_HTTP_HOST=0.0.0.0 SHNOR_LOG_FORMAT=json
EXPOSE 8080

# Importing the Telegram library takes seconds on a small machine, hence the start period.
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ.get('SHNOR_HTTP_PORT', '8080') + '/healthz', timeout=4)"]

STOPSIGNAL SIGTERM
CMD ["sh", "-c", "shnor-bot migrate && exec shnor-bot run"]
