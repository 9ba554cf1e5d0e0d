"""What is said of a file whose analysis failed, whatever was raised."""

import logging

from forensics.error_codes import FailureCode
from forensics.errors import TelltaleError
from forensics.facts import Fact

LOG = logging.getLogger(__name__)


def failure_fact(error: BaseException, name: str, fault: FailureCode = FailureCode.FAULT) -> Fact:
    """The fact of an error that is raised on purpose. Any other is logged under this name: one of the system is said
    as it is, all else is a fault of Telltale."""
    if isinstance(error, TelltaleError):
        return error.fact
    LOG.error("The analysis of %s failed.", name, exc_info=error)
    if isinstance(error, OSError):
        return Fact(FailureCode.UNWRITABLE, {"reason": error.strerror or type(error).__name__})
    return Fact(fault)
