"""From findings to reasons: why the network says what it says. Imports forensics, never a user interface."""

import forensics  # noqa: F401, before torch: it says how its threads behave
