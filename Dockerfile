# The image of the web server, the worker and beat: one image, three commands.
FROM python:3.12-slim-bookworm AS packages
WORKDIR /build
COPY requirements.txt .
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --no-input --only-binary :all: --no-deps --require-hashes -r requirements.txt \
    && /venv/bin/pip check

FROM python:3.12-slim-bookworm AS site
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    PORTAL_VAR=/var/lib/portal STATIC_ROOT=/srv/portal/static
COPY --from=packages /venv /venv
WORKDIR /srv/portal
COPY . .
# Whatever umask the clone was made with, the site's account reads it. Neither command asks a server; the secret and the
# addresses are for this step alone and open nothing.
RUN chmod -R a+rX . \
    && export SECRET_KEY=build DATABASE_URL=postgresql:///build REDIS_URL=redis://build \
    && python manage.py compile_catalogues \
    && python manage.py collectstatic --noinput \
    && python -m compileall -q portal enterprises legal \
    && useradd --system --uid 10001 --home-dir /var/lib/portal --create-home portal
USER portal
VOLUME /var/lib/portal
EXPOSE 8000
ENV HOST=0.0.0.0
CMD ["gunicorn", "portal.wsgi"]
