import io

from pypdf import PdfReader

from explain.pdf import render_pdf
from explain.report import Report


def pages_of(report: Report, data_file: bytes | None = None) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(render_pdf(report, data_file))).pages]


def squeezed(report: Report, data_file: bytes | None = None) -> str:
    """All text without spaces and line breaks, which the columns of a page put anywhere."""
    return "".join("".join(pages_of(report, data_file)).split())
