# docker build -t telltale .
# docker run --rm -p 127.0.0.1:8501:8501 -v telltale:/data telltale
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends make python3.11 python3.11-venv \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/telltale
COPY Makefile requirements.lock ./
RUN PIP_NO_CACHE_DIR=1 make install
COPY . .
RUN useradd --create-home telltale && install -d -o telltale /data
USER telltale
VOLUME /data
# Inside every address is listened to; who comes in is said by -p, above this machine alone. The last keeps Streamlit from
# asking other machines for its own address.
ENV TELLTALE_HOME=/data STREAMLIT_SERVER_ADDRESS=0.0.0.0 STREAMLIT_BROWSER_SERVER_ADDRESS=localhost
EXPOSE 8501
CMD [".venv/bin/python", "-m", "forensics", "app"]
