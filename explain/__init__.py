"""From findings to reasons: why the network says what it says. Imports forensics, never a user interface."""
