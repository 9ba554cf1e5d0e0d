"""Writing files whole, values as plain data, and the user's folder."""
