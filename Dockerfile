# Check the files of a folder:  docker run --rm -v "$PWD:/data:ro" tei_cable validate .
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY tei_cable tei_cable
COPY schemas schemas
COPY docs/rules docs/rules
RUN python -m venv /opt/tei_cable && /opt/tei_cable/bin/pip install --no-cache-dir .

FROM python:3.13-slim
COPY --from=build /opt/tei_cable /opt/tei_cable
ENV PATH="/opt/tei_cable/bin:$PATH" PYTHONUTF8=1
RUN useradd --create-home reader
USER reader
WORKDIR /data
ENTRYPOINT ["tei-cable"]
CMD ["--help"]
