"""Telltale's app. Run with: streamlit run app.py"""

import streamlit as st
from starlette.middleware import Middleware

from pages.parts.session.cookie import SessionCookie
from pages.parts.session.media import ServedMedia
from pages.parts.session.request_checks import RequestChecks
from pages.parts.shell import main, serving

if __name__ == "__main__":
    main()
else:  # `streamlit run` looks for it by name, and imports it
    app = st.App(
        __file__,
        middleware=[Middleware(RequestChecks), Middleware(SessionCookie), Middleware(ServedMedia)],
        lifespan=serving,
    )
