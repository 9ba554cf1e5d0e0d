"""Which faces of different frames are the same person."""
