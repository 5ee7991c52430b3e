# Footnote with its model and the index of corpus/ baked in: it starts and answers without a network.
FROM python:3.11-slim-bookworm AS build
# An index with PyTorch's CPU builds, for Linux hosts whose default index serves CUDA builds.
ARG TORCH_INDEX=""
# What a language model needs: openai, anthropic, google or ollama.
ARG EXTRAS=""
ENV PIP_NO_CACHE_DIR=1 HF_HUB_OFFLINE=1 TOKENIZERS_PARALLELISM=false
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY scripts ./scripts
COPY ingest ./ingest
COPY bot ./bot
COPY evals/__init__.py ./evals/__init__.py
RUN scripts/install /app/.venv ".${EXTRAS:+[$EXTRAS]}"
COPY corpus ./corpus
RUN .venv/bin/python -m ingest

FROM python:3.11-slim-bookworm
ENV HF_HUB_OFFLINE=1 TOKENIZERS_PARALLELISM=false PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 BOT_HOST=0.0.0.0 \
    PATH=/app/.venv/bin:$PATH
RUN useradd --no-create-home --home-dir /nonexistent --uid 10001 footnote
WORKDIR /app
COPY --from=build /app /app
# Nothing else is written to, so that the root may be read-only: docker run --read-only --tmpfs /tmp
RUN chown -R footnote:footnote /app/data
VOLUME /app/data
USER footnote
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["python", "-m", "bot"]
