"""The values that the rooms hand to each other: what was read, found, decided and recorded."""
